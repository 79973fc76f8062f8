import type { Analysis } from '../analysis/analysis.ts';
import { looksLikeCode } from '../analysis/status/status-evidence.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Code, Dispatch, Label } from '../syntax/code.ts';
import { lastWord } from '../syntax/dispatches/subject.ts';

/** Knows whether more would be said about a document if other files showed an API. */
export class GainJudge {
	readonly #known = new WeakMap<Code, { readonly catalogs: CatalogIndex; readonly holds: boolean }>();

	/**
	 * Whether the document has codes of an API, or somebody is writing a dispatch on codes there, while neither it nor a
	 * file beside it shows an API.
	 */
	couldGain({ inPlay, blocks, catalogs, directives }: Analysis): boolean {
		if (directives.apis !== undefined) return false;
		// What all files of the folder show is what is gained.
		if (inPlay.some(({ step, isByImporter }) => step !== 'workspace' && step !== 'none' && !isByImporter)) return false;
		return blocks.some(({ code }) => this.#holdsCodes(code, catalogs));
	}

	#holdsCodes(code: Code, catalogs: CatalogIndex): boolean {
		const known = this.#known.get(code);
		if (known?.catalogs === catalogs) return known.holds;
		const holds = holdsCodes(code, catalogs);
		this.#known.set(code, { catalogs, holds });
		return holds;
	}
}

function holdsCodes({ literals, dispatches }: Code, catalogs: CatalogIndex): boolean {
	return (
		literals.some(({ value, part }) => isCode(value, 'string', catalogs) && !part.fields.includes('module')) ||
		dispatches.some((dispatch) => choosesByCode(dispatch, catalogs))
	);
}

/** Numbers and names are codes only where the dispatch looks at something that is called like one. */
function choosesByCode({ subject, branches, form }: Dispatch, catalogs: CatalogIndex): boolean {
	if (!looksLikeCode(subject.path) && !looksLikeCode(subject.source)) return false;
	const labels = branches.flatMap((branch) => branch.labels);
	if (labels.length === 0 || labels.every(isUnwritten)) return form === 'switch';
	return labels.some((label) => {
		if (label.kind === 'literal') return isCode(label.literal.value, 'number', catalogs);
		return label.kind === 'name' && catalogs.byName(lastWord(label.name)).length > 0;
	});
}

/** The label that is about to be typed. */
function isUnwritten(label: Label): boolean {
	return label.kind === 'literal' && label.literal.value === '';
}

function isCode(value: string | number, type: 'string' | 'number', catalogs: CatalogIndex): boolean {
	if (typeof value !== type) return false;
	const matches = typeof value === 'string' ? catalogs.byString(value) : catalogs.byNumber(value);
	return matches.some(({ entry }) => entry.kind === 'code');
}
