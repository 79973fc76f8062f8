import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftEntry } from '../draft.ts';
import { readDescription } from './read-openapi.ts';

const table = '| Code | Meaning |\n| --- | --- |\n| `bad_name` | The name is bad. |\n| `bad_age` | The age is bad. |';
const list = 'One of:\n\n- `bad_name`: The name is bad.\n- `bad_age`: The age is bad.';

function codesOf(info: object, responses: object): readonly DraftEntry[] {
	const root = { openapi: '3.1.0', info, paths: { '/x': { get: { responses } } } };
	return readDescription(root).draft.entries.filter(({ kind }) => kind === 'code');
}

const described = (status?: number): readonly DraftEntry[] =>
	[
		{ value: 'bad_name', description: 'The name is bad.' },
		{ value: 'bad_age', description: 'The age is bad.' },
	].map((entry) => ({ kind: 'code', ...entry, ...(status !== undefined && { status }) }));

test('codes that the description of a response lists come with its status', () => {
	for (const description of [table, list])
		assert.deepEqual(codesOf({}, { 400: { description }, 200: { description: 'Done.' } }), described(400));
});

test('codes that the description of their property lists are those of the schema', () => {
	for (const description of [table, list]) {
		const schema = { properties: { code: { type: 'string', description }, message: { type: 'string' } } };
		const content = { 'application/json': { schema } };
		assert.deepEqual(codesOf({}, { 422: { description: 'Bad.', content } }), described(422));
	}
});

test('codes that the description of the API has a chapter on have no status but their own', () => {
	assert.deepEqual(codesOf({ description: `# Names\n\nAll of them.\n\n# Errors\n\n${table}` }, {}), described());
});

test('what else descriptions list is no code', () => {
	const scopes = '# Scopes\n\n| Scope | Meaning |\n| --- | --- |\n| `read_name` | Reads. |\n| `write_name` | Writes. |';
	const steps = 'What to do:\n\n- Look at the name.\n- Try again.';
	assert.deepEqual(codesOf({ description: scopes }, { 400: { description: steps }, 200: { description: table } }), []);
	const schema = {
		properties: { code: { type: 'string', description: 'As in `Name`:\n- short\n- long' }, message: {} },
	};
	const content = { 'application/json': { schema } };
	assert.deepEqual(codesOf({}, { 422: { description: 'Bad.', content } }), []);
});
