import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { jarsOf, toolchains } from '../../support/toolchains.ts';

export interface JavaCase {
	readonly title: string;
	readonly text: string;
	/** Why it cannot be run here; false where it can. */
	readonly skip: string | false;
}

/**
 * The cases of a file that the machine can run: `@@ what it shows`, in brackets before it the library that it needs,
 * then source with a class `Case`.
 */
export function javaCases(file: string): readonly JavaCase[] {
	const all = readFileSync(path.join(import.meta.dirname, file), 'utf8');
	return all
		.split(/^@@ /m)
		.slice(1)
		.map((section) => {
			const [, library, title = '', source = ''] = /^(?:\[(\w+)\] )?(.*)\n([\s\S]*)$/.exec(section) ?? [];
			const chain = library === 'okhttp' || library === 'spring' ? library : 'java';
			const skip = toolchains[chain].isThere() ? false : `${chain} is not installed`;
			return { title, text: `${source.trim()}\n`, skip };
		});
}

/** A program with a class for each text, `Case0` and so on, and what it prints for words that it is given. */
export interface JavaProgram {
	run(...words: readonly string[]): Promise<string>;
	remove(): void;
}

/** Sources of classes that stand in for libraries which no Debian package has: their real signatures, no more. */
const standIns = readdirSync(path.join(import.meta.dirname, 'stand-ins'), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.java'))
	.map((name) => path.join(import.meta.dirname, 'stand-ins', name));

/** Compiles the texts and a class `Main` as one program; fails where the compiler has anything against them. */
export function javaProgram(texts: readonly (string | undefined)[], main: string): JavaProgram {
	const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-java-'));
	const sources = path.join(folder, 'sources');
	mkdirSync(sources);
	const own = texts.flatMap((text, index): readonly (readonly [string, string])[] =>
		text === undefined ? [] : [[`Case${index}.java`, text.replaceAll(/\bCase\b/g, `Case${index}`)]],
	);
	const files = [...own, ['Main.java', main] as const].map(([name, text]) => {
		const file = path.join(sources, name);
		writeFileSync(file, text);
		return file;
	});
	const classes = [folder, ...jarsOf('okhttp'), ...jarsOf('spring')].join(path.delimiter);
	const given = toolchains.spring.isThere() ? standIns : [];
	const words = ['-proc:none', '-Xlint:all,-path,-classfile', '-cp', classes, '-d', folder];
	const { stderr, error } = spawnSync('javac', [...words, ...given, ...files], { encoding: 'utf8' });
	assert.equal(error, undefined);
	assert.equal(stderr, '');
	return {
		run: async (...given) => {
			const { stdout } = await promisify(execFile)('java', ['-cp', classes, 'Main', ...given], { maxBuffer: 1e7 });
			return stdout.trim();
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
