import type { TextKey } from './text-keys.ts';

/** Bytes that are looked up together. */
const gram = 4;
/** Bits of a number into which four bytes are hashed: for some thousand words, few others have one of theirs. */
const tableBits = 20;
/** Bits of a shorter number, by which most others are told from them in a table that stays near the processor. */
const nearBits = 16;
/** Spreads numbers evenly: two to the 32nd, divided by the golden ratio. */
const spread = 0x9e3779b1;
/** The fewest and the most bytes from one look-up to the next. */
const [leastStep, mostStep] = [2, 5];

/** Whether the bytes hold one of the keys. */
export interface KeyScanner {
	/** @param length bytes that are there; `bytes` itself may be longer */
	holdsAny(bytes: Buffer, length: number): boolean;
}

/**
 * Makes a search for keys. At each few bytes, four are looked up in a table; where they are part of some key's word, the
 * word around them is looked up as a whole. The longer the shortest word is, the fewer bytes are looked at; how many keys
 * there are makes no difference.
 */
export function keyScanner(keys: readonly TextKey[]): KeyScanner {
	const words = new Map<string, string[]>();
	const short: string[] = [];
	for (const { word, whole } of keys)
		if (word.length < gram) short.push(whole);
		else words.set(word, [...(words.get(word) ?? []), whole]);
	const tables = tablesOf([...words.keys()]);
	const longest = [...words.keys()].reduce((most, { length }) => Math.max(most, length), 0);
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
			if (words.size > 0 && holdsWord(own, tables, (at) => isKeyAt(own, at, missed))) return true;
			return shorts?.test(own.toString('latin1')) ?? false;
		},
	};
}

/** A text as a pattern that finds nothing else. */
export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function holdsWord(bytes: Buffer, { step, near, table }: Tables, isKeyAt: (at: number) => boolean): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	// What a word of four ends with may stand behind the end of the file, where nothing can be looked up.
	const end = bytes.length - gram;
	for (let at = 0; at <= end; at += step) {
		const hash = Math.imul(view.getInt32(at, true), spread);
		if (near[hash >>> (32 - nearBits)] === 0) continue;
		const slot = hash >>> (32 - tableBits);
		if ((((table[slot >>> 3] as number) >>> (slot & 7)) & 1) === 1 && isKeyAt(at)) return true;
	}
	return end >= 0 && isKeyAt(end);
}

/** What the four bytes are looked up in, one after the other. */
interface Tables {
	/** Bytes from one look-up to the next. */
	readonly step: number;
	/** For each hash of `nearBits`, whether some word has it. */
	readonly near: Uint8Array;
	/** The same of `tableBits`, each in one bit. */
	readonly table: Uint8Array;
}

/**
 * Of each word, the four bytes from each of its first places on, so many that one of them is looked up wherever it stands.
 * Behind a word of four any byte may follow.
 */
function tablesOf(words: readonly string[]): Tables {
	const shortest = words.reduce((least, { length }) => Math.min(least, length), mostStep + gram - 1);
	const step = Math.max(leastStep, shortest - gram + 1);
	const near = new Uint8Array(1 << nearBits);
	const table = new Uint8Array(1 << (tableBits - 3));
	const add = (bytes: number): void => {
		const hash = Math.imul(bytes, spread);
		near[hash >>> (32 - nearBits)] = 1;
		const slot = hash >>> (32 - tableBits);
		table[slot >>> 3] = (table[slot >>> 3] ?? 0) | (1 << (slot & 7));
	};
	for (const word of words) {
		const bytes = Buffer.from(word, 'latin1');
		for (let at = 0; at < step; at++)
			if (at + gram <= bytes.length) add(bytes.readInt32LE(at));
			else for (let next = 0; next < 256; next++) add((bytes.readUInt32LE(0) >>> 8) | (next << 24));
	}
	return { step, near, table };
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
