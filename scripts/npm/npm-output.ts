import { execFileSync } from 'node:child_process';

/** What npm prints on standard output. Throws what it says where it fails. */
export function npmOutput(args: readonly string[], folder: string): string {
	const program = process.env.npm_execpath;
	// On Windows, npm itself is a script that needs a shell.
	const isScript = program?.endsWith('.js') === true;
	const [command, words] = isScript ? [process.execPath, [program, ...args]] : ['npm', args];
	return execFileSync(command, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What `npm pack` says of a package. */
export interface Packed {
	readonly filename: string;
	/** Bytes of the archive. */
	readonly size: number;
	readonly files: readonly { readonly path: string }[];
}

/** The paths of the files in a folder that npm would pack, from the folder and with slashes. */
export function filesToPack(folder: string): readonly string[] {
	const printed = npmOutput(['pack', '--dry-run', '--json', '--ignore-scripts'], folder);
	const [packed]: readonly Packed[] = JSON.parse(printed);
	return packed?.files.map((file) => file.path) ?? [];
}
