import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export interface GoCase {
	readonly title: string;
	/** The files of a package. */
	readonly files: readonly string[];
}

/** The cases of a file: `@@ what it shows`, then source; a line of `---` parts the files of a package. */
export function goCases(file: string): readonly GoCase[] {
	const all = readFileSync(path.join(import.meta.dirname, file), 'utf8');
	return all
		.split(/^@@ /m)
		.slice(1)
		.map((section) => {
			const [, title = '', source = ''] = /^(.*)\n([\s\S]*)$/.exec(section) ?? [];
			return { title, files: source.split(/^---$/m).map((text) => `${text.trim()}\n`) };
		});
}

/** A program with a package for each text, and what it prints for words that it is given. */
export interface GoProgram {
	run(...words: readonly string[]): Promise<string>;
	remove(): void;
}

const execute = promisify(execFile);

/**
 * Compiles the files of packages as one program, whose `main` is given; fails where the compiler, `go vet` or gofmt has
 * anything against them.
 */
export function goProgram(packages: readonly (readonly string[])[], main: string): GoProgram {
	const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-go-'));
	const write = (name: string, text: string): void => {
		mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	};
	write('go.mod', 'module cases\n\ngo 1.18\n');
	for (const [index, files] of packages.entries())
		for (const [number, text] of files.entries()) write(`c${index}/chat${number}.go`, text);
	write('main.go', main);
	const go = (command: string, ...words: readonly string[]): string => {
		const { stdout, stderr, error } = spawnSync(command, words, { cwd: folder, encoding: 'utf8' });
		assert.equal(error, undefined);
		return stdout + stderr;
	};
	assert.equal(go('go', 'build', '-o', 'program', '.'), '');
	assert.equal(go('go', 'vet', './...'), '');
	assert.equal(go('gofmt', '-l', ...packages.map((_, index) => `c${index}`)), '');
	return {
		run: async (...words) => (await execute(path.join(folder, 'program'), words)).stdout.trim(),
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** Imports for `main`, one package a case. */
export function packagesOf(packages: readonly unknown[]): string {
	return packages.map((_, index) => `\tc${index} "cases/c${index}"\n`).join('');
}
