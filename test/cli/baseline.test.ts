import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from './folder-with.ts';

const evidence = "fetch('https://api.silentchat.de');\n";
const wrong = (name: string) => `function ${name}(error) {
	switch (error.code) {
		case 'CONFLICT':
			merge();
	}
}
`;
const file = (...names: string[]) => evidence + names.map(wrong).join('');
const known = '# api-errors baseline 1\n';
const entry = (name: string, count = 1) => `${name}\tmissing-required\t${count}\tswitch (error.code) {\n`;

/** What a baseline has, without the lines that explain it. */
const entriesIn = (text: string) => text.replace(/^#.*\n#.*\n/, '');

test('what is there is adopted, and then only what is new is told', async (context) => {
	const folder = await folderWith(context, { 'b.ts': file('f'), 'a/a.ts': file('f', 'g') });
	const check = (...args: string[]) => folder.run(['check', '--baseline', 'known.txt', ...args]);
	assert.deepEqual(await check('--update-baseline'), {
		code: 0,
		out: 'No problems in 2 files.\n',
		errors: 'known.txt has 3 problems now.\n',
	});
	const written = await folder.read('known.txt');
	assert.ok(written.startsWith(known));
	assert.equal(entriesIn(written), entry('a/a.ts', 2) + entry('b.ts'));
	const said = 'known.txt has 3 problems of these; they are not told again.\n';
	assert.deepEqual(await check(), { code: 0, out: 'No problems in 2 files.\n', errors: said });

	// Other lines above, and another layout, are the same finding.
	await folder.write('b.ts', `// A comment.\n\n${file('f').replace('switch (error.code)', 'switch  (error.code)')}`);
	assert.deepEqual(await check(), { code: 0, out: 'No problems in 2 files.\n', errors: said });

	await folder.write('b.ts', file('f', 'g'));
	await folder.write('c.ts', file('f'));
	const { code, out } = await check();
	assert.equal(code, 1);
	assert.match(out, /^b\.ts\n {2}9:2 .+\n\nc\.ts\n {2}3:2 .+\n\n2 problems in 3 files/);
	await check('--update-baseline');
	assert.equal(entriesIn(await folder.read('known.txt')), entry('a/a.ts', 2) + entry('b.ts', 2) + entry('c.ts'));
});

test('what is gone is told, and pruned when asked', async (context) => {
	const folder = await folderWith(context, { 'a.ts': file('f', 'g'), 'b.ts': file('f'), 'c.ts': file('f') });
	const check = (...args: string[]) => folder.run(['check', '--baseline', 'known.txt', ...args]);
	await check('--update-baseline');
	const before = await folder.read('known.txt');
	await folder.write('a.ts', file('f'));
	await rm(path.join(folder.path, 'b.ts'));
	await folder.write('c.ts', evidence);
	const gone = [
		'known.txt has 1 problem of these; it is not told again.',
		'known.txt has 3 problems that are no longer there; --update-baseline prunes them:',
		...['a.ts', 'b.ts', 'c.ts'].map((name) => `  ${name}: missing-required: switch (error.code) {`),
	];
	const { code, errors } = await check();
	assert.deepEqual([code, errors], [0, `${gone.join('\n')}\n`]);
	assert.equal(await folder.read('known.txt'), before);

	// Of files that were not checked nothing is known, unless they are not there.
	assert.doesNotMatch((await check('a.ts')).errors, /c\.ts/);
	await check('a.ts', '--update-baseline');
	assert.equal(entriesIn(await folder.read('known.txt')), entry('a.ts') + entry('c.ts'));
	await check('--update-baseline');
	assert.equal(entriesIn(await folder.read('known.txt')), entry('a.ts'));
});

test('what is renamed or copied is new', async (context) => {
	const folder = await folderWith(context, { 'a.ts': file('f') });
	const check = () => folder.run(['check', '--baseline', 'known.txt']);
	await folder.run(['check', '--baseline', 'known.txt', '--update-baseline']);
	await folder.write('copy.ts', file('f'));
	assert.match((await check()).out, /^copy\.ts\n/);
	await rm(path.join(folder.path, 'a.ts'));
	const { code, out, errors } = await check();
	assert.equal(code, 1);
	assert.match(out, /^copy\.ts\n/);
	assert.match(errors, /no longer there.+\n {2}a\.ts: /);
});

test('a baseline counts from its own folder, wherever the command is called', async (context) => {
	const folder = await folderWith(context, { 'src/a.ts': file('f'), 'ci/known.txt': '' });
	await folder.run(['check', '--baseline', 'ci/known.txt', '--update-baseline']);
	assert.equal(entriesIn(await folder.read('ci/known.txt')), entry('../src/a.ts'));
	const { code } = await folder.run(['check', '--baseline', '../ci/known.txt'], '', 'src');
	assert.equal(code, 0);
});

test('every format has only what is new', async (context) => {
	const folder = await folderWith(context, { 'a.ts': file('f') });
	await folder.run(['check', '--baseline', 'known.txt', '--update-baseline']);
	await folder.write('b.ts', file('f'));
	for (const format of ['stylish', 'json', 'sarif', 'github', 'junit', 'gitlab', 'markdown']) {
		const output = ['--format', format, '--output', 'out.txt'];
		const { code } = await folder.run(['check', '--baseline', 'known.txt', ...output]);
		const out = await folder.read('out.txt');
		assert.equal(code, 1);
		assert.ok(out.includes('b.ts'), format);
		assert.ok(format === 'junit' || !out.includes('a.ts'), format);
		if (format !== 'sarif') continue;
		const { results } = JSON.parse(out).runs[0];
		assert.deepEqual(
			results.map((one: { baselineState: string }) => one.baselineState),
			['new'],
		);
	}
});

test('a baseline that is missing, broken or something else is told, and left as it is', async (context) => {
	const folder = await folderWith(context, {
		'a.ts': file('f'),
		'other.json': '{}',
		'newer.txt': '# api-errors baseline 2\n',
		'broken.txt': `${known}${entry('a.ts')}a.ts missing-required\n`,
		'conflict.txt': `${known}<<<<<<< ours\n${entry('a.ts')}=======\n>>>>>>> theirs\n`,
		'counted.txt': `${known}a.ts\tmissing-required\t0\tx\n`,
	});
	const said = {
		'none.txt': 'there is no such file or folder; --update-baseline writes it',
		'other.json': 'it is no baseline; it would begin with another line',
		'newer.txt': 'it was written by a newer version, which this one cannot read',
		'broken.txt': 'line 3 is no entry of a baseline',
		'conflict.txt': 'line 2 is no entry of a baseline',
		'counted.txt': 'line 2 is no entry of a baseline',
		'.': 'this is a folder; name a file in it',
	};
	for (const [name, problem] of Object.entries(said)) {
		const { code, out, errors } = await folder.run(['check', '--baseline', name]);
		assert.deepEqual([code, out, errors], [2, '', `${name}: ${problem}\n`]);
		if (name === 'none.txt') continue;
		assert.equal((await folder.run(['check', '--baseline', name, '--update-baseline'])).code, 2);
	}
	assert.equal(await folder.read('other.json'), '{}');
	const wrongUse = [
		['--update-baseline'],
		['--baseline', ''],
		['--baseline', 'x', '--update-baseline', '--stdin-filename', 'a.ts'],
	];
	for (const args of wrongUse) {
		const { code, errors } = await folder.run(['check', ...args]);
		assert.equal(code, 2);
		assert.match(errors, /Try: api-errors check --help\n$/);
	}
});

test('what two branches have added goes together', async (context) => {
	const lines = [entry('b.ts'), entry('a.ts', 2), entry('a.ts')].join('').replaceAll('\n', '\r\n');
	const folder = await folderWith(context, { 'a.ts': file('f', 'g'), 'b.ts': file('f'), 'known.txt': known + lines });
	const { code, out } = await folder.run(['check', '--baseline', 'known.txt']);
	assert.deepEqual([code, out], [0, 'No problems in 2 files.\n']);
	await folder.run(['check', '--baseline', 'known.txt', '--update-baseline']);
	assert.equal(entriesIn(await folder.read('known.txt')), entry('a.ts', 2) + entry('b.ts'));
});

test('names and lines may have anything in them', {
	skip: process.platform === 'win32' && 'not there',
}, async (context) => {
	const long = file('f').replace('{\n\t\tcase', `{ // ${'x y '.repeat(100)}\n\t\tcase`);
	const folder = await folderWith(context, {
		'# a\tb\\n\n.ts': file('f'),
		'ü😀.ts': long,
		'tab.ts': file('f').replace('(error.code) {', '(error.code) { // \u0007\\u0007 \u2028'),
	});
	await folder.run(['check', '--baseline', 'known.txt', '--update-baseline']);
	const text = await folder.read('known.txt');
	assert.ok(text.split('\n').every((line) => line.length < 300));
	assert.equal(text.split('\n').length, 6);
	const { code, out, errors } = await folder.run(['check', '--baseline', 'known.txt']);
	assert.deepEqual([code, out], [0, 'No problems in 3 files.\n']);
	assert.doesNotMatch(errors, /no longer/);
});

test('a baseline stays as it is where not all could be checked', async (context) => {
	const folder = await folderWith(context, { 'a.ts': file('f'), 'known.txt': known + entry('a.ts', 2) });
	const { code, errors } = await folder.run(['check', '--baseline', 'known.txt', '--update-baseline', '.', 'nowhere']);
	assert.equal(code, 2);
	assert.match(errors, /known\.txt stays as it is, because not all could be checked\.\n$/);
	assert.equal(await folder.read('known.txt'), known + entry('a.ts', 2));
	assert.doesNotMatch((await folder.run(['check', '--baseline', 'known.txt', '.', 'nowhere'])).errors, /no longer/);
});
