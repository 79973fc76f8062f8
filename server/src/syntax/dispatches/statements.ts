import { childIn, type Part, partsIn } from '../parts/part.ts';

/** Whether control never runs off the end of these statements. */
export function leaves(statements: readonly Part[]): boolean {
	const last = statements.findLast((statement) => statement.kind !== 'comment');
	return last !== undefined && leavesAtEnd(last);
}

function leavesAtEnd(part: Part): boolean {
	switch (part.kind) {
		case 'return':
		case 'throw':
		case 'break':
		case 'continue':
			return true;
		case 'block':
			return leaves(part.children);
		case 'if': {
			const body = childIn(part, 'body');
			const alternative = childIn(part, 'alternative');
			return body !== undefined && alternative !== undefined && leavesAtEnd(body) && leavesAtEnd(alternative);
		}
		case 'try': {
			const body = childIn(part, 'body');
			const handler = part.children.find((child) => child.kind === 'catch');
			const caught = handler && childIn(handler, 'body');
			return body !== undefined && leavesAtEnd(body) && (caught === undefined || leavesAtEnd(caught));
		}
		default:
			return false;
	}
}

/**
 * Whether a case of a switch runs into the one after it: unless it leaves, or, where the cases of the language end by
 * themselves, only where it says so, or where it is empty and such cases stand for the next.
 */
export function runsOn(branch: Part): boolean {
	const statements = branch.children.filter((child) => child.kind !== 'comment' && !child.fields.includes('label'));
	if (branch.parent && childIn(branch.parent, 'stacked')) return !branch.children.some(isDone);
	return isSeparate(branch.parent) ? statements.at(-1)?.kind === 'fallthrough' : !leaves(statements);
}

const isDone = ({ kind, fields }: Part): boolean => fields.includes('body') && kind !== 'comment';

/** Whether the cases of a switch end by themselves. */
export function isSeparate(part: Part | undefined): boolean {
	return separatorIn(part) !== undefined;
}

/** What says that the cases of a switch end by themselves: a word of the switch, or a sign in its cases. */
export function separatorIn(part: Part | undefined): Part | undefined {
	if (!part) return undefined;
	const own = childIn(part, 'separate');
	return own ?? part.children.map((child) => (isCase(child) ? childIn(child, 'separate') : undefined)).find(Boolean);
}

const isCase = ({ kind }: Part): boolean => kind === 'case' || kind === 'default';

/** The statements of a branch, whether they stand in braces or not. */
export function statementsOf(part: Part | undefined): readonly Part[] {
	if (!part) return [];
	return part.kind === 'block' ? part.children.filter((child) => child.kind !== 'comment') : [part];
}

/** What follows a part in the same list of statements. */
export function statementsAfter(part: Part, end = part.end): readonly Part[] {
	let statement = part;
	while (statement.parent && !isList(statement.parent)) statement = statement.parent;
	const siblings = statement.parent?.children ?? [];
	return siblings.filter((sibling) => sibling.start >= end && sibling.kind !== 'comment' && inList(sibling));
}

function isList(part: Part): boolean {
	return part.kind === 'block' || part.kind === 'case' || part.kind === 'default' || part.parent === undefined;
}

/** Labels of a case are no statements. */
function inList(part: Part): boolean {
	return !part.fields.includes('label');
}

/** The part and what is in it, without the bodies of functions that stand inside. */
export function ownParts(part: Part): readonly Part[] {
	return partsIn(part, (inner) => inner === part || inner.kind !== 'function');
}
