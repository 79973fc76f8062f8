import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeCatalog } from './describe-catalog.ts';

const acme = {
	id: 'acme',
	name: 'Acme',
	codes: 12,
	statuses: 2,
	required: 1,
	unfinished: 0,
	problems: [],
	isStale: false,
};

test('a catalog is listed with its id, its size and its file', () => {
	assert.deepEqual(describeCatalog(acme, '.api-errors/acme.json'), {
		description: 'acme · .api-errors/acme.json · 12 codes and 2 statuses, 1 must be handled',
		detail: undefined,
	});
	assert.match(describeCatalog({ ...acme, required: 0 }, undefined).description, /built in · 12 codes and 2 statuses$/);
});

test('what is wrong with its file is told, the first in full', () => {
	const problems = ['"acmee" is no catalog.', 'A comma is missing here.', 'This is no number.'];
	assert.equal(describeCatalog({ ...acme, problems }, 'a.json').detail, '"acmee" is no catalog. (and 2 more)');
	assert.equal(
		describeCatalog({ ...acme, problems: ['A comma is missing here.'], isStale: true, unfinished: 3 }, 'a.json').detail,
		'The file is broken; what it said before counts. A comma is missing here. 3 not filled in yet.',
	);
});
