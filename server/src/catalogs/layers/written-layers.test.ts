import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Entry, Origin } from '../../catalog/catalog.ts';
import { readDataText } from '../text/data-text.ts';
import { writtenLayers } from './written-layers.ts';

const own = 'file:///project/.api-errors/acme.yaml';
const texts: Readonly<Record<string, string>> = {
	[own]: 'extends: acme\nentries:\n  - value: OLD\n  - value: GONE\n    required: true\n',
	'builtin:acme': '{"id": "acme", "entries": [{"value": "GONE", "title": "Gone", "required": false}]}',
};

function gone(origins: readonly Origin[]): Entry {
	return { kind: 'code', value: 'GONE', title: 'Gone', description: '', required: true, origins };
}

function layers(entry: Entry, of: Readonly<Record<string, string>> = texts): readonly string[] {
	const found = writtenLayers(entry, (source) => {
		const text = of[source];
		return text === undefined ? undefined : readDataText(text, source === own ? 'acme.yaml' : 'acme.json');
	});
	return found.map(({ source, value, whole, written }) => {
		const text = of[source] ?? '';
		const isAround = whole.start <= value.start && value.end <= whole.end;
		return `${source}: ${text.slice(value.start, value.end)} ${isAround} ${JSON.stringify(written)}`;
	});
}

describe('what files say of an entry', () => {
	const entry = gone([
		{ source: own, path: ['entries', 1], fields: ['required'] },
		{ source: 'builtin:acme', path: ['entries', 0], fields: ['title'] },
	]);
	const beneath = 'builtin:acme: "GONE" true {"value":"GONE","title":"Gone","required":false}';

	test('is found where it is written, the one on top first', () => {
		assert.deepEqual(layers(entry), [`${own}: GONE true {"value":"GONE","required":true}`, beneath]);
	});

	test('is found where it has moved to meanwhile', () => {
		const moved = { ...texts, [own]: 'entries:\n- value: NEW\n- value: OLDER\n- {value: GONE}\n' };
		assert.deepEqual(layers(entry, moved), [`${own}: GONE true {"value":"GONE"}`, beneath]);
	});

	test('is left out where it is there no longer, or the file is not', () => {
		assert.deepEqual(layers(entry, { ...texts, [own]: 'entries:\n- value: NEW\n' }), [beneath]);
		assert.deepEqual(layers(entry, { [own]: '[' }), []);
	});

	test('is nothing where an entry does not know its origins', () => {
		const { origins, ...unknown } = entry;
		assert.equal(origins?.length, 2);
		assert.deepEqual(layers(unknown), []);
	});
});
