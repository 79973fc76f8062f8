import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from './folder-with.ts';
import { commitAll, gitIn } from './git-in.ts';

const evidence = "fetch('https://api.silentchat.de');\n";
const wrong = `${evidence}switch (error.code) {\n	case 'CONFLICT':\n		merge();\n}\n`;

/** The files that a report in JSON names. */
async function filesIn(out: string): Promise<readonly string[]> {
	return JSON.parse(out).findings.map(({ file }: { file: string }) => file);
}

test('only files that have changed since a branch was left are checked', async (context) => {
	const names = ['committed', 'staged', 'changed', 'same', 'moved', 'deleted', 'on-main', 'back'];
	const folder = await folderWith(context, Object.fromEntries(names.map((name) => [`src/${name}.ts`, wrong])));
	await folder.write('.gitignore', 'ignored.ts\n');
	const at = (name: string) => path.join(folder.path, 'src', `${name}.ts`);
	const change = (name: string) => writeFile(at(name), `// New.\n${wrong}`);
	commitAll(folder.path);
	gitIn(folder.path, 'checkout', '-q', '-b', 'feature');
	await change('committed');
	commitAll(folder.path);
	gitIn(folder.path, 'checkout', '-q', 'main');
	await change('on-main');
	commitAll(folder.path);
	gitIn(folder.path, 'checkout', '-q', 'feature');
	await change('back');
	await writeFile(at('back'), wrong);
	await change('staged');
	gitIn(folder.path, 'add', '-A');
	await change('changed');
	await rename(at('moved'), path.join(folder.path, 'elsewhere.ts'));
	await rm(at('deleted'));
	await folder.write('src/ignored.ts', wrong);
	await folder.write("src/x/n\u00fc 'w.ts", wrong);
	const check = async (...args: string[]) => folder.run(['check', '--format', 'json', '--since', ...args]);
	const expected = ['elsewhere.ts', 'src/changed.ts', 'src/committed.ts', 'src/staged.ts', "src/x/n\u00fc 'w.ts"];
	assert.deepEqual(await filesIn((await check('main')).out), expected);
	assert.deepEqual(await filesIn((await check('main', 'src/x', 'src/same.ts')).out), expected.slice(4));
	assert.deepEqual(await filesIn((await check('HEAD', 'src/committed.ts', 'src/*.ts')).out), [
		expected[1],
		expected[3],
	]);
	const below = await folder.run(['check', '--format', 'json', '--since', 'main'], '', 'src');
	assert.deepEqual((await filesIn(below.out)).length, 4);
	const ignored = await check('main', 'src/ignored.ts');
	assert.deepEqual([ignored.code, await filesIn(ignored.out)], [0, []]);
	assert.equal(ignored.errors, 'No file that is checked has changed since main.\n');
});

test('files that have not changed still say what those that have speak of', async (context) => {
	const folder = await folderWith(context, {
		'codes.ts': `${evidence}export const codes = { conflict: 'CONFLICT', missing: 'NOT_FOUND' } as const;\n`,
		'a.ts': 'export {};\n',
	});
	commitAll(folder.path);
	const text =
		"import { codes } from './codes';\nswitch (error.code) {\n	case codes.conflict:\n		merge();\n		break;\n	case codes.missing:\n		stop();\n}\n";
	await folder.write('a.ts', text);
	const { out } = await folder.run(['check', '--since', 'HEAD']);
	assert.match(out, /^a\.ts\n.+missing-required\n\n1 problem in 1 file/);
});

test('repositories in the repository count by what has changed in them', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong, 'library/b.ts': wrong, 'library/c.ts': wrong });
	commitAll(path.join(folder.path, 'library'));
	gitIn(folder.path, 'init', '-q');
	gitIn(folder.path, 'submodule', '--quiet', 'add', './library', 'module');
	await rm(path.join(folder.path, 'library'), { recursive: true });
	commitAll(folder.path);
	const check = async () => filesIn((await folder.run(['check', '--format', 'json', '--since', 'main'])).out);
	assert.deepEqual(await check(), []);
	await folder.write('module/b.ts', `// New.\n${wrong}`);
	assert.deepEqual(await check(), ['module/b.ts']);
	gitIn(path.join(folder.path, 'module'), 'add', '-A');
	gitIn(path.join(folder.path, 'module'), 'commit', '-q', '-m', 'x');
	// Where it stands on another commit, all of it may be different.
	assert.deepEqual(await check(), ['module/b.ts', 'module/c.ts']);
	await folder.write('other/d.ts', wrong);
	commitAll(path.join(folder.path, 'other'));
	assert.deepEqual(await check(), ['module/b.ts', 'module/c.ts', 'other/d.ts']);
});

test('where git cannot say what has changed, that is told', async (context) => {
	const folder = await folderWith(context, { 'one/a.ts': wrong, 'none/a.ts': wrong });
	const told = async (since: string, at: string, ...args: string[]) => {
		const { code, out, errors } = await folder.run(['check', `--since=${since}`, ...args], '', at);
		assert.deepEqual([code, out], [2, '']);
		return errors;
	};
	assert.match(await told('main', 'none'), /^--since needs a git repository with a work tree: not a git repository/);
	gitIn(folder.path, 'init', '-q', '--bare', 'bare');
	assert.match(await told('main', 'bare'), /^--since needs a git repository with a work tree: /);
	const one = path.join(folder.path, 'one');
	gitIn(one, 'init', '-q');
	assert.equal(await told('main', 'one'), 'There is no commit “main” in this repository.\n');
	commitAll(one);
	for (const ref of ['nowhere', '-h', '--output=x', '', 'HEAD:a.ts', 'a..b'])
		assert.equal(await told(ref, 'one'), `There is no commit “${ref}” in this repository.\n`);
	gitIn(one, 'checkout', '-q', '--orphan', 'alone');
	await folder.write('one/b.ts', '');
	commitAll(one);
	assert.equal(await told('main', 'one'), '“main” and what is checked out have no commit in common.\n');
	commitAll(one);
	gitIn(folder.path, 'clone', '-q', '--depth', '1', `file://${one}`, 'shallow');
	assert.match(await told('main', 'shallow'), /^There is no commit “main” .+fetch-depth: 0/);
	const outside = await folder.run(['check', '--since', 'HEAD', '../none'], '', 'one');
	assert.equal(outside.code, 2);
	assert.equal(
		outside.errors,
		'../none: this is outside of the repository, so nothing is known of what has changed there\n',
	);
	const { PATH } = process.env;
	context.after(() => Object.assign(process.env, { PATH }));
	process.env.PATH = '';
	assert.equal(await told('main', 'one'), '--since needs git, which was not found.\n');
});

test('what is called from a hook of git looks at the same repository', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong, 'b.ts': wrong, 'other/c.ts': '' });
	commitAll(path.join(folder.path, 'other'));
	commitAll(folder.path);
	await folder.write('a.ts', `// New.\n${wrong}`);
	await mkdir(path.join(folder.path, 'x'));
	const names = ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE'] as const;
	context.after(() => {
		for (const name of names) delete process.env[name];
	});
	process.env.GIT_DIR = path.join(folder.path, 'other/.git');
	process.env.GIT_INDEX_FILE = path.join(folder.path, 'x/index');
	process.env.GIT_WORK_TREE = path.join(folder.path, 'other');
	const { out } = await folder.run(['check', '--format', 'json', '--since', 'main']);
	assert.deepEqual(await filesIn(out), ['a.ts']);
});
