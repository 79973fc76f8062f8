import type { Catalog, Entry } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Dispatch } from '../syntax/code.ts';
import type { Language } from '../syntax/language.ts';
import type { EvidenceStep, InPlay } from './analysis.ts';
import { rank } from './evidence/evidence.ts';
import type { FileFacts } from './file-facts.ts';

/** What is known about a file when its blocks are judged one by one. */
export interface Resolving {
	readonly facts: FileFacts;
	readonly catalogs: CatalogIndex;
	readonly inPlay: readonly InPlay[];
	/** Codes the user adds to the required ones, and with a leading `!` those the user takes away. */
	readonly requiredCodes: readonly string[];
	/** What libraries in the file do by themselves. */
	readonly setUp: ReadonlySet<'rate-limit' | 'authentication'>;
	/** Reads a type as the language writes it. */
	readonly declaredType: Language['declaredType'];
	/** What the language's clients call a response's status. */
	readonly responseStatus: Language['responseStatus'];
}

/** What shows that a catalog's API is in play; nothing but the value where it is not known to be. */
export function standingOf(catalog: Catalog, { inPlay }: Resolving): { step: EvidenceStep; reason: string } {
	const known = inPlay.find((one) => one.catalog === catalog);
	return known ?? { step: 'none', reason: `only ${catalog.name} has this code` };
}

/** The APIs with the strongest evidence; more than one where they tie. */
export function strongestOf({ inPlay }: Resolving): readonly InPlay[] {
	const [first] = inPlay;
	return first ? inPlay.filter((one) => rank(one.step) === rank(first.step)) : [];
}

/** Whether whoever dispatches on the API's errors must handle this one by name. */
export function isRequired(entry: Entry, { requiredCodes }: Pick<Resolving, 'requiredCodes'>): boolean {
	if (requiredCodes.length === 0) return entry.required;
	const value = String(entry.value);
	return (entry.required || requiredCodes.includes(value)) && !requiredCodes.includes(`!${value}`);
}

/** The paths of what a dispatch looks at: as written, and as far back as the file shows where it comes from. */
export function pathsOf({ subject }: Dispatch, { facts }: Pick<Resolving, 'facts'>): readonly string[] {
	const [root = '', ...rest] = subject.source.split('.');
	const source = facts.sources.get(root);
	return source === undefined ? [subject.path, subject.source] : [subject.path, [source, ...rest].join('.')];
}
