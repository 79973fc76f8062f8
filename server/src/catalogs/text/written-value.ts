import { Document, isCollection, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Addition } from './edit-data-text.ts';
import type { TextStyle } from './text-style.ts';
import { oneLine, writeJson } from './write-data.ts';

/** Columns that a list of words may take in one line. */
const widest = 80;

/** A value in one line, as it may stand within brackets. */
export function writeInline(value: unknown, { format }: TextStyle): string {
	if (format === 'json') return oneLine(value);
	const text = yamlText([value], true, 2, true);
	return text.slice(1, -1);
}

/** A pair or an item of a map or list in brackets, in one line. */
export function writeInlinePart({ name, value }: Addition, style: TextStyle): string {
	if (name === undefined) return writeInline(value, style);
	if (style.format === 'json') return `${JSON.stringify(name)}: ${oneLine(value)}`;
	return yamlText(Object.fromEntries([[name, value]]), true, 2, true).slice(1, -1);
}

/** A JSON value on as many lines as it wants; the first one has its indentation already. */
export function writeLines(value: unknown, indentation: string, { unit, lineBreak, isOneLine }: TextStyle): string {
	if (isOneLine) return oneLine(value);
	const text = writeJson(value, { unit, indentation, linesOf: () => undefined });
	return text.replaceAll('\n', lineBreak);
}

/** A pair or an item of a block of YAML, without the indentation of its first line and without a line break behind. */
export function writeBlockPart({ name, value }: Addition, indentation: string, style: TextStyle): string {
	const whole = name === undefined ? [value] : Object.fromEntries([[name, value]]);
	return yamlText(whole, false, style.unit.length, style.indentsLists)
		.replaceAll(/\n(?=[^\n])/g, `\n${indentation}`)
		.replaceAll('\n', style.lineBreak);
}

function yamlText(value: object, isFlow: boolean, indent: number, indentSeq: boolean): string {
	const document = new Document(value, { aliasDuplicateObjects: false });
	const { contents } = document;
	visit(document, {
		// Texts of several lines are indented otherwise within brackets; on one line they are not indented at all.
		Scalar(_, node, path) {
			const isInBrackets = path.some((outer) => isCollection(outer) && outer.flow);
			if (isInBrackets && typeof node.value === 'string' && /[\n\r]/.test(node.value)) node.type = 'QUOTE_DOUBLE';
		},
		Collection(_, node) {
			const isShort = isSeq(node) && node.items.every((item) => isScalar(item)) && JSON.stringify(node).length < widest;
			node.flow = isFlow || (node !== contents && (isShort || (isMap(node) && node.items.length === 0)));
		},
	});
	const options = {
		lineWidth: 0,
		blockQuote: 'literal',
		indent,
		indentSeq,
		flowCollectionPadding: false,
		doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
	} as const;
	return document.toString(options).replace(/\n$/, '');
}

/** A text in the quotes that another has, or undefined where it had none. */
export function writeQuoted(value: unknown, quote: string | undefined): string | undefined {
	if (typeof value !== 'string' || value.includes('\n')) return undefined;
	if (quote === '"') return JSON.stringify(value);
	return quote === "'" ? `'${value.replaceAll("'", "''")}'` : undefined;
}

/** A key in the quotes that another has. */
export function writeKey(name: string, quote: string | undefined, style: TextStyle): string {
	if (style.format === 'json') return JSON.stringify(name);
	const quoted = writeQuoted(name, quote);
	if (quoted !== undefined) return quoted;
	return yamlText(Object.fromEntries([[name, 1]]), false, 2, true).replace(/: 1$/, '');
}
