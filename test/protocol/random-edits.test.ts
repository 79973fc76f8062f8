import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { ableClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { startClient } from '../support/test-client.ts';

const start = `import axios from 'axios';

const limited = 'RATE_LIMITED';
enum Code { Invalid = 'AUTH_INVALID_TOKEN' }
const messages = { CONFLICT: 'taken', NOT_FOUND: 'gone' };

export async function send(body: unknown) {
	const response = await fetch('https://api.silentchat.de/v1/messages', { method: 'POST', body });
	if (response.status === 429) return wait(response.headers.get('Retry-After'));
	const { error } = await response.json();
	switch (error.code) {
		case limited:
		case Code.Invalid: return retry();
		// Nothing to be done.
		case 'CONFLICT':
		case 'CONFLICT': break;
		default:
			throw error;
	}
	if (error.code === 'TENANT_REQUIRED' || error.code === 'TENANT_NOT_FUOND') return choose();
	return messages[error.code] ?? \`\${error.code}\`;
}
`;

/** What people type and paste, and what breaks code worst. */
const pieces = [
	...[
		"'",
		'"',
		'`',
		'{',
		'}',
		'(',
		')',
		':',
		';',
		',',
		'\n',
		'\r\n',
		'\t',
		' ',
		'/',
		'/*',
		'*/',
		'//',
		'${',
		'?.',
		'.',
	],
	...[
		'case ',
		"case '",
		"case 'RATE_LIMITED': break;\n",
		'default:',
		'switch (error.code) {',
		'switch (res.status) { case 4',
	],
	...['404', '429', "'FORBIDDEN'", "=== 'NOT_FOUND'", 'else if (error.code === ', 'return ', 'throw error;', '=> '],
	...[
		'// api-errors: none\n',
		'// api-errors: chatness\n',
		'// api-errors-disable-next-line\n',
		'😀',
		'\uFEFF',
		'\0',
		'x',
		'A_',
	],
];

interface RandomEdit {
	readonly at: number;
	readonly removed: number;
	readonly text: string;
	readonly ask: boolean;
}

const edits: fc.Arbitrary<readonly RandomEdit[]> = fc.array(
	fc.record({
		at: fc.nat(1_000_000),
		removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
		text: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 }), fc.constant('')),
		ask: fc.boolean(),
	}),
	{ minLength: 1, maxLength: 12 },
);

test('random edits never make the server fail, and leave nothing behind', async () => {
	const edited = await startClient(connectInMemory(), { capabilities: ableClient });
	const fresh = await startClient(connectInMemory(), { capabilities: ableClient });
	const property = fc.asyncProperty(edits, async (edits) => {
		const document = edited.open(start);
		const asked: Promise<unknown>[] = [];
		for (const edit of edits) {
			const offset = await apply(document, edit);
			if (edit.ask) asked.push(...askEverything(document, offset));
		}
		for (const answer of await Promise.allSettled(asked)) if (answer.status === 'rejected') checkRefusal(answer.reason);
		const again = fresh.open(document.text());
		assert.deepEqual(await answersOf(document), await answersOf(again), document.text());
		assert.deepEqual([...edited.log, ...fresh.log], []);
		await Promise.all([document.close(), again.close()]);
	});
	await fc.assert(property, { numRuns: 60 });
	await Promise.all([edited.stop(), fresh.stop()]);
});

/** Applies the edit without tearing a character that has two UTF-16 units apart. Resolves to where it ends. */
async function apply(document: OpenDocument, { at, removed, text }: RandomEdit): Promise<number> {
	const before = document.text();
	const from = wholeCharacters(before, at % (before.length + 1));
	const to = wholeCharacters(before, Math.min(before.length, from + removed));
	await document.change(from, to, text.toWellFormed());
	return from + text.length;
}

function wholeCharacters(text: string, offset: number): number {
	return /[\uDC00-\uDFFF]/.test(text[offset] ?? '') ? offset + 1 : offset;
}

function askEverything(document: OpenDocument, offset: number): readonly Promise<unknown>[] {
	return [
		document.hover(offset),
		document.complete(offset),
		document.codeActions(offset),
		document.codeActions(0, offset),
		document.diagnostics(),
		document.explain(offset),
	];
}

/** Only diagnostics of a text that was changed meanwhile may be refused: the client asks for them again. */
function checkRefusal(reason: unknown): void {
	assert.ok(reason instanceof ResponseError && reason.code === LSPErrorCodes.ServerCancelled, String(reason));
}

/** All that the server says of a document, whatever its address. */
async function answersOf(document: OpenDocument): Promise<unknown> {
	const text = document.text();
	const all = [...text.matchAll(/['"`\d]|case |=== /g)].map(({ index }) => index);
	const offsets = all.filter((_, index) => index % Math.ceil(all.length / 12) === 0);
	const places = [];
	for (const offset of offsets) {
		const items = await document.complete(offset + 1);
		const actions = (await document.codeActions(offset)).map((action) => [action.title, document.applied(action)]);
		places.push([await document.hover(offset), items, actions, await document.explain(offset)]);
	}
	const actions = await document.codeActions(0, text.length);
	const diagnostics = await document.diagnostics();
	return JSON.parse(
		JSON.stringify({
			places,
			diagnostics,
			actions: actions.map((action) => [action.title, document.applied(action)]),
		}).replaceAll(document.uri, ''),
	);
}
