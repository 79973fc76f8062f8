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
	['no object', 'acme', [': This must be an object, not "acme".']],
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
				{ kind: 'code', ...entry, required: false, retry: 'never' },
				{ kind: 'code', value: 'B', title: 'B', description: '', required: false, retry: 'never' },
			],
			hasProblems: true,
		});
		assert.equal(problems.length, 8);
	});

	test('keeps the first of two that are the same', () => {
		const { catalog } = readCatalog(catalogWith(entry, { ...entry, title: 'Another' }));
		assert.deepEqual(
			catalog?.entries.map(({ title }) => title),
			['Gone fishing'],
		);
	});
});
