import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { whyNot } from '../../support/toolchains.ts';
import { type FixName, fixedPhp, phpCases } from './fixed-php.ts';

/** What the cases themselves do otherwise: a class without a namespace, and tabs in one of them. */
const left = ['PSR1.Classes.ClassDeclaration', 'Generic.WhiteSpace.DisallowTabIndent', 'PSR1.Files.SideEffects'];

it('what fixes write in PHP is laid out as PSR-12 asks', { skip: whyNot('phpcs') }, async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-php-'));
	const fixes: readonly (readonly [string, FixName])[] = [
		['retry.cases', 'retryAfter'],
		['refresh.cases', 'refreshToken'],
	];
	for (const [file, fix] of fixes)
		for (const [index, { text }] of phpCases(file).entries())
			await writeFile(path.join(folder, `${fix}-${index}.php`), (await fixedPhp(text, fix)) ?? '');
	const options = ['--standard=PSR12', '--warning-severity=0', `--exclude=${left.join(',')}`, '--report=emacs', '-q'];
	const { stdout, status } = spawnSync('phpcs', [...options, folder], { encoding: 'utf8' });
	await rm(folder, { recursive: true });
	assert.deepEqual([stdout.trim(), status], ['', 0]);
});
