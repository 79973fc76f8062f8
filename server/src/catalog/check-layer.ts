import { type Entry, isDeprecated } from './catalog.ts';
import { closest } from './closest.ts';
import { keysOf, type Written } from './effective-catalog.ts';
import { shown } from './json-fields.ts';
import { type CatalogLayer, entryKey, type LayerEntry } from './layer.ts';
import { limits } from './limits.ts';
import { type JsonPath, type Problem, type ProblemFix, type Report, removeFix, replaceFix } from './problem.ts';
import { sentenceFor, titleFor } from './words-for.ts';

/** What no layer is beneath. */
const nothing: Written = new Map();

/**
 * What is wrong with a layer that shows only with those beneath it.
 * @param beneath what those say; undefined where not all of them are known, and so little can be said
 */
export function checkLayer(layer: CatalogLayer, beneath: Written | undefined): readonly Problem[] {
	const problems: Problem[] = [];
	const report = (problem: Problem) => problems.push(problem);
	const lower = beneath ?? nothing;
	const own = new Map(layer.entries.map((part) => [entryKey(part.entry), part.entry]));
	for (const part of layer.entries) {
		const under = lower.get(entryKey(part.entry))?.entry;
		checkRequired(part, under, report);
		if (!beneath) continue;
		if (!under) checkComplete(part, report);
		checkReplacement(part, own, lower, report);
	}
	checkCase(layer, lower, report);
	if (beneath) checkHidden(layer, lower, report);
	return problems.slice(0, limits.problems);
}

/** Without these an entry says nothing; where nobody knows them, `todo` says so. */
function checkComplete({ entry, lacks, path }: LayerEntry, report: Report): void {
	for (const name of lacks) {
		const fix: ProblemFix = {
			title: `Add "${name}"`,
			edits: [{ path: [...path, name], value: wordsFor[name](entry) }],
		};
		const message = `"${name}" is missing.`;
		report({ path: [...path, 'value'], message, severity: 'warning', code: 'missing-field', fixes: [fix] });
	}
}

const wordsFor = { title: titleFor, description: sentenceFor } as const;

/** A code that nobody should name cannot be one that everybody must name. */
function checkRequired({ entry, given, path }: LayerEntry, lower: Entry | undefined, report: Report): void {
	const isRequiredBeneath = lower?.required === true;
	const takesMark = given.deprecated === false && given.replacedBy === undefined && given.removedIn === undefined;
	const isLowerOpen = lower !== undefined && isDeprecated(takesMark ? withoutMark(lower) : lower);
	if (!(given.required ?? isRequiredBeneath) || !(isDeprecated(entry) || isLowerOpen)) return;
	const at: JsonPath = [...path, given.required === true ? 'required' : 'value'];
	const fix: ProblemFix = isRequiredBeneath
		? { title: 'Say that it is not required', edits: [{ path: [...path, 'required'], value: false }] }
		: removeFix([...path, 'required']);
	const message = `${shown(entry.value)} is deprecated, so nobody can be required to handle it.`;
	report({ path: at, message, severity: 'warning', code: 'required-deprecated', fixes: [fix] });
}

function withoutMark({ deprecated: _deprecated, ...entry }: Entry): Entry {
	return entry;
}

function checkReplacement(
	{ entry, given, path }: LayerEntry,
	own: ReadonlyMap<string, Entry>,
	lower: Written,
	report: Report,
): void {
	const { replacedBy } = given;
	if (replacedBy === undefined) return;
	const key = entryKey({ kind: entry.kind, value: replacedBy });
	if (replacedBy !== entry.value && (own.has(key) || lower.has(key))) return;
	const at = [...path, 'replacedBy'];
	const all = [...own.values(), ...[...lower.values()].map((under) => under.entry)];
	const others = all.filter(({ kind, value }) => kind === entry.kind && value !== entry.value);
	const near = closest(String(replacedBy), { entries: others });
	const message = `${shown(replacedBy)} is not another code of this catalog.${near ? ` Did you mean ${shown(near.value)}?` : ''}`;
	const fixes = [...(near ? [replaceFix(at, near.value)] : []), removeFix(at)];
	report({ path: at, message, severity: 'warning', code: 'unknown-replacement', fixes });
}

/** Codes that differ in case alone are mostly one code that somebody wrote twice. */
function checkCase(layer: CatalogLayer, lower: Written, report: Report): void {
	const first = new Map<string, string>();
	const note = ({ kind, value }: Entry) => {
		if (kind !== 'code' || typeof value !== 'string') return;
		const letters = value.toLowerCase();
		if (!first.has(letters)) first.set(letters, value);
	};
	for (const { entry } of lower.values()) note(entry);
	for (const { entry, path } of layer.entries) {
		note(entry);
		if (entry.kind !== 'code' || typeof entry.value !== 'string' || lower.has(entryKey(entry))) continue;
		const other = first.get(entry.value.toLowerCase());
		if (other === undefined || other === entry.value) continue;
		const at = [...path, 'value'];
		report({
			path: at,
			message: `${shown(entry.value)} differs from ${shown(other)} only in capital and small letters.`,
			severity: 'warning',
			code: 'differs-by-case',
			fixes: [removeFix(path, 'Remove this one')],
		});
	}
}

function checkHidden({ hide }: CatalogLayer, lower: Written, report: Report): void {
	for (const [index, value] of hide.entries()) {
		if (keysOf(value).some((key) => lower.has(key))) continue;
		const path = ['hide', index];
		const near = closest(String(value), { entries: [...lower.values()].map(({ entry }) => entry) });
		const message = `${shown(value)} is nothing that could be hidden: no catalog beneath has it.`;
		const fixes = [...(near ? [replaceFix(path, near.value)] : []), removeFix(path, 'Remove')];
		report({ path, message, severity: 'warning', code: 'nothing-to-hide', fixes });
	}
}
