import type { TextKey } from './text-keys.ts';

/** Bytes that are looked up together. */
const gram = 4;
/** Bits of a number into which four bytes are hashed: for some thousand words, few others have one of theirs. */
const tableBits = 20;
/** Spreads numbers evenly: two to the 32nd, divided by the golden ratio. */
const spread = 0x9e3779b1;

/** Whether the bytes hold one of the keys. */
export interface KeyScanner {
	/** @param length bytes that are there; `bytes` itself may be longer, and its length is even */
	holdsAny(bytes: Buffer, length: number): boolean;
}

/**
 * Makes a search for keys. Every other byte begins four that are looked up in a table; where they are part of some key's
 * word, the word around them is looked up as a whole. So the time does not depend on how many keys there are.
 */
export function keyScanner(keys: readonly TextKey[]): KeyScanner {
	const words = new Map<string, string[]>();
	const short: string[] = [];
	for (const { word, whole } of keys)
		if (word.length < gram) short.push(whole);
		else words.set(word, [...(words.get(word) ?? []), whole]);
	const table = tableOf([...words.keys()]);
	const longest = Math.max(0, ...[...words.keys()].map((word) => word.length));
	const shorts = short.length > 0 ? new RegExp(short.map(escaped).join('|')) : undefined;
	/** @param missed words that stand in the file without any of what they are part of */
	const isKeyAt = (bytes: Buffer, at: number, missed: Set<string>): boolean => {
		const word = wordAround(bytes, at, longest);
		const wholes = word === undefined || missed.has(word) ? undefined : words.get(word);
		if (word === undefined || !wholes) return false;
		if (wholes.some((whole) => whole === word || bytes.includes(whole, 0, 'latin1'))) return true;
		missed.add(word);
		return false;
	};
	return {
		holdsAny(bytes, length) {
			const own = bytes.subarray(0, length);
			const missed = new Set<string>();
			if (holdsWord(bytes, length, table, (at) => isKeyAt(own, at, missed))) return true;
			return shorts?.test(own.toString('latin1')) ?? false;
		},
	};
}

/** A text as a pattern that finds nothing else. */
export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function holdsWord(bytes: Buffer, length: number, table: Uint8Array, isKeyAt: (at: number) => boolean): boolean {
	const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
	// What stands behind the end only makes a look-up more, as the words that are found end there.
	const end = Math.min(pairs.length, (length + gram) >> 1);
	let before = pairs[0] ?? 0;
	for (let index = 1; index < end; index++) {
		const pair = pairs[index] as number;
		const slot = Math.imul(before | (pair << 16), spread) >>> (32 - tableBits);
		before = pair;
		if ((((table[slot >>> 3] as number) >>> (slot & 7)) & 1) === 1 && isKeyAt(2 * index - 2)) return true;
	}
	return false;
}

/** The first four bytes of each word from an even and from an odd place on; of a word of four, any byte may follow. */
function tableOf(words: readonly string[]): Uint8Array {
	const table = new Uint8Array(1 << (tableBits - 3));
	const add = (bytes: number): void => {
		const slot = Math.imul(bytes, spread) >>> (32 - tableBits);
		table[slot >>> 3] = (table[slot >>> 3] ?? 0) | (1 << (slot & 7));
	};
	for (const word of words) {
		const bytes = Buffer.from(word, 'latin1');
		add(bytes.readInt32LE(0));
		if (bytes.length > gram) add(bytes.readInt32LE(1));
		else for (let next = 0; next < 256; next++) add((bytes.readUInt32LE(0) >>> 8) | (next << 24));
	}
	return table;
}

/** The word of which a byte is part; undefined where it is none, or longer than all that are sought. */
function wordAround(bytes: Buffer, at: number, longest: number): string | undefined {
	let start = at;
	let end = at;
	while (start > 0 && at - start <= longest && isWordByte(bytes[start - 1] as number)) start--;
	while (end < bytes.length && end - start <= longest && isWordByte(bytes[end] as number)) end++;
	return end - start > longest || end - start < gram ? undefined : bytes.toString('latin1', start, end);
}

/** A letter, a digit, `_`. */
function isWordByte(byte: number): boolean {
	const letter = byte | 0x20;
	return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f;
}
