import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Mistake, type Terminal } from './command.ts';

/** Bytes of the largest file that is read. */
const largest = 50_000_000;

/** The text of a file, or of standard input for `-`. Rejects with a `Mistake` where it is none. */
export async function readText(path: string, { folder, readInput }: Terminal): Promise<string> {
	if (path === '-') return textIn(await readInput(), 'Standard input');
	if (/^https?:\/\//i.test(path))
		throw new Mistake(`${path}: nothing is fetched from the web; save it as a file first`);
	return textIn(await bytesOf(resolve(folder, path), path), path);
}

/** What is wrong with a path, in words. */
export function problemWithPath(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const problem = 'code' in error ? problems[String(error.code)] : undefined;
	return problem ?? error.message;
}

const problems: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file or folder',
	ENOTDIR: 'there is no such file or folder',
	EEXIST: 'something else is in its place',
	EISDIR: 'this is a folder; name a file in it',
	EACCES: 'you may not read or write this',
	EPERM: 'you may not read or write this',
	EROFS: 'nothing can be written there',
	ENOSPC: 'there is no room left to write',
	ENAMETOOLONG: 'the name is too long',
};

async function bytesOf(file: string, shown: string): Promise<Uint8Array> {
	let handle: FileHandle | undefined;
	try {
		handle = await open(file);
		const { size } = await handle.stat();
		if (size > largest) throw new Mistake(`${shown}: the file is larger than ${largest / 1_000_000} MB`);
		return await handle.readFile();
	} catch (error) {
		throw error instanceof Mistake ? error : new Mistake(`${shown}: ${problemWithPath(error)}`);
	} finally {
		await handle?.close();
	}
}

/** UTF-8, or what the mark at its beginning says; a text that is neither was written by an older Windows program. */
function textIn(bytes: Uint8Array, shown: string): string {
	if (bytes.length > largest) throw new Mistake(`${shown}: this is larger than ${largest / 1_000_000} MB`);
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	if (bytes.subarray(0, 8_000).includes(0)) throw new Mistake(`${shown}: this is no text`);
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
