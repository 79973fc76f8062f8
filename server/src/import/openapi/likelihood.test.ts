import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLikelyOpenApi } from './likelihood.ts';

test('descriptions in JSON and YAML are known, whatever their file is called', () => {
	assert.equal(isLikelyOpenApi({ text: '{"openapi":"3.1.0"}' }), 1);
	assert.equal(isLikelyOpenApi({ text: '{\n  "info": {},\n  "swagger": "2.0"\n}', fileName: 'api.json' }), 1);
	assert.equal(isLikelyOpenApi({ text: '# Ours\n\n---\nopenapi: 3.0.3\n', fileName: 'docs/api.yml' }), 1);
	assert.equal(isLikelyOpenApi({ text: "info:\n  title: Acme\nswagger: '2.0'\n" }), 1);
	assert.equal(isLikelyOpenApi({ text: '\uFEFF{"openapi": "3.0.0"}', fileName: 'openapi' }), 1);
});

test('other data, and pages and code that speak of OpenAPI, are not', () => {
	assert.equal(isLikelyOpenApi({ text: '{"name": "openapi"}', fileName: 'package.json' }), 0);
	assert.equal(isLikelyOpenApi({ text: '{"openapi": "^7.0.0"}', fileName: 'package.json' }), 0);
	assert.equal(isLikelyOpenApi({ text: 'Write this:\n\nopenapi: 3.0.0\n' }), 0);
	assert.equal(isLikelyOpenApi({ text: 'openapi: 3.0.0\n', fileName: 'page.md' }), 0);
	assert.equal(isLikelyOpenApi({ text: "openapi: '3.0.0'\n", fileName: 'api.ts' }), 0);
	assert.equal(isLikelyOpenApi({ text: 'steps:\n  openapi: 3.0.0\n', fileName: 'build.yml' }), 0);
	assert.equal(isLikelyOpenApi({ text: '' }), 0);
});

test('long texts are told at once', { timeout: 5000 }, () => {
	for (const filler of ['\n', ' ', '# a\n', '-\n', '"', 'a: b\n', '{ ']) {
		assert.equal(isLikelyOpenApi({ text: filler.repeat(500_000) }), 0);
	}
});
