import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';

async function namesIn(text: string, languageId: string): Promise<readonly (string | undefined)[]> {
	const { blocks } = await analyzed(text, languageId);
	return blocks.flatMap(({ occurrences }) => occurrences.map(({ name }) => name));
}

test('a function of a package and a field of a parameter are no names of statuses', async () => {
	const text = `package chat
func show(w http.ResponseWriter, r *http.Request, status *Account) {
	if status.Locked != false {
		http.Redirect(w, r, "/", http.StatusSeeOther)
	}
}`;
	assert.deepEqual(await namesIn(text, 'go'), ['http.StatusSeeOther']);
});

test('what is imported is, also in a function', async () => {
	const python =
		'def show(response):\n    from fastapi import status\n    return response.code == status.HTTP_404_NOT_FOUND\n';
	assert.deepEqual(await namesIn(python, 'python'), ['status.HTTP_404_NOT_FOUND']);
	const script =
		"function show(response) {\n\tconst status = require('http-status');\n\treturn response.status === status.NOT_FOUND;\n}";
	assert.deepEqual(await namesIn(script, 'javascript'), ['status.NOT_FOUND']);
});
