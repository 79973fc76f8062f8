import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { FolderEntry } from '../../host/host.ts';

/** In place of a hash: nothing is there. */
export const missing = 'missing';

/** A short name for a text. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
	const hash = createHash('sha1');
	for (const part of parts) hash.update(part);
	return hash.digest('base64url');
}

/** The same for what is in a folder, in whatever order. */
export function hashOfEntries(entries: readonly FolderEntry[]): string {
	const names = entries.map(({ name, isFolder }) => (isFolder ? `${name}/` : name));
	return hashOf(names.sort().join('\0'));
}

/** The same for a folder on the disk, as a host lists it: what is neither a file nor a folder is left out. Undefined where it cannot be read. */
export function hashOfFolder(path: string): string | undefined {
	try {
		const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory() || entry.isFile());
		return hashOfEntries(entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })));
	} catch {
		return undefined;
	}
}

/** Whether there is nothing at a path, or the folder that it should be in is none. */
export function isGone(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
