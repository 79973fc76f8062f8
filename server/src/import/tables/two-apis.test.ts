import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft, DraftEntry, ImportFormat } from '../draft.ts';
import { html, markdown, text } from './index.ts';

/** The documented codes of SilentChat, their statuses, and a sentence on each. */
const codes: readonly (readonly [string, number, string])[] = [
	['AUTH_MISSING_TOKEN', 401, 'No token came with the request.'],
	['AUTH_INVALID_TOKEN', 401, 'The token has expired, or is none.'],
	['AUTH_TOKEN_REVOKED', 401, 'Somebody took the token back (e.g. by a logout).'],
	['AUTH_INVALID_CREDENTIALS', 401, 'Email and password do not fit.'],
	['AUTH_EMAIL_NOT_VERIFIED', 403, 'The user’s address is not confirmed.'],
	['FORBIDDEN', 403, 'This user may not do it.'],
	['TENANT_REQUIRED', 400, 'An X-Tenant-ID header must be sent.'],
	['TENANT_NOT_FOUND', 404, 'There is no such tenant.'],
	['VALIDATION_ERROR', 400, 'A field has a wrong value.'],
	['NOT_FOUND', 404, 'A thing that was asked for is missing.'],
	['CONFLICT', 409, 'It is there already (e.g. the same domain).'],
	['RATE_LIMITED', 429, 'Too many requests came. Read the Retry-After header.'],
	['WIDGET_KEY_INVALID', 401, 'Nobody knows the key of the widget.'],
	['WIDGET_DOMAIN_NOT_ALLOWED', 403, 'The domain is not on the list.'],
	['FILE_TOO_LARGE', 400, 'Files may not be that large.'],
	['PLAN_LIMIT_EXCEEDED', 403, 'More than the plan has (e.g. seats, widgets).'],
	['INTERNAL_ERROR', 500, 'Something broke. Write to the support.'],
];

const statuses: readonly (readonly [number, string, string])[] = [
	[200, 'OK', 'It worked.'],
	[201, 'Created', 'It is there now.'],
	[204, 'No Content', 'It worked and says nothing (e.g. DELETE).'],
	[400, 'Bad Request', 'A parameter is wrong.'],
	[401, 'Unauthorized', 'Nobody is logged in.'],
	[403, 'Forbidden', 'Logged in but not allowed.'],
	[404, 'Not Found', 'Nothing is there.'],
	[409, 'Conflict', 'It is there already.'],
	[429, 'Too Many Requests', 'The limit is used up.'],
	[500, 'Internal Server Error', 'Something broke.'],
];

const fields = [
	['error.code', 'string', 'The code of the error.'],
	['error.message', 'string', 'What people read.'],
	['error.status', 'number', 'The status once more.'],
] as const;

const body =
	'{\n  "error": {\n    "code": "VALIDATION_ERROR",\n    "message": "No address.",\n    "status": 400\n  }\n}';
const call = `const response = await fetch('https://api.silentchat.de/v1/rooms', {
  headers: {
    'Content-Type': 'application/json',
  },
});

if (!response.ok) {
  switch (error.code) {
    case 'RATE_LIMITED':
      // Wait
      break;
    default:
      console.error(\`API error [\${error.code}]: \${error.message}\`);
  }
}`;

type Row = readonly (string | number)[];
const parts: readonly (readonly [heading: string, header: Row, rows: readonly Row[]])[] = [
	['Error Response Format', ['Field', 'Type', 'Description'], fields],
	['Error Codes', ['Code', 'HTTP Status', 'Description'], codes],
	['HTTP Status Codes', ['Status', 'Meaning', 'When'], statuses],
];

/** The page as a browser pastes it, with something between the cells, or nothing. */
function pasted(between: string): string {
	const tables = parts.map(([heading, header, rows], at) => {
		const lines = [header, ...rows].map((row) => row.join(between)).join('\n');
		return `${heading}\n\n${at === 0 ? `Each error has this shape:\n\n${body}\n` : ''}${lines}\n`;
	});
	const lead = 'Error Codes\n\nWhere a request fails the SilentChat API answers with a body.\n';
	return `${lead}\n${tables.join('\n')}\nHandling Errors in Code\n\n${call}\nError Codes - SilentChat Docs`;
}

function asMarkdown(): string {
	const tables = parts.map(([heading, header, rows], at) => {
		const lines = rows.map(([first, ...others]) => `| \`${first}\` | ${others.join(' | ')} |`).join('\n');
		const sample = at === 0 ? `\`\`\`json\n${body}\n\`\`\`\n\n` : '';
		return `## ${heading}\n\n${sample}| ${header.join(' | ')} |\n|---|---|---|\n${lines}\n`;
	});
	return `---\ntitle: "Error Codes - SilentChat Docs"\n---\n\n# Error Codes\n\n${tables.join('\n')}\n\`\`\`js\n${call}\n\`\`\`\n`;
}

function asHtml(): string {
	const tables = parts.map(([heading, header, rows], at) => {
		const head = header.map((cell) => `<th>${cell}</th>`).join('');
		const lines = rows.map(([first, ...others]) => {
			return `<tr><td><code>${first}</code></td>${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
		});
		const sample = at === 0 ? `<pre><code>${body}</code></pre>` : '';
		return `<h2>${heading}</h2>${sample}<table><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
	});
	return `<!doctype html><title>Error Codes - SilentChat Docs</title><nav>404 Not Found</nav>
<main><h1>Error Codes</h1>${tables.join('')}<pre>${call}</pre></main><footer>500</footer>`;
}

async function draftOf(format: ImportFormat, source: string): Promise<Draft> {
	assert.ok(format.likelihood({ text: source }) >= 0.8);
	return (await format.read({ text: source })).draft;
}

const silentChat: readonly DraftEntry[] = [
	...codes.map(([value, status, description]) => ({
		kind: 'code' as const,
		value,
		status,
		description,
		...(value === 'RATE_LIMITED' && { retry: 'retry-after' as const }),
	})),
	...statuses.map(([value, title, description]) => ({ kind: 'status' as const, value, title, description })),
];

const silentChatSources: readonly (readonly [string, ImportFormat, string])[] = [
	['text whose columns have run together', text, pasted('')],
	['text with tabs', text, pasted('\t')],
	['Markdown', markdown, asMarkdown()],
	['HTML', html, asHtml()],
];

for (const [name, format, source] of silentChatSources) {
	test(`SilentChat’s page comes out whole from ${name}`, async () => {
		const draft = await draftOf(format, source);
		assert.deepEqual(draft.entries, silentChat);
		assert.deepEqual(draft.envelope, { code: 'error.code', message: 'error.message', status: 'error.status' });
		assert.deepEqual(draft.hosts, ['api.silentchat.de']);
		assert.equal(draft.name, 'SilentChat');
	});
}

test('the table of the body’s fields is passed over, and the preview says so', async () => {
	for (const [, format, source] of silentChatSources) {
		const { notes } = await format.read({ text: source });
		assert.deepEqual(notes, ['A table with the columns Field, Type, Description is no table of errors.']);
	}
});

/** The documented statuses and codes of Chatness: both are numbers. */
const chatnessStatuses: readonly (readonly [number, string])[] = [
	[200, 'The thing was read or changed.'],
	[201, 'The thing was made.'],
	[204, 'The thing was deleted.'],
];
const chatnessCodes: readonly (readonly [number, string])[] = [
	[400, 'A field has a wrong value.'],
	[401, 'The caller may not come in.'],
	[404, 'The thing is missing.'],
	[428, 'A field is missing.'],
	[429, 'That was too often.'],
	[500, 'Something broke.'],
];
const chatnessBody = '{\n    "error": {\n    "code": 400,\n    "message": "The phone is wrong."\n    }\n}';

type Records = readonly (readonly [number, string])[];
function chatnessPage(table: (records: Records) => string, heading: (text: string) => string, sample: string): string {
	return [
		heading('API Errors'),
		'You can see from the status code whether a request worked. If not, the error code says more.',
		heading('Status codes'),
		'Here is a list of the status codes of the Chatness API. With these you see whether a request worked.',
		table(chatnessStatuses),
		heading('Error codes'),
		'Where a request fails the Chatness API answers with an error object.',
		table(chatnessCodes),
		sample,
	].join('\n\n');
}

const blocks = (records: Records) =>
	records.map(([value, sentence]) => `Name\n${value}\nType\nDescription\n\n${sentence}\n`).join('\n');
const tabbed = (records: Records) =>
	['Name\tType\tDescription', ...records.map(([value, sentence]) => `${value}\t\t${sentence}`)].join('\n');
const bars = (records: Records) =>
	[
		'| Name | Type | Description |',
		'|---|---|---|',
		...records.map(([value, said]) => `| ${value} | | ${said} |`),
	].join('\n');
const definitions = (records: Records) =>
	`<ul>${records
		.map(
			([value, said]) =>
				`<li><dl><dt>Name</dt><dd><code>${value}</code></dd><dt>Type</dt><dd></dd><dt>Description</dt><dd><p>${said}</p></dd></dl></li>`,
		)
		.join('')}</ul>`;
const cells = (records: Records) =>
	`<table><tr><th>Name</th><th>Description</th></tr>${records
		.map(([value, said]) => `<tr><td>${value}</td><td>${said}</td></tr>`)
		.join('')}</table>`;

const plainHeading = (line: string) => line;
const htmlHeading = (line: string) => `<h2>${line}</h2>`;
const foot = '\nStart with Chatness tonight\n\n© 2024 Chatness - A product';
const chatnessSources: readonly (readonly [string, ImportFormat, string])[] = [
	['blocks of lines', text, chatnessPage(blocks, plainHeading, `Error response\n${chatnessBody}\n${foot}`)],
	['text with tabs', text, chatnessPage(tabbed, plainHeading, `Error response\n${chatnessBody}\n${foot}`)],
	['Markdown', markdown, chatnessPage(bars, (line) => `## ${line}`, `\`\`\`json\n${chatnessBody}\n\`\`\``)],
	['definition lists', html, `<body>${chatnessPage(definitions, htmlHeading, `<pre>${chatnessBody}</pre>`)}</body>`],
	['HTML tables', html, `<body>${chatnessPage(cells, htmlHeading, `<pre>${chatnessBody}</pre>`)}</body>`],
];

for (const [name, format, source] of chatnessSources) {
	test(`Chatness’s page comes out whole from ${name}: codes are told from statuses`, async () => {
		const draft = await draftOf(format, source);
		assert.deepEqual(draft.entries, [
			...chatnessStatuses.map(([value, description]) => ({ kind: 'status', value, description })),
			...chatnessCodes.map(([value, description]) => ({ kind: 'code', value, description })),
		]);
		assert.deepEqual(draft.envelope, { code: 'error.code', message: 'error.message' });
		assert.equal(draft.name, 'Chatness');
	});
}
