import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { rustCrates } from '../../support/toolchains.ts';

export interface RustCase {
	readonly title: string;
	readonly text: string;
	/** Whether its functions wait by `.await`. */
	readonly isAsync: boolean;
}

/** The cases of a file: `@@ what it shows`, then source. */
export function rustCases(file: string): readonly RustCase[] {
	return readFileSync(path.join(import.meta.dirname, file), 'utf8')
		.split(/^@@ /m)
		.slice(1)
		.map((section) => {
			const [, title = '', source = ''] = /^(.*)\n([\s\S]*)$/.exec(section) ?? [];
			return { title, text: `${source.trim()}\n`, isAsync: /\.await\b/.test(source) };
		});
}

/** A program with a module for each text, and what it prints for words that it is given. */
export interface RustProgram {
	run(...words: readonly string[]): Promise<string>;
}

const execute = promisify(execFile);
// Debian's tokio makes a Mutex that is static only with parking_lot; from 1.30 on it needs no feature.
/** What was compiled of the crates is kept, for it takes longer than all the rest. */
const kept = path.join(import.meta.dirname, '../../../node_modules/.cache/rust-proof');

/**
 * Compiles modules as one program, whose `main` is given, against the crates that Debian packages; fails where the
 * compiler or rustfmt has anything against them.
 */
export function rustProgram(name: string, modules: readonly string[], main: string): RustProgram {
	const folder = path.join(kept, name);
	const write = (file: string, text: string): void => {
		mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	};
	write(
		'Cargo.toml',
		`[package]
name = "${name}"
version = "0.1.0"
edition = "2021"

[dependencies]
reqwest = { version = "0.11", default-features = false, features = ["blocking"] }
tokio = { version = "1", features = ["parking_lot", "rt-multi-thread", "sync", "time"] }
`,
	);
	write(
		'.cargo/config.toml',
		`[source.crates-io]\nreplace-with = "debian"\n[source.debian]\ndirectory = "${rustCrates}"\n`,
	);
	for (const [index, text] of modules.entries()) {
		write(`src/c${index}.rs`, text);
		const { stdout, error } = spawnSync('rustfmt', ['--edition', '2021'], { input: text, encoding: 'utf8' });
		if (!error) assert.equal(stdout, text, 'rustfmt leaves it as it is');
	}
	rmSync(path.join(folder, 'Cargo.lock'), { force: true });
	write('src/main.rs', modules.map((_, index) => `mod c${index};\n`).join('') + main);
	const env = { ...process.env, CARGO_TARGET_DIR: path.join(kept, 'target') };
	const words = ['build', '--offline', '--quiet', '--message-format', 'short'];
	const { stderr, error } = spawnSync('cargo', words, { cwd: folder, encoding: 'utf8', env });
	assert.equal(error, undefined);
	assert.equal(stderr, '');
	return { run: async (...given) => (await execute(path.join(kept, 'target/debug', name), given)).stdout.trim() };
}
