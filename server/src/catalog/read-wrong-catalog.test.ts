import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import schema from './catalog.schema.json' with { type: 'json' };
import { readCatalog } from './read-catalog.ts';

const entry = { value: 'GONE_FISHING', title: 'Gone fishing', description: 'Nobody is there.' };
const catalogWith = (...entries: unknown[]) => ({ id: 'acme', entries });
const matchesSchema = new Ajv({ strict: false }).compile(schema);

/** The problems of a catalog as `path: message`. */
function problemsOf(value: unknown): string[] {
	return readCatalog(value).problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** What is wrong, and what is said about it. The schema must find it wrong too, unless it cannot. */
const mistakes: readonly [
	what: string,
	value: unknown,
	problems: readonly string[],
	beyondSchema?: 'beyond the schema',
][] = [
	['no object', 'acme', [': This must be an object, not text.']],
	['nothing', undefined, [': This must be an object, not undefined.']],
	['null', null, [': This must be an object, not null.']],
	['a list', [], [': This must be an object, not a list.']],
	['an empty object', {}, [': "id" is missing.', ': "entries" is missing.']],
	[
		'an id with capitals',
		{ id: 'Acme', entries: [] },
		['id: "Acme" must be small letters, digits and hyphens, a letter first.'],
	],
	['a reserved id', { id: 'none', entries: [] }, ['id: "none" is a word that directives use for something else.']],
	[
		'another reserved id',
		{ id: 'default', entries: [] },
		['id: "default" is a word that directives use for something else.'],
	],
	['entries by name', { id: 'acme', entries: { A: entry } }, ['entries: "entries" must be a list, not an object.']],
	['a field that is unknown', { id: 'acme', entries: [], hosts: [] }, ['hosts: "hosts" is not known here.']],
	[
		'a script for a link',
		{ id: 'acme', url: 'javascript:alert(1)', entries: [] },
		['url: "javascript:alert(1)" is no http or https address.'],
	],
	[
		'a command for a link',
		{ id: 'acme', url: 'command:workbench.action.quit', entries: [] },
		['url: "command:workbench.action.quit" is no http or https address.'],
	],
	[
		'an address for a host',
		{ id: 'acme', evidence: { hosts: ['https://api.acme.example'] }, entries: [] },
		['evidence.hosts.0: "https://api.acme.example" must be a host alone, such as api.example.com.'],
	],
	[
		'a host that is no text',
		{ id: 'acme', evidence: { hosts: [{}] }, entries: [] },
		['evidence.hosts.0: This must be text, not an object.'],
	],
	[
		'one package instead of a list',
		{ id: 'acme', evidence: { packages: 'acme' }, entries: [] },
		['evidence.packages: "packages" must be a list, not "acme".'],
	],
	[
		'an envelope without a code',
		{ id: 'acme', envelope: { message: 'message' }, entries: [] },
		['envelope: "code" is missing.'],
	],
	[
		'a path with an empty name',
		{ id: 'acme', envelope: { code: 'error..code' }, entries: [] },
		['envelope.code: "error..code" must be names with dots between, such as error.code.'],
	],
	['an entry that is none', catalogWith(7), ['entries.0: This must be an object, not 7.']],
	[
		'an entry without its parts',
		catalogWith({ value: 'A' }),
		['entries.0.value: "title" is missing.', 'entries.0.value: "description" is missing.'],
	],
	['an entry without a value', catalogWith({ title: 'A', description: 'A.' }), ['entries.0: "value" is missing.']],
	[
		'a field with a typing error',
		catalogWith({ ...entry, requierd: true }),
		['entries.0.requierd: "requierd" is not known here. Did you mean "required"?'],
	],
	['an empty code', catalogWith({ ...entry, value: '' }), ['entries.0.value: This must be text, not an empty text.']],
	[
		'a code with a space behind',
		catalogWith({ ...entry, value: 'A ' }),
		['entries.0.value: "A " begins or ends with a space.'],
	],
	[
		'a code of two lines',
		catalogWith({ ...entry, value: 'A\nB' }),
		['entries.0.value: "A\nB" has a line break or another control character.'],
	],
	[
		'half a code',
		catalogWith({ ...entry, value: 4.5 }),
		['entries.0.value: "value" must be text or a whole number, not 4.5.'],
	],
	[
		'a number that is not exact',
		catalogWith({ ...entry, value: 2 ** 53 }),
		['entries.0.value: "value" must be text or a whole number, not 9007199254740992.'],
	],
	[
		'a status that cannot be',
		catalogWith({ ...entry, status: 999 }),
		['entries.0.status: "status" must be a whole number from 100 to 599, not 999.'],
	],
	[
		'a status as text',
		catalogWith({ ...entry, status: '429' }),
		['entries.0.status: "status" must be a whole number from 100 to 599, not "429".'],
	],
	[
		'a status entry that cannot be',
		catalogWith({ ...entry, kind: 'status', value: 600 }),
		['entries.0.value: "value" must be a whole number from 100 to 599, not 600.'],
	],
	[
		'a status with a status',
		catalogWith({ ...entry, kind: 'status', value: 404, status: 404 }),
		['entries.0.status: A status has no other status; leave it out.'],
	],
	[
		'a kind that is none',
		catalogWith({ ...entry, kind: 'error' }),
		['entries.0.kind: "kind" must be one of code, status, not "error".'],
	],
	[
		'a retry that is none',
		catalogWith({ ...entry, retry: 'always' }),
		['entries.0.retry: "retry" must be one of never, backoff, retry-after, after-refresh, not "always".'],
	],
	[
		'required as text',
		catalogWith({ ...entry, required: 'yes' }),
		['entries.0.required: "required" must be true or false, not "yes".'],
	],
	['a title without a word', catalogWith({ ...entry, title: ' ' }), ['entries.0.title: This must be text, not " ".']],
	['a sample that is a number', catalogWith({ ...entry, sample: 7 }), ['entries.0.sample: This must be text, not 7.']],
	[
		'a host that is no name',
		{ id: 'acme', evidence: { hosts: ['api!acme'] }, entries: [] },
		['evidence.hosts.0: "api!acme" must be a host alone, such as api.example.com.'],
	],
	[
		'a list of too many hosts',
		{ id: 'acme', evidence: { hosts: Array(201).fill('acme.example') }, entries: [] },
		['evidence.hosts: Only the first 200 of these 201 are read.'],
	],
	['no id where two are extended', { extends: ['a', 'b'] }, [': "id" is missing.']],
	[
		'no id and no entries where nothing is extended',
		{ extends: [] },
		[': "id" is missing.', ': "entries" is missing.'],
	],
	['a number that is extended', { id: 'acme', extends: 7, entries: [] }, ['extends: This must be text, not 7.']],
	[
		'an empty name among those extended',
		{ id: 'acme', extends: ['a', ''] },
		['extends.1: This must be text, not an empty text.'],
	],
	['a list that is hidden by name', { extends: 'a', hide: 'CODE' }, ['hide: "hide" must be a list, not "CODE".']],
	[
		'something hidden that is no code',
		{ extends: 'a', hide: ['A', 4.5] },
		['hide.1: This must be a code or a status, not 4.5.'],
	],
	['a version that is a number', { id: 'acme', version: 2.1, entries: [] }, ['version: This must be text, not 2.1.']],
	[
		'a runbook that is no page',
		catalogWith({ ...entry, runbook: 'data:text/html,x' }),
		['entries.0.runbook: "data:text/html,x" is no http or https address.'],
	],
	[
		'a deprecation that is a number',
		catalogWith({ ...entry, deprecated: 2 }),
		['entries.0.deprecated: This must be text, not 2.'],
	],
	[
		'a removal that is a number',
		catalogWith({ ...entry, removedIn: 3 }),
		['entries.0.removedIn: This must be text, not 3.'],
	],
	[
		'a gap that is no field',
		catalogWith({ ...entry, todo: ['value'] }),
		['entries.0.todo.0: "value" is no field that could be filled in.'],
	],
	[
		'a gap that is told without a list',
		catalogWith({ value: 'A', title: 'A', todo: 'description' }),
		['entries.0.todo: "todo" must be a list, not "description".', 'entries.0.value: "description" is missing.'],
	],
	[
		'a gap in another field than the one that is missing',
		catalogWith({ value: 'A', title: 'A', todo: ['retry'] }),
		['entries.0.todo.0: "retry" is not filled in yet.', 'entries.0.value: "description" is missing.'],
	],
	[
		'a description that is too long',
		catalogWith({ ...entry, description: 'A'.repeat(4_001) }),
		['entries.0.description: This is longer than 4000 characters; what is beyond is not shown.'],
	],
	[
		'a code that is too long',
		catalogWith({ ...entry, value: 'A'.repeat(201) }),
		['entries.0.value: This is longer than 200 characters; it is left out.'],
	],
	[
		'a gap that is told and not filled',
		catalogWith({ value: 'A', title: 'A', todo: ['description'] }),
		['entries.0.todo.0: "description" is not filled in yet.'],
		'beyond the schema',
	],
	[
		'a gap that is filled in',
		catalogWith({ ...entry, retry: 'never', todo: ['retry'] }),
		['entries.0.todo.0: "retry" is filled in.'],
		'beyond the schema',
	],
	[
		'a later version of the format',
		{ $schema: 'api-errors:/schemas/catalog-2.json', id: 'acme', entries: [] },
		[
			'$schema: Version 2 of the format is later than what is known here, which is 1; what is new in it is passed over.',
		],
		'beyond the schema',
	],
	[
		'a status twice',
		catalogWith({ ...entry, kind: 'status', value: 404 }, { ...entry, kind: 'status', value: 404 }),
		['entries.1.value: 404 is there already, as number 1 of the list; this one is left out.'],
		'beyond the schema',
	],
	[
		'codes that differ by case',
		catalogWith(entry, { ...entry, value: 'gone_fishing' }),
		['entries.1.value: "gone_fishing" differs from "GONE_FISHING" only in capital and small letters.'],
		'beyond the schema',
	],
	[
		'a required code that is deprecated',
		catalogWith({ ...entry, required: true, deprecated: true }),
		['entries.0.required: "GONE_FISHING" is deprecated, so nobody can be required to handle it.'],
		'beyond the schema',
	],
	[
		'something hidden where nothing is extended',
		{ id: 'acme', hide: ['A'], entries: [] },
		['hide.0: "A" is nothing that could be hidden: no catalog beneath has it.'],
		'beyond the schema',
	],
	[
		'a code twice',
		catalogWith(entry, { ...entry, value: 'B' }, entry),
		['entries.2.value: "GONE_FISHING" is there already, as number 1 of the list; this one is left out.'],
		'beyond the schema',
	],
	[
		'a replacement that is not there',
		catalogWith({ ...entry, replacedBy: 'AWAY' }),
		['entries.0.replacedBy: "AWAY" is not another code of this catalog.'],
		'beyond the schema',
	],
	[
		'a code that replaces itself',
		catalogWith({ ...entry, replacedBy: 'GONE_FISHING' }),
		['entries.0.replacedBy: "GONE_FISHING" is not another code of this catalog.'],
		'beyond the schema',
	],
];

suite('a catalog with mistakes', () => {
	for (const [what, value, problems, beyondSchema] of mistakes)
		test(`says so: ${what}`, () => {
			assert.deepEqual(problemsOf(value), problems);
			assert.equal(matchesSchema(value), beyondSchema !== undefined);
		});

	test('keeps what can be read', () => {
		const { catalog, problems } = readCatalog({
			id: 'acme',
			url: 'nowhere',
			evidence: { hosts: ['API.acme.example', 'a b'] },
			entries: [null, { ...entry, status: 999, retry: 'always' }, { value: 'B' }, { value: {} }],
		});
		assert.deepEqual(catalog, {
			id: 'acme',
			name: 'acme',
			evidence: { packages: [], hosts: ['api.acme.example'] },
			entries: [
				{ kind: 'code', ...entry, required: false },
				{ kind: 'code', value: 'B', title: 'B', description: '', required: false },
			],
			hasProblems: true,
		});
		assert.equal(problems.length, 8);
	});

	test('is as good as without them where nothing is lost by them', () => {
		for (const facts of [
			{ unknown: 1 },
			{ todo: ['retry'] },
			{ deprecated: true, required: true },
			{ replacedBy: 'X' },
		]) {
			const { catalog, problems } = readCatalog(catalogWith({ ...entry, ...facts }));
			assert.equal(problems.length, 1);
			assert.equal(catalog?.hasProblems, undefined, JSON.stringify(facts));
		}
		for (const facts of [{ status: 4290 }, { retry: 'always' }, { value: {} }])
			assert.equal(readCatalog(catalogWith({ ...entry, ...facts })).catalog?.hasProblems, true, JSON.stringify(facts));
	});

	test('cuts a text that is too long, and no character in two', () => {
		const { catalog } = readCatalog(catalogWith({ ...entry, title: '😀'.repeat(300) }));
		assert.equal(catalog?.entries[0]?.title, '😀'.repeat(200));
	});

	test('says no more than anybody reads', () => {
		const { problems } = readCatalog(catalogWith(...Array(5_000).fill(7)));
		assert.equal(problems.length, 1_000);
	});

	test('keeps the first of two that are the same', () => {
		const { catalog } = readCatalog(catalogWith(entry, { ...entry, title: 'Another' }));
		assert.deepEqual(
			catalog?.entries.map(({ title }) => title),
			['Gone fishing'],
		);
	});
});
