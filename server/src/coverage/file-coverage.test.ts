import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzed, catalogs, noContext } from '../../../test/support/analyzed.ts';
import { findingsOf } from '../../../test/support/check-rule.ts';
import type { CoverageOptions } from './cells.ts';
import type { FileCoverage } from './facts.ts';
import { coverageIn } from './file-coverage.ts';

const plain: CoverageOptions = { whenDefault: 'warning', requiredCodes: [] };

async function coverageOf(text: string, options = plain): Promise<FileCoverage> {
	const context = { ...noContext, requiredCodes: options.requiredCodes };
	return coverageIn(await analyzed(`// api-errors: silentchat\n${text}`, 'typescript', context), options);
}

/** What a place does about a code, in one word each. */
async function statesOf(text: string, codes: readonly string[], options = plain): Promise<readonly string[]> {
	const { places } = await coverageOf(text, options);
	return places.map(({ cells, others }) =>
		codes.map((code) => (cells.find(({ value }) => value === code) ?? others).state).join(' '),
	);
}

const silentchat = catalogs.byId('silentchat');
assert.ok(silentchat);

const both = ['RATE_LIMITED', 'AUTH_INVALID_TOKEN'];
const switchWith = (branches: string) =>
	`switch (error.code) {\n\tcase 'NOT_FOUND':\n\t\tshowGone();\n\t\tbreak;\n${branches}}`;

test('a branch handles its code; what must be handled and has none is not, whatever the default does', async () => {
	const limited = `\tcase 'RATE_LIMITED':\n\t\twait();\n\t\tbreak;\n`;
	assert.deepEqual(await statesOf(switchWith(limited), [...both, 'CONFLICT']), ['handled not-handled not-handled']);
	const ending = `${limited}\tdefault:\n\t\tlog(error);\n`;
	assert.deepEqual(await statesOf(switchWith(ending), [...both, 'CONFLICT']), ['handled not-handled default']);
	const off = { ...plain, whenDefault: 'off' } as const;
	assert.deepEqual(await statesOf(switchWith(ending), both, off), ['handled default']);
});

test('a code whose label is misspelt is not handled', async () => {
	const misspelt = `\tcase 'AUTH_INVALID_TOKEN':\n\t\tlogIn();\n\t\tbreak;\n\tcase 'RATE_LIMTED':\n\t\twait();\n\t\tbreak;\n`;
	assert.deepEqual(await statesOf(switchWith(misspelt), both), ['not-handled handled']);
});

test('a comment may say that the default covers a code', async () => {
	const covered = `\t// api-errors: default covers RATE_LIMITED\n\tdefault:\n\t\tlog(error);\n`;
	assert.deepEqual(await statesOf(switchWith(covered), both), ['default not-handled']);
});

test('an error that is handed on cannot be told, and neither can a label that is made as the code runs', async () => {
	const states = ['cannot-tell cannot-tell cannot-tell'];
	assert.deepEqual(await statesOf(switchWith('\tdefault:\n\t\tthrow error;\n'), [...both, 'CONFLICT']), states);
	const dynamic = `switch (error.code) {\n\tcase \`\${kind}_FAILED\`:\n\t\tshow();\n\t\tbreak;\n\tcase 'NOT_FOUND':\n\t\tgone();\n}`;
	assert.deepEqual(await statesOf(dynamic, [...both, 'NOT_FOUND']), ['cannot-tell cannot-tell handled']);
});

test('what an earlier test deals with is handled around the dispatch, and the reason says where', async () => {
	const text = `function send(error: { code: string }) {
	if (error.code === 'RATE_LIMITED') return retry();
	${switchWith('\tdefault:\n\t\tlog(error);\n').replaceAll('\n', '\n\t')}
}`;
	const { places } = await coverageOf(text);
	const last = places.at(-1)?.cells.find(({ value }) => value === 'RATE_LIMITED');
	assert.equal(last?.state, 'around');
	assert.match(last.reason ?? '', /test/);
});

test('a single test is asked about nothing but its own code', async () => {
	const text = `if (error.code === 'NOT_FOUND') showGone();`;
	assert.deepEqual(await statesOf(text, [...both, 'NOT_FOUND']), ['not-asked not-asked handled']);
});

test('a place says where it is, in which function, and what it looks at', async () => {
	const text = `export const save = async () => {\n\tconst { code } = error;\n\tswitch (code) {\n\t\tcase 'CONFLICT':\n\t\t\tmerge();\n\t}\n};`;
	const [place] = (await coverageOf(text)).places;
	assert.deepEqual(
		[place?.line, place?.column, place?.name, place?.subject, place?.form],
		[4, 2, 'save', 'error.code', 'switch'],
	);
	const table = `const actions = { NOT_FOUND: () => gone(), CONFLICT: () => merge() };\nfunction act() { actions[error.code]?.(); }`;
	assert.equal((await coverageOf(table)).places[0]?.name, 'actions');
});

test('what must be handled is what the settings say', async () => {
	const options = { ...plain, requiredCodes: ['!RATE_LIMITED', 'CONFLICT'] };
	const { places, apis } = await coverageOf(switchWith(''), options);
	assert.deepEqual(
		places[0]?.cells.filter(({ required }) => required).map(({ value, state }) => `${value} ${state}`),
		['AUTH_INVALID_TOKEN not-handled', 'CONFLICT not-handled'],
	);
	const required = apis[0]?.rows.filter((row) => row.required).map(({ value }) => value);
	assert.deepEqual(required?.toSorted(), ['AUTH_INVALID_TOKEN', 'CONFLICT']);
});

test('an API of which nothing but a code shows is not one that the file surely speaks of', async () => {
	const context = {
		...noContext,
		workspace: [{ catalog: silentchat, step: 'workspace' as const, reason: 'a manifest has it' }],
	};
	const { apis } = coverageIn(await analyzed("send('AUTH_INVALID_TOKEN');", 'typescript', context), plain);
	assert.deepEqual(
		apis.map(({ id, isSure, mentioned }) => [id, isSure, mentioned]),
		[['silentchat', false, ['AUTH_INVALID_TOKEN']]],
	);
});

test('successes are no errors', async () => {
	const text = `const response = await fetch('https://api.silentchat.de/v1');
switch (response.status) {
	case 200:
		show();
		break;
	case 404:
		gone();
}
if (response.status === 204) done();`;
	const { places, apis } = coverageIn(await analyzed(text), plain);
	assert.equal(places.length, 1);
	const statuses = apis[0]?.rows.filter(({ kind }) => kind === 'status').map(({ value }) => value);
	assert.deepEqual(statuses?.toSorted(), [401, 404, 429]);
});

test('what is not handled is what check warns about', async (t) => {
	const endings = [
		'',
		'\tdefault:\n\t\tlog(error);\n',
		'\tdefault:\n\t\tthrow error;\n',
		'\tdefault:\n\t\treturn next(error);\n',
	];
	const labels = ["case 'RATE_LIMITED'", "case 'AUTH_INVALID_TOKEN'", "case 'CONFLICT'", 'case name'];
	const guards = [
		'',
		"if (error.code === 'RATE_LIMITED') return retry();\n",
		'if (!response.ok) throw new Failure(response);\n',
	];
	let gaps = 0;
	for (const ending of endings)
		for (const label of labels)
			for (const guard of guards) {
				const body = `\t${label}:\n\t\tact();\n\t\tbreak;\n${ending}`;
				const text = `function act(error) {\n${guard}${switchWith(body)}\n}`;
				const { places } = await coverageOf(text);
				const open = places.flatMap(({ line, cells }) =>
					cells
						.filter(({ state, required }) => required && state === 'not-handled')
						.map(({ value }) => `${line} ${value}`),
				);
				const source = `// api-errors: silentchat\n${text}`;
				const warned = (await findingsOf('missing-required', source)).flatMap(({ at, message }) => {
					const line = source.slice(0, at.start).split('\n').length;
					return [...message.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([code]) => `${line} ${code}`);
				});
				assert.deepEqual(open.toSorted(), warned.toSorted(), text);
				gaps += open.length;
			}
	t.diagnostic(`${gaps} gaps`);
	assert.ok(gaps > 10);
});
