import { Edit, type Point, type Tree } from 'web-tree-sitter';

/** What was replaced between two texts: offsets of the old text, and where the new ends. */
export interface Change {
	readonly start: number;
	readonly oldEnd: number;
	readonly newEnd: number;
}

/** An offset whose line and column are known. */
export interface KnownPoint {
	readonly offset: number;
	readonly point: Point;
}

/** Where every text begins. */
export const textStart: KnownPoint = { offset: 0, point: { row: 0, column: 0 } };

/** UTF-16 units that are compared at once, first in long strides, then in shorter ones. */
const strides = [65_536, 2_048, 64];

/** The shortest replacement that makes one text the other. */
export function changeBetween(before: string, after: string): Change {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	for (const stride of strides) {
		while (start + stride <= shorter && before.slice(start, start + stride) === after.slice(start, start + stride))
			start += stride;
	}
	while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	let same = 0;
	for (const stride of strides) {
		const last = (text: string): string => text.slice(text.length - same - stride, text.length - same);
		while (same + stride <= shorter - start && last(before) === last(after)) same += stride;
	}
	const last = (text: string): number => text.charCodeAt(text.length - 1 - same);
	while (same < shorter - start && last(before) === last(after)) same++;
	return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

/** The shortest replacement that makes one text the other, in each of two spellings of the same length. */
export function changeInBoth(before: Spelled, after: Spelled): Change {
	const own = changeBetween(before.text, after.text);
	if (before.spelled === before.text && after.spelled === after.text) return own;
	const spelled = changeBetween(before.spelled, after.spelled);
	const start = Math.min(own.start, spelled.start);
	const same = Math.min(after.text.length - own.newEnd, after.text.length - spelled.newEnd);
	return { start, oldEnd: before.text.length - same, newEnd: after.text.length - same };
}

/** A text, and what the parser is given for it. */
export interface Spelled {
	readonly text: string;
	readonly spelled: string;
}

/** A copy of a text's tree that knows of the change, for parsing the new text from it. */
export function editedTree(tree: Tree, before: string, after: string, change: Change, start: KnownPoint): Tree {
	const copy = tree.copy();
	const { oldEnd, newEnd } = change;
	copy.edit(
		new Edit({
			startIndex: start.offset,
			oldEndIndex: oldEnd,
			newEndIndex: newEnd,
			startPosition: start.point,
			oldEndPosition: pointAfter(start, before, oldEnd),
			newEndPosition: pointAfter(start, after, newEnd),
		}),
	);
	return copy;
}

/** The line and column of an offset, counted from a known place, which may lie on either side of it. */
export function pointAt(known: KnownPoint, text: string, offset: number): KnownPoint {
	if (offset >= known.offset) return { offset, point: pointAfter(known, text, offset) };
	let { row } = known.point;
	for (let next = text.lastIndexOf('\n', known.offset - 1); next >= offset; next = text.lastIndexOf('\n', next - 1)) {
		row--;
		if (next === 0) break;
	}
	return { offset, point: { row, column: offset - (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1) } };
}

function pointAfter({ offset, point }: KnownPoint, text: string, to: number): Point {
	let { row } = point;
	let line = offset - point.column;
	for (let next = text.indexOf('\n', offset); next >= 0 && next < to; next = text.indexOf('\n', line)) {
		row++;
		line = next + 1;
	}
	return { row, column: to - line };
}
