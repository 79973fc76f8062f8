import { type Entry, isDeprecated } from './catalog.ts';
import { closest } from './closest.ts';
import { effectiveEntries, keysOf } from './effective-catalog.ts';
import { shown } from './json-fields.ts';
import { type CatalogLayer, entryKey, type LayerEntry } from './layer.ts';
import { type JsonPath, type Problem, type ProblemFix, type Report, removeFix, replaceFix } from './problem.ts';
import { sentenceFor, titleFor } from './words-for.ts';

/**
 * What is wrong with a layer that shows only with those beneath it.
 * @param beneath the strongest first; undefined where not all of them are known, and so little can be said
 */
export function checkLayer(layer: CatalogLayer, beneath: readonly CatalogLayer[] | undefined): readonly Problem[] {
	const problems: Problem[] = [];
	const report = (problem: Problem) => problems.push(problem);
	const lower = new Map(effectiveEntries(beneath ?? []).map((entry) => [entryKey(entry), entry]));
	const all = new Map(effectiveEntries([layer, ...(beneath ?? [])]).map((entry) => [entryKey(entry), entry]));
	for (const own of layer.entries) {
		const entry = all.get(entryKey(own.entry)) ?? own.entry;
		checkRequired(own, entry, lower.get(entryKey(entry)), report);
		if (!beneath) continue;
		if (!lower.has(entryKey(entry))) checkComplete(own, report);
		checkReplacement(own, all, report);
	}
	checkCase(layer, all, report);
	if (beneath) checkHidden(layer, lower, report);
	return problems;
}

/** Without these an entry says nothing; where nobody knows them, `todo` says so. */
function checkComplete({ entry, lacks, path }: LayerEntry, report: Report): void {
	const wording = { title: titleFor(entry), description: sentenceFor(entry) };
	for (const name of lacks) {
		const fix: ProblemFix = { title: `Add "${name}"`, edits: [{ path: [...path, name], value: wording[name] }] };
		const message = `"${name}" is missing.`;
		report({ path: [...path, 'value'], message, severity: 'warning', code: 'missing-field', fixes: [fix] });
	}
}

/** A code that nobody should name cannot be one that everybody must name. */
function checkRequired({ given, path }: LayerEntry, entry: Entry, lower: Entry | undefined, report: Report): void {
	if (!entry.required || !isDeprecated(entry)) return;
	const isOwn = given.required === true;
	const isRequiredBeneath = lower?.required === true;
	const at: JsonPath = [...path, isOwn ? 'required' : 'value'];
	const fix: ProblemFix = isRequiredBeneath
		? { title: 'Say that it is not required', edits: [{ path: [...path, 'required'], value: false }] }
		: removeFix([...path, 'required']);
	const message = `${shown(entry.value)} is deprecated, so nobody can be required to handle it.`;
	report({ path: at, message, severity: 'warning', code: 'required-deprecated', fixes: [fix] });
}

function checkReplacement({ entry, given, path }: LayerEntry, all: ReadonlyMap<string, Entry>, report: Report): void {
	const { replacedBy } = given;
	if (replacedBy === undefined) return;
	if (replacedBy !== entry.value && all.has(entryKey({ kind: entry.kind, value: replacedBy }))) return;
	const at = [...path, 'replacedBy'];
	const others = [...all.values()].filter(({ kind, value }) => kind === entry.kind && value !== entry.value);
	const near = closest(String(replacedBy), { entries: others });
	const message = `${shown(replacedBy)} is not another code of this catalog.${near ? ` Did you mean ${shown(near.value)}?` : ''}`;
	const fixes = [...(near ? [replaceFix(at, near.value)] : []), removeFix(at)];
	report({ path: at, message, severity: 'warning', code: 'unknown-replacement', fixes });
}

/** Codes that differ in case alone are mostly one code that somebody wrote twice. */
function checkCase(layer: CatalogLayer, all: ReadonlyMap<string, Entry>, report: Report): void {
	const spellings = new Map<string, Entry[]>();
	for (const entry of all.values())
		if (entry.kind === 'code' && typeof entry.value === 'string') {
			const same = spellings.get(entry.value.toLowerCase());
			if (same) same.push(entry);
			else spellings.set(entry.value.toLowerCase(), [entry]);
		}
	for (const { entry, path } of layer.entries) {
		const [first] = spellings.get(String(entry.value).toLowerCase()) ?? [];
		if (entry.kind !== 'code' || typeof entry.value !== 'string' || !first || first.value === entry.value) continue;
		const at = [...path, 'value'];
		report({
			path: at,
			message: `${shown(entry.value)} differs from ${shown(first.value)} only in capital and small letters.`,
			severity: 'warning',
			code: 'differs-by-case',
			fixes: [removeFix(path, 'Remove this one')],
		});
	}
}

function checkHidden({ hide }: CatalogLayer, lower: ReadonlyMap<string, Entry>, report: Report): void {
	for (const [index, value] of hide.entries()) {
		if (keysOf(value).some((key) => lower.has(key))) continue;
		const path = ['hide', index];
		const near = closest(String(value), { entries: [...lower.values()] });
		const message = `${shown(value)} is nothing that could be hidden: no catalog beneath has it.`;
		const fixes = [...(near ? [replaceFix(path, near.value)] : []), removeFix(path, 'Remove')];
		report({ path, message, severity: 'warning', code: 'nothing-to-hide', fixes });
	}
}
