import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDescription } from '../read-openapi.ts';
import { listedErrors } from './listed-errors.ts';

const listed = (value: unknown, status?: number) => listedErrors({ 'x-errors': value }, status);

test('lists of codes are read, each with the status of the response that has it', () => {
	assert.deepEqual(listed(['A_B', 1001, 404, 'two words', null]), [
		{ kind: 'code', value: 'A_B' },
		{ kind: 'code', value: 1001 },
	]);
	assert.deepEqual(listed(['A_B'], 409), [{ kind: 'code', value: 'A_B', status: 409 }]);
});

test('lists of objects are read, by whichever names they go', () => {
	assert.deepEqual(
		listed([
			{ code: 'A_B', status: 409, title: 'Late', description: 'It is over.', resolution: 'Come earlier.' },
			{ name: 'C_D', httpStatus: '404', message: 'It is gone.', deprecated: true },
			{ unrelated: true },
		]),
		[
			{ kind: 'code', value: 'A_B', status: 409, title: 'Late', description: 'It is over.', remedy: 'Come earlier.' },
			{ kind: 'code', value: 'C_D', status: 404, description: 'It is gone.', deprecated: true },
		],
	);
});

test('maps are read by code, by status and by group', () => {
	assert.deepEqual(
		listed({ A_B: 'It is over.', C_D: { description: 'It is gone.', status: 410 }, E_F: null, G_H: 429 }),
		[
			{ kind: 'code', value: 'A_B', description: 'It is over.' },
			{ kind: 'code', value: 'C_D', status: 410, description: 'It is gone.' },
			{ kind: 'code', value: 'E_F' },
			{ kind: 'code', value: 'G_H', status: 429 },
		],
	);
	assert.deepEqual(listed({ 404: ['A_B'], 409: { C_D: 'It is over.' }, '422': [{ code: 'E_F' }] }), [
		{ kind: 'code', value: 'A_B', status: 404 },
		{ kind: 'code', value: 'C_D', status: 409, description: 'It is over.' },
		{ kind: 'code', value: 'E_F', status: 422 },
	]);
	assert.deepEqual(listed({ sales: { A_B: { description: 'It is over.' } }, returns: ['C_D'] }), [
		{ kind: 'code', value: 'A_B', description: 'It is over.' },
		{ kind: 'code', value: 'C_D' },
	]);
	assert.deepEqual(listed({ 1180: { description: 'x'.repeat(500) } }), [
		{ kind: 'code', value: '1180', description: 'x'.repeat(500) },
	]);
});

test('the name of the extension may differ a little, but is about errors', () => {
	for (const name of [
		'x-errors',
		'x-error-codes',
		'x-errorCodes',
		'x-api-errors',
		'x-possible-errors',
		'x-problem-types',
	]) {
		assert.equal(listedErrors({ [name]: ['A_B'] }, undefined).length, 1, name);
	}
	for (const name of ['x-error-handling', 'x-vendor-errors', 'errors', 'x-errors-enabled', 'x-codes']) {
		assert.equal(listedErrors({ [name]: ['A_B'] }, undefined).length, 0, name);
	}
});

test('they are found at the root, on paths, operations, responses and media types', () => {
	const { draft } = readDescription({
		openapi: '3.0.0',
		'x-errors': { AT_ROOT: 'It is over.' },
		info: { 'x-error-codes': ['AT_INFO'] },
		paths: {
			'/a': {
				'x-errors': ['AT_PATH'],
				get: {
					'x-errors': ['AT_OPERATION'],
					responses: {
						409: { 'x-errors': ['AT_RESPONSE'], content: { 'application/json': { 'x-errors': ['AT_MEDIA_TYPE'] } } },
					},
				},
			},
		},
	});
	assert.deepEqual(
		draft.entries.filter(({ kind }) => kind === 'code').map(({ value, status }) => [value, status]),
		[
			['AT_RESPONSE', 409],
			['AT_MEDIA_TYPE', 409],
			['AT_ROOT', undefined],
			['AT_INFO', undefined],
			['AT_PATH', undefined],
			['AT_OPERATION', undefined],
		],
	);
});
