import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { resolveCatalogs } from '../layers/resolve-catalogs.ts';
import { type CatalogFile, readCatalogFile } from './catalog-file.ts';

/** Reads a file, puts it among others and works out all its fixes, as an editor would; in milliseconds. */
function read(name: string, text: string): { readonly file: CatalogFile; readonly took: number } {
	const began = performance.now();
	const file = readCatalogFile(`file:///home/ada/.api-errors/${name}`, text);
	const { problems } = resolveCatalogs([], [file], { folders: ['file:///home/ada'] });
	for (const { fixes, start, end } of [...problems.values()].flat().slice(0, 3)) {
		assert.ok(start >= 0 && start <= end && end <= text.length);
		for (const { edits } of fixes) assert.ok(Array.isArray(edits));
	}
	return { file, took: performance.now() - began };
}

const deep = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000);
const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
	.concat(Array.from({ length: 20 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`)}]`))
	.concat('id: bomb', 'entries: *a20')
	.join('\n');

/** A slow machine is no failure; what grows with the square of a file takes minutes. */
const limit = 20_000;

suite('a hostile file', () => {
	for (const [what, name, text] of [
		['lists nested a hundred thousand deep in JSON', 'a.json', `{ "id": "a", "entries": ${deep('[', ']')} }`],
		[
			'objects that deep in a sample',
			'a.json',
			`{"id":"a","entries":[{"value":"A","sample":${deep('{"a":', '}').replace('}', '1}')}}]}`,
		],
		['lists that deep and a comment', 'a.json', `// c\n{ "id": "a", "entries": ${deep('[', ']')} }`],
		['lists that deep in YAML', 'a.yaml', `id: a\nentries: ${deep('[', ']')}`],
		['lists of YAML in a line', 'a.yaml', `id: a\nentries:\n  ${'- '.repeat(20_000)}x`],
		['keys within keys of YAML in a line', 'a.yaml', '? '.repeat(200_000)],
		[
			'maps within lists of YAML',
			'a.yaml',
			Array.from({ length: 600 }, (_, at) => `${'  '.repeat(at)}- a:`).join('\n'),
		],
		['a fault in each line of YAML', 'a.yaml', '}\n'.repeat(500_000)],
		['a billion laughs', 'a.yaml', bomb],
		['a catalog that holds itself', 'a.yaml', '&a\nid: a\nentries: [*a]\nenvelope: *a\nevidence: *a\n'],
		['brackets that nobody closes', 'a.json', '{"id":"a","entries":['.padEnd(200_000, '[{"')],
		['only quotes', 'a.json', '"'.repeat(200_000)],
		['only stars', 'a.yaml', '*'.repeat(100_000)],
		['only colons', 'a.yaml', ': '.repeat(20_000)],
		['a long id', 'a.json', `{"id":"${'a-'.repeat(500_000)}!","entries":[]}`],
		[
			'a long host',
			'a.json',
			`{"id":"a","evidence":{"hosts":["${'a.'.repeat(90)}!","${'a.'.repeat(500_000)}"]},"entries":[]}`,
		],
		['a long path', 'a.json', `{"id":"a","envelope":{"code":"${'a.'.repeat(500_000)}."},"entries":[]}`],
		['a long address', 'a.json', `{"id":"a","url":"http://${'a'.repeat(1_000_000)} ","entries":[]}`],
		['a long code', 'a.json', `{"id":"a","entries":[{"value":"${' a'.repeat(500_000)} "}]}`],
		['a long key', 'a.json', `{"id":"a","${'Ab'.repeat(500_000)}":1,"entries":[]}`],
		[
			'many unknown keys',
			'a.json',
			`{"id":"a","entries":[]${Array.from({ length: 20_000 }, (_, i) => `,"nam${i}":1`).join('')}}`,
		],
		[
			'many it extends',
			'a.json',
			`{"id":"a","extends":[${Array.from({ length: 50_000 }, (_, i) => `"./${i}.json"`)}]}`,
		],
		[
			'paths that leave',
			'a.json',
			'{"id":"a","extends":["../../../etc/passwd","./..//..//..//etc/passwd","..\\\\..\\\\x"]}',
		],
	] as const)
		test(`does no harm: ${what}`, () => {
			const { file, took } = read(name, text);
			assert.ok(file.problems.length > 0 || (file.layer?.extends.length ?? 0) > 0);
			assert.ok(took < limit, `${took} ms`);
		});

	test('with two hundred thousand entries is read up to twenty thousand, and says so', () => {
		const entries = Array.from({ length: 200_000 }, (_, index) => `{"value":${index},"todo":["title","description"]}`);
		const { file, took } = read('a.json', `{"id":"a","entries":[${entries}]}`);
		assert.equal(file.layer?.entries.length, 20_000);
		assert.ok(file.problems.some(({ message }) => message === 'Only the first 20000 of these 200000 are read.'));
		assert.ok(file.problems.length < 2_100);
		assert.ok(took < limit, `${took} ms`);
	});

	test('with keys of every object for its own cannot reach what all objects have', () => {
		for (const [name, text] of [
			[
				'a.json',
				'{"id":"a","__proto__":{"name":"x"},"constructor":1,"entries":[{"value":"__proto__","__proto__":{"required":true}}]}',
			],
			[
				'a.json',
				'// c\n{"id":"a","__proto__":{"name":"x"},"constructor":1,"entries":[{"value":"__proto__","__proto__":{"required":true}}]}',
			],
			[
				'a.yaml',
				'id: a\n__proto__: { name: x }\nconstructor: 1\nentries:\n  - value: __proto__\n    __proto__: { required: true }\n',
			],
		] as const) {
			const { file } = read(name, text);
			const unknown = file.problems.filter(({ code }) => code === 'unknown-field');
			assert.deepEqual(
				unknown.map(({ start, end }) => text.slice(start, end).replaceAll('"', '')),
				['__proto__', 'constructor', '__proto__'],
			);
			const [entry] = file.layer?.entries ?? [];
			assert.deepEqual([entry?.entry.value, entry?.entry.required, file.layer?.name], ['__proto__', false, undefined]);
			assert.equal(({} as { required?: boolean }).required, undefined);
		}
	});

	test('in a tangle of files that extend one another is still put together', () => {
		const files = Array.from({ length: 60 }, (_, index) => {
			const others = Array.from({ length: 20 }, (_, other) => `c${(index * 7 + other * 3) % 60}`);
			return readCatalogFile(
				`file:///c${index}.json`,
				JSON.stringify({ id: `c${index}`, extends: others, entries: [] }),
			);
		});
		const began = performance.now();
		assert.equal(resolveCatalogs([], files).catalogs.length, 60);
		assert.ok(performance.now() - began < limit);
	});
});
