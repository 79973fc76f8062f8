import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readCursor } from '../../../../test/support/marked-source.ts';
import { readDataText } from './data-text.ts';
import { pathAt, valueAt } from './path-at.ts';

/** The path at the cursor of a source and what of it stands there, such as `entries.0.value key`. */
function placeIn(source: string, fileName: string): string | undefined {
	const { text, offset } = readCursor(source);
	const place = pathAt(readDataText(text, fileName), offset);
	return place && `${place.path.join('.')} ${place.part}`;
}

describe('what stands at an offset', () => {
	const cases: readonly (readonly [expected: string | undefined, json: string, yaml: string])[] = [
		['entries.0.value value', '{"entries": [{"value": "GO█NE"}, {"value": "B"}]}', 'entries:\n  - value: GO█NE\n'],
		['entries.1.value value', '{"entries": [{"value": "A"}, {"value": "█B"}]}', 'entries:\n- value: A\n- value: B█\n'],
		['entries.0.value key', '{"entries": [{"val█ue": "GONE"}]}', 'entries:\n  - val█ue: GONE\n'],
		['hide.1 value', '{"hide": ["A", 40█4]}', 'hide: [A, 40█4]\n'],
		['id value', '{"id": "acme█"}', 'id: acme█\nname: Acme\n'],
		['entries.2 value', '{"entries": [1, 2, █3]}', 'entries: [1, 2, █3]\n'],
	];
	for (const [expected, json, yaml] of cases)
		test(`is ${expected}`, () => {
			assert.equal(placeIn(json, 'acme.json'), expected);
			assert.equal(placeIn(yaml, 'acme.yaml'), expected);
		});

	test('is the object or the list where it stands between its parts', () => {
		assert.equal(placeIn('{"entries": [{"value": "A"},█ {"value": "B"}]}', 'acme.json'), 'entries value');
		assert.equal(placeIn('{"entries": [{"value": "A", █ "status": 404}]}', 'acme.json'), 'entries.0 value');
	});

	test('is nothing outside', () => {
		assert.equal(placeIn('{"id": "acme"}\n\n█', 'acme.json'), undefined);
		assert.equal(placeIn('{"id": "acme"}\n\n█# no YAML', 'acme.json'), undefined);
	});

	test('is found although the text is broken further on', () => {
		assert.equal(placeIn('{"entries": [{"value": "A█"}, {', 'acme.json'), 'entries.0.value value');
	});

	test('of what an alias stands for is the alias', () => {
		assert.equal(placeIn('a: &one\n  b: {c: 1}\nd: *o█ne\n', 'acme.yaml'), 'd value');
	});
});

test('a value at a path is what was read, and never what objects have by themselves', () => {
	const data = readDataText('{"entries": [{"value": "A"}], "__proto__": {"x": 1}}', 'acme.json');
	assert.equal(valueAt(data, ['entries', 0, 'value']), 'A');
	assert.equal(valueAt(data, ['entries', 1, 'value']), undefined);
	assert.equal(valueAt(data, ['constructor']), undefined);
	assert.equal(valueAt(data, ['entries', 'length', 'x']), undefined);
});
