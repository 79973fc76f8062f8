const lineWidth = 120;

/** JSON text as the formatter leaves it: tabs, and lists of plain values on one line where they fit. Undefined is left out. */
export function formatJson(value: unknown): string {
	return `${format(value, 0, 0)}\n`;
}

/** `before` is how many columns the line already holds, indentation left out. */
function format(value: unknown, depth: number, before: number): string {
	if (Array.isArray(value)) return formatArray(value, depth, before);
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const fields = Object.entries(value)
		.filter(([, field]) => field !== undefined)
		.map(([key, field]) => {
			const name = `${JSON.stringify(key)}: `;
			return name + format(field, depth + 1, name.length);
		});
	return fields.length === 0 ? '{}' : enclose('{', fields, '}', depth);
}

function formatArray(items: readonly unknown[], depth: number, before: number): string {
	const texts = items.map((item) => format(item, depth + 1, 0));
	const line = `[${texts.join(', ')}]`;
	const isPlain = items.every((item) => typeof item !== 'object' || item === null);
	// A comma may follow; the formatter counts a tab as two columns.
	const fits = depth * 2 + before + line.length + 1 <= lineWidth;
	return isPlain && fits ? line : enclose('[', texts, ']', depth);
}

function enclose(open: string, items: readonly string[], close: string, depth: number): string {
	const indent = '\t'.repeat(depth + 1);
	return `${open}\n${indent}${items.join(`,\n${indent}`)}\n${'\t'.repeat(depth)}${close}`;
}
