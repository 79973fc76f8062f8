import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyzed, noContext } from '../../../test/support/analyzed.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import type { Catalog, Entry } from '../catalog/catalog.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { unawareDispatches } from './unaware-dispatches.ts';

const entry = (value: string, status: number, required = false): Entry => ({
	kind: 'code',
	value,
	status,
	title: value,
	description: value,
	required,
});
const added = [entry('METER_STOLEN', 409, true), entry('METER_FROZEN', 423), entry('METER_LOST', 400)];
const catalog: Catalog = {
	id: 'meters',
	name: 'Meters',
	envelope: { code: 'error.code' },
	evidence: { packages: [], hosts: ['api.meters.example'] },
	entries: [entry('METER_OFF', 400), entry('METER_DRY', 400), ...added],
};
const other: Catalog = {
	id: 'valves',
	name: 'Valves',
	envelope: { code: 'error.code' },
	evidence: { packages: [], hosts: ['api.valves.example'] },
	entries: [entry('VALVE_SHUT', 400), entry('METER_OFF', 400), entry('METER_DRY', 400)],
};
const catalogs = buildCatalogIndex([...builtinCatalogs, catalog, other]);

/** The first line of each dispatch that does not know the new codes, which ones, and what takes them. */
async function unawareIn(source: string, languageId: string): Promise<readonly string[]> {
	const analysis = await analyzed(source, languageId, { ...noContext, catalogs });
	return unawareDispatches(analysis, 'meters', added).map(({ start, end, unknown, onDefault }) => {
		const [line] = source.slice(start, end).split('\n');
		return `${line}: ${unknown.map(({ value }) => value).join(' ')} (${onDefault})`;
	});
}

/** A comment that names the API, or does not. */
const told = (sign: string, api = 'meters'): string => `${sign} api-errors: ${api}\n`;

const all = 'METER_STOLEN METER_LOST METER_FROZEN';
const cases: readonly (readonly [title: string, languageId: string, source: string, found: readonly string[]])[] = [
	[
		'a switch without a default',
		'typescript',
		`${told('//')}switch (error.code) { case 'METER_OFF': a(); break; case 'METER_DRY': b(); }`,
		[`switch (error.code): ${all} (none)`],
	],
	[
		'a switch whose default takes them',
		'typescript',
		`${told('//')}switch (error.code) { case 'METER_OFF': a(); break; case 'METER_FROZEN': b(); break; default: show(); }`,
		['switch (error.code): METER_STOLEN METER_LOST (ends)'],
	],
	[
		'a switch that hands on what it does not know',
		'typescript',
		`${told('//')}switch (error.code) { case 'METER_OFF': a(); break; default: throw error; }`,
		[`switch (error.code): ${all} (passes-on)`],
	],
	[
		'a table of texts that is looked into',
		'typescript',
		`${told('//')}const texts = { METER_OFF: 'Off', METER_DRY: 'Dry' };\nconst text = (error) => texts[error.code];`,
		[`texts: ${all} (none)`],
	],
	[
		'a switch over a type that was written before',
		'typescript',
		`${told('//')}type Code = 'METER_OFF' | 'METER_DRY';\nfunction f(error: { code: Code }) { switch (error.code) { case 'METER_OFF': a(); break; case 'METER_DRY': b(); } }`,
		[`switch (error.code): ${all} (none)`],
	],
	[
		'what is handled before',
		'typescript',
		`${told('//')}function f(error) { if (error.code === 'METER_STOLEN') return stolen(); switch (error.code) { case 'METER_OFF': a(); break; case 'METER_DRY': b(); } }`,
		['switch (error.code): METER_LOST METER_FROZEN (none)'],
	],
	[
		'what a comment says of the default',
		'typescript',
		`${told('//')}switch (error.code) { case 'METER_OFF': a(); break;\n// api-errors: default covers METER_STOLEN, METER_LOST, METER_FROZEN\ndefault: show(); }`,
		[],
	],
	[
		'statuses: only those that no known code comes with are new',
		'typescript',
		`${told('//')}switch (response.status) { case 400: a(); break; case 404: b(); }`,
		['switch (response.status): 409 423 (none)'],
	],
	[
		'a switch that knows all',
		'typescript',
		`${told('//')}switch (error.code) { case 'METER_OFF': case 'METER_STOLEN': case 'METER_FROZEN': case 'METER_LOST': a(); }`,
		[],
	],
	['a single test', 'typescript', `${told('//')}if (error.code === 'METER_OFF') a();`, []],
	[
		'a list of some',
		'typescript',
		`${told('//')}const again = new Set(['METER_OFF', 'METER_DRY']);\nif (again.has(error.code)) a();`,
		[],
	],
	[
		'the other API, which has the same codes',
		'typescript',
		`${told('//', 'valves')}switch (error.code) { case 'METER_OFF': a(); break; case 'METER_DRY': b(); }`,
		[],
	],
	[
		'either API',
		'typescript',
		`${told('//', 'valves, meters')}switch (error.code) { case 'METER_OFF': a(); break; case 'METER_DRY': b(); }`,
		[],
	],
	[
		'nothing shows which API',
		'typescript',
		"switch (error.code) { case 'METER_OFF': a(); break; case 'METER_DRY': b(); }",
		[],
	],
	[
		'codes of another system',
		'typescript',
		`${told('//')}switch (event.kind) { case 'opened': a(); break; case 'closed': b(); }`,
		[],
	],
	[
		'generated code',
		'typescript',
		`// @generated\n${told('//')}switch (error.code) { case 'METER_OFF': a(); break; case 'METER_DRY': b(); }`,
		[],
	],
	[
		'a match with a default',
		'python',
		`${told('#')}def f(error):\n    match error.code:\n        case "METER_OFF":\n            a()\n        case "METER_DRY":\n            b()\n        case _:\n            raise error\n`,
		[`match error.code: ${all} (passes-on)`],
	],
	[
		'a chain of tests',
		'python',
		`${told('#')}def f(error):\n    if error.code == "METER_OFF":\n        a()\n    elif error.code == "METER_STOLEN":\n        b()\n`,
		['if error.code == "METER_OFF": METER_LOST METER_FROZEN (none)'],
	],
	[
		'a switch without a default',
		'go',
		`package meters\n\n${told('//')}func f(err *ApiError) {\n\tswitch err.Code {\n\tcase "METER_OFF":\n\t\ta()\n\tcase "METER_DRY", "METER_LOST":\n\t\tb()\n\t}\n}\n`,
		['switch err.Code: METER_STOLEN METER_FROZEN (none)'],
	],
	[
		'the other API, whose host is named',
		'go',
		`package valves\n\nconst base = "https://api.valves.example"\n\nfunc f(err *ApiError) {\n\tswitch err.Code {\n\tcase "METER_OFF":\n\t\ta()\n\tcase "METER_DRY":\n\t\tb()\n\t}\n}\n`,
		[],
	],
];

describe('dispatches that were written before new codes', () => {
	for (const [title, languageId, source, found] of cases)
		test(`${title} (${languageId})`, async () => assert.deepEqual(await unawareIn(source, languageId), found));
});
