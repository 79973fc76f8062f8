import { isAscii } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { whyQuiet, whyTooLong } from '../../analysis/directives/quiet-files.ts';
import { containerOf } from '../../containers/documents-in.ts';
import { readableIdOf } from '../../containers/readable.ts';
import { ImportedFiles } from './importing.ts';
import { keyScanner } from './key-scanner.ts';
import { knownLabels, mayHaveLabels, mayRepeatLabels } from './repeated-labels.ts';
import type { Besides, LookFor } from './text-keys.ts';

/**
 * What a look at the bytes of a file finds, of which only one is said. It depends on nothing but the bytes, the name of the
 * file and what is looked for.
 */
export const sights = ['nothing', 'speaks', 'imports', 'repeats', 'binary', 'gone', 'unreadable'] as const;
export type Sight = (typeof sights)[number];

/** Looks at a file by its absolute path, without parsing it. Never throws. */
export type Look = (file: string) => Sight;

/** Looks for the same in many files, one after the other. */
export function lookFor(what: LookFor): Look {
	const see = sightOf(what);
	let place: Buffer = Buffer.alloc(1 << 20);
	return (file) => {
		try {
			const found = readInto(place, file);
			place = found.bytes;
			return see(file, place, found.length);
		} catch (error) {
			return isNoFile(error) ? 'gone' : 'unreadable';
		}
	};
}

/** Bytes at the beginning of a file in which a zero says that it is no text. */
const head = 8_000;

/**
 * What is seen in the bytes of a file.
 * @returns a function of the file's path, of bytes, and of how many of them are the file's
 */
export function sightOf(what: LookFor): (file: string, bytes: Buffer, length: number) => Sight {
	const { keys, pattern, repeated, besides, imported, isQuietToo } = what;
	const scanner = keyScanner(keys);
	const hasBesides = besides && oneOf(besides);
	const files = imported && new ImportedFiles(imported);
	const any = pattern === undefined ? undefined : new RegExp(pattern);
	const isKnown = knownLabels(repeated ?? []);
	return (file, bytes, length) => {
		if (bytes.subarray(0, Math.min(length, head)).includes(0)) return 'binary';
		const isLoud = (): boolean => isQuietToo || !isQuiet(file, bytes.toString('utf8', 0, length));
		if (scanner.holdsAny(bytes, length)) {
			if (!hasBesides || hasBesides(bytes, length)) return isLoud() ? 'speaks' : 'nothing';
			if (files?.areImportedBy(file, bytes.toString('utf8', 0, length))) return isLoud() ? 'imports' : 'nothing';
		}
		if (!any && !repeated) return 'nothing';
		const text = bytes.toString('latin1', 0, length);
		if (any?.test(text)) return isLoud() ? 'speaks' : 'nothing';
		if (!repeated || !mayHaveLabels(text, isKnown)) return 'nothing';
		const isPlain = isAscii(bytes.subarray(0, length));
		if (isQuiet(file, isPlain ? text : bytes.toString('utf8', 0, length))) return 'nothing';
		return mayRepeatLabels(text, isKnown) ? 'repeats' : 'nothing';
	};
}

function oneOf(besides: readonly Besides[]): (bytes: Buffer, length: number) => boolean {
	const ways = besides.map(({ keys, patterns }) => ({
		scanner: keys.length > 0 ? keyScanner(keys) : undefined,
		patterns: patterns.map((pattern) => new RegExp(pattern)),
	}));
	return (bytes, length) => {
		const text = bytes.toString('latin1', 0, length);
		return ways.some(
			({ scanner, patterns }) =>
				scanner?.holdsAny(bytes, length) !== false && patterns.every((pattern) => pattern.test(text)),
		);
	};
}

/** Whether nothing is warned about in a file without our comments, whatever the settings say of it. */
function isQuiet(file: string, text: string): boolean {
	const container = containerOf(readableIdOf(file) ?? '');
	if (container) return container.quiet !== undefined || whyTooLong(text) !== undefined;
	return whyQuiet({ uri: file, getText: () => text }, undefined) !== undefined;
}

/** Bytes after which a file is not read on: it is too large to be parsed. */
const largest = 50_000_000;

/** Reads a file into a place, or a larger one where it has more bytes. */
function readInto(place: Buffer, file: string): { readonly bytes: Buffer; readonly length: number } {
	// A pipe in the place of a file would be waited for.
	const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		let bytes = place;
		for (let length = 0; ; ) {
			const read = readSync(descriptor, bytes, length, bytes.length - length, null);
			length += read;
			if (length === 0 && !fstatSync(descriptor).isFile()) throw new NoFile();
			if (read === 0 || length < bytes.length || length > largest) return { bytes, length };
			const larger = Buffer.alloc(bytes.length * 4);
			bytes.copy(larger);
			bytes = larger;
		}
	} finally {
		closeSync(descriptor);
	}
}

class NoFile extends Error {}

/** Whether there is nothing at a path, or something else than a file: a folder, a socket, a pipe. */
function isNoFile(error: unknown): boolean {
	if (error instanceof NoFile) return true;
	return error instanceof Error && 'code' in error && noFile.has(String(error.code));
}

const noFile: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENXIO', 'EAGAIN']);
