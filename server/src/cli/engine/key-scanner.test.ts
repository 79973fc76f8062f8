import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keyScanner } from './key-scanner.ts';
import type { TextKey } from './text-keys.ts';

const word = (text: string): TextKey => ({ word: text, whole: text });

function holds(keys: readonly TextKey[], text: string, behind = ''): boolean {
	const bytes = Buffer.from(text + behind, 'latin1');
	return keyScanner(keys).holdsAny(bytes, text.length);
}

describe('a key is found', () => {
	const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 30];
	for (const length of lengths)
		test(`of ${length} letters, wherever it stands`, () => {
			const key = 'kxzqwjvyKXZQWJVYkxzqwjvyKXZQWJVY'.slice(0, length);
			for (let before = 0; before < 20; before++)
				for (const after of ['', ' ', '; and more behind it']) {
					const text = `${'. '.repeat(20).slice(0, before)}${before % 2 === 1 ? ' ' : ''}${key}${after}`;
					assert.ok(holds([word(key)], text), JSON.stringify(text));
					assert.ok(holds([word(key), word('anotherOfThem')], text, '_behind'), JSON.stringify(text));
				}
		});

	test('with what is around its word', () => {
		const host = { word: 'example', whole: 'api.example.org' };
		assert.ok(holds([host], "fetch('https://api.example.org/rooms')"));
		assert.ok(!holds([host], "fetch('https://www.example.org/rooms')"));
	});
});

describe('a key is not found', () => {
	test('in part of a longer word', () => {
		for (const text of ['XRATE_LIMITED', 'RATE_LIMITED_2', '_RATE_LIMITED', 'RATE_LIMITEDx'])
			assert.ok(!holds([word('RATE_LIMITED')], `throw ${text};`), text);
	});

	test('in what stands behind the end', () => {
		assert.ok(!holds([word('RATE_LIMITED')], 'throw ', 'RATE_LIMITED'));
		assert.ok(!holds([word('RATE_LIMITED')], 'throw RATE_', 'LIMITED'));
		assert.ok(!holds([word('RATE')], 'RAT', 'E'));
	});

	test('in a text that is shorter than it, nor in none', () => {
		for (const text of ['', 'R', 'RATE']) assert.ok(!holds([word('RATE_LIMITED')], text));
		assert.ok(!holds([], 'RATE_LIMITED'));
	});
});

test('ten thousand keys find what a search for each of them finds', () => {
	const keys = Array.from({ length: 10_000 }, (_, index) => `E${(index * 7919).toString(36)}_${index % 13}`);
	const scanner = keyScanner(keys.map(word));
	const known = new Set(keys);
	let found = 0;
	for (let index = 0; index < 2_000; index++) {
		const text = `return fail(E${(index * 3571).toString(36)}_${index % 11}, "E${index}");`;
		const isThere = (text.match(/\w+/g) ?? []).some((one) => known.has(one));
		if (isThere) found++;
		assert.equal(scanner.holdsAny(Buffer.from(text), text.length), isThere, text);
	}
	assert.ok(found > 0 && found < 2_000);
});
