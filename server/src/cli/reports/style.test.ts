import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coloured, plain, styleFor } from './style.ts';

test('colours are for terminals, and for those who ask for them', () => {
	assert.equal(styleFor({}, true), coloured);
	assert.equal(styleFor({}, false), plain);
	assert.equal(styleFor({ TERM: 'dumb' }, true), plain);
	assert.equal(styleFor({ FORCE_COLOR: '1' }, false), coloured);
	assert.equal(styleFor({ FORCE_COLOR: '' }, false), coloured);
	assert.equal(styleFor({ FORCE_COLOR: '0' }, true), plain);
	assert.equal(styleFor({ FORCE_COLOR: 'false' }, true), plain);
});

test('who wants no colours gets none', () => {
	assert.equal(styleFor({ NO_COLOR: '1' }, true), plain);
	assert.equal(styleFor({ NO_COLOR: '1', FORCE_COLOR: '1' }, true), plain);
	assert.equal(styleFor({ NO_COLOR: '' }, true), coloured);
});
