import {
	findNodeAtLocation,
	getNodeValue,
	type Node,
	type ParseError,
	parseTree,
	printParseErrorCode,
} from 'jsonc-parser';
import type { JsonPath } from '../../catalog/json-fields.ts';
import type { Span } from '../../syntax/span.ts';
import type { DataText, Fault } from './data-text.ts';

/** Reads JSON, with comments and trailing commas where an author likes them. */
export function readJsonText(text: string): DataText {
	const errors: ParseError[] = [];
	let root: Node | undefined;
	let value: unknown;
	try {
		// A mark of the byte order is no part of the JSON; a space in its place keeps the offsets.
		root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true, disallowComments: false });
		value = root && getNodeValue(root);
	} catch {
		return { ...unreadable(text), text };
	}
	return {
		format: 'json',
		text,
		value,
		faults: errors.map((error) => faultOf(error, text)),
		spanAt: (path, part = 'value') => (root ? spanIn(root, path, part) : wholeOf(text)),
	};
}

function unreadable(text: string): Omit<DataText, 'text'> {
	const whole = wholeOf(text);
	const message = 'This is nested too deep to be read.';
	return { format: 'json', value: undefined, faults: [{ ...whole, message }], spanAt: () => whole };
}

function wholeOf(text: string): Span {
	return { start: 0, end: text.length };
}

function faultOf({ error, offset, length }: ParseError, text: string): Fault {
	const start = Math.min(offset, text.length);
	return {
		start,
		end: Math.min(start + length, text.length),
		message: messages[printParseErrorCode(error)] ?? 'This is no JSON.',
	};
}

const messages: { readonly [code: string]: string } = {
	InvalidSymbol: 'This word is no JSON: text stands in double quotes.',
	InvalidNumberFormat: 'This is no number.',
	PropertyNameExpected: 'A key in double quotes is missing here.',
	ValueExpected: 'A value is missing here.',
	ColonExpected: 'A colon is missing here.',
	CommaExpected: 'A comma is missing here.',
	CloseBraceExpected: 'A closing brace is missing.',
	CloseBracketExpected: 'A closing bracket is missing.',
	EndOfFileExpected: 'The catalog has ended before this.',
	UnexpectedEndOfComment: 'This comment does not end.',
	UnexpectedEndOfString: 'This text does not end.',
	UnexpectedEndOfNumber: 'This number does not end.',
	InvalidUnicode: 'This is no character: \\u wants four digits.',
	InvalidEscapeCharacter: 'JSON has no such escape.',
	InvalidCharacter: 'This character must be escaped.',
};

function spanIn(root: Node, path: JsonPath, part: 'key' | 'value'): Span {
	const node = findNodeAtLocation(root, [...path]);
	if (!node) return path.length === 0 ? spanOf(root) : spanIn(root, path.slice(0, -1), 'key');
	const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
	return spanOf(part === 'key' && key ? key : node);
}

function spanOf({ offset, length }: Node): Span {
	return { start: offset, end: offset + length };
}
