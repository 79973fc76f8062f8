import type { Code, Dispatch } from '../code.ts';
import type { CodeWriter } from '../language.ts';
import type { Edit } from '../span.ts';
import { newCases } from './insert-case.ts';
import { newRows } from './insert-row.ts';
import { newTests } from './insert-test.ts';
import type { NewLabel, Site } from './layout.ts';

export type { NewLabel } from './layout.ts';

/** More branches at once than anybody would read. */
const mostBranches = 64;

/**
 * Edits that add branches to a dispatch, written as its siblings are; labels that it has already are left out.
 * @param code what the block says that holds the dispatch; `offset` is where the block begins in `text`
 * @param text the whole document
 * @returns edits in offsets of the document, sorted; undefined where it cannot be promised that the result parses,
 * that nothing else changes, and that there is anything to add
 */
export function newBranches(
	dispatch: Dispatch,
	code: Code,
	offset: number,
	text: string,
	labels: readonly NewLabel[],
	write: CodeWriter,
): readonly Edit[] | undefined {
	const wanted = labels.filter(({ label }) => !hasLabel(dispatch, label));
	if (dispatch.broken || wanted.length === 0 || wanted.length > mostBranches) return undefined;
	const site: Site = { dispatch, code, offset, text, write };
	switch (dispatch.form) {
		case 'switch':
			return newCases(site, wanted);
		case 'chain':
			return newTests(site, wanted);
		case 'table':
			return newRows(site, wanted);
		default:
			return undefined;
	}
}

function hasLabel({ branches }: Dispatch, label: string): boolean {
	const value = label.replace(/^(['"`])(.*)\1$/, '$2');
	return branches.some((branch) =>
		branch.labels.some(
			(one) =>
				one.part.text === label || (one.kind === 'literal' && !one.negated && String(one.literal.value) === value),
		),
	);
}
