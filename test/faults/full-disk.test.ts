import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { commandProgram } from '../support/server-program.ts';

/** A disk with room for a few small files, which only the command and what it calls can see. */
const withSmallDisk = ['--user', '--map-root-user', '--mount', 'sh', '-c'];
const canMount =
	spawnSync('unshare', [...withSmallDisk, 'mount -t tmpfs -o size=16k none /mnt']).status === 0
		? false
		: 'no small disk can be mounted here';

const code = "fetch('https://api.silentchat.de');\nswitch (error.code) {\n\tcase 'CONFLICT':\n\t\tbreak;\n}\n";
const rows = Array.from({ length: 400 }, (_, index) => `CODE_${index},What the code ${index} means to you`);

/** What a command says on a disk that is full, and what is on the disk then. */
async function onFullDisk(args: string, before: string) {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	try {
		await writeFile(path.join(folder, 'a.ts'), code);
		await writeFile(path.join(folder, 'codes.csv'), `code,title\n${rows.join('\n')}\n`);
		const script = [
			`mkdir ${folder}/full && mount -t tmpfs -o size=16k none ${folder}/full && cd ${folder}`,
			`printf '%s' '${before}' > full/out.json`,
			'head -c 100000 /dev/zero > full/filling 2>/dev/null',
			`"${process.execPath}" "${commandProgram}" ${args} > said.txt 2>&1; echo "ended with $?"`,
			'cat said.txt; echo; echo "left: $(ls -A full | tr "\\n" " ")"; cat full/out.json',
		].join('\n');
		const { stdout, stderr } = spawnSync('unshare', [...withSmallDisk, script], { encoding: 'utf8' });
		return { said: stdout, errors: stderr };
	} finally {
		await rm(folder, { recursive: true });
	}
}

describe('a full disk is told of, and what was there stays as it was', { skip: canMount }, () => {
	for (const args of [
		'check a.ts --format json --output full/out.json',
		'check a.ts --baseline full/out.json --update-baseline',
		'import codes.csv --id acme --into full/out.json',
		'export silentchat --format markdown --force --output full/out.json',
	])
		test(args, async () => {
			const before = /baseline|into/.test(args) ? '' : '{}';
			const { said, errors } = await onFullDisk(args, before);
			assert.match(said, /^ended with 2\n/);
			assert.match(said, /there is no room left to write/);
			assert.doesNotMatch(said, /\n\s+at /);
			assert.ok(said.includes('left: filling out.json'), said);
			assert.ok(said.endsWith(`\n${before}`), said);
			assert.equal(errors, '');
		});
});
