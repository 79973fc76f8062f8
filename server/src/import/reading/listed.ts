/** How many names a note has before it counts the rest. */
const mostNamed = 5;

/** Names for a note, with commas between: the first few, and how many more there are. */
export function listed(names: readonly (string | number)[]): string {
	const more = names.length - mostNamed;
	return names.slice(0, mostNamed).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
