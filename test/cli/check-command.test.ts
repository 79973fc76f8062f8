import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { commandProgram } from '../support/server-program.ts';
import { folderWith } from './folder-with.ts';

const isWindows = process.platform === 'win32';
const evidence = "fetch('https://api.silentchat.de');\n";
const wrong = `${evidence}switch (error.code) {\n	case 'CONFLICT':\n		merge();\n}\n`;

/** Calls the command as it is published. */
function call(folder: string, ...args: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [commandProgram, 'check', ...args], {
		cwd: folder,
		encoding: 'utf8',
		timeout: 60_000,
	});
	return { code: status, out: stdout, errors: stderr };
}

/** How a shell says a pipeline ended: by the command before the last. */
function shell(folder: string, line: string): number {
	const script = `check() { "${process.execPath}" "${commandProgram}" check "$@"; }\n${line}`;
	const { status } = spawnSync('bash', ['-c', script], { cwd: folder, timeout: 60_000 });
	return status ?? -1;
}

test('what is excluded is left out, by any glob', async (context) => {
	const folder = await folderWith(context, {
		...{ 'a.ts': wrong, 'a.gen.ts': wrong, 'src/b.gen.ts': wrong, 'src/c.ts': wrong, '.x/d.ts': wrong },
	});
	const files = async (...args: string[]) => {
		const { out } = await folder.run(['check', ...args]);
		return out.split('\n').filter((line) => line.endsWith('.ts'));
	};
	assert.deepEqual(await files('--exclude', '*.gen.ts'), ['.x/d.ts', 'a.ts', 'src/c.ts']);
	assert.deepEqual(await files('--exclude', 'src', '--exclude=.x/'), ['a.gen.ts', 'a.ts']);
	assert.deepEqual(await files('--exclude', './src/**', '--exclude', '.x/*.ts'), ['a.gen.ts', 'a.ts']);
	assert.deepEqual(await files('--exclude', '/a.ts', '--exclude', '{src,.x}/**'), ['a.gen.ts']);
	assert.deepEqual(await files('--exclude', 'src/b*', 'src/b.gen.ts', 'src'), ['src/c.ts']);
});

test('what the project excludes is left out, named or not', async (context) => {
	const folder = await folderWith(context, {
		...{ 'api-errors.json': '{ "exclude": ["old/**", "*.gen.ts"] }' },
		...{ 'a.ts': wrong, 'b.gen.ts': wrong, 'old/c.ts': wrong },
	});
	const { out } = await folder.run(['check', '.', 'old', 'old/c.ts', 'b.gen.ts']);
	assert.match(out, /^a\.ts\n.+\n\n1 problem in 1 file/);
});

test('what git ignores is checked where that is wanted', async (context) => {
	const folder = await folderWith(context, { '.gitignore': 'dist\n', 'a.ts': wrong, 'dist/b.ts': wrong });
	assert.match((await folder.run(['check'])).out, /1 problem in 1 file/);
	assert.match((await folder.run(['check', '--no-ignore'])).out, /2 problems in 2 files/);
	assert.match((await folder.run(['check', 'dist'])).out, /1 problem in 1 file/);
});

test('how many threads there are changes nothing', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong, 'b.ts': wrong, 'c.ts': evidence });
	const one = await folder.run(['check', '--no-cache', '--jobs', '1']);
	assert.equal(one.code, 1);
	assert.deepEqual(await folder.run(['check', '--no-cache', '--jobs=3']), one);
	for (const jobs of ['0', '', 'x', '-1', '1.5']) {
		const { code, errors } = await folder.run(['check', `--jobs=${jobs}`]);
		assert.deepEqual([code, errors.split('\n')[0]], [2, `--jobs is a number of threads from 1, not “${jobs}”.`]);
	}
});

test('a glob that the shell leaves is a glob', async (context) => {
	const folder = await folderWith(context, { 'src/a.ts': wrong, 'src/x/b.ts': wrong, 'c.ts': wrong });
	assert.match(call(folder.path, 'src/**/*.ts').out, /2 problems in 2 files/);
	assert.deepEqual(call(folder.path, 'nix/*.ts'), {
		code: 2,
		out: 'No problems in 0 files.\n',
		errors: 'nix/*.ts: no file that is checked fits this\n',
	});
});

test('where there is nothing to check it is said, and is a mistake only where a folder was named', async (context) => {
	const folder = await folderWith(context, { 'empty/a.css': '' });
	const nothing = 'There is nothing here to check: no file in a language that is read, or all are left out.\n';
	const out = 'No problems in 0 files.\n';
	assert.deepEqual(await folder.run(['check']), { code: 0, out, errors: nothing });
	assert.deepEqual(await folder.run(['check', 'empty/a.css']), { code: 0, out, errors: nothing });
	assert.deepEqual(await folder.run(['check', 'empty']), { code: 2, out, errors: nothing });
});

test('a check may begin at the root of the disk', async (context) => {
	const folder = await folderWith(context, { 'a.ts': evidence, 'src/b.ts': wrong });
	const { code, out } = call(path.parse(folder.path).root, '--no-cache', folder.path);
	assert.equal(code, 1);
	assert.match(out, /1 problem in 2 files/);
});

test('odd files do not stop a check', { skip: isWindows && 'it has none' }, async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong, 'sub/b.ts': wrong });
	execFileSync('mkfifo', ['pipe.ts'], { cwd: folder.path });
	await symlink('.', path.join(folder.path, 'sub/loop'));
	await symlink('a.ts', path.join(folder.path, 'link.ts'));
	await symlink('nowhere.ts', path.join(folder.path, 'broken.ts'));
	const { code, out, errors } = call(folder.path);
	assert.deepEqual([code, errors], [1, '']);
	assert.match(out, /2 problems in 2 files/);
	assert.deepEqual(call(folder.path, 'pipe.ts').errors, 'pipe.ts: this is neither a file nor a folder\n');
	assert.match(call(folder.path, 'link.ts').out, /^link\.ts\n/);
	assert.deepEqual(call(folder.path, 'broken.ts').errors, 'broken.ts: there is no such file or folder\n');
});

test('a file that git still lists and that is gone is no fault', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong, 'b.ts': wrong });
	execFileSync('git', ['init', '-q'], { cwd: folder.path });
	execFileSync('git', ['add', '-A'], { cwd: folder.path });
	await rm(path.join(folder.path, 'a.ts'));
	const { code, out, errors } = await folder.run(['check']);
	assert.deepEqual([code, errors], [1, '']);
	assert.match(out, /1 problem in 1 file/);
	await mkdir(path.join(folder.path, 'a.ts'));
	assert.deepEqual(await folder.run(['check']), { code, out, errors });
	await rm(path.join(folder.path, 'a.ts'), { recursive: true });
	if (isWindows) return;
	execFileSync('mkfifo', ['a.ts'], { cwd: folder.path });
	assert.deepEqual(await folder.run(['check']), { code, out, errors });
});

/** Root reads whatever there is, so that nothing is seen of rights; as somebody else, where that can be had. */
const asOther = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
const canBeOther = asOther.length === 0 || spawnSync(asOther[0] ?? '', [...asOther.slice(1), 'true']).status === 0;

test('folders and files that may not be read are told', {
	skip: isWindows ? 'rights are others there' : !canBeOther && 'root reads everything, and there is nobody else to be',
}, async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong, 'shut/b.ts': wrong, 'secret.ts': wrong });
	context.after(() => chmod(path.join(folder.path, 'shut'), 0o755).catch(() => undefined));
	await chmod(folder.path, 0o755);
	await chmod(path.join(folder.path, 'shut'), 0o000);
	await chmod(path.join(folder.path, 'secret.ts'), 0o000);
	const program = path.join(folder.path, '..', path.basename(folder.path));
	const [command = '', ...args] = [...asOther, process.execPath, commandProgram, 'check'];
	const { status, stdout, stderr } = spawnSync(command, args, { cwd: program, encoding: 'utf8' });
	assert.equal(
		stderr.split('\n').sort().join('\n').trim(),
		[
			'secret.ts: the file could not be checked: you may not read or write this',
			'shut: the folder cannot be read: you may not read or write this',
		].join('\n'),
	);
	assert.equal(status, 2);
	assert.match(stdout, /^a\.ts\n/);
});

test('whoever stops reading changes nothing of how a check ends', {
	skip: isWindows && 'no such shell',
}, async (context) => {
	const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}.ts`, wrong]));
	const folder = await folderWith(context, { ...files, 'clean/a.ts': evidence });
	assert.equal(shell(folder.path, 'check | head -n 1 > out.txt; exit $PIPESTATUS'), 1);
	assert.equal(shell(folder.path, 'check | true; exit $PIPESTATUS'), 1);
	assert.equal(shell(folder.path, 'check clean | true; exit $PIPESTATUS'), 0);
	assert.equal(shell(folder.path, 'check nowhere 2>&1 | true; exit $PIPESTATUS'), 2);
});

test('a report that cannot be written is a mistake', { skip: isWindows && 'no such device' }, async (context) => {
	const folder = await folderWith(context, { 'a.ts': evidence, 'folder/x': '' });
	const written = (file: string) => folder.run(['check', '--output', file]);
	assert.deepEqual(await written('folder'), { code: 2, out: '', errors: 'folder: this is no file\n' });
	assert.deepEqual(await written('a.ts/x'), { code: 2, out: '', errors: 'a.ts/x: something else is in its place\n' });
	assert.equal((await written('')).code, 2);
	if (process.platform === 'linux') assert.equal(shell(folder.path, 'check > /dev/full 2> /dev/null'), 2);
});

test('a check that is interrupted leaves nothing behind', { skip: isWindows && 'no signals' }, async (context) => {
	const folder = await folderWith(context, {});
	execFileSync('mkfifo', ['input'], { cwd: folder.path });
	await writeFile(path.join(folder.path, 'a.ts'), wrong);
	const args = [commandProgram, 'check', '--fix', '--stdin-filename', 'b.ts'];
	const child = spawn(process.execPath, args, { cwd: folder.path, stdio: ['pipe', 'pipe', 'pipe'] });
	child.stdin.write('half a fi');
	await new Promise((resolve) => child.once('spawn', resolve));
	child.kill('SIGINT');
	const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
	assert.equal(signal, 'SIGINT');
	assert.deepEqual(await folder.files(), ['a.ts', 'input']);
});
