import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { commandProgram } from '../support/server-program.ts';

const code = "fetch('https://api.silentchat.de');\nswitch (error.code) {\n\tcase 'CONFLICT':\n\t\tbreak;\n}\n";

/** Somebody who may not read everything, as the one who runs the tests may. */
const asNobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
const [first = process.execPath, ...rest] = [...asNobody, process.execPath, commandProgram];
const tried = spawnSync(first, [...rest, '--version'], { encoding: 'utf8' });
const skip =
	process.platform === 'win32' || tried.status !== 0 ? 'nobody is here who may run this and not read that' : false;

async function newFolder(context: TestContext): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	context.after(() => rm(folder, { recursive: true }));
	await chmod(folder, 0o755);
	return folder;
}

function check(folder: string) {
	const { status, stdout, stderr } = spawnSync(first, [...rest, 'check', '.', '--no-cache'], {
		cwd: folder,
		encoding: 'utf8',
	});
	return { status, out: stdout, errors: stderr };
}

test('files and folders that may not be read are told of, and the others are checked', { skip }, async (context) => {
	const folder = await newFolder(context);
	await mkdir(path.join(folder, 'locked'));
	for (const file of ['a.ts', 'secret.ts', 'locked/b.ts']) await writeFile(path.join(folder, file), code);
	await chmod(path.join(folder, 'secret.ts'), 0);
	await chmod(path.join(folder, 'locked'), 0);
	const { status, out, errors } = check(folder);
	await chmod(path.join(folder, 'locked'), 0o755);
	assert.match(out, /a\.ts/);
	assert.doesNotMatch(out, /b\.ts/);
	assert.match(errors, /secret\.ts/);
	assert.match(errors, /locked/);
	assert.doesNotMatch(errors, /\n\s+at /);
	assert.ok(status === 1 || status === 2, `${status}`);
});

test('links that lead in a circle end, and nothing is told twice', { skip }, async (context) => {
	const folder = await newFolder(context);
	await mkdir(path.join(folder, 'in'));
	await writeFile(path.join(folder, 'in/a.ts'), code);
	await symlink('..', path.join(folder, 'in/up'));
	await symlink('.', path.join(folder, 'here'));
	await symlink('itself.ts', path.join(folder, 'itself.ts'));
	await symlink('nowhere.ts', path.join(folder, 'broken.ts'));
	const { status, out, errors } = check(folder);
	assert.equal(status, 1);
	assert.equal(out.match(/missing-required/g)?.length, 1);
	assert.doesNotMatch(errors, /\n\s+at |ELOOP/);
});
