import type { JsonPath } from '../../catalog/json-fields.ts';
import type { Span } from '../../syntax/span.ts';
import type { DataNode } from './data-node.ts';
import { readJsonText } from './json-text.ts';
import { readYamlText } from './yaml-text.ts';

/** Something in a text that is neither JSON nor YAML. */
export interface Fault extends Span {
	readonly message: string;
}

/** A text of JSON or YAML: the value that it stands for, and where each part of that is written. */
export interface DataText {
	readonly format: 'json' | 'yaml';
	readonly text: string;
	/** As far as it could be read; undefined where nothing could. */
	readonly value: unknown;
	/** Where there is one, the value is only a part of what was meant. */
	readonly faults: readonly Fault[];
	/** The span of a value, or of the key that it stands under; of the nearest thing around it, where it is not there. */
	spanAt(path: JsonPath, part?: 'key' | 'value'): Span;
	/** The value where it is written; undefined where nothing is, or where it cannot be told. */
	root(): DataNode | undefined;
}

/**
 * Reads a text by the ending of its file's name; one with another ending by what it begins with. Never throws: what is
 * nested too deep, or says too much in too few words, is a fault.
 */
export function readDataText(text: string, fileName = ''): DataText {
	const isJson = /\.jsonc?$/i.test(fileName) || (!/\.ya?ml$/i.test(fileName) && /^\uFEFF?\s*[[{]/.test(text));
	return isJson ? readJsonText(text) : readYamlText(text);
}

/** A text of which nothing can be read. */
export function unreadable(format: 'json' | 'yaml', text: string, message: string): DataText {
	const whole = { start: 0, end: text.length };
	return {
		format,
		text,
		value: undefined,
		faults: [{ ...whole, message }],
		spanAt: () => whole,
		root: () => undefined,
	};
}
