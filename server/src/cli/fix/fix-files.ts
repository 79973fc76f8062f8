import { readFile } from 'node:fs/promises';
import type { Host } from '../../host/host.ts';
import { languages } from '../../languages/index.ts';
import type { GivenSettings } from '../../settings.ts';
import { CodeReader } from '../../syntax/code-reader.ts';
import { makeInspector, pathOf } from '../inspector.ts';
import { viewProject } from '../project-view.ts';
import { problemWithPath } from '../read-text.ts';
import { type FixedText, type Fixing, fixText } from './fix-text.ts';
import { NotWritten, replaceFile } from './replace-file.ts';
import type { IsMeant } from './safe-fixes.ts';

export interface FixOptions {
	readonly host: Host;
	/** The folder that relative paths count from. */
	readonly folder: string;
	/** What the user named; it says what belongs to the project. */
	readonly paths: readonly string[];
	readonly settings?: GivenSettings;
	readonly isMeant: IsMeant;
	/** Is told what could not be mended, in a sentence with its path. */
	readonly onProblem: (message: string) => void;
}

/**
 * Applies to files what may be applied unseen. Never rejects: a file that cannot be written stays as it is, and is told.
 * @param files absolute paths
 * @returns how many findings were mended in each file that was changed
 */
export async function fixFiles(files: readonly string[], options: FixOptions): Promise<ReadonlyMap<string, number>> {
	const fixing = await fixingWith(options);
	const mended = new Map<string, number>();
	for (const file of files) {
		try {
			const before = await readFile(file);
			if (textIn(before) === undefined) throw new NotWritten('the file is not in UTF-8');
			const fixed = await fixBytes(file, before, fixing);
			if (!fixed) continue;
			await replaceFile(file, before, fixed.bytes);
			mended.set(file, fixed.mended);
		} catch (error) {
			options.onProblem(`${pathOf(options.folder, file)}: nothing was mended: ${problemWithPath(error)}`);
		}
	}
	return mended;
}

/**
 * Applies to what would be in a file what may be applied unseen.
 * @param file an absolute path
 */
export async function fixGiven(file: string, bytes: Uint8Array, options: FixOptions): Promise<Uint8Array> {
	return (await fixBytes(file, bytes, await fixingWith(options)))?.bytes ?? bytes;
}

async function fixingWith(options: FixOptions): Promise<Fixing> {
	const { host, folder, paths, settings, isMeant } = options;
	const view = await viewProject(host, folder, paths, settings);
	// What is wrong is told by the check that comes after.
	const inspect = makeInspector({ ...view, host, folder, onProblem: () => undefined });
	return { inspect, isMeant, reader: new CodeReader(languages, (name) => host.readAsset(name)) };
}

/** Undefined where there is nothing to mend, or the bytes are no UTF-8 and would not be the same again. */
async function fixBytes(
	file: string,
	bytes: Uint8Array,
	fixing: Fixing,
): Promise<(Pick<FixedText, 'mended'> & { readonly bytes: Uint8Array }) | undefined> {
	const text = textIn(bytes);
	if (text === undefined) return;
	const fixed = await fixText(file, text, fixing);
	return fixed.text === text ? undefined : { mended: fixed.mended, bytes: new TextEncoder().encode(fixed.text) };
}

function textIn(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return;
	}
}
