import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { type Glob, readGlob } from './glob.ts';

function glob(text: string): Glob {
	const read = readGlob(text);
	if ('wrong' in read) throw new Error(`${text}: ${read.wrong}`);
	return read;
}

suite('a glob', () => {
	const cases: readonly [glob: string, fits: readonly string[], others: readonly string[]][] = [
		['*.ts', ['a.ts', 'src/a.ts', '.hidden/.a.ts'], ['a.tsx', 'a.ts/b']],
		['send.ts', ['send.ts', 'src/send.ts'], ['resend.ts']],
		['src/*.ts', ['src/a.ts'], ['src/b/a.ts', 'a.ts', 'lib/src/a.ts']],
		['src/**', ['src/a', 'src/a/b'], ['lib/src/a', 'src']],
		['src/**/*.ts', ['src/a.ts', 'src/b/c/a.ts'], ['src/a.js']],
		['src/', ['src/a', 'src/a/b'], ['src2/a']],
		['./src/?.ts', ['src/a.ts'], ['src/ab.ts']],
		['**/test/**', ['test/a', 'a/test/b/c'], ['tests/a']],
		['src/{a,b/**}/*.{ts,tsx}', ['src/a/x.ts', 'src/b/c/x.tsx'], ['src/c/x.ts']],
		['{a,b{1,2}}.ts', ['a.ts', 'b1.ts', 'b2.ts'], ['b.ts']],
		['[a-c][!x]/[]].ts', ['ab/].ts'], ['ax/].ts', 'db/].ts']],
		['app/\\[id\\]/\\*.ts', ['app/[id]/*.ts'], ['app/i/a.ts']],
		['app/(group)/@modal/*', ['app/(group)/@modal/a'], ['app/group/@modal/a']],
		['a,b.ts', ['a,b.ts'], ['a.ts']],
	];
	for (const [text, fits, others] of cases)
		test(text, () => {
			const { fits: isFitting } = glob(text);
			assert.deepEqual([...fits, ...others].filter(isFitting), fits);
		});

	test('that means nothing is told with what was meant', () => {
		const wrong = ['', '!a', '+(a|aa)', '{1..3}', 'src\\a', '/src/**', 'C:/a', '../a', 'a/../b', '{a', 'a}', '[a'];
		for (const text of [...wrong, 'a'.repeat(501), '{a,b}'.repeat(7)]) assert.ok('wrong' in readGlob(text), text);
		assert.deepEqual(
			['src\\a', '/src/**'].map(readGlob).map((one) => 'meant' in one && one.meant),
			['src/a', 'src/**'],
		);
	});

	test('says below which folder all is that fits', () => {
		assert.deepEqual(
			['packages/a/**', 'a/b/{c,d}/*.ts', '**/a', '*.ts', 'src/a.ts', 'src/'].map((text) => glob(text).base),
			['packages/a', 'a/b', '', '', 'src', 'src'],
		);
	});

	test('fits what other programs fit with it', () => {
		const name = fc
			.array(fc.constantFrom('a', 'b', '.', 'ts'), { minLength: 1, maxLength: 4 })
			.map((all) => all.join(''));
		const pattern = fc
			.array(fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[^a]', '{a,b}', 'ts'), { minLength: 1, maxLength: 4 })
			.map((all) => all.join('').replaceAll(/\*+/g, '*'))
			.filter((all) => !/^\.+$|[*?].*\./.test(all));
		const path = fc.array(
			name.filter((one) => !/^\.+$/.test(one)),
			{ minLength: 2, maxLength: 4 },
		);
		const folders = fc.array(fc.oneof(pattern, fc.constant('**')), { minLength: 1, maxLength: 3 });
		const segments = fc.tuple(folders, pattern).map(([before, last]) => [...before, last]);
		fc.assert(
			fc.property(segments, path, (parts, names) => {
				const [text, at] = [parts.join('/'), names.join('/')];
				fc.pre((text.match(/\{/g)?.length ?? 0) < 7);
				assert.equal(glob(text).fits(at), picomatch(text, { dot: true })(at), `${text} and ${at}`);
			}),
			{ numRuns: 2_000 },
		);
	});

	test('takes no longer for being made to', () => {
		const long = 'a'.repeat(4_000);
		const hostile = [
			`${'*a'.repeat(240)}b`,
			`${'**/'.repeat(160)}b`,
			`${'**/a/'.repeat(95)}b`,
			`${'*a*/'.repeat(120)}b`,
			`{${'*a'.repeat(100)}b,${'*a*b'.repeat(50)}}`,
			`${'{'.repeat(249)}b${'}'.repeat(249)}`,
			`${'[!b]*'.repeat(95)}b`,
		];
		const paths = [long, `${'a/'.repeat(2_000)}a`, `${'aaaaaaaa/'.repeat(400)}a`];
		for (const text of hostile) {
			const start = performance.now();
			const { fits } = glob(text);
			for (const path of paths) assert.equal(fits(path), false);
			assert.ok(performance.now() - start < 10_000, text);
		}
	});
});
