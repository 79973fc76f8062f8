import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export interface CsharpCase {
	readonly title: string;
	readonly text: string;
}

/** The cases of a file: `@@ what it shows`, then source with a class `Case`. */
export function csharpCases(file: string): readonly CsharpCase[] {
	const all = readFileSync(path.join(import.meta.dirname, file), 'utf8');
	return all
		.split(/^@@ /m)
		.slice(1)
		.map((section) => {
			const [title = '', ...lines] = section.split('\n');
			return { title, text: `${lines.join('\n').trim()}\n` };
		});
}

/** A program with a class for each text, `Case0` and so on, and what it prints for words that it is given. */
export interface CsharpProgram {
	run(...words: readonly string[]): Promise<string>;
	remove(): void;
}

/** Compiles the texts and a class `Program` as one program; fails where the compiler has anything against them. */
export function csharpProgram(texts: readonly string[], main: string): CsharpProgram {
	const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-csharp-'));
	const program = path.join(folder, 'program.exe');
	const own = texts.map((text, index) => [`Case${index}.cs`, text.replaceAll(/\bCase\b/g, `Case${index}`)] as const);
	const files = [...own, ['Program.cs', main] as const].map(([name, text]) => {
		const file = path.join(folder, name);
		writeFileSync(file, text);
		return file;
	});
	const words = ['-langversion:7', '-r:System.Net.Http.dll', `-out:${program}`, ...files];
	const { stdout, stderr, error } = spawnSync('mcs', words, { encoding: 'utf8' });
	assert.equal(error, undefined);
	assert.equal(stdout + stderr, '');
	return {
		run: async (...given) => {
			const { stdout } = await promisify(execFile)('mono', [program, ...given], { maxBuffer: 1e7 });
			return stdout.trim();
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
