import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '../..');

/** The npm package as it is published, installed into a folder that has nothing else. */
export interface InstalledPackage {
	/** The folder whose `node_modules` has it. */
	readonly folder: string;
	/** The paths of the files in the package. */
	readonly files: readonly string[];
	/** Bytes of the archive. */
	readonly size: number;
	/** The path of one of its commands, as npm makes it. */
	command(name: string): string;
	write(file: string, text: string): void;
	remove(): void;
}

interface Packed {
	readonly filename: string;
	readonly size: number;
	readonly files: readonly { readonly path: string }[];
}

/** Packs what `dist/` has, and installs it without a network and without npm's cache. Throws what npm says. */
export function installPackage(): InstalledPackage {
	const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'api-errors-package-')));
	const folder = path.join(root, 'work');
	// Nothing listens there.
	const alone = ['--offline', '--registry=http://127.0.0.1:9', `--cache=${path.join(root, 'cache')}`];
	const packing = ['pack', '--json', '--ignore-scripts', '--pack-destination', root, ...alone];
	const [packed]: readonly Packed[] = JSON.parse(npm(packing, project));
	if (!packed) throw new Error('npm packed nothing.');
	const write = (file: string, text: string) => {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	};
	write('package.json', '{ "name": "user", "private": true }\n');
	npm(['install', '--no-audit', '--no-fund', ...alone, path.join(root, packed.filename)], folder);
	return {
		folder,
		files: packed.files.map((file) => file.path),
		size: packed.size,
		command: (name) => path.join(folder, 'node_modules/.bin', name),
		write,
		remove: () => rmSync(root, { recursive: true, force: true }),
	};
}

/** What npm prints on standard output. Throws what it says where it fails. */
export function npm(args: readonly string[], folder: string): string {
	const program = process.env.npm_execpath;
	const isScript = program?.endsWith('.js') === true;
	const [command, words] = isScript ? [process.execPath, [program, ...args]] : ['npm', args];
	return execFileSync(command, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The names of the packages in a folder. */
export function packagesIn(folder: string): readonly string[] {
	return readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
}
