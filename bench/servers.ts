import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How to start a language server that speaks over its standard input and output. */
export interface ServerCommand {
	readonly name: string;
	readonly file: string;
	readonly args: readonly string[];
}

/** Our server, from its bundle, in the Node that runs the bench. Throws an Error that says what to do without it. */
export function ourServer(bundle: string): ServerCommand {
	if (!existsSync(bundle)) throw new Error(`There is no server at ${bundle}: run npm run build.`);
	return { name: 'ours', file: process.execPath, args: [bundle, '--stdio'] };
}

/**
 * The language server of TypeScript 7: the program behind `tsc --lsp --stdio`, started without the Node script that
 * finds it, as editors do. Throws an Error when this platform's program is not installed.
 */
export function typescriptServer(): ServerCommand {
	const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
	const platform = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
	const program = join(dirname(resolveBeside(manifest, platform)), 'lib', programName());
	if (!existsSync(program)) throw new Error(`TypeScript's program is not at ${program}: run npm ci.`);
	return { name: 'TypeScript 7', file: program, args: ['--lsp', '--stdio'] };
}

function resolveBeside(manifest: string, request: string): string {
	try {
		return createRequire(manifest).resolve(request);
	} catch (cause) {
		throw new Error(`${request} is not installed: run npm ci.`, { cause });
	}
}

function programName(): string {
	return process.platform === 'win32' ? 'tsc.exe' : 'tsc';
}
