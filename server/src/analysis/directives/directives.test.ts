import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogs } from '../../../../test/support/analyzed.ts';
import { readBlocks } from '../../../../test/support/read-blocks.ts';
import { coversIn, type Directives, readDirectives } from './directives.ts';
import { suppresses } from './suppressions.ts';

async function directivesIn(text: string, languageId = 'typescriptreact'): Promise<Directives> {
	return readDirectives(await readBlocks(text, languageId), text, catalogs);
}

async function checkProblems(text: string, ...expected: readonly (readonly [string, string])[]): Promise<void> {
	const { problems } = await directivesIn(text);
	assert.deepEqual(
		problems.map(({ start, end, message }) => [text.slice(start, end), message]),
		expected,
	);
}

/** The lines, from 1, in which a rule is silent. */
async function silentLines(text: string, rule = 'retry-after'): Promise<readonly number[]> {
	const directives = await directivesIn(text);
	return text.split('\n').flatMap((_, index) => (suppresses(directives, rule, index) ? [index + 1] : []));
}

test('comments of every kind name the API', async () => {
	for (const text of [
		'// api-errors: silentchat',
		'/* api-errors: silentchat */',
		'/**\n * api-errors: silentchat -- ours\n */\n',
		'x = <a>{/* api-errors: silentchat */}</a>',
	]) {
		assert.deepEqual((await directivesIn(text)).apis, ['silentchat'], text);
	}
	assert.deepEqual((await directivesIn('// api-errors: silentchat, chatness -- both')).apis, [
		'silentchat',
		'chatness',
	]);
	assert.deepEqual((await directivesIn('// api-errors: none')).apis, ['none']);
});

test('what only looks like a directive is none', async () => {
	for (const text of [
		'// api-errors are many',
		'// see api-errors: silentchat',
		"x = '// api-errors: silentchat'",
		'// api-errors-client: silentchat',
		'// my-api-errors: silentchat',
	]) {
		assert.deepEqual(await directivesIn(text), { apis: undefined, covers: [], suppressions: [], problems: [] }, text);
	}
});

test('a directive that cannot be followed is a problem at its place', async () => {
	await checkProblems('// api-errors:', ['// api-errors:', 'Expected the id of an API, or none']);
	await checkProblems('// api-errors: silentcat', [
		'silentcat',
		"There is no API 'silentcat'; did you mean silentchat?",
	]);
	await checkProblems('/* api-errors: silentchat chatness */', [
		'silentchat chatness',
		'Expected ids of APIs with commas between them',
	]);
	await checkProblems('// api-errors: silentchat, none', [
		'none',
		'none stands alone: it says that the file speaks of no API',
	]);
	await checkProblems('// api-errors: default covers -- later', [
		'// api-errors: default covers -- later',
		'Expected the codes that the default covers',
	]);
	await checkProblems('// api-errors: default cover A', [
		'// api-errors: default cover A',
		'Expected default covers and the codes',
	]);
	await checkProblems('// api-errors-ignore', ['// api-errors-ignore', 'There is no directive api-errors-ignore']);
	await checkProblems('a();\n// api-errors-enable', [
		'// api-errors-enable',
		'This ends nothing: no api-errors-disable is open here',
	]);
});

test('a default covers codes from its own line, or from a line above it', async () => {
	const text =
		'switch (x) {\n\tcase 1:\n\t// api-errors: default covers A, B -- logged\n\tdefault:\n\t\tlog(); // api-errors: default covers C\n}';
	const directives = await directivesIn(text);
	const codesAt = (line: number): readonly string[] =>
		coversIn(directives, line).flatMap(({ codes }) => codes.map(({ name }) => name));
	assert.deepEqual([codesAt(2), codesAt(3), codesAt(4)], [[], ['A', 'B'], ['C']]);
	const [a] = coversIn(directives, 3)[0]?.codes ?? [];
	assert.equal(a && text.slice(a.start, a.end), 'A');
});

test('rules are silent in a line', async () => {
	assert.deepEqual(await silentLines('a();\n// api-errors-disable-next-line retry-after -- why\nb();\nc();'), [3]);
	assert.deepEqual(await silentLines('a();\nb(); // api-errors-disable-line\nc();'), [2]);
	assert.deepEqual(await silentLines('a();\nb(); // api-errors-disable-line unknown-code, retry-after\nc();'), [2]);
	assert.deepEqual(await silentLines('b(); // api-errors-disable-line unknown-code -- not retry-after'), []);
});

test('directives above each other speak of the same line', async () => {
	const text = '// api-errors-disable-next-line retry-after\n// api-errors-disable-next-line unknown-code\nb();';
	assert.deepEqual(await silentLines(text), [3]);
	assert.deepEqual(await silentLines(text, 'unknown-code'), [3]);
});

test('rules are silent in a part of a file, or in all of it', async () => {
	assert.deepEqual(
		await silentLines('a();\n// api-errors-disable retry-after\nb();\n// api-errors-enable\nc();'),
		[2, 3],
	);
	assert.deepEqual(await silentLines('a();\n/* api-errors-disable */\nb();'), [2, 3]);
	assert.deepEqual(await silentLines('a();\n// api-errors-disable-file\nb();'), [1, 2, 3]);
	const some = '// api-errors-disable\na();\n// api-errors-enable retry-after\nb();\n// api-errors-enable\nc();';
	assert.deepEqual(await silentLines(some), [1, 2]);
	assert.deepEqual(await silentLines(some, 'unknown-code'), [1, 2, 3, 4]);
});

test('the nearest directive is the one that silences', async () => {
	const text = '// api-errors-disable-file\na(); // api-errors-disable-line';
	assert.equal(suppresses(await directivesIn(text), 'retry-after', 1)?.word, 'api-errors-disable-line');
	assert.equal(suppresses(await directivesIn(text), 'retry-after', 0)?.word, 'api-errors-disable-file');
});

test('line ends of Windows change nothing', async () => {
	assert.deepEqual(await silentLines('a();\r\n// api-errors-disable-next-line retry-after\r\nb();\r\nc();'), [3]);
	assert.deepEqual((await directivesIn('// api-errors: silentchat\r\na();')).apis, ['silentchat']);
});
