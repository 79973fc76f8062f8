import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import schema from './catalog.schema.json' with { type: 'json' };
import { readCatalog } from './read-catalog.ts';

const entry = { value: 'GONE_FISHING', title: 'Gone fishing', description: 'Nobody is there.' };
const catalogWith = (...entries: unknown[]) => ({ id: 'acme', entries });
const matchesSchema = new Ajv({ strict: false }).compile(schema);

/** The problems of a catalog as `path: message`. */
function problemsOf(value: unknown): string[] {
	return readCatalog(value).problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

suite('readCatalog', () => {
	test('reads the smallest catalog and fills in the rest', () => {
		assert.deepEqual(readCatalog(catalogWith(entry)), {
			catalog: {
				id: 'acme',
				name: 'acme',
				evidence: { packages: [], hosts: [] },
				entries: [{ kind: 'code', ...entry, required: false }],
			},
			problems: [],
		});
	});

	test('reads every field', () => {
		const full = {
			id: 'acme',
			name: 'Acme',
			url: 'https://acme.example/errors',
			version: '2.1',
			evidence: { packages: ['@acme/sdk'], hosts: ['api.acme.example'] },
			envelope: { code: 'error.code', message: 'error.message', status: 'error.status' },
			entries: [
				{
					...entry,
					kind: 'code',
					status: 503,
					otherNames: ['Away'],
					remedy: 'Wait.',
					differsFromHttp: 'Somewhat.',
					url: 'http://acme.example/errors#gone',
					specification: 'RFC 9110, 15.6.4',
					required: false,
					retry: 'backoff',
					sample: '{}',
					standard: false,
					replacedBy: 40_001,
					runbook: 'https://wiki.acme.example/gone',
					since: '1.2',
					deprecated: 'Ask for `AWAY`.',
					removedIn: '3',
				},
				{ kind: 'code', value: 40_001, title: 'Away', description: 'Away.', required: false },
				{ kind: 'status', value: 503, title: 'Away', description: 'Away.', required: false },
			],
		};
		assert.deepEqual(readCatalog(full), { catalog: full, problems: [] });
		assert.ok(matchesSchema(full));
	});

	test('reads the example of the page for authors', () => {
		const page = readFileSync(new URL('README.md', import.meta.url), 'utf8');
		const examples = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, text = '']) => JSON.parse(text));
		assert.equal(examples.length, 1);
		assert.deepEqual(problemsOf(examples[0]), []);
		assert.ok(matchesSchema(examples[0]));
		assert.equal(readCatalog(examples[0]).catalog?.entries[0]?.retry, 'retry-after');
		const [, example = ''] = /^```yaml\n(.*?)^```/ms.exec(page) ?? [];
		assert.deepEqual(readCatalog(parse(example)), readCatalog(examples[0]));
		const [, additions = ''] = /^```yaml layer\n(.*?)^```/ms.exec(page) ?? [];
		assert.ok(matchesSchema(parse(additions)), JSON.stringify(matchesSchema.errors));
	});

	test('and every problem that there is stands on that page', () => {
		const page = readFileSync(new URL('README.md', import.meta.url), 'utf8');
		const types = readFileSync(new URL('problem.ts', import.meta.url), 'utf8');
		const codes = [...types.matchAll(/^\t\| '([\w-]+)'/gm)].map(([, code = '']) => code);
		assert.ok(codes.length > 10);
		assert.deepEqual(
			codes.filter((code) => !page.includes(`| \`${code}\``)),
			[],
		);
	});

	test('writes a sample out, so that it reads as a body does', () => {
		const { catalog } = readCatalog(catalogWith({ ...entry, sample: { error: { code: 'GONE_FISHING' } } }));
		assert.equal(catalog?.entries[0]?.sample, '{\n  "error": {\n    "code": "GONE_FISHING"\n  }\n}');
	});

	test('takes a name that every object has for a plain code', () => {
		const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'then'];
		const { catalog, problems } = readCatalog(catalogWith(...names.map((value) => ({ ...entry, value }))));
		assert.deepEqual(problems, []);
		assert.deepEqual(
			catalog?.entries.map(({ value }) => value),
			names,
		);
	});

	test('knows where each entry is written, and what of it', () => {
		const { catalog } = readCatalog(catalogWith(entry, { ...entry, value: 'B', retry: 'backoff' }), 'file:///a.json');
		assert.deepEqual(catalog?.entries[1]?.origins, [
			{ source: 'file:///a.json', path: ['entries', 1], fields: ['value', 'title', 'description', 'retry'] },
		]);
	});

	test('says of a gap that it is one, and nothing instead', () => {
		const { catalog } = readCatalog(catalogWith({ value: 'NEW', title: 'New', todo: ['description', 'retry'] }));
		assert.deepEqual(catalog?.entries, [
			{ kind: 'code', value: 'NEW', title: 'New', description: '', required: false, todo: ['description', 'retry'] },
		]);
	});

	test('takes what an importer has written down for itself as it is', () => {
		assert.deepEqual(readCatalog({ ...catalogWith(entry), imported: { from: 'a.yaml', fields: [] } }).problems, []);
	});

	test('may say `false` for a mark that another catalog has set', () => {
		const { catalog, problems } = readCatalog(catalogWith({ ...entry, deprecated: false }));
		assert.deepEqual(problems, []);
		assert.equal(catalog?.entries[0]?.deprecated, undefined);
	});

	test('keeps text and number, code and status apart', () => {
		const entries = [{ value: 429 }, { value: '429' }, { kind: 'status', value: 429 }];
		const { catalog, problems } = readCatalog(catalogWith(...entries.map((facts) => ({ ...entry, ...facts }))));
		assert.deepEqual(problems, []);
		assert.equal(catalog?.entries.length, 3);
	});
});
