import { type Document, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { JsonPath } from '../../catalog/json-fields.ts';
import type { Span } from '../../syntax/span.ts';
import type { DataText, Fault } from './data-text.ts';

/** Nodes that aliases may stand for in all: more say too much in too few words. */
const mostAliases = 100;

/** Reads YAML 1.2, the first document of the text. */
export function readYamlText(text: string): DataText {
	const whole = { start: 0, end: text.length };
	try {
		const document = parseDocument(text.replace(/^\uFEFF/, ' '), { prettyErrors: false, logLevel: 'silent' });
		const faults: Fault[] = document.errors.map(({ pos: [start, end], message }) => ({ start, end, message }));
		let value: unknown;
		try {
			value = document.toJS({ maxAliasCount: mostAliases });
		} catch (error) {
			faults.push({ ...whole, message: `This cannot be read: ${error instanceof Error ? error.message : error}.` });
		}
		return {
			format: 'yaml',
			text,
			value,
			faults,
			spanAt: (path, part = 'value') => spanIn(document, path, part) ?? whole,
		};
	} catch {
		const faults = [{ ...whole, message: 'This is nested too deep to be read.' }];
		return { format: 'yaml', text, value: undefined, faults, spanAt: () => whole };
	}
}

/** The span of what stands at the path; of the nearest thing around it, where there is nothing. */
function spanIn(document: Document, path: JsonPath, part: 'key' | 'value'): Span | undefined {
	let found = rangeOf(document.contents);
	let node: unknown = document.contents;
	for (const [index, step] of path.entries()) {
		const isLast = index === path.length - 1;
		if (isMap(node)) {
			const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
			if (!pair) return found;
			found = rangeOf((isLast && part === 'value' && pair.value) || pair.key) ?? found;
			node = pair.value;
		} else if (isSeq(node) && typeof step === 'number') {
			node = node.items[step];
			if (node === undefined) return found;
			found = rangeOf(isPair(node) ? node.key : node) ?? found;
		} else return found;
	}
	return found;
}

function rangeOf(node: unknown): Span | undefined {
	const range = isNode(node) ? node.range : undefined;
	return range ? { start: range[0], end: range[1] } : undefined;
}
