import assert from 'node:assert/strict';
import { write } from '../../server/src/languages/ecmascript/write.ts';
import type { Dispatch } from '../../server/src/syntax/code.ts';
import { newBranches } from '../../server/src/syntax/writing/insert-code.ts';
import { applyEdits } from './apply-edits.ts';
import { readChange } from './changed-source.ts';
import { hasSyntaxError, readBlocks } from './read-blocks.ts';

/** Adds `NEW` to the first switch, chain or table of a source, twice; the second time must find nothing to add. */
export async function withNew(text: string, label?: string): Promise<string | undefined> {
	const after = await addOnce(text, label);
	if (after === undefined) return undefined;
	assert.equal(hasSyntaxError(await readBlocks(after)), false, after);
	assert.equal(await addOnce(after, label), undefined, 'nothing is added twice');
	return after;
}

async function addOnce(text: string, label: string | undefined): Promise<string | undefined> {
	for (const { code, start } of await readBlocks(text)) {
		const dispatch = code.dispatches.find(({ form }) => form === 'switch' || form === 'chain') ?? tableOf(code);
		if (!dispatch) continue;
		const like = dispatch.branches.flatMap(({ labels }) => labels).find(({ kind }) => kind === 'literal');
		const written = label ?? write.string('NEW', like?.kind === 'literal' ? like.literal : undefined);
		const edits = newBranches(dispatch, code, start, text, [{ label: written, comment: 'Do it' }], write);
		return edits && applyEdits(text, edits);
	}
	throw new Error(`No dispatch in: ${text}`);
}

function tableOf({ tables, lookups }: Awaited<ReturnType<typeof readBlocks>>[number]['code']): Dispatch | undefined {
	const [table] = tables;
	const subject = lookups[0]?.subject ?? (table && { path: 'code', source: 'code', part: table.part });
	return table && subject ? { ...table, form: 'table', subject, head: table.part } : undefined;
}

/** Checks that exactly what is marked is added. */
export async function checkAdded(source: string, label?: string): Promise<void> {
	const { before, after } = readChange(source);
	assert.equal(await withNew(before, label), after);
}

/** Checks that nothing is offered. */
export async function checkRefused(source: string, label?: string): Promise<void> {
	assert.equal(await withNew(source, label), undefined);
}
