import { clients } from '../../server/src/languages/ecmascript/clients/index.ts';
import { ecmascript } from '../../server/src/languages/ecmascript/index.ts';
import type { Label } from '../../server/src/syntax/code.ts';
import type { ClientPlace } from '../../server/src/syntax/language.ts';
import { applyEdits } from '../support/apply-edits.ts';
import { readBlocks } from '../support/read-blocks.ts';

export type FixName = 'retryAfter' | 'refreshToken';

const values: Readonly<Record<FixName, readonly (string | number)[]>> = {
	retryAfter: [429, 'RATE_LIMITED'],
	refreshToken: [401, 'AUTH_INVALID_TOKEN'],
};

/** The places in a source where a fix may write code: its branches for a rate limit, or for a wrong token. */
export async function placesOf(text: string, languageId: string, fix: FixName): Promise<readonly ClientPlace[]> {
	const blocks = await readBlocks(text, languageId);
	const dialect = ecmascript.dialects.find((one) => one.id === languageId);
	if (!dialect) throw new Error(`No dialect ${languageId}`);
	const isFor = (label: Label): boolean => label.kind === 'literal' && values[fix].includes(label.literal.value);
	return blocks.flatMap(({ start, code }) =>
		code.dispatches.flatMap((dispatch) =>
			dispatch.branches
				.filter((branch) => branch.labels.some(isFor))
				.map((branch) => ({ text, offset: start, dialect, dispatch, branch, code, blocks })),
		),
	);
}

export interface Fixed {
	readonly client: string;
	readonly text: string;
}

/** A source after the fix at its first place; undefined where none is offered there. Throws where two clients offer one. */
export async function fixedSource(text: string, languageId: string, fix: FixName): Promise<Fixed | undefined> {
	const [place] = await placesOf(text, languageId, fix);
	if (!place) throw new Error(`No branch to fix in: ${text}`);
	const offers = clients.flatMap((client) => {
		const edits = client[fix](place);
		return edits ? [{ client: client.name, text: applyEdits(text, edits) }] : [];
	});
	if (offers.length > 1)
		throw new Error(`${offers.map(({ client }) => client).join(' and ')} both answer for: ${text}`);
	return offers[0];
}

/** A source after several fixes, each at the first place where it is offered. Throws where one is not. */
export async function fixedInTurn(text: string, languageId: string, ...fixes: readonly FixName[]): Promise<string> {
	let fixed = text;
	for (const fix of fixes) {
		const next = await fixedSource(fixed, languageId, fix);
		if (!next) throw new Error(`No ${fix} for: ${fixed}`);
		fixed = next.text;
	}
	return fixed;
}
