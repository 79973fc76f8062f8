import { leaves } from '../../syntax/dispatches/statements.ts';
import { closest, type Part } from '../../syntax/parts/part.ts';

/**
 * The statements that may run after a part, outwards through the blocks around it up to the end of its function: after
 * `if (known) { switch … }` comes what stands below the `if`. Nothing comes after a list that leaves the function.
 * @param end offset after which the part's own list goes on
 */
export function whatFollows(part: Part, end = part.end): readonly Part[] {
	const found: Part[] = [];
	let at: Part | undefined = part;
	let from = end;
	while (at) {
		const statement = statementAround(at);
		const after = statement ? siblingsAfter(statement, from) : [];
		found.push(...after);
		at = statement && nextAround(statement, after);
		from = at?.end ?? from;
	}
	return found;
}

/** The part itself, or the one around it, that stands in a list of statements; undefined beyond its function. */
function statementAround(part: Part): Part | undefined {
	let statement = part;
	while (statement.parent && !isList(statement.parent)) {
		statement = statement.parent;
		if (statement.kind === 'function') return undefined;
	}
	return statement.parent ? statement : undefined;
}

function isList(part: Part): boolean {
	return part.kind === 'block' || part.kind === 'case' || part.kind === 'default' || part.parent === undefined;
}

function siblingsAfter({ parent }: Part, from: number): readonly Part[] {
	return (parent?.children ?? []).filter(
		(one) => one.start >= from && one.kind !== 'comment' && !one.fields.includes('label'),
	);
}

/** Where control goes at the end of a list: out of what is broken off, or to what stands after the list. */
function nextAround({ parent }: Part, after: readonly Part[]): Part | undefined {
	const last = after.at(-1);
	if (last?.kind === 'break') return closest(last, 'switch', 'loop');
	return leaves(after) || parent?.parent === undefined ? undefined : parent;
}
