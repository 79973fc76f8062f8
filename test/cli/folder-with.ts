import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { plain } from '../../server/src/cli/reports/style.ts';
import { run } from '../../server/src/cli/run.ts';
import { nodeHost } from '../../server/src/host/node-host.ts';

/** Where the files shipped with us are. */
export const assetsFolder = fileURLToPath(new URL('../../dist/assets', import.meta.url));

/** How a command ended, and what it printed. */
export interface Ended {
	readonly code: number;
	readonly out: string;
	readonly errors: string;
}

/** A folder of its own for a test, in which the command line is called. */
export interface TestFolder {
	readonly path: string;
	/**
	 * @param input what comes on standard input
	 * @param from the folder below it in which the command is called
	 */
	run(args: readonly string[], input?: string | Uint8Array, from?: string): Promise<Ended>;
	read(file: string): Promise<string>;
	write(file: string, text: string | Uint8Array): Promise<void>;
	/** The names of all files below the folder, with slashes. */
	files(): Promise<readonly string[]>;
}

export async function folderWith(
	context: TestContext,
	files: Readonly<Record<string, string | Uint8Array>>,
): Promise<TestFolder> {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	context.after(() => rm(folder, { recursive: true }));
	const write = async (file: string, text: string | Uint8Array) => {
		await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
		await writeFile(path.join(folder, file), text);
	};
	for (const [file, text] of Object.entries(files)) await write(file, text);
	return {
		path: folder,
		write,
		read: (file) => readFile(path.join(folder, file), 'utf8'),
		async files() {
			const all = await readdir(folder, { recursive: true, withFileTypes: true });
			const names = all.filter((one) => !one.isDirectory()).map((one) => path.join(one.parentPath, one.name));
			return names.map((name) => path.relative(folder, name).replaceAll('\\', '/')).sort();
		},
		async run(args, input = '', from = '') {
			const printed = { out: '', errors: '' };
			const printError = (text: string) => {
				printed.errors += text.replaceAll('\\', '/');
			};
			const print = (text: string) => {
				printed.out += text.replaceAll('\\', '/');
			};
			const printBytes = (bytes: Uint8Array) => {
				printed.out += new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
			};
			const readInput = async () => new Uint8Array(Buffer.from(input));
			const terminal = { folder: path.join(folder, from), style: plain, print, printBytes, printError, readInput };
			const host = nodeHost({ assets: assetsFolder, log: (message) => printError(`${message}\n`) });
			return { code: await run(args, host, terminal), ...printed };
		},
	};
}
