import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noContext } from '../../../../test/support/analyzed.ts';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { findingsOf, shown } from '../../../../test/support/check-rule.ts';
import { builtinCatalogs } from '../../catalog/builtin/index.ts';
import { buildCatalogIndex } from '../../catalog/catalog-index.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';

const { catalog: parcels } = readCatalog({
	id: 'parcels',
	name: 'Parcels',
	envelope: { code: 'error.code' },
	entries: [
		{ value: 'PARCEL_LOST', title: 'Parcel lost', description: 'Nobody knows where it is.' },
		{ value: 'PARCEL_GONE', title: 'Gone', description: 'It is lost.', replacedBy: 'PARCEL_LOST' },
		{ value: 'parcel.late', title: 'Late', description: 'It is late.', replacedBy: 'parcel.delayed' },
		{ value: 'parcel.delayed', title: 'Delayed', description: 'It is late.' },
		{ value: 7001, title: 'Too heavy', description: 'It weighs too much.', replacedBy: 7002 },
		{ value: 7002, title: 'Too heavy', description: 'It weighs too much.' },
		{ value: 'parcel.wet', title: 'Wet', description: 'It rained.', deprecated: 'Ask for `weather`.' },
		{ value: 'parcel.torn', title: 'Torn', description: 'It is torn.', removedIn: '3.0' },
	],
});
assert.ok(parcels);
const context = { ...noContext, catalogs: buildCatalogIndex([...builtinCatalogs, parcels]) };

async function saidOf(text: string, given = context): Promise<readonly string[]> {
	return shown(text, await findingsOf('deprecated-code', text, { context: given }));
}

/** What the first fix makes of a source, with its title. */
async function fixed(text: string): Promise<readonly [title: string, after: string] | undefined> {
	const [finding] = await findingsOf('deprecated-code', text, { context });
	const [fix] = finding?.fixes?.() ?? [];
	return fix && [fix.title, applyEdits(text, fix.edits)];
}

const told = (code: string): string => `// api-errors: parcels\n${code}`;

test('found as a label, in a list, as a key, and where a constant is given its value', async () => {
	for (const [code, at] of [
		["switch (error.code) { case 'PARCEL_GONE': f(); }", "'PARCEL_GONE'"],
		["if (['PARCEL_GONE', 'parcel.delayed'].includes(error.code)) f();", "'PARCEL_GONE'"],
		["const texts = { PARCEL_GONE: a, 'parcel.delayed': b };\nshow(texts[error.code]);", 'PARCEL_GONE'],
		["const GONE = 'PARCEL_GONE';", "'PARCEL_GONE'"],
	] as const)
		assert.deepEqual(await saidOf(told(code)), [`warning: ${at}`], code);
});

test('beside its successor it is only a hint', async () => {
	for (const code of [
		"switch (error.code) { case 'PARCEL_GONE': case 'PARCEL_LOST': f(); }",
		"const gone = ['PARCEL_GONE', 'PARCEL_LOST'];",
		'const texts = { PARCEL_GONE: a, PARCEL_LOST: b };\nshow(texts[error.code]);',
	])
		assert.deepEqual(
			(await saidOf(told(code))).map((said) => said.split(':')[0]),
			['hint'],
			code,
		);
});

test('the successor takes its place in the quotes that are there', async () => {
	assert.deepEqual(await fixed(told('if (error.code === "PARCEL_GONE") f();')), [
		"Replace with 'PARCEL_LOST'",
		told('if (error.code === "PARCEL_LOST") f();'),
	]);
	assert.deepEqual(await fixed(told("if (error.code === 'parcel.late') f();")), [
		"Replace with 'parcel.delayed'",
		told("if (error.code === 'parcel.delayed') f();"),
	]);
	assert.deepEqual(await fixed(told('switch (error.code) { case 7001: f(); }')), [
		'Replace with 7002',
		told('switch (error.code) { case 7002: f(); }'),
	]);
});

test('the key of a table keeps its form', async () => {
	assert.deepEqual(await fixed(told('const texts = { PARCEL_GONE: a, b };\nshow(texts[error.code]);')), [
		"Replace with 'PARCEL_LOST'",
		told('const texts = { PARCEL_LOST: a, b };\nshow(texts[error.code]);'),
	]);
});

test('where the successor has a branch, the branch of the old code goes', async () => {
	const text = told(
		"switch (error.code) {\n\tcase 'PARCEL_LOST':\n\t\tapologize();\n\t\tbreak;\n\tcase 'PARCEL_GONE':\n\t\tsearch();\n\t\tbreak;\n}",
	);
	assert.deepEqual(await fixed(text), [
		'Remove the branch for PARCEL_GONE',
		told("switch (error.code) {\n\tcase 'PARCEL_LOST':\n\t\tapologize();\n\t\tbreak;\n}"),
	]);
});

test('a name is left alone where it is used', async () => {
	const text = told("const GONE = 'PARCEL_GONE';\nif (error.code === GONE) f();");
	const found = await findingsOf('deprecated-code', text, { context });
	const titles = found.map(({ at, fixes }) => [text.slice(at.start, at.end), fixes?.().length]);
	assert.deepEqual(
		titles.filter(([, count]) => count !== 0),
		[["'PARCEL_GONE'", 1]],
	);
});

test('evidence from the workspace alone asks for a subject like the envelope’s', async () => {
	const around = { ...context, workspace: [{ catalog: parcels, step: 'workspace' as const, reason: 'it is used' }] };
	assert.deepEqual(await saidOf("if (error.code === 'PARCEL_GONE') f();", around), ["warning: 'PARCEL_GONE'"]);
	assert.deepEqual(await saidOf("if (view === 'PARCEL_GONE') f();", around), []);
	assert.deepEqual(await saidOf("if (error.code === 'PARCEL_GONE') f();"), []);
});

test('one that is still sent is only marked, and one without a successor has no fix', async () => {
	const text = told("switch (error.code) { case 'parcel.wet': case 'parcel.torn': case 'parcel.delayed': f(); }");
	const found = await findingsOf('deprecated-code', text, { context });
	assert.deepEqual(
		found.map(({ message, severity, tag, fixes }) => [message, severity, tag, fixes?.().length]),
		[
			['Parcels has deprecated parcel.wet', 'hint', 'deprecated', 0],
			['Parcels no longer sends parcel.torn since 3.0', 'warning', 'deprecated', 0],
		],
	);
});
