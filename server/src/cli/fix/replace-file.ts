import { chmod, chown, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Why a file was not written, in a sentence without its path. */
export class NotWritten extends Error {}

/**
 * Writes a file that is there, as a whole or not at all. What a link leads to is written, and a file with several names
 * keeps them. Rejects, and leaves the file as it is, where somebody else has changed it, it is read-only, or it cannot be
 * written.
 * @param before what is in it as far as the writer knows
 */
export async function replaceFile(path: string, before: Uint8Array, after: Uint8Array): Promise<void> {
	const file = await realpath(path);
	const found = await stat(file);
	// Root may write whatever there is; who made a file read-only meant it.
	if ((found.mode & 0o222) === 0) throw new NotWritten('the file is read-only');
	const draft = join(dirname(file), `.${basename(file).slice(0, 200)}.${process.pid}.tmp`);
	try {
		await writeFile(draft, after, { flag: 'wx', flush: true });
		await chmod(draft, found.mode & 0o7777);
		const isOurs = await chown(draft, found.uid, found.gid).then(
			() => true,
			() => false,
		);
		await expectSame(file, before);
		if (found.nlink > 1 || !isOurs) await overwrite(file, before, after);
		else await rename(draft, file);
	} finally {
		await rm(draft, { force: true });
	}
}

async function expectSame(file: string, before: Uint8Array): Promise<void> {
	if (!Buffer.from(before).equals(await readFile(file))) throw new NotWritten('the file was changed meanwhile');
}

/** Writes into the file itself, whose room is known to be there; what was in it comes back where that fails. */
async function overwrite(file: string, before: Uint8Array, after: Uint8Array): Promise<void> {
	const handle = await open(file, 'r+');
	try {
		await write(after);
	} catch (error) {
		await write(before).catch(() => undefined);
		throw error;
	} finally {
		await handle.close();
	}

	async function write(bytes: Uint8Array): Promise<void> {
		for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten;
		await handle.truncate(bytes.length);
		await handle.sync();
	}
}
