import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const leftOut: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** The files wanted, at or below a path, in the order of their names. Rejects where there is nothing at the path. */
export async function* findFiles(path: string, wanted: (name: string) => boolean): AsyncGenerator<string> {
	if ((await stat(path)).isDirectory()) yield* filesBelow(path, wanted);
	else if (wanted(path)) yield path;
}

async function* filesBelow(folder: string, wanted: (name: string) => boolean): AsyncGenerator<string> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			if (!leftOut.has(entry.name)) yield* filesBelow(path, wanted);
		} else if (entry.isFile() && wanted(entry.name)) yield path;
	}
}
