import type { Code, Dispatch } from '../code.ts';
import { pathOf } from '../dispatches/subject.ts';
import type { NewBranch } from '../language.ts';
import { childIn, closest, type Part, partsIn } from '../parts/part.ts';
import { beginsLine } from '../text-lines.ts';

/** What one branch does, statement by statement. */
type Body = readonly Part[];

/** How branches are written in a place. */
export type BranchStyle = Pick<NewBranch, 'ending' | 'thrown' | 'likeDefault' | 'braces' | 'below' | 'semicolon'>;

/** How the siblings are written; what they do not show is as it is elsewhere in the code. */
export function styleOf(
	bodies: readonly Body[],
	otherwise: Body,
	dispatch: Dispatch,
	code: Pick<Code, 'root'>,
): BranchStyle {
	const filled = bodies.filter((body) => body.length > 0);
	const all = [...filled, otherwise];
	return {
		ending: endingOf(filled) ?? endingOf([otherwise]) ?? 'none',
		thrown: thrownIn(filled, otherwise, dispatch),
		likeDefault: endOfDefault(otherwise, dispatch),
		braces: isMost(filled.length > 0 ? filled : [otherwise], isBlock),
		below: opensBelow(all.flat(), code.root) ?? opensBelow(partsIn(code.root), code.root) ?? true,
		semicolon: hasSemicolons(all) ?? hasSemicolons([code.root.children]) ?? true,
	};
}

/** Whether blocks in braces begin in lines of their own; undefined where there are none of several lines. */
function opensBelow(parts: Body, { text }: Part): boolean | undefined {
	const blocks = parts.filter((part) => part.kind === 'block' && part.text.startsWith('{') && part.text.includes('\n'));
	const below = blocks.filter(({ start }) => beginsLine(text, start));
	return blocks.length === 0 ? undefined : below.length * 2 > blocks.length;
}

/** Whether the branch is one block in braces. */
export function isBlock(body: Body): boolean {
	return body.length === 1 && body[0]?.kind === 'block';
}

/** The statements of a body, in braces or not. */
export function statementsIn(body: Body): Body {
	const [first] = body;
	return body.length === 1 && first?.kind === 'block' ? first.children.filter((one) => one.kind !== 'comment') : body;
}

/**
 * How most bodies end; of two that are as frequent, the one that comes first. Where they give a value, which none can
 * be made up for, the new one throws. Undefined where no body leaves.
 */
export function endingOf(bodies: readonly Body[]): NewBranch['ending'] | undefined {
	const counts = new Map<NewBranch['ending'], number>();
	for (const body of bodies) {
		const ending = endingOfStatement(statementsIn(body).at(-1));
		if (ending) counts.set(ending, (counts.get(ending) ?? 0) + 1);
	}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function endingOfStatement(last: Part | undefined): NewBranch['ending'] | undefined {
	switch (last?.kind) {
		case 'break':
		case 'throw':
			return last.kind;
		case 'continue':
			// What begins anew all that was tried is for the siblings to know.
			return last.text === 'retry' ? 'throw' : last.kind;
		case 'return':
			return childIn(last, 'value') ? 'throw' : 'return';
		default:
			return undefined;
	}
}

/** The error itself, where a sibling throws it or it was caught here, or what is thrown otherwise; only what is in reach. */
function thrownIn(bodies: readonly Body[], otherwise: Body, dispatch: Dispatch): string | undefined {
	const { subject, part } = dispatch;
	const isError = (path: string): boolean => [subject.path, subject.source].some((one) => one.startsWith(`${path}.`));
	for (const body of [...bodies, otherwise]) {
		const path = thrownPath(body);
		if (path === undefined || isDeclaredIn(part, path.split('.')[0] ?? '')) continue;
		if (isError(path) || body === otherwise) return path;
	}
	const around = closest(part, 'catch', 'function');
	const caught = around?.kind === 'catch' ? childIn(around, 'name') : undefined;
	return caught && caught.kind === undefined && isError(caught.text) ? caught.text : undefined;
}

/** How the default ends, where all that it names is in reach for other branches as well. */
function endOfDefault(otherwise: Body, { part }: Dispatch): string | undefined {
	const last = statementsIn(otherwise).at(-1);
	if (!last || last.text.includes('\n')) return undefined;
	const names = last.text.match(/(?<![\w$.])[A-Za-z_$][\w$]*/g) ?? [];
	return names.some((name) => isDeclaredIn(part, name) || isDeclaredIn(part, name.replace(/^\$/, '')))
		? undefined
		: last.text;
}

/** What a body throws at its end, where that is a path. */
function thrownPath(body: Body): string | undefined {
	const last = statementsIn(body).at(-1);
	const value = last?.kind === 'throw' ? childIn(last, 'value') : undefined;
	const path = value?.kind === undefined || value.kind === 'member' ? pathOf(value) : undefined;
	return path === value?.text ? path : undefined;
}

/** Kinds that give a name its value; an assignment has a name where the language declares variables by it. */
const declaring: ReadonlySet<string> = new Set(['variable', 'catch', 'function', 'parameter', 'assignment']);

function isDeclaredIn(part: Part, name: string): boolean {
	for (const inner of partsIn(part)) {
		if (
			declaring.has(inner.kind ?? '') &&
			childIn(inner, 'name')
				?.text.split(/[^\w$]+/)
				.includes(name)
		)
			return true;
	}
	return false;
}

/** Whether statements end with a semicolon; undefined where there are none that could. */
function hasSemicolons(bodies: readonly Body[]): boolean | undefined {
	let ended = 0;
	let all = 0;
	for (const body of bodies) {
		for (const statement of body) {
			for (const part of partsIn(statement)) {
				if (!part.kind || !plainStatements.has(part.kind)) continue;
				all++;
				if (part.text.endsWith(';')) ended++;
			}
		}
	}
	return all === 0 ? undefined : ended * 2 >= all;
}

const plainStatements: ReadonlySet<string> = new Set(['statement', 'return', 'throw', 'break', 'continue']);

function isMost(bodies: readonly Body[], has: (body: Body) => boolean): boolean {
	return bodies.filter(has).length * 2 > bodies.length;
}
