import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import util from 'node:util';
import { Ajv } from 'ajv';
import { requiredOf } from '../../server/src/catalog/catalog-index.ts';
import { readCatalog } from '../../server/src/catalog/read-catalog.ts';

const folder = path.join(import.meta.dirname, 'workspace/.api-errors');
const schema = path.join(import.meta.dirname, '../../server/src/catalog/catalog.schema.json');
const isValid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));

const files = readdirSync(folder);
const contentOf = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));

function catalogOf(id: string) {
	const { catalog } = readCatalog(contentOf(`${id}.json`));
	assert.ok(catalog, id);
	return catalog;
}

function valuesOf(id: string): ReadonlySet<string | number> {
	return new Set(catalogOf(id).entries.map(({ value }) => value));
}

suite('the catalogs with which accuracy is measured', () => {
	for (const file of files)
		test(`${file} is as the schema and the reader want it, without a code twice`, () => {
			assert.ok(isValid(contentOf(file)), JSON.stringify(isValid.errors));
			const { catalog, problems } = readCatalog(contentOf(file));
			assert.deepEqual(problems, []);
			assert.equal(`${catalog?.id}.json`, file);
			const values = catalog?.entries.map(({ value }) => value) ?? [];
			assert.equal(new Set(values).size, values.length);
		});

	test('Node.js: every error that this system and its library have, and codes of its own', () => {
		const values = valuesOf('node');
		const systems = [...util.getSystemErrorMap().values()].map(([name]) => name);
		for (const name of [...systems, ...Object.keys(os.constants.errno)])
			assert.ok(values.has(name) || name.startsWith('WSA'), name);
		for (const code of [
			'ENOTFOUND',
			'ABORT_ERR',
			'ERR_INVALID_ARG_TYPE',
			'ERR_HTTP2_GOAWAY_SESSION',
			'CERT_HAS_EXPIRED',
		])
			assert.ok(values.has(code), code);
	});

	test('PostgreSQL: five signs each, in every class of the appendix', () => {
		const values = [...valuesOf('postgresql')].map(String);
		for (const value of values) assert.match(value, /^[0-9A-Z]{5}$/);
		assert.deepEqual(
			[...new Set(values.map((value) => value.slice(0, 2)))].sort().join(' '),
			'00 01 02 03 08 09 0A 0B 0F 0L 0P 0Z 20 21 22 23 24 25 26 27 28 2B 2D 2F 34 38 39 3B 3D 3F 40 42 44 53 54 55 57 58 72 F0 HV P0 XX',
		);
	});

	test('few codes are required, and each for a reason: limits want waiting, a login that is over wants a new one', () => {
		const required = files.flatMap((file) => {
			const catalog = catalogOf(path.basename(file, '.json'));
			return requiredOf(catalog).map(({ value }) => `${catalog.id} ${value}`);
		});
		assert.deepEqual(required.sort(), [
			'firebase-auth auth/too-many-requests',
			'firebase-auth-rest TOO_MANY_ATTEMPTS_TRY_LATER',
			'stripe rate_limit',
			'trpc TOO_MANY_REQUESTS',
			'trpc UNAUTHORIZED',
		]);
	});
});
