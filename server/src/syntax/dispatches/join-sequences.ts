import type { Dispatch } from '../code.ts';
import { childIn, type Part, partsIn } from '../parts/part.ts';
import { leaves } from './statements.ts';

/**
 * Joins single ifs that follow each other in one list of statements, look at the same subject and each leave, into
 * one chain: `if (code === 'A') return; if (code === 'B') return;`. A new value for the subject in between parts them.
 */
export function joinSequences(dispatches: readonly Dispatch[]): Dispatch[] {
	const joined: Dispatch[] = [];
	const open = new Map<string, number>();
	const lists = new Map<Part, number>();
	for (const dispatch of dispatches) {
		const list = dispatch.form === 'chain' ? dispatch.part.parent : undefined;
		if (!list || dispatch.part.kind !== 'if') {
			joined.push(dispatch);
			continue;
		}
		if (!lists.has(list)) lists.set(list, lists.size);
		const key = `${lists.get(list)} ${dispatch.subject.path}`;
		const index = open.get(key);
		const before = index === undefined ? undefined : joined[index];
		if (before && index !== undefined && continues(before, dispatch, list)) {
			const branches = [...before.branches, ...dispatch.branches];
			joined[index] = { ...before, branches, end: dispatch.end, broken: before.broken || dispatch.broken };
		} else {
			open.set(key, joined.length);
			joined.push(dispatch);
		}
	}
	return joined;
}

function continues(before: Dispatch, after: Dispatch, list: Part): boolean {
	if (!before.branches.every((branch) => !branch.isDefault && leaves(branch.body))) return false;
	const root = before.subject.path.split('.')[0] ?? '';
	const between = list.children.filter((child) => child.start >= before.end && child.end <= after.start);
	return !between.some((child) => assigns(child, root));
}

function assigns(part: Part, name: string): boolean {
	for (const inner of partsIn(part)) {
		if (inner.kind === 'assignment' && inner.text.replace(/^\W+/, '').startsWith(name)) return true;
		// At the top level, where a variable and a new value for it are written alike.
		if (inner === part && inner.kind === 'variable' && childIn(inner, 'name')?.text === name) return true;
	}
	return false;
}
