import type { Node } from 'web-tree-sitter';

/** At how many places a grammar could make nothing of a text, or missed something, below a node. */
export function countParseErrors(node: Node): number {
	let count = 0;
	const pending = [node];
	for (let one = pending.pop(); one; one = pending.pop()) {
		if (!one.hasError) continue;
		if (one.isError || one.isMissing) count++;
		for (const child of one.children) if (child) pending.push(child);
	}
	return count;
}
