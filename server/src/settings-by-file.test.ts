import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from './settings.ts';
import { pathInFolders, settingsByFile } from './settings-by-file.ts';

test('tests and fixtures are known by their paths', () => {
	const choose = settingsByFile(defaultSettings);
	for (const path of [
		'a.test.ts',
		'src/a.spec.js',
		'src/__tests__/a.ts',
		'test/a.ts',
		'app/spec/x/a.js',
		'fixtures/a.ts',
	])
		assert.notEqual(choose(path).testGlob, undefined, path);
	for (const path of ['a.ts', 'src/testing.ts', 'src/contest/a.ts', 'latest.js', 'src/specification.ts'])
		assert.equal(choose(path).testGlob, undefined, path);
	assert.equal(choose('src/a.test.ts').testGlob, '**/*.test.*');
});

test('the first glob that fits says which API a file speaks of', () => {
	const choose = settingsByFile({
		...defaultSettings,
		apis: [
			{ files: 'src/legacy/**', apis: ['none'] },
			{ files: 'src/**/*.ts', apis: ['silentchat', 'chatness'] },
			{ files: 'chat.js', apis: ['chatness'] },
		],
	});
	assert.deepEqual(choose('src/legacy/a.ts').told, ['none']);
	assert.deepEqual(choose('src/a.ts').told, ['silentchat', 'chatness']);
	assert.deepEqual(choose('lib/chat.js').told, ['chatness']);
	assert.deepEqual(choose('lib/a.js').told, []);
});

test('odd globs match nothing and break nothing', () => {
	const choose = settingsByFile({
		...defaultSettings,
		testFiles: ['', '[', '{a', '**('],
		apis: [{ files: '', apis: ['x'] }],
	});
	assert.deepEqual(choose('src/a.ts'), { told: [], testGlob: undefined });
});

test('paths count from the innermost folder', () => {
	const folders = ['file:///home/test/project', 'file:///home/test/project/packages/app/'];
	assert.equal(pathInFolders('file:///home/test/project/src/a.ts', folders), 'src/a.ts');
	assert.equal(pathInFolders('file:///home/test/project/packages/app/src/a%20b.ts', folders), 'src/a b.ts');
	assert.equal(pathInFolders('file:///home/test/projects/a.ts', folders), 'a.ts');
	assert.equal(pathInFolders('untitled:Untitled-1', folders), 'untitled:Untitled-1');
	assert.equal(pathInFolders('file:///x/%E0%A4%A.ts', folders), '%E0%A4%A.ts');
});
