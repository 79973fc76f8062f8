import { Document, isMap, isScalar, visit } from 'yaml';

/** How a value is written down. */
export interface Layout {
	/** One level of indentation: of JSON; YAML has two spaces. */
	readonly unit: string;
	/** What stands before every line but the first. */
	readonly indentation: string;
	/** Whether what stands at these keys has a line for each part, or one in all; undefined: as it fits. */
	readonly linesOf: (path: readonly string[]) => 'one' | 'many' | undefined;
}

/** Columns that a list or an object may take where it stands in one line. */
const widest = 100;

/** The value as tidy JSON, without a line break at its end. What is short stands in one line. */
export function writeJson(value: unknown, layout: Layout, path: readonly string[] = []): string {
	const isCollection = typeof value === 'object' && value !== null;
	if (!isCollection) return JSON.stringify(value);
	const { unit, indentation, linesOf } = layout;
	const lines = linesOf(path);
	if (lines !== 'many') {
		const line = oneLine(value);
		if (lines === 'one' || line.length <= widest) return line;
	}
	const inner = { ...layout, indentation: indentation + unit };
	const parts = Array.isArray(value)
		? value.map((item, index) => writeJson(item, inner, [...path, `${index}`]))
		: Object.entries(value)
				.filter(([, field]) => field !== undefined)
				.map(([key, field]) => `${JSON.stringify(key)}: ${writeJson(field, inner, [...path, key])}`);
	const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
	if (parts.length === 0) return `${open}${close}`;
	const written = parts.map((part) => `\n${inner.indentation}${part}`).join(',');
	return `${open}${written}\n${indentation}${close}`;
}

/** The value as JSON in one line, with a blank after commas and within braces. */
export function oneLine(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const fields = Object.entries(value)
		.filter(([, field]) => field !== undefined)
		.map(([key, field]) => `${JSON.stringify(key)}: ${oneLine(field)}`);
	return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** The value as tidy YAML: texts of several lines as blocks, lists of words in one line. A line break ends it. */
export function writeYaml(value: unknown, layout: Layout, path: readonly string[] = []): string {
	const document = new Document(value, { aliasDuplicateObjects: false });
	visit(document, {
		Collection(_, node, ancestors) {
			const isShort = !isMap(node) && node.items.every((item) => isScalar(item));
			if (isShort || layout.linesOf([...path, ...keysOf(ancestors)]) === 'one') node.flow = true;
		},
	});
	const text = document.toString({ lineWidth: 0, blockQuote: 'literal', indent: 2 });
	return text.replaceAll(/\n(?=[^\n])/g, `\n${layout.indentation}`);
}

function keysOf(ancestors: readonly unknown[]): readonly string[] {
	return ancestors.flatMap((node) => {
		const key = typeof node === 'object' && node !== null && 'key' in node ? node.key : undefined;
		return isScalar(key) ? [String(key.value)] : [];
	});
}
