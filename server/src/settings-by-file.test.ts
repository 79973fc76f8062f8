import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readProjectFile } from './project-file/project-file.ts';
import { type GivenSettings, readSettings } from './settings.ts';
import { type FileChoice, pathInFolders, type SettingsOfFile, settingsByFile } from './settings-by-file.ts';

const folder = 'file:///home/shop';

/** What counts for a file of the folder. @param projectFiles what is in them, by their folders */
function settingsOf(path: string, projectFiles: Readonly<Record<string, object>>, given: unknown = {}): SettingsOfFile {
	const files = Object.entries(projectFiles).map(([at, value]) =>
		readProjectFile(`${folder}/${at}api-errors.json`, { text: JSON.stringify(value) }),
	);
	for (const { problems } of files) assert.deepEqual(problems, []);
	const around = files.filter(({ uri }) => `${folder}/${path}`.startsWith(uri.replace('api-errors.json', '')));
	return settingsByFile(readSettings(given).given)({
		uri: `${folder}/${path}`,
		folders: [folder],
		projectFiles: around,
	});
}

const choiceOf = (path: string, given: GivenSettings): FileChoice =>
	settingsByFile(given)({ uri: `${folder}/${path}`, folders: [folder], projectFiles: [] }).choice;

suite('what the user gives', () => {
	test('says which files are tests; by default they are known by their paths', () => {
		for (const path of ['a.test.ts', 'src/__tests__/a.ts', 'test/a.ts', 'app/spec/x/a.js', 'fixtures/a.ts'])
			assert.notEqual(choiceOf(path, {}).testGlob, undefined, path);
		for (const path of ['a.ts', 'src/testing.ts', 'src/contest/a.ts', 'latest.js', 'src/specification.ts'])
			assert.equal(choiceOf(path, {}).testGlob, undefined, path);
		assert.equal(choiceOf('src/a.test.ts', {}).testGlob, '**/*.test.*');
		assert.equal(choiceOf('src/a.test.ts', { testFiles: [] }).testGlob, undefined);
	});

	test('says which API a file speaks of by the first glob that fits', () => {
		const apis = [
			{ files: 'src/legacy/**', apis: ['none'] },
			{ files: 'src/**/*.ts', apis: ['silentchat', 'chatness'] },
			{ files: 'chat.js', apis: ['chatness'] },
		];
		assert.deepEqual(choiceOf('src/legacy/a.ts', { apis }).told, ['none']);
		assert.deepEqual(choiceOf('src/a.ts', { apis }).told, ['silentchat', 'chatness']);
		assert.deepEqual(choiceOf('lib/chat.js', { apis }).told, ['chatness']);
		assert.deepEqual(choiceOf('lib/a.js', { apis }).told, []);
	});

	test('fits nothing with odd globs, and breaks nothing', () => {
		const odd = { testFiles: ['', '[', '{a', '**('], apis: [{ files: '', apis: ['x'] }] };
		const nothing = { told: [], inUse: [], testGlob: undefined, excludedBy: undefined };
		assert.deepEqual(choiceOf('src/a.ts', odd), nothing);
	});
});

suite('what the project’s files say', () => {
	test('counts folder by folder, the nearer on top, name by name', () => {
		const files = {
			'': {
				rules: { 'missing-required': 'error', 'retry-after': 'off' },
				whenDefault: 'off',
				requiredCodes: ['A', 'B'],
			},
			'a/': { rules: { 'retry-after': 'hint' }, requiredCodes: ['!A', 'C'] },
			'b/': { whenDefault: 'information' },
		};
		const { settings } = settingsOf('a/x.ts', files);
		assert.deepEqual(settings.rules, { 'missing-required': 'error', 'retry-after': 'hint' });
		assert.deepEqual(settings.requiredCodes, ['B', 'C', '!A']);
		assert.equal(settings.whenDefault, 'off');
		assert.equal(settingsOf('b/x.ts', files).settings.whenDefault, 'information');
	});

	test('has overrides, of which the later wins, below what a nearer file says', () => {
		const files = {
			'': {
				whenDefault: 'warning',
				overrides: [
					{ files: 'a/**', whenDefault: 'off', apis: ['silentchat'], enable: false },
					{ files: ['*.ts', '*.js'], whenDefault: 'information' },
					{ files: 'a/y.ts', apis: ['chatness'], enable: true },
				],
			},
			'a/deep/': { whenDefault: 'off' },
		};
		const { settings, choice } = settingsOf('a/y.ts', files);
		assert.deepEqual([settings.whenDefault, settings.enable, choice.told], ['information', true, ['chatness']]);
		const other = settingsOf('a/x.py', files);
		assert.deepEqual(
			[other.settings.whenDefault, other.settings.enable, other.choice.told],
			['off', false, ['silentchat']],
		);
		assert.equal(settingsOf('a/deep/x.ts', files).settings.whenDefault, 'off');
	});

	test('names the APIs of the project, and those of single files', () => {
		const files = {
			'': { apis: ['silentchat', { files: 'a/old/**', apis: ['none'] }, { files: 'a/**', apis: ['chatness'] }] },
			'a/': { apis: ['chatness', 'silentchat'] },
		};
		const { choice } = settingsOf('a/x.ts', files);
		assert.deepEqual([choice.inUse, choice.told], [['silentchat', 'chatness'], ['chatness']]);
		assert.deepEqual(settingsOf('a/old/x.ts', files).choice.told, ['none']);
	});

	test('says which files are tests, in place of what is said farther away and by default', () => {
		const files = { '': { testFiles: ['checks/**'] }, 'a/': { testFiles: ['try/**'] }, 'b/': {} };
		const globFor = (path: string) => settingsOf(path, files).choice.testGlob;
		assert.equal(globFor('checks/x.ts'), 'checks/**');
		assert.equal(globFor('x.test.ts'), undefined);
		assert.equal(globFor('a/checks/x.ts'), undefined);
		assert.equal(globFor('a/try/x.ts'), 'try/**');
		assert.equal(globFor('b/checks/x.ts'), undefined);
	});

	test('leaves files out, and folders with all that is in them', () => {
		const files = { '': { exclude: ['generated', '*.gen.ts', 'a/b/'] }, 'c/': { exclude: ['x.ts'] } };
		const excluded = ['generated/x/y.ts', 'src/generated/x.ts', 'q/w.gen.ts', 'a/b/c/d.ts', 'c/x.ts', 'c/d/x.ts'];
		for (const path of [...excluded, 'generated.ts', 'a/c.ts', 'x.ts', 'd/x.ts'])
			assert.equal(settingsOf(path, files).choice.excludedBy !== undefined, excluded.includes(path), path);
	});

	test('is outweighed by what the user gives, also where that is the default', () => {
		const files = {
			'': {
				rules: { 'missing-required': 'off', 'unknown-code': 'error' },
				whenDefault: 'off',
				requiredCodes: ['A', 'B'],
			},
		};
		const given = {
			rules: { 'missing-required': 'warning' },
			whenDefault: 'warning',
			requiredCodes: ['!A'],
			testFiles: ['x.ts'],
			apis: [{ files: '*.js', apis: ['none'] }],
		};
		const { settings, choice } = settingsOf('x.ts', files, given);
		assert.deepEqual(settings.rules, { 'unknown-code': 'error' });
		assert.deepEqual([settings.whenDefault, settings.requiredCodes], ['warning', ['B', '!A']]);
		assert.deepEqual([choice.testGlob, choice.told], ['x.ts', []]);
	});
});

test('a folder is the same however it is written', () => {
	const folder = 'file:///c%3A/Users/a%20b/project/';
	for (const uri of ['file:///C:/Users/a%20b/project/src/x.ts', 'file:///c:/Users/a b/project/src/x.ts?q#f'])
		assert.equal(pathInFolders(uri, [folder, 'file:///c:/Users', 'file:///C:/Users/a b/project']), 'src/x.ts');
});

test('paths count from the innermost folder', () => {
	const folders = ['file:///home/test/project', 'file:///home/test/project/packages/app/'];
	assert.equal(pathInFolders('file:///home/test/project/src/a.ts', folders), 'src/a.ts');
	assert.equal(pathInFolders('file:///home/test/project/packages/app/src/a%20b.ts', folders), 'src/a b.ts');
	assert.equal(pathInFolders('file:///home/test/projects/a.ts', folders), 'a.ts');
	assert.equal(pathInFolders('untitled:Untitled-1', folders), 'untitled:Untitled-1');
	assert.equal(pathInFolders('file:///x/%E0%A4%A.ts', folders), '%E0%A4%A.ts');
});
