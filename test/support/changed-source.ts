/** A source before and after a change that only adds. */
export interface ChangedSource {
	readonly before: string;
	readonly after: string;
}

const added = /«([^»]*)»/g;

/**
 * Reads a source in which what is added is marked: whole lines by `+` in their first column, words within a line by
 * `«` and `»`. A line that loses its line break this way is gone before the change.
 */
export function readChange(source: string): ChangedSource {
	const lines = source.split('\n');
	const isNew = (line: string): boolean => line.startsWith('+');
	const before = lines.filter((line) => !isNew(line)).join('\n');
	const after = lines.map((line) => (isNew(line) ? line.slice(1) : line)).join('\n');
	return { before: before.replace(added, ''), after: after.replace(added, '$1') };
}
