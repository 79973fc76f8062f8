import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { isCommonCode } from '../catalog/common-codes.ts';
import type { Label } from '../syntax/code.ts';
import { type EvidenceStep, evidenceSteps, type InPlay } from './analysis.ts';
import type { BlockFacts } from './block-facts.ts';
import type { FileFacts } from './file-facts.ts';
import { valueOfLabel } from './values.ts';

/** What is asked about the evidence of a file. */
export interface EvidenceQuestion {
	readonly blocks: readonly BlockFacts[];
	readonly facts: FileFacts;
	readonly catalogs: CatalogIndex;
	/** APIs that a directive in the file names; undefined where there is none. */
	readonly directive: readonly string[] | undefined;
	/** APIs that the settings name for the file. */
	readonly settings: readonly string[];
	/** What files show that it imports, or that import it. */
	readonly near: readonly InPlay[];
	/** What the workspace around the file shows. */
	readonly workspace: readonly InPlay[];
}

/** The APIs that a file speaks of, strongest evidence first. */
export function evidenceOf(question: EvidenceQuestion): readonly InPlay[] {
	const { catalogs, directive, settings, near, workspace } = question;
	const named = directive ?? (settings.length > 0 ? settings : undefined);
	if (named?.includes('none')) return [];
	if (named) {
		const reason = directive ? 'the file names it in a comment' : 'the settings name it for this file';
		return named.flatMap((id) => {
			const catalog = catalogs.byId(id);
			return catalog ? [{ catalog, step: 'told' as const, reason }] : [];
		});
	}
	const inFile = catalogs.catalogs.flatMap((catalog) => {
		const reason = catalog === catalogs.http ? undefined : shownInFile(catalog, question);
		return reason === undefined ? [] : [{ catalog, step: 'file' as const, reason }];
	});
	return strongestOfEach([...inFile, ...near, ...workspace]);
}

/** Each API once, with the strongest that shows it; the strongest first. */
function strongestOfEach(inPlay: readonly InPlay[]): readonly InPlay[] {
	const found = new Map<Catalog, InPlay>();
	for (const one of [...inPlay].sort((a, b) => rank(a.step) - rank(b.step))) {
		if (!found.has(one.catalog)) found.set(one.catalog, one);
	}
	return [...found.values()];
}

/** The reason that a file gives for itself, as half a sentence about it under another name: `./client names …`. */
export function asSaidOf(who: string, reason: string): string {
	return reason.replace(/^the file\b/, () => who);
}

/** How strong a step is; the lower, the stronger. */
export function rank(step: EvidenceStep): number {
	return evidenceSteps.indexOf(step);
}

function shownInFile(catalog: Catalog, { blocks, facts, catalogs }: EvidenceQuestion): string | undefined {
	for (const name of catalog.evidence.packages) {
		for (const module of facts.imports) {
			if (module === name || module.startsWith(`${name}/`)) return `the file imports ${name}`;
		}
	}
	for (const { hosts } of blocks) {
		const named = hosts.find(([one]) => one === catalog);
		if (named) return `the file names ${named[1]}`;
	}
	const codes = codesTogether(catalog, blocks, facts, catalogs);
	return codes && `the file has ${codes[0]} and ${codes[1]} together`;
}

/** Two codes of one dispatch or table that only this catalog has, one of them not in common use. */
function codesTogether(
	catalog: Catalog,
	blocks: readonly BlockFacts[],
	facts: FileFacts,
	catalogs: CatalogIndex,
): readonly [string, string] | undefined {
	for (const { labelSets } of blocks) {
		for (const { labels, hasNames, owners } of labelSets) {
			if (!hasNames && !owners.has(catalog)) continue;
			const own = new Set(labels.flatMap((label) => ownCode(label, catalog, facts, catalogs)));
			const [first, second] = [...own].sort((a, b) => Number(isCommonCode(a)) - Number(isCommonCode(b)));
			if (first !== undefined && second !== undefined && !isCommonCode(first)) return [first, second];
		}
	}
	return undefined;
}

function ownCode(label: Label, catalog: Catalog, facts: FileFacts, catalogs: CatalogIndex): readonly string[] {
	const value = valueOfLabel(label, facts, catalogs);
	if (!value?.shown || typeof value.value !== 'string') return [];
	return isOnlyIn(catalog, value.value, catalogs) ? [value.value] : [];
}

/** Whether this catalog alone has the code. */
export function isOnlyIn(catalog: Catalog, code: string, catalogs: CatalogIndex): boolean {
	const matches = catalogs.byString(code);
	return matches.length > 0 && matches.every((match) => match.catalog === catalog);
}
