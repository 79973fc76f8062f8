import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { type FileChoice, listFiles } from '../../server/src/cli/files/list-files.ts';
import { folderWith } from './folder-with.ts';
import { commitAll, gitIn } from './git-in.ts';

const isWindows = process.platform === 'win32';

/** What is listed of a folder, as paths from it. */
async function list(folder: string, paths: readonly string[] = [], choice: Partial<FileChoice> = {}) {
	const { files, ...said } = await listFiles({ folder, paths, isWanted: (name) => name.endsWith('.ts'), ...choice });
	return { ...said, files: files.map((file) => path.relative(folder, file).replaceAll('\\', '/')) };
}

/** The same by git, and by a walk because there is no git: they must agree. */
async function listBothWays(folder: string, paths: readonly string[] = [], choice: Partial<FileChoice> = {}) {
	const byGit = await list(folder, paths, choice);
	assert.deepEqual(await withoutGit(() => list(folder, paths, choice)), byGit);
	return byGit;
}

async function withoutGit<Result>(ask: () => Promise<Result>): Promise<Result> {
	const { PATH } = process.env;
	try {
		process.env.PATH = '';
		return await ask();
	} finally {
		process.env.PATH = PATH;
	}
}

async function treeWith(context: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
	return (await folderWith(context, files)).path;
}

test('what git ignores is left out at every level, with git and without', async (context) => {
	const folder = await treeWith(context, {
		'.gitignore': 'dist/\n*.gen.ts\n!keep.gen.ts\n',
		...{ 'a.ts': '', 'b.gen.ts': '', 'keep.gen.ts': '', 'dist/a.ts': '', 'src/dist/a.ts': '' },
		...{ 'src/.gitignore': '/own.ts\r\ndeep/*.ts\n!dist', 'src/own.ts': '', 'src/x/own.ts': '', 'src/deep/a.ts': '' },
		...{ 'kept-back.ts': '', 'node_modules/x/a.ts': '', '.hidden/a.ts': '', 'a b/ü😀.ts': '', 'a b/z.ts': '' },
	});
	gitIn(folder, 'init', '-q');
	await writeFile(path.join(folder, '.git/info/exclude'), 'kept-back.ts\n');
	const expected = [
		...['.hidden/a.ts', 'a b/z.ts', 'a b/ü😀.ts', 'a.ts', 'keep.gen.ts'],
		...['src/dist/a.ts', 'src/x/own.ts'],
	];
	assert.deepEqual((await listBothWays(folder)).files, expected);
	assert.deepEqual((await listBothWays(folder, ['src', './src/x'])).files, expected.slice(5));
	const all = (await list(folder, [], { withIgnored: true })).files;
	assert.equal(all.length, 12);
	assert.ok(!all.includes('node_modules/x/a.ts'));
	await rm(path.join(folder, '.git'), { recursive: true });
	assert.deepEqual((await listBothWays(folder)).files, [...expected, 'kept-back.ts'].sort());
});

test('any rules in any tree mean to a walk what they mean to git', async (context) => {
	const name = fc.constantFrom('a', 'b', 'c.ts', 'd.ts', 'build', '[x]', 'a b', '#e', '!f');
	const file = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/').replaceAll('.ts/', '/'));
	const part = fc.constantFrom(
		'a',
		'b',
		'*',
		'**',
		'*.ts',
		'c.ts',
		'build',
		'\\[x\\]',
		'[ab]',
		'?',
		'a\\ b',
		'\\#e',
		'#e',
	);
	const rule = fc
		.tuple(fc.constantFrom('', '!'), fc.constantFrom('', '/'), fc.array(part, { minLength: 1, maxLength: 3 }))
		.chain(([not, start, parts]) =>
			fc.constantFrom('', '/', ' ', '/ ').map((end) => `${not}${start}${parts.join('/')}${end}`),
		);
	const rules = fc.array(rule, { maxLength: 5 }).map((lines) => `${lines.join('\n')}\n`);
	const place = fc.constantFrom('', 'a/', 'a/b/', 'build/', 'a b/', '[x]/');
	const trees = fc.record({
		files: fc.array(file, { minLength: 3, maxLength: 14 }),
		ignores: fc.dictionary(place, rules, { maxKeys: 3 }),
		exclude: rules,
		from: fc.constantFrom('.', '.', 'a', 'build'),
	});
	const check = async ({ files, ignores, exclude, from }: typeof trees extends fc.Arbitrary<infer T> ? T : never) => {
		const folder = await folderWith(context, { '.git/info/exclude': exclude });
		for (const [at, text] of Object.entries(ignores)) await folder.write(`${at}.gitignore`, text);
		for (const one of files) await folder.write(one.endsWith('.ts') ? one : `${one}.ts`, '').catch(() => undefined);
		gitIn(folder.path, 'init', '-q');
		await listBothWays(folder.path, [from]);
	};
	await fc.assert(fc.asyncProperty(trees, check), { numRuns: 25 });
});

test('a user’s own excludes count in repositories', async (context) => {
	const folder = await treeWith(context, { 'a.ts': '', 'mine.ts': '', 'home/.config/git/ignore': 'mine.ts\n' });
	gitIn(folder, 'init', '-q');
	const { HOME, XDG_CONFIG_HOME } = process.env;
	context.after(() => Object.assign(process.env, { HOME, ...(XDG_CONFIG_HOME !== undefined && { XDG_CONFIG_HOME }) }));
	delete process.env.XDG_CONFIG_HOME;
	process.env.HOME = path.join(folder, 'home');
	assert.deepEqual((await listBothWays(folder)).files, ['a.ts']);
	await writeFile(path.join(folder, 'home/.gitconfig'), '[user]\n\tname = A\n[core]\n\texcludesFile = ~/others\n');
	await writeFile(path.join(folder, 'home/others'), 'a.ts\n');
	assert.deepEqual((await listBothWays(folder)).files, ['mine.ts']);
});

test('repositories in a repository are listed by their own rules', async (context) => {
	const folder = await treeWith(context, {
		...{ '.gitignore': 'out.ts\nignored/\n', 'a.ts': '', 'out.ts': '' },
		...{ 'nested/.gitignore': 'in.ts\n', 'nested/in.ts': '', 'nested/out.ts': '', 'nested/b/c.ts': '' },
		...{ 'ignored/a.ts': '', 'library/d.ts': '', 'library/out.ts': '' },
	});
	commitAll(path.join(folder, 'nested'));
	commitAll(path.join(folder, 'ignored'));
	commitAll(path.join(folder, 'library'));
	gitIn(folder, 'init', '-q');
	gitIn(folder, 'submodule', '--quiet', 'add', './library', 'sub/module');
	await writeFile(path.join(folder, 'sub/module/new.ts'), '');
	commitAll(folder);
	const expected = [
		...['a.ts', 'library/d.ts', 'library/out.ts', 'nested/b/c.ts', 'nested/out.ts'],
		...['sub/module/d.ts', 'sub/module/new.ts', 'sub/module/out.ts'],
	];
	assert.deepEqual((await listBothWays(folder)).files, expected);
	gitIn(folder, 'submodule', '--quiet', 'deinit', '-f', 'sub/module');
	assert.deepEqual((await list(folder)).files, expected.slice(0, 5));
	await mkdir(path.join(folder, 'sub/module'), { recursive: true });
	await writeFile(path.join(folder, 'sub/module/.git'), 'gitdir: ../../.git/modules/gone\n');
	assert.deepEqual((await list(folder)).files, expected.slice(0, 5));
});

test('what is named counts whatever is ignored, and a folder so named is listed by the rules in it', async (context) => {
	const folder = await treeWith(context, {
		...{ '.gitignore': 'dist\n*.gen.ts\n', 'dist/a.ts': '', 'dist/b.gen.ts': '', 'dist/tmp/a.ts': '' },
		...{
			'dist/.gitignore': 'tmp\n',
			'x.gen.ts': '',
			'node_modules/y/a.ts': '',
			'node_modules/y/node_modules/a.ts': '',
		},
	});
	gitIn(folder, 'init', '-q');
	assert.deepEqual((await listBothWays(folder, ['x.gen.ts'])).files, ['x.gen.ts']);
	assert.deepEqual((await listBothWays(folder, ['dist'])).files, ['dist/a.ts', 'dist/b.gen.ts']);
	assert.deepEqual((await listBothWays(folder, ['dist/*.ts'])).files, ['dist/a.ts', 'dist/b.gen.ts']);
	assert.deepEqual((await list(folder, ['node_modules/y'])).files, ['node_modules/y/a.ts']);
});

test('excluded files and folders are left out, named or not, and folders are not entered', async (context) => {
	const folder = await treeWith(context, { 'a.ts': '', 'out/a.ts': '', 'out/b/c.ts': '', 'src/a.ts': '' });
	const asked: string[] = [];
	const isExcluded = async (file: string) => {
		asked.push(path.relative(folder, file).replaceAll('\\', '/'));
		return file === path.join(folder, 'out');
	};
	const paths = ['.', 'out', 'out/a.ts', 'out/b/c.ts', 'out/**/*.ts'];
	const { files, problems } = await list(folder, paths, { isExcluded, withIgnored: true });
	assert.deepEqual(files, ['a.ts', 'src/a.ts']);
	assert.deepEqual(problems, ['out/**/*.ts: no file that is checked fits this']);
	assert.ok(!asked.some((one) => one.startsWith('out/')), asked.join(' '));
});

test('a glob is read as a shell reads it, unless a file has its name', async (context) => {
	const folder = await treeWith(context, {
		...{ 'src/a.ts': '', 'src/x/b.ts': '', 'src/.hidden/c.ts': '', 'test/a.ts': '', 'src/a.css': '' },
		...{ 'src/[id]/[...all].ts': '', 'src/{x}.ts': '' },
	});
	const globbed = async (...paths: string[]) => (await list(folder, paths)).files;
	assert.deepEqual(await globbed('src/**/*.ts'), ['src/[id]/[...all].ts', 'src/a.ts', 'src/x/b.ts', 'src/{x}.ts']);
	assert.deepEqual(await globbed('{src,test}/a.*', './te*'), ['src/a.ts', 'test/a.ts']);
	assert.deepEqual(await globbed('src/[id]', 'src/{x}.ts'), ['src/[id]/[...all].ts', 'src/{x}.ts']);
	assert.deepEqual(await globbed('s*/x'), ['src/x/b.ts']);
	assert.deepEqual(await globbed(`${folder.replaceAll('\\', '/')}/t*/*.ts`), ['test/a.ts']);
	const inSource = await listFiles({ folder: path.join(folder, 'src'), paths: ['../t*/a.ts'], isWanted: () => true });
	assert.deepEqual(inSource.files, [path.join(folder, 'test/a.ts')]);
	assert.deepEqual((await list(folder, ['src/*.js', 'nix/*.ts', '!src'])).problems, [
		'src/*.js: no file that is checked fits this',
		'nix/*.ts: no file that is checked fits this',
		'!src: there is no such file or folder',
	]);
});

test('where there is nothing to check, it is said', async (context) => {
	const folder = await treeWith(context, { 'a.css': '', 'src/b.css': '' });
	const said = /^There is nothing here to check/;
	for (const paths of [[], ['.'], ['a.css']]) {
		const { problems, notes } = await list(folder, paths);
		assert.deepEqual([problems, notes.length], [[], 1], paths.join());
		assert.match(notes.join(), said);
	}
	const { problems, notes } = await list(folder, ['src']);
	assert.match(problems.join(), said);
	assert.deepEqual(notes, []);
});

test('links in folders are not followed, in circles least of all; those that are named are', {
	skip: isWindows && 'links need rights there',
}, async (context) => {
	const folder = await treeWith(context, { 'src/a.ts': '', 'other/b.ts': '' });
	await symlink('..', path.join(folder, 'src/up'));
	await symlink('loop.ts', path.join(folder, 'src/loop.ts'));
	await symlink('a.ts', path.join(folder, 'src/link.ts'));
	await symlink('src', path.join(folder, 'linked'));
	assert.deepEqual((await list(folder)).files, ['other/b.ts', 'src/a.ts']);
	gitIn(folder, 'init', '-q');
	assert.deepEqual((await listBothWays(folder)).files, ['other/b.ts', 'src/a.ts']);
	commitAll(folder);
	assert.deepEqual((await listBothWays(folder)).files, ['other/b.ts', 'src/a.ts']);
	assert.deepEqual((await listBothWays(folder, ['linked', 'src/link.ts'])).files, ['linked/a.ts', 'src/link.ts']);
	assert.match((await list(folder, ['src/loop.ts'])).problems.join(), /^src\/loop\.ts: .+/);
});

test('pipes and sockets are no files, whatever they are called', {
	skip: isWindows && 'it has none',
}, async (context) => {
	const folder = await treeWith(context, { 'a.ts': '' });
	execFileSync('mkfifo', ['pipe.ts', 'other.ts'], { cwd: folder });
	assert.deepEqual((await list(folder)).files, ['a.ts']);
	gitIn(folder, 'init', '-q');
	assert.deepEqual((await listBothWays(folder)).files, ['a.ts']);
	assert.deepEqual((await list(folder, ['pipe.ts'])).problems, ['pipe.ts: this is neither a file nor a folder']);
	assert.deepEqual((await list(folder, ['/dev/null'])).problems, ['/dev/null: this is neither a file nor a folder']);
});

test('names may have anything in them; one that is not in UTF-8 is told', {
	skip: isWindows && 'not there',
}, async (context) => {
	const names = ['a\nb.ts', '"quoted".ts', 'tab\t.ts', 'back\\slash.ts', ' .ts', "it's.ts", '-rf.ts'];
	const folder = await treeWith(context, Object.fromEntries(names.map((name) => [name, ''])));
	const listed = async () => await listFiles({ folder, paths: [], isWanted: (name) => name.endsWith('.ts') });
	const expected = names.map((name) => path.join(folder, name)).sort();
	assert.deepEqual((await listed()).files, expected);
	gitIn(folder, 'init', '-q');
	assert.deepEqual(await listed(), { files: expected, problems: [], notes: [] });
	await writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff]), Buffer.from('.ts')]), '');
	await mkdir(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xfe])]));
	const { files, problems } = await listed();
	assert.deepEqual(files, expected);
	assert.deepEqual(problems, ['\uFFFD.ts: the name is no valid Unicode, so the file is not read']);
	const withoutRules = await list(folder, [], { withIgnored: true });
	assert.deepEqual(withoutRules.problems.length, 2);
});

test('a git that fails, is too old or takes too long is done without', {
	skip: isWindows && 'no scripts',
}, async (context) => {
	const folder = await treeWith(context, {
		'.gitignore': 'b.ts\n',
		'a.ts': '',
		'b.ts': '',
		'bin/git': '#!/bin/sh\nexit 129\n',
	});
	gitIn(folder, 'init', '-q');
	await chmod(path.join(folder, 'bin/git'), 0o755);
	const { PATH } = process.env;
	context.after(() => Object.assign(process.env, { PATH }));
	process.env.PATH = `${folder}/bin`;
	assert.deepEqual((await list(folder)).files, ['a.ts']);
	process.env.PATH = PATH;
	await writeFile(path.join(folder, '.git/HEAD'), 'broken');
	assert.deepEqual((await list(folder)).files, ['a.ts']);
});

test('what a repository says to start is not started', { skip: isWindows && 'no scripts' }, async (context) => {
	const evil = '#!/bin/sh\ntouch "$(dirname "$0")/started"\ncat\n';
	const folder = await treeWith(context, { 'a.ts': 'old\n', 'evil.sh': evil, '.gitattributes': '*.ts filter=evil\n' });
	await chmod(path.join(folder, 'evil.sh'), 0o755);
	commitAll(folder);
	for (const key of ['core.fsmonitor', 'filter.evil.clean', 'filter.evil.process', 'diff.external'])
		gitIn(folder, 'config', key, path.join(folder, 'evil.sh'));
	gitIn(folder, 'config', 'filter.evil.required', 'true');
	await writeFile(path.join(folder, 'a.ts'), 'new\n');
	assert.deepEqual((await list(folder)).files, ['a.ts']);
	assert.deepEqual((await list(folder, [], { since: 'HEAD' })).files, ['a.ts']);
	await assert.rejects(rm(path.join(folder, 'started')), { code: 'ENOENT' });
});
