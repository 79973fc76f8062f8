import type { Code } from '../syntax/code.ts';
import { bindingOf } from '../syntax/dispatches/binding.ts';
import { keyOf, lastWord, pathOf } from '../syntax/dispatches/subject.ts';
import { childIn, type Part, partsIn } from '../syntax/parts/part.ts';
import type { ErrorDispatch, Meaning, Occurrence } from './analysis.ts';
import { shapeOf } from './codes/code-shape.ts';
import { sayingOf } from './codes/code-words.ts';
import { mayStandAlone, stringAt } from './codes/string-occurrences.ts';
import { meaningsOf, statusMeanings, strongest, withOthers } from './meanings.ts';
import { valueOfName } from './names/values.ts';
import type { Resolving } from './resolving.ts';
import { looksLikeStatus } from './status/status-evidence.ts';
import { statusAt } from './status/status-occurrences.ts';

/** The literals and names of a block that stand for catalog entries, in the order of the text. */
export function occurrencesIn(
	code: Code,
	dispatches: readonly ErrorDispatch[],
	resolving: Resolving,
): readonly Occurrence[] {
	const found = new Map<number, Occurrence>();
	const add = (occurrence: Occurrence | undefined): void => {
		if (occurrence && !found.has(occurrence.start)) found.set(occurrence.start, occurrence);
	};
	for (const dispatch of dispatches) for (const occurrence of labelsOf(dispatch, code, resolving)) add(occurrence);
	for (const literal of code.literals)
		add(literal.kind === 'string' ? stringAt(literal, resolving) : statusAt(literal, resolving));
	for (const constant of code.constants)
		add(nameAt(constant.name, { ...constant.at, part: constant.literal.part }, resolving));
	for (const part of partsIn(code.root)) add(namedPart(part, resolving));
	return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The labels of a dispatch mean what the dispatch is about. */
function labelsOf(dispatch: ErrorDispatch, code: Code, resolving: Resolving): readonly Occurrence[] {
	const { catalog, step, reason, on } = dispatch;
	return dispatch.labels.flatMap(({ label, value, entries }) => {
		const [entry] = entries;
		if (value === undefined || !entry || label.end > code.text.length || label.kind === 'range') return [];
		// Where only the values speak for the API, each string is judged by its place.
		if (on === 'code' && step === 'none' && label.kind === 'literal') return [];
		const meanings = withOthers({ catalog, entry, step, reason }, value, resolving);
		const name = label.kind === 'name' ? label.name : undefined;
		if (name !== undefined && on === 'status' && isOfVariable(name, label.part)) return [];
		const own = on === 'status' ? Number(value) : value;
		return [{ kind: on, value: own, name, meanings, part: label.part, start: label.start, end: label.end }];
	});
}

function nameAt(
	name: string,
	at: { start: number; end: number; part: Part },
	resolving: Resolving,
): Occurrence | undefined {
	const named = valueOfName(name, resolving.facts, resolving.catalogs);
	if (!named) return undefined;
	const { start, end, part } = at;
	const base = { value: named.value, name, part, start, end };
	if (typeof named.value === 'number') {
		if (named.shown && !looksLikeStatus(name) && !resolving.catalogs.byStatusName(lastWord(name))) return undefined;
		const meanings = statusMeanings(named.value, resolving);
		return meanings.length > 0 ? { kind: 'status', ...base, meanings } : undefined;
	}
	const meanings = meaningsOf(named.value, resolving).filter(({ entry }) => entry.kind === 'code');
	const [first] = meanings;
	if (first && !mayNameCode(name, String(named.value), first)) return undefined;
	if (!first || (first.step === 'none' && (!named.shown || !mayStandAlone(String(named.value), first, meanings))))
		return undefined;
	return { kind: 'code', ...base, meanings: strongest(meanings) };
}

/**
 * Whether what a name holds may be meant as a code: a word that other things are called by as well is one where the name
 * says so, or where the file speaks of its API and the name says nothing else.
 */
function mayNameCode(name: string, value: string, { step }: Meaning): boolean {
	if (shapeOf(value) === 'own' || name.split('.').some((word) => sayingOf(word) === 'code')) return true;
	return (step === 'told' || step === 'file') && sayingOf(name) === 'nothing';
}

/** A member or a plain name that the file, or its spelling, shows to stand for a value. */
function namedPart(part: Part, resolving: Resolving): Occurrence | undefined {
	const isMember = part.kind === 'member' || part.kind === 'subscript';
	if (!isMember && (part.kind !== undefined || !resolving.facts.constants.has(part.text))) return undefined;
	const isDeclared = part.fields.includes('name') && part.parent?.kind !== 'imported';
	if (isDeclared || part.fields.includes('object') || part.fields.includes('property')) return undefined;
	const word = isMember ? keyOf(childIn(part, 'property')) : part.text;
	if (word === undefined) return undefined;
	const path = pathOf(part);
	// Most members are methods and fields; names of values begin with a capital, or the file declares them.
	if (path === undefined || (!/^[A-Z]/.test(word) && !resolving.facts.constants.has(path))) return undefined;
	const found = nameAt(path, { start: part.start, end: part.end, part }, resolving);
	return found?.kind === 'status' && !resolving.facts.constants.has(path) && isOfVariable(path, part)
		? undefined
		: found;
}

/**
 * Whether a name is a function of a package, or a field of what the function has under the name: `http.Redirect(…)`,
 * `status.Locked` of a parameter.
 */
function isOfVariable(path: string, part: Part): boolean {
	const owner = /^[a-z]\w*(?=\.\w+$)/.exec(path)?.[0];
	if (owner === undefined) return false;
	const binding = part.fields.includes('callee') ? undefined : bindingOf(owner, part);
	return part.fields.includes('callee') || (binding !== undefined && !/\b(?:require|import)\b/.test(binding.part.text));
}
