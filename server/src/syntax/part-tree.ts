import type { QueryCapture } from 'web-tree-sitter';
import { type Part, type PartField, type PartKind, partFields, partKinds } from './part.ts';

interface Draft {
	start: number;
	end: number;
	kind: PartKind | undefined;
	fields: PartField[];
	parent: Draft | undefined;
	children: Draft[];
	text: string;
}

/** Where two nodes cover the same text, the one with the lower rank is the outer. */
const outerKinds: ReadonlySet<PartKind> = new Set<PartKind>([
	'parameter',
	'type',
	'export',
	'statement',
	'transparent',
]);
const kindRank = new Map<string, number>(partKinds.map((kind, index) => [kind, index]));
const fieldNames: ReadonlySet<string> = new Set(partFields);

/**
 * Nests what a query captured in a block as it is nested in the text.
 * @param text the block's text; `base` is its offset in the document that was parsed.
 * @throws where a query has a capture that is not in the vocabulary, so that a slip in a query fails its first test.
 */
export function partTree(captures: readonly QueryCapture[], text: string, base: number): Part {
	const root: Draft = {
		start: 0,
		end: text.length,
		kind: undefined,
		fields: [],
		parent: undefined,
		children: [],
		text,
	};
	const drafts = draftsOf(captures, text, base, root);
	drafts.sort((a, b) => a.start - b.start || b.end - a.end || rankOf(a) - rankOf(b));
	let open = root;
	for (const draft of drafts) {
		while (open.parent && !(open.start <= draft.start && draft.end <= open.end)) open = open.parent;
		draft.parent = open;
		open.children.push(draft);
		open = draft;
	}
	return root;
}

function draftsOf(captures: readonly QueryCapture[], text: string, base: number, root: Draft): Draft[] {
	const byNode = new Map<number, Draft>();
	for (const { name, node } of captures) {
		if (name.startsWith('_')) continue;
		let draft = byNode.get(node.id);
		if (!draft) {
			const start = node.startIndex - base;
			const end = node.endIndex - base;
			draft = { start, end, kind: undefined, fields: [], parent: root, children: [], text: text.slice(start, end) };
			byNode.set(node.id, draft);
		}
		mark(draft, name);
	}
	return [...byNode.values()];
}

/** Gives a draft a kind or a role; of two kinds, the one further down in the vocabulary wins, so `dynamic` beats `string`. */
function mark(draft: Draft, name: string): void {
	const rank = kindRank.get(name);
	if (rank !== undefined) {
		const known = draft.kind === undefined ? -1 : (kindRank.get(draft.kind) ?? -1);
		if (rank > known) draft.kind = name as PartKind;
		return;
	}
	if (!fieldNames.has(name)) throw new Error(`The query captures @${name}, which is not in the vocabulary`);
	if (!draft.fields.includes(name as PartField)) draft.fields.push(name as PartField);
}

function rankOf(draft: Draft): number {
	if (draft.kind && outerKinds.has(draft.kind)) return 0;
	if (!draft.kind && (draft.fields.includes('body') || draft.fields.includes('alternative'))) return 1;
	return draft.kind ? 2 : 3;
}
