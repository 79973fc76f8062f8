import { Composer, type CST, type Document, isScalar, Lexer, Parser, visit } from 'yaml';
import { partFinder, spanAt } from './data-node.ts';
import { type DataText, type Fault, unreadable } from './data-text.ts';
import { lazy } from './lazy.ts';
import { yamlNode } from './yaml-node.ts';

/** Nodes that aliases may stand for in all: more say too much in too few words. */
const mostAliases = 100;
/** Lists and maps around a value: where there are more, the parser takes more time with each. */
const deepest = 200;
/** Faults after which the rest of a text is not looked at. */
const mostFaults = 100;
const tooDeep = 'This is nested too deep to be read.';

/** Reads YAML 1.2, the first document of the text. */
export function readYamlText(text: string): DataText {
	const whole = { start: 0, end: text.length };
	// A mark of the byte order is no part of the YAML; a line break in its place keeps the offsets.
	const yaml = text.replace(/^\uFEFF/, '\n');
	try {
		const document = firstDocument(yaml);
		if (!document) return unreadable('yaml', text, tooDeep);
		const errors = document.errors.map(({ pos: [start, end], message }) => ({ start, end, message }));
		const faults: Fault[] = [...errors, ...repeatedKeys(document)];
		const value = valueIn(document, (message) => faults.push({ ...whole, message }));
		const find = partFinder();
		const root = lazy(() => yamlNode(document.contents, yaml));
		return {
			format: 'yaml',
			text,
			value,
			faults,
			spanAt: (path, part = 'value') => {
				const node = root();
				return node ? spanAt(node, path, part, find) : whole;
			},
			root,
		};
	} catch {
		return unreadable('yaml', text, tooDeep);
	}
}

/** Undefined where it is nested too deep. */
function firstDocument(yaml: string): Document | undefined {
	const tokens: CST.Token[] = [];
	const parser = new Parser();
	let faults = 0;
	for (const lexeme of new Lexer().lex(yaml)) {
		for (const token of parser.next(lexeme)) {
			tokens.push(token);
			if (token.type === 'error') faults++;
		}
		if (parser.stack.length > deepest) return undefined;
		if (faults > mostFaults) break;
	}
	tokens.push(...parser.end());
	// It would compare each key of a map with all others, which takes too long where there are many.
	const composer = new Composer({ prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
	const [document] = composer.compose(tokens, true, yaml.length);
	return document;
}

/** Keys that are in a map already. */
function repeatedKeys(document: Document): readonly Fault[] {
	const faults: Fault[] = [];
	visit(document, {
		Map(_, { items }) {
			const known = new Set<unknown>();
			for (const { key } of items) {
				if (!isScalar(key)) continue;
				const [start, end] = key.range ?? [0, 0];
				if (known.has(key.value)) faults.push({ start, end, message: 'Map keys must be unique' });
				known.add(key.value);
			}
		},
	});
	return faults;
}

function valueIn(document: Document, report: (message: string) => void): unknown {
	try {
		return document.toJS({ maxAliasCount: mostAliases });
	} catch (error) {
		const reason =
			error instanceof RangeError ? 'it is nested too deep' : error instanceof Error ? error.message : error;
		report(`This cannot be read: ${reason}.`);
		return undefined;
	}
}
