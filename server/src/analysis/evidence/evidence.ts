import type { Catalog } from '../../catalog/catalog.ts';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import type { Label } from '../../syntax/code.ts';
import { type EvidenceStep, evidenceSteps, type InPlay } from '../analysis.ts';
import type { BlockFacts } from '../block-facts.ts';
import { codesTogether } from '../codes/codes-together.ts';
import type { FileFacts } from '../file-facts.ts';
import { valueOfLabel } from '../names/values.ts';

/** What is asked about the evidence of a file. */
export interface EvidenceQuestion {
	readonly blocks: readonly BlockFacts[];
	readonly facts: FileFacts;
	readonly catalogs: CatalogIndex;
	/** APIs that a directive in the file names; undefined where there is none. */
	readonly directive: readonly string[] | undefined;
}

/** What else says of which APIs a file speaks. */
export interface Surroundings {
	/** What the file shows by itself. */
	readonly shows: readonly InPlay[];
	/** APIs that the settings name for the file. */
	readonly settings: readonly string[];
	/** APIs that the project says it uses. */
	readonly inUse?: readonly string[];
	/** What files show that it imports, or that import it. */
	readonly near: readonly InPlay[];
	/** What the workspace around the file shows. */
	readonly workspace: readonly InPlay[];
}

/** The APIs that a file speaks of, strongest evidence first. */
export function evidenceOf(question: EvidenceQuestion & Surroundings): readonly InPlay[] {
	const { catalogs, directive, settings, inUse = [], near, workspace, shows } = question;
	if (directive) return shows;
	const named = settings.length > 0 ? settings : inUse.filter((id) => id === 'none');
	if (named.length > 0) return toldBy(named, 'the settings name it for this file', catalogs);
	const used = inUse.flatMap((id) => inPlayBy(id, 'workspace', 'the project names it as one that it uses', catalogs));
	return strongestOfEach([...shows, ...near, ...used, ...workspace]);
}

/** The APIs that a file shows by itself: those that a comment names, or else those that it speaks of. */
export function shownBy(question: EvidenceQuestion): readonly InPlay[] {
	const { catalogs, directive } = question;
	if (directive) return toldBy(directive, 'the file names it in a comment', catalogs);
	const shown = shownInFile(question);
	return catalogs.catalogs.flatMap((catalog) => {
		const reason = shown.get(catalog);
		return reason === undefined ? [] : [{ catalog, step: 'file' as const, reason }];
	});
}

function toldBy(ids: readonly string[], reason: string, catalogs: CatalogIndex): readonly InPlay[] {
	return ids.includes('none') ? [] : ids.flatMap((id) => inPlayBy(id, 'told', reason, catalogs));
}

function inPlayBy(id: string, step: EvidenceStep, reason: string, catalogs: CatalogIndex): readonly InPlay[] {
	const catalog = catalogs.byId(id);
	return catalog ? [{ catalog, step, reason }] : [];
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

/** What the file shows by itself, and how. It takes as long with many catalogs as with one. */
function shownInFile({ blocks, facts, catalogs }: EvidenceQuestion): ReadonlyMap<Catalog, string> {
	const shown = new Map<Catalog, string>();
	const add = (catalog: Catalog, reason: string): void => {
		if (catalog !== catalogs.http && !shown.has(catalog)) shown.set(catalog, reason);
	};
	for (const module of facts.imports)
		for (const name of packagesOf(module))
			for (const catalog of catalogs.byPackage(name)) add(catalog, `the file imports ${name}`);
	for (const { hosts } of blocks) for (const [catalog, host] of hosts) add(catalog, `the file names ${host}`);
	for (const { together, namedSets } of blocks) {
		const byName = namedSets.flatMap((labels) => codesTogether(valuesOf(labels, facts, catalogs), catalogs));
		for (const { catalog, codes } of [...together, ...byName])
			add(catalog, `the file has ${codes.join(' and ')} together`);
	}
	return shown;
}

/** The packages that a module may be in: `a`, `a/b` and `a/b/c` for `a/b/c`, whatever says that it is in one. */
function packagesOf(module: string): readonly string[] {
	const parts = module.replace(/^(?:package|npm|jsr):/, '').split('/');
	return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** What the labels of a set stand for, as far as the file shows it. */
function valuesOf(labels: readonly Label[], facts: FileFacts, catalogs: CatalogIndex): readonly string[] {
	return labels.flatMap((label) => {
		const value = valueOfLabel(label, facts, catalogs);
		return value?.shown && typeof value.value === 'string' ? [value.value] : [];
	});
}

/** Whether this catalog alone has the code. */
export function isOnlyIn(catalog: Catalog, code: string, catalogs: CatalogIndex): boolean {
	const matches = catalogs.byString(code);
	return matches.length > 0 && matches.every((match) => match.catalog === catalog);
}
