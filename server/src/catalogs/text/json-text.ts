import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type DataNode, type DataPart, partFinder, spanAt } from './data-node.ts';
import { type DataText, type Fault, unreadable } from './data-text.ts';
import { lazy } from './lazy.ts';

/** Reads JSON, with comments and trailing commas where an author likes them. */
export function readJsonText(text: string): DataText {
	// A mark of the byte order is no part of the JSON; a space in its place keeps the offsets.
	const json = text.replace(/^\uFEFF/, ' ');
	// Most files are plain JSON, which is read many times as fast as where in it things are.
	const value = plainValue(json);
	if (json.trim() === '') return dataText(text, undefined, [], () => undefined);
	return value === undefined
		? readTree(json, text)
		: dataText(
				text,
				value,
				[],
				lazy(() => treeOf(json).root),
			);
}

function plainValue(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

function readTree(json: string, text: string): DataText {
	try {
		const { root, errors } = treeOf(json);
		const faults = errors.map((error) => faultOf(error, text));
		return dataText(text, root && valueIn(root), faults, () => root);
	} catch {
		return unreadable('json', text, 'This is nested too deep to be read.');
	}
}

function treeOf(json: string): { readonly root: Node | undefined; readonly errors: readonly ParseError[] } {
	const errors: ParseError[] = [];
	const root = parseTree(json, errors, { allowTrailingComma: true, disallowComments: false });
	return { root, errors };
}

function dataText(text: string, value: unknown, faults: readonly Fault[], tree: () => Node | undefined): DataText {
	const whole = { start: 0, end: text.length };
	const find = partFinder();
	const root = lazy(() => {
		const found = tree();
		return found && dataNode(found);
	});
	return {
		format: 'json',
		text,
		value,
		faults,
		spanAt: (path, part = 'value') => {
			const found = root();
			return found ? spanAt(found, path, part, find) : whole;
		},
		root,
	};
}

/** As `JSON.parse` would have it: `__proto__` is a key like others. */
function valueIn({ type, value, children = [] }: Node): unknown {
	if (type === 'array') return children.map(valueIn);
	if (type !== 'object') return value;
	return Object.fromEntries(
		children.flatMap(({ children: [key, field] = [] }) => (key && field ? [[key.value, valueIn(field)]] : [])),
	);
}

function dataNode(node: Node): DataNode {
	const kind = node.type === 'object' ? 'map' : node.type === 'array' ? 'list' : 'scalar';
	const parts = (node.children ?? []).map((child) => (kind === 'map' ? propertyPart(child) : itemPart(child)));
	return { kind, isBlock: false, parts, ...spanOf(node) };
}

function propertyPart(property: Node): DataPart {
	const [key, value] = property.children ?? [];
	return {
		...spanOf(property),
		key: key && { name: String(key.value), ...spanOf(key) },
		node: value && dataNode(value),
	};
}

function itemPart(item: Node): DataPart {
	const node = dataNode(item);
	return { key: undefined, node, start: node.start, end: node.end };
}

function spanOf({ offset, length }: Node) {
	return { start: offset, end: offset + length };
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
	EndOfFileExpected: 'The JSON has ended before this.',
	UnexpectedEndOfComment: 'This comment does not end.',
	UnexpectedEndOfString: 'This text does not end.',
	UnexpectedEndOfNumber: 'This number does not end.',
	InvalidUnicode: 'This is no character: \\u wants four digits.',
	InvalidEscapeCharacter: 'JSON has no such escape.',
	InvalidCharacter: 'This character must be escaped.',
};
