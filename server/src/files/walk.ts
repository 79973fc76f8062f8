import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoteRead } from '../host/host.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { type AskPath, isNeverEntered } from './left-out.ts';

export interface WalkOptions {
	/** By name. */
	readonly isWanted: (name: string) => boolean;
	readonly isLeftOut: AskPath;
	/** Those for what is in the folder; where nothing is given, nothing is ignored, and repositories are like other folders. */
	readonly rules: IgnoreRules | undefined;
	/** Is told of a folder that cannot be read, with its absolute path. */
	readonly onUnreadable: (folder: string, error: unknown) => void;
	/** Is told of the folders that are read, and of their rules. */
	readonly onRead?: NoteRead | undefined;
}

export interface Walked {
	/** Absolute paths, in no order. */
	readonly files: readonly string[];
	/** Folders that are repositories of their own, and were not entered. */
	readonly repositories: readonly string[];
}

interface Place {
	readonly folder: string;
	readonly rules: IgnoreRules | undefined;
}

/** Folders that are read at a time. */
const width = 32;

/** The files in a folder and those below it. No link is followed, no folder entered that is ignored. Never rejects. */
export async function walk(start: string, options: WalkOptions): Promise<Walked> {
	const [files, repositories]: [string[], string[]] = [[], []];
	const pending: Place[] = [{ folder: start, rules: options.rules }];
	while (pending.length > 0) {
		const read = await Promise.all(pending.splice(-width).map((place) => readPlace(place, start, options)));
		for (const one of read) {
			for (const file of one.files) files.push(file);
			for (const folder of one.folders) pending.push(folder);
			if (one.isRepository) repositories.push(one.folder);
		}
	}
	return { files, repositories };
}

interface ReadPlace {
	readonly folder: string;
	readonly isRepository: boolean;
	readonly files: readonly string[];
	readonly folders: readonly Place[];
}

async function readPlace({ folder, rules }: Place, start: string, options: WalkOptions): Promise<ReadPlace> {
	const { isWanted, isLeftOut, onUnreadable, onRead } = options;
	const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
		onUnreadable(folder, error);
		return [];
	});
	onRead?.({ kind: 'folder', path: folder, contents: undefined });
	if (entries.some(({ name }) => name === '.gitignore'))
		onRead?.({ kind: 'text', path: join(folder, '.gitignore'), contents: undefined });
	const isRepository = rules !== undefined && folder !== start && entries.some(({ name }) => name === '.git');
	if (isRepository) return { folder, isRepository, files: [], folders: [] };
	const hasRules = rules && folder !== start && entries.some(({ name }) => name === '.gitignore');
	const inside = hasRules ? await rules.in(folder) : rules;
	const [files, folders]: [string[], Place[]] = [[], []];
	for (const entry of entries.filter((one) => isCandidate(one, isWanted))) {
		const path = join(folder, entry.name);
		if (inside?.ignores(path, entry.isDirectory()) || (await isLeftOut(path))) continue;
		if (entry.isDirectory()) folders.push({ folder: path, rules: inside });
		else files.push(path);
	}
	return { folder, isRepository, files, folders };
}

function isCandidate(entry: Dirent, isWanted: WalkOptions['isWanted']): boolean {
	return entry.isDirectory() ? !isNeverEntered(entry.name) : entry.isFile() && isWanted(entry.name);
}
