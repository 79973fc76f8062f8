import { java } from '../../../server/src/languages/java/index.ts';
import type { Label } from '../../../server/src/syntax/code.ts';
import { applyEdits } from '../../support/apply-edits.ts';
import { readBlocks } from '../../support/read-blocks.ts';

const labels = {
	retryAfter: /^(?:429|RATE_LIMITED|HttpStatus\.TOO_MANY_REQUESTS)$/,
	refreshToken: /^(?:401|AUTH_INVALID_TOKEN|HttpStatus\.UNAUTHORIZED|HttpURLConnection\.HTTP_UNAUTHORIZED)$/,
} as const;

const textOf = (label: Label): string =>
	label.kind === 'literal' ? String(label.literal.value) : label.kind === 'name' ? label.name : '';

/** A source after the fix at the first branch for the error; undefined where none is offered there. */
export async function fixedJava(text: string, fix: keyof typeof labels): Promise<string | undefined> {
	const blocks = await readBlocks(text, 'java');
	const [dialect] = java.dialects;
	for (const { start, code } of blocks)
		for (const dispatch of code.dispatches) {
			const branch = dispatch.branches.find((one) => one.labels.some((label) => labels[fix].test(textOf(label))));
			if (!branch || !dialect) continue;
			const place = { text, offset: start, dialect, dispatch, branch, code, blocks };
			const edits = java.clients.map((client) => client[fix](place)).find((one) => one !== undefined);
			return edits && applyEdits(text, edits);
		}
	throw new Error(`No branch to fix in: ${text}`);
}
