import type { FileReport, ListedFinding } from './report.ts';

/** The order of findings in a file, in every report. */
export function byPlace(one: ListedFinding, other: ListedFinding): number {
	return one.line - other.line || one.column - other.column || compareBytes(one.rule, other.rule);
}

/** The order of files in every report: that of the bytes of their paths. */
export function byPath(one: Pick<FileReport, 'path'>, other: Pick<FileReport, 'path'>): number {
	return compareBytes(one.path, other.path);
}

/** Compares two texts as their UTF-8 bytes would compare. */
export function compareBytes(one: string, other: string): number {
	if (!hasSurrogates.test(one) && !hasSurrogates.test(other)) return one === other ? 0 : one < other ? -1 : 1;
	const shorter = Math.min(one.length, other.length);
	for (let at = 0; at < shorter; at++) {
		const difference = rankOf(one.charCodeAt(at)) - rankOf(other.charCodeAt(at));
		if (difference !== 0) return difference;
	}
	return one.length - other.length;
}

/** Without them, texts compare as their bytes do. */
const hasSurrogates = /[\ud800-\udfff]/;

/** Surrogates stand for code points above all others, though units above them exist. */
function rankOf(unit: number): number {
	if (unit < 0xd800) return unit;
	return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
