import type { Branch, Dispatch, DispatchForm, Label, Subject } from '../code.ts';
import { childIn, childrenIn, type Part, partsIn } from '../parts/part.ts';
import { sourceOf } from './binding.ts';
import { elementsOf } from './collections.ts';
import { joinSequences } from './join-sequences.ts';
import { type Atom, atomsIn, dividedByHundred, placedLabelsOf } from './labels.ts';
import { runsOn, statementsOf } from './statements.ts';
import { pathOf } from './subject.ts';

/** One step of a chain: what is asked, and what is done then. */
interface Link {
	readonly condition: Part;
	readonly body: readonly Part[];
	readonly part: Part;
}

/** Every dispatch in a block but those over named tables, in the order of the text. */
export function readDispatches(parts: readonly Part[]): readonly Dispatch[] {
	const taken = new Set<Part>();
	const found: Dispatch[] = [];
	for (const part of parts) found.push(...dispatchesAt(part, taken));
	return joinSequences(found).sort((a, b) => a.start - b.start || b.end - a.end);
}

function dispatchesAt(part: Part, taken: Set<Part>): readonly Dispatch[] {
	switch (part.kind) {
		case 'switch':
			return readSwitch(part, taken);
		case 'if':
			return isContinued(part) ? [] : readChain(part, 'chain', taken);
		case 'ternary':
			return isContinued(part) ? [] : readChain(part, 'ternary', taken);
		case 'try':
			return readFilters(part, taken);
		case 'return':
			return readTest(part, childIn(part, 'value'), 'predicate', taken);
		case 'function':
			return readTest(part, expressionBody(part), 'predicate', taken);
		case 'variable':
		case 'pair':
		case 'field':
			return readTest(part, childIn(part, 'value'), 'flag', taken);
		case 'assignment':
			return readTest(part, childIn(part, 'right'), 'flag', taken);
		case 'comparison':
		case 'membership':
		case 'call':
			return taken.has(part) ? [] : readTest(part, part, 'test', taken);
		default:
			return [];
	}
}

function expressionBody(part: Part): Part | undefined {
	const body = childIn(part, 'body');
	return body?.kind === 'block' ? undefined : body;
}

/** Whether the part is an `else if`, or the last value of a ternary. */
function isContinued(part: Part): boolean {
	const { parent } = part;
	if (parent?.kind === 'transparent') return isContinued(parent);
	return part.fields.includes('alternative') && parent?.kind === (part.kind === 'transparent' ? 'ternary' : part.kind);
}

function readSwitch(part: Part, taken: Set<Part>): readonly Dispatch[] {
	const written = childIn(part, 'subject');
	const hundreds = written && dividedByHundred(written);
	const subject = hundreds ?? written;
	if (!subject) return readConditions(part, taken);
	if (subject.text.replace(/[()\s]/g, '') === 'true') return readConditions(part, taken);
	const cases = part.children.filter((child) => child.kind === 'case' || child.kind === 'default');
	const parts = cases.map((one) => {
		const labels = labelsInCase(one, subject, taken);
		return { one, labels: hundreds ? labels.map(inHundreds) : labels };
	});
	const groups = new Map<string, Part>();
	for (const { labels } of parts)
		for (const { path, of, label } of labels) if (label.kind !== 'unknown') groups.set(path, of);
	const own = pathOf(subject);
	if (groups.size === 0 && own !== undefined) groups.set(own, subject);
	const found = [...groups].map(([path, of]) => {
		const branches = parts.flatMap(({ one, labels }) => {
			const here = labels.filter((placed) => placed.path === path || placed.label.kind === 'unknown');
			const isElsewhere = here.length === 0 && labels.length > 0;
			return isElsewhere
				? []
				: [
						branchOf(
							one,
							here.map(({ label }) => label),
						),
					];
		});
		return dispatchOf('switch', subjectOf(of, path), branches, part, part.end, written?.end ?? subject.end);
	});
	return [...found, ...readGuards(part, cases, taken)];
}

interface CaseLabel {
	/** What is looked at: the subject of the switch, an element or a key of it. */
	readonly path: string;
	readonly of: Part;
	readonly label: Label;
}

/** The values that lead into a case, and what each is compared with; those that its guard asks for as well. */
function labelsInCase(one: Part, subject: Part, taken: Set<Part>): readonly CaseLabel[] {
	if (one.kind === 'default') return [];
	const list = subject.kind === 'transparent' ? childIn(subject, 'inner') : subject;
	const columns = list?.kind === 'collection' ? elementsOf(list) : undefined;
	const patterns = childrenIn(one, 'label');
	const placed = patterns.flatMap((pattern, index) =>
		placedLabelsOf(pattern, '', columns && patterns.length > 1 ? index : undefined),
	);
	const own = pathOf(subject);
	const labels = placed.flatMap(({ path, column, label }): CaseLabel[] => {
		const of = (column === undefined ? undefined : columns?.[column]) ?? subject;
		const owner = pathOf(of);
		return owner === undefined ? [] : [{ path: path === '' ? owner : `${owner}.${path}`, of, label }];
	});
	const guard = childIn(one, 'guard');
	const bound = new Set([own, ...patterns.flatMap(namesIn)]);
	const guarded = guard ? atomsIn(guard).filter(({ path }) => bound.has(path)) : [];
	for (const atom of guarded) for (const part of atom.parts) taken.add(part);
	const more = guarded.flatMap((atom) =>
		own === undefined ? [] : atom.labels.map((label) => ({ path: own, of: subject, label })),
	);
	if (!guard || labels.length + guarded.length > 0 || atomsIn(guard).length > 0) return [...labels, ...more];
	// Which of all values the guard lets through cannot be told.
	const label = { kind: 'unknown', start: guard.start, end: guard.end, negated: false, part: guard } as const;
	return [{ path: own ?? '', of: subject, label }];
}

/** `case 4` of `switch (status / 100)` */
function inHundreds({ label, ...rest }: CaseLabel): CaseLabel {
	const value = label.kind === 'literal' ? label.literal.value : undefined;
	if (typeof value !== 'number') return { ...rest, label };
	const { start, end, negated, part } = label;
	return { ...rest, label: { kind: 'range', start, end, negated, part, from: value * 100, to: value * 100 + 99 } };
}

/** The names that a pattern may give to what it finds. */
const namesIn = (pattern: Part): readonly (string | undefined)[] => [
	/[\w$]+$/.exec(pattern.text)?.[0],
	...partsIn(pattern)
		.filter(({ kind }) => kind === 'parameter')
		.map(({ text }) => text),
];

/** What the guards of cases ask about something else: `case ApiError() if error.code == 'A'`. */
function readGuards(part: Part, cases: readonly Part[], taken: Set<Part>): readonly Dispatch[] {
	const links = cases.flatMap((one): Link[] => {
		const condition = childIn(one, 'guard');
		const isTaken = condition && atomsIn(condition).some((atom) => atom.parts.some((each) => taken.has(each)));
		return condition && !isTaken ? [{ condition, body: childrenIn(one, 'body'), part: one }] : [];
	});
	const otherwise = cases.find(({ kind }) => kind === 'default');
	const headEnd = childIn(part, 'subject')?.end ?? part.end;
	return bySubject('chain', links, otherwise && branchOf(otherwise, []), part, headEnd, taken);
}

/** `switch (true)`: every case is a condition of its own. */
function readConditions(part: Part, taken: Set<Part>): readonly Dispatch[] {
	const links: Link[] = [];
	for (const one of part.children.filter((child) => child.kind === 'case')) {
		for (const condition of childrenIn(one, 'label'))
			links.push({ condition, body: childrenIn(one, 'body'), part: one });
	}
	const otherwise = part.children.find((child) => child.kind === 'default');
	const headEnd = childIn(part, 'subject')?.end ?? links[0]?.condition.end ?? part.end;
	return bySubject('chain', links, otherwise && branchOf(otherwise, []), part, headEnd, taken);
}

/** Handlers that say which errors they take: `catch (ApiError e) when (e.Code == "A")`; what none takes goes on. */
function readFilters(part: Part, taken: Set<Part>): readonly Dispatch[] {
	const handlers = part.children.filter(({ kind }) => kind === 'catch');
	const links = handlers.flatMap((one): Link[] => {
		const condition = childIn(one, 'guard');
		return condition ? [{ condition, body: statementsOf(childIn(one, 'body')), part: one }] : [];
	});
	const types = new Set(links.map((link) => childIn(link.part, 'heritage')?.text));
	const otherwise = handlers.find((one) => {
		const type = childIn(one, 'heritage')?.text;
		return !childIn(one, 'guard') && (type === undefined || types.has(type) || /^(?:\w+\.)*Exception$/.test(type));
	});
	const rest = otherwise && elseBranch(childIn(otherwise, 'body') ?? otherwise);
	return bySubject(rest ? 'chain' : 'test', links, rest, part, links[0]?.condition.end ?? part.end, taken);
}

function branchOf(part: Part, labels: readonly Label[]): Branch {
	const body = childrenIn(part, 'body').filter(({ kind }) => kind !== 'comment' && kind !== 'fallthrough');
	const { start, end } = part;
	return { start, end, labels, isDefault: part.kind === 'default', body, fallsThrough: runsOn(part), part };
}

function readChain(head: Part, form: DispatchForm, taken: Set<Part>): readonly Dispatch[] {
	const links: Link[] = [];
	let otherwise: Branch | undefined;
	for (let part: Part | undefined = head; part; ) {
		const condition = childIn(part, 'condition');
		if (condition) links.push({ condition, body: statementsOf(childIn(part, 'body')), part });
		const next: Part | undefined = unwrapped(childIn(part, 'alternative'));
		if (next && next.kind !== head.kind) otherwise = elseBranch(next);
		part = next?.kind === head.kind ? next : undefined;
	}
	return bySubject(form, links, otherwise, head, links[0]?.condition.end ?? head.end, taken);
}

/** A ternary that continues another may stand in parentheses. */
function unwrapped(part: Part | undefined): Part | undefined {
	return part?.kind === 'transparent' && childIn(part, 'inner')?.kind === 'ternary' ? childIn(part, 'inner') : part;
}

function elseBranch(part: Part): Branch {
	const { start, end } = part;
	return { start, end, labels: [], isDefault: true, body: statementsOf(part), fallsThrough: false, part };
}

/** One dispatch for each subject that the links ask about. */
function bySubject(
	form: DispatchForm,
	links: readonly Link[],
	otherwise: Branch | undefined,
	part: Part,
	headEnd: number,
	taken: Set<Part>,
): readonly Dispatch[] {
	const branches = new Map<string, { subject: Part; branches: Branch[] }>();
	for (const link of links) {
		for (const [path, atoms] of groupedByPath(atomsIn(link.condition), taken)) {
			const labels = atoms.flatMap((atom) => atom.labels);
			const first = atoms[0];
			if (!first || labels.length === 0) continue;
			const { start, end } = link.part;
			const branch = { start, end, labels, isDefault: false, body: link.body, fallsThrough: false, part: link.part };
			const known = branches.get(path);
			if (known) known.branches.push(branch);
			else branches.set(path, { subject: first.subject, branches: [branch] });
		}
	}
	return [...branches].map(([path, { subject, branches: own }]) => {
		const all = otherwise ? [...own, otherwise] : own;
		return dispatchOf(form, subjectOf(subject, path), all, part, part.end, headEnd);
	});
}

function groupedByPath(atoms: readonly Atom[], taken: Set<Part>): Map<string, Atom[]> {
	const groups = new Map<string, Atom[]>();
	for (const atom of atoms) {
		for (const part of atom.parts) taken.add(part);
		const group = groups.get(atom.path);
		if (group) group.push(atom);
		else groups.set(atom.path, [atom]);
	}
	return groups;
}

/** A test whose result is returned, kept or used in place. */
function readTest(part: Part, value: Part | undefined, form: DispatchForm, taken: Set<Part>): readonly Dispatch[] {
	if (!value || value.kind === 'ternary' || value.kind === 'function') return [];
	const atoms = atomsIn(value).filter((atom) => !atom.parts.some((one) => taken.has(one)));
	if (atoms.length === 0) return [];
	const links = [{ condition: value, body: [], part }];
	return bySubject(form, links, undefined, part, part.end, taken);
}

/** The subject of a dispatch, with the place it comes from. */
export function subjectOf(part: Part, path: string): Subject {
	return { path, source: sourceOf(path, part), part };
}

function dispatchOf(
	form: DispatchForm,
	subject: Subject,
	branches: readonly Branch[],
	part: Part,
	end: number,
	headEnd: number,
): Dispatch {
	const broken = hasError(part);
	return { form, subject, branches, part, broken, start: part.start, end, head: { start: part.start, end: headEnd } };
}

/** Whether a syntax error lies in the part. */
export function hasError(part: Part): boolean {
	for (const inner of partsIn(part)) if (inner.kind === 'error') return true;
	return false;
}
