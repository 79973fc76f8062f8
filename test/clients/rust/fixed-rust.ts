import { rust } from '../../../server/src/languages/rust/index.ts';
import type { Label } from '../../../server/src/syntax/code.ts';
import { applyEdits } from '../../support/apply-edits.ts';
import { readBlocks } from '../../support/read-blocks.ts';

const labels = {
	retryAfter: ['429', 'RATE_LIMITED', 'StatusCode.TOO_MANY_REQUESTS', 'reqwest.StatusCode.TOO_MANY_REQUESTS'],
	refreshToken: ['401', 'AUTH_INVALID_TOKEN', 'StatusCode.UNAUTHORIZED', 'reqwest.StatusCode.UNAUTHORIZED'],
} as const;

const textOf = (label: Label): string =>
	label.kind === 'literal' ? String(label.literal.value) : label.kind === 'name' ? label.name : '';

/** A source after the fix at the first branch for the error; undefined where none is offered there. */
export async function fixedRust(text: string, fix: keyof typeof labels): Promise<string | undefined> {
	const blocks = await readBlocks(text, 'rust');
	const [dialect] = rust.dialects;
	for (const { start, code } of blocks)
		for (const dispatch of code.dispatches) {
			const branch = dispatch.branches.find((one) =>
				one.labels.some((label) => labels[fix].some((name) => name === textOf(label))),
			);
			if (!branch || !dialect) continue;
			const place = { text, offset: start, dialect, dispatch, branch, code, blocks };
			const edits = rust.clients.map((client) => client[fix](place)).find((one) => one !== undefined);
			return edits && applyEdits(text, edits);
		}
	throw new Error(`No branch to fix in: ${text}`);
}
