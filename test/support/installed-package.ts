import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesToPack, npmOutput, type Packed } from '../../scripts/npm/npm-output.ts';

const project = path.resolve(import.meta.dirname, '../..');

/** The npm package as it is published, installed into a folder that has nothing else. */
export interface InstalledPackage {
	/** The folder whose `node_modules` has it. */
	readonly folder: string;
	/** The paths of the files in the package. */
	readonly files: readonly string[];
	/** Bytes of the archive. */
	readonly size: number;
	/** A folder with the files that were packed, as they are after that. */
	readonly source: string;
	/** The path of one of its commands, as npm makes it. */
	command(name: string): string;
	write(file: string, text: string): void;
	remove(): void;
}

/**
 * Packs what `dist/` has, as `npm pack` does after its build, and installs it without a network and without npm's cache.
 * Throws what npm says.
 */
export function installPackage(): InstalledPackage {
	const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'api-errors-package-')));
	const folder = path.join(root, 'work');
	// Nothing listens there.
	const alone = ['--offline', '--registry=http://127.0.0.1:9', `--cache=${path.join(root, 'cache')}`];
	const source = copyOfProject(path.join(root, 'source'));
	const packing = ['pack', '--json', '--pack-destination', root, ...alone];
	const [packed]: readonly Packed[] = JSON.parse(npmOutput(packing, source));
	if (!packed) throw new Error('npm packed nothing.');
	const write = (file: string, text: string) => {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	};
	write('package.json', '{ "name": "user", "private": true }\n');
	npmOutput(['install', '--no-audit', '--no-fund', ...alone, path.join(root, packed.filename)], folder);
	return {
		folder,
		source,
		files: packed.files.map((file) => file.path),
		size: packed.size,
		command: (name) => path.join(folder, 'node_modules/.bin', name),
		write,
		remove: () => rmSync(root, { recursive: true, force: true }),
	};
}

/** What is packed, apart from the project, whose pages others read while npm packs those of the package. */
function copyOfProject(folder: string): string {
	for (const file of filesToPack(project)) cpSync(path.join(project, file), path.join(folder, file));
	const manifest = path.join(folder, 'package.json');
	const { scripts, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
	const program = `"${process.execPath}" "${path.join(project, 'scripts/npm/pages.ts')}"`;
	const withoutBuild = (script: string) =>
		script.replace('node esbuild.mjs && ', '').replace('node scripts/npm/pages.ts', program);
	const packing = { prepack: withoutBuild(scripts.prepack), postpack: withoutBuild(scripts.postpack) };
	writeFileSync(manifest, JSON.stringify({ ...rest, scripts: packing }));
	return folder;
}

/** The names of the packages in a folder. */
export function packagesIn(folder: string): readonly string[] {
	return readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
}
