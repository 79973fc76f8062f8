import type { Label, RangeLabel } from '../code.ts';
import { literalOf } from '../literals.ts';
import { childIn, childrenIn, closest, type Part } from '../parts/part.ts';
import { questionOf } from './asked-calls.ts';
import { collectionOf, elementsOf, valueMadeOf } from './collections.ts';
import { highest, isBound, isRange, rangeOf } from './ranges.ts';
import { argumentsOf, keyOf, pathOf } from './subject.ts';

/** A test of one subject against values, as it stands in a condition. */
export interface Atom {
	readonly subject: Part;
	readonly path: string;
	readonly labels: readonly Label[];
	/** The list or table by name, where the values are written elsewhere. */
	readonly named: string | undefined;
	/** The comparisons or calls that ask, two for a range. */
	readonly parts: readonly Part[];
}

/** A name that is written as constants are: `RATE_LIMITED`, `ErrorCode.RateLimited`, `.rateLimited`. */
const constantName = /(^|\.)[A-Z][\w$]*(?:\.value)?$|^[A-Z][\w$]*\.|(^|\.)codes\.\w+$|^\.\w+$/;
/** Words for what is no code: `case None`. */
const nothings = /^(?:_|None|Some|Ok|Err|null|nil|undefined|true|false|True|False)$/;

/** The values that lead into a branch; what cannot be told is kept as such. */
export function labelsOf(part: Part, negated = false): readonly Label[] {
	const { start, end } = part;
	const literal = literalOf(part);
	if (part.kind === 'parameter' || (part.kind === undefined && nothings.test(part.text))) return [];
	if (literal) return [{ kind: 'literal', start: literal.start, end: literal.end, negated, part, literal }];
	const inside = collectionOf(part);
	if (inside) return elementsOf(inside).flatMap((element) => labelsOf(element, negated));
	const made = valueMadeOf(part);
	if (made) return labelsOf(made, negated);
	if (part.kind === 'or') return part.children.flatMap((child) => labelsOf(child, negated));
	if (part.kind === 'transparent') return wrapped(part).flatMap((child) => labelsOf(child, negated));
	if (isRange(part)) return [rangeOf(part, negated)];
	if (part.kind === 'not') return part.children.flatMap((child) => labelsOf(child, !negated));
	if (part.kind === 'destructuring') return placedLabelsOf(part).map(({ label }) => label);
	// A pattern that is given a name as well: `'A' as code`.
	const whole = part.kind === undefined ? childIn(part, 'value') : undefined;
	if (whole) return labelsOf(whole, negated);
	const name = part.kind === 'call' ? (constantAsked(part) ?? constantConverted(part)) : pathOf(part);
	if (name !== undefined) return [{ kind: 'name', start, end, negated, part, name: constantOf(name, part) }];
	return [{ kind: 'unknown', start, end, negated, part }];
}

/** What a pattern of a type looks for in it, or the type alone where it looks for nothing: `Some("A")`, `Limited(wait)`. */
function wrapped(part: Part): readonly Part[] {
	const type = childIn(part, 'callee');
	const inside = part.children.filter((child) => child !== type);
	return type && inside.every((child) => labelsOf(child).length === 0) ? [type] : inside;
}

/** A value in a pattern, and where in the subject it is looked for. */
export interface PlacedLabel {
	/** Keys that lead to it, joined by dots; empty where it is the subject itself. */
	readonly path: string;
	/** Which element of a list it is, from 0. */
	readonly column: number | undefined;
	readonly label: Label;
}

/** The values in a pattern: `{'error': {'code': 'A'}}` looks for `A` under `error.code`. */
export function placedLabelsOf(part: Part, path = '', column?: number): readonly PlacedLabel[] {
	const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
	switch (part.kind) {
		case 'transparent':
			return wrapped(part).flatMap((child) => placedLabelsOf(child, path, column));
		case 'or':
			return part.children.flatMap((child) => placedLabelsOf(child, path, column));
		case 'and':
			return bothOf(part.children.flatMap((child) => placedLabelsOf(child, path, column)));
		case 'collection':
			return elementsOf(part).flatMap((element, index) => placedLabelsOf(element, path, column ?? index));
		case 'pair': {
			const value = childIn(part, 'value');
			const key = childIn(part, 'key');
			return value ? placedLabelsOf(value, below(keyOf(key) ?? pathOf(key) ?? '?'), column) : [];
		}
		case 'construction': {
			const rows = argumentsOf(part).filter(({ kind }) => kind === 'pair');
			const found = rows.flatMap((row) => placedLabelsOf(row, path, column));
			return found.length > 0 ? found : labelsOf(part).map((label) => ({ path, column, label }));
		}
		case 'destructuring': {
			let key = '?';
			const found = part.children.flatMap((child) => {
				if (child.fields.includes('heritage') || child.fields.includes('callee')) return [];
				if (child.fields.includes('key')) key = keyOf(child) ?? '?';
				else return placedLabelsOf(child, child.fields.includes('value') ? below(key) : path, column);
				return [];
			});
			const { start, end } = part;
			const type = childIn(part, 'callee');
			if (found.length === 0 && type) return placedLabelsOf(type, path, column);
			// What fits whatever its parts are cannot be told.
			return found.length > 0
				? found
				: [{ path, column, label: { kind: 'unknown', start, end, negated: false, part } }];
		}
		default: {
			const whole = part.kind === undefined ? childIn(part, 'value') : undefined;
			if (whole) return placedLabelsOf(whole, path, column);
			return labelsOf(part).map((label) => ({ path, column, label }));
		}
	}
}

/** Patterns that must both fit: two bounds are one range. */
function bothOf(found: readonly PlacedLabel[]): readonly PlacedLabel[] {
	const [first, second, ...rest] = found;
	const range =
		rest.length === 0 && first?.path === second?.path ? joinedRange(first?.label, second?.label) : undefined;
	return first && range ? [{ ...first, label: range }] : found;
}

/** What a value is asked to fit: `status is 401 or 403`, `error is { Code: "A" }`, `let Some("A") = error.code`. */
function matched(subject: Part | undefined, patterns: readonly Part[], part: Part, negated: boolean): readonly Atom[] {
	const own = pathOf(subject);
	if (!subject || own === undefined) return [];
	const found = patterns.flatMap((pattern) => placedLabelsOf(pattern));
	if (found.every(({ label }) => label.kind === 'unknown')) return [];
	const paths = [...new Set(found.map(({ path }) => path))];
	return paths.map((path) => {
		const labels = found.filter((one) => one.path === path).map(({ label }) => label);
		const asked = negated ? labels.map((label) => ({ ...label, negated: !label.negated })) : labels;
		return { subject, path: path === '' ? own : `${own}.${path}`, labels: asked, named: undefined, parts: [part] };
	});
}

/** A constant of a type, which is asked for what it stands for: `ErrorCode.A.value`, `ErrorCode.a.value`. */
const ofValue = /^(?:.*\.[A-Z]\w*|(?:.*\.)?[A-Z]\w*\.\w+)(?=\.(?:value|rawValue|code|errorCode|key)$)/;

/** The constant that a path leads to: `ErrorCode.A` for `ErrorCode.A.value`, and for `self.A` in that class. */
function constantOf(path: string, part: Part): string {
	const name = ofValue.exec(path)?.[0] ?? path;
	if (!/^(?:self|static|Self)\./.test(name)) return name;
	const owner = closest(part, 'class', 'enum');
	const own = owner && childIn(owner, 'name')?.text;
	return own === undefined ? name : own + name.slice(name.indexOf('.'));
}

/** A constant that is asked for what it stands for: `ErrorCode.RATE_LIMITED.getCode()`, `HttpStatus.NOT_FOUND.value()`. */
function constantAsked(call: Part): string | undefined {
	const callee = childIn(call, 'callee');
	const name =
		callee?.kind === 'member' && argumentsOf(call).length === 0 ? pathOf(childIn(callee, 'object')) : undefined;
	return name !== undefined && /(^|\.)[A-Z][A-Z\d_]+$/.test(name) ? name : undefined;
}

/** A constant in another form: `string(ErrorCodeConflict)`. */
function constantConverted(call: Part): string | undefined {
	const path = pathOf(call);
	return path !== undefined && constantName.test(path) ? path : undefined;
}

/** The tests in a condition, through `&&`, `||` and negations; a range of two bounds is one test. */
export function atomsIn(condition: Part, negated = false): readonly Atom[] {
	switch (condition.kind) {
		case 'transparent':
		case 'or':
			return condition.children.flatMap((child) => atomsIn(child, negated));
		case 'and':
			return merged(condition.children.flatMap((child) => atomsIn(child, negated)));
		case 'not':
			return condition.children.flatMap((child) => atomsIn(child, !negated));
		case 'comparison':
			return compared(condition, negated);
		case 'variable':
			return matched(
				childIn(condition, 'value'),
				childrenIn(condition, 'name').filter((name) => !isBinding(name)),
				condition,
				negated,
			);
		case 'membership':
			return inCollection(
				childIn(condition, 'left'),
				childIn(condition, 'right'),
				condition,
				isNegative(childIn(condition, 'operator')?.text ?? '') !== negated,
			);
		case 'call':
			return calledWith(condition, negated);
		default:
			return [];
	}
}

/** A name that takes whatever is there: `if let code = error.code`. */
const isBinding = ({ kind, text }: Part): boolean => kind === undefined && /^[a-z_]\w*$/.test(text);

/** `!=`, `is not`, `not in` */
const isNegative = (operator: string): boolean => /^!|\bnot\b/.test(operator);

/** Comparisons may stand in a row, as in `400 <= status < 500`. */
function compared(part: Part, negated: boolean): readonly Atom[] {
	const pattern = childIn(part, 'label');
	const subject = childIn(part, 'left');
	if (pattern) return matched(subject, [pattern], part, negated);
	const [left, ...others] = [...childrenIn(part, 'left'), ...childrenIn(part, 'right')];
	const operators = childrenIn(part, 'operator').map(({ text }) => text);
	let before = left;
	const found = others.flatMap((right, index) => {
		const atoms = before ? comparedTwo(before, right, operators[index] ?? '==', part, negated) : [];
		before = right;
		return atoms;
	});
	return others.length > 1 ? merged(found) : found;
}

function comparedTwo(left: Part, right: Part, operator: string, part: Part, negated: boolean): readonly Atom[] {
	const flipped = isValue(left) || (!isValue(right) && constancyOf(left) > constancyOf(right));
	const subject = flipped ? right : left;
	const value = flipped ? left : right;
	if (!isValue(value) && !looksConstant(value)) return [];
	return /[<>]/.test(operator)
		? bounded(subject, value, flipped ? mirrored(operator) : operator, part, negated)
		: equal(subject, value, isNegative(operator) !== negated, part);
}

function equal(subject: Part, value: Part, negated: boolean, part: Part): readonly Atom[] {
	const hundreds = dividedByHundred(subject);
	const literal = literalOf(value);
	if (hundreds && literal?.kind === 'integer') {
		const from = Number(literal.value) * 100;
		const range: Label = { kind: 'range', start: part.start, end: part.end, negated, part, from, to: from + 99 };
		return atom(hundreds, [range], part);
	}
	return atom(subject, labelsOf(value, negated), part);
}

function atom(subject: Part, labels: readonly Label[], part: Part, named?: string): readonly Atom[] {
	const path = pathOf(subject);
	return path === undefined ? [] : [{ subject, path, labels, named, parts: [part] }];
}

/** `Math.floor(status / 100)`, `status / 100 | 0`: the status. */
export function dividedByHundred(part: Part): Part | undefined {
	if (part.kind === 'transparent') return part.children.map(dividedByHundred).find(Boolean);
	if (part.kind === 'call') {
		const given = argumentsOf(part);
		if (childIn(part, 'callee')?.text === 'intdiv' && given[1]?.text === '100') return given[0];
		return given.map(dividedByHundred).find(Boolean);
	}
	if (part.kind !== 'arithmetic') return undefined;
	const left = childIn(part, 'left');
	const operator = childIn(part, 'operator')?.text ?? '';
	if (/^~?\//.test(operator) && childIn(part, 'right')?.text === '100') return left;
	return operator === '|' && left ? dividedByHundred(left) : undefined;
}

const mirrored = (operator: string): string => operator.replace(/[<>]/, (sign) => (sign === '<' ? '>' : '<'));

function bounded(subject: Part, value: Part, operator: string, part: Part, negated: boolean): readonly Atom[] {
	const bound = literalOf(value)?.value;
	if (typeof bound !== 'number' || !isBound(bound)) return [];
	const above = operator.startsWith('>');
	const closed = operator.endsWith('=');
	const from = above ? (closed ? bound : bound + 1) : 0;
	const to = above ? highest : closed ? bound : bound - 1;
	return atom(subject, [{ kind: 'range', start: part.start, end: part.end, negated, part, from, to }], part);
}

/** Joins the two bounds of a range: `status >= 400 && status < 500`. */
function merged(atoms: readonly Atom[]): readonly Atom[] {
	const [first, second, ...rest] = atoms;
	if (rest.length > 0 || !first || first.path !== second?.path) return atoms;
	const range = joinedRange(first.labels[0], second.labels[0]);
	return range ? [{ ...first, labels: [range], parts: [...first.parts, ...second.parts] }] : atoms;
}

/** What two ranges share; undefined where one is none. */
function joinedRange(one: Label | undefined, other: Label | undefined): RangeLabel | undefined {
	if (one?.kind !== 'range' || other?.kind !== 'range' || one.negated || other.negated) return undefined;
	return { ...one, end: other.end, from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
}

/** What a call asks: `code.equals(OTHER)`, `SET.contains(code)`. */
function calledWith(call: Part, negated: boolean): readonly Atom[] {
	const asked = questionOf(call);
	switch (asked?.kind) {
		case 'matches':
			return matched(asked.subject, asked.patterns, call, negated);
		case 'same':
			return comparedTwo(asked.left, asked.right, asked.negated === negated ? '==' : '!=', call, false);
		case 'among':
			return atom(
				asked.subject,
				asked.values.flatMap((value) => labelsOf(value, negated)),
				call,
			);
		case 'within':
			return inCollection(asked.subject, asked.values, call, asked.negated !== negated);
		case 'range': {
			const { from, to } = asked;
			return atom(asked.subject, [{ kind: 'range', ...spanOf(call), negated, part: call, from, to }], call);
		}
		default:
			return [];
	}
}

const spanOf = ({ start, end }: Part): { readonly start: number; readonly end: number } => ({ start, end });

function inCollection(
	subject: Part | undefined,
	values: Part | undefined,
	part: Part,
	negated: boolean,
): readonly Atom[] {
	if (!subject || !values) return [];
	const inside = collectionOf(values);
	if (inside) return atom(subject, inside.kind === 'collection' ? labelsOf(inside, negated) : [], part);
	if (isRange(values)) return atom(subject, labelsOf(values, negated), part);
	const named = pathOf(values);
	return named === undefined ? [] : atom(subject, [], part, named);
}

function isValue(part: Part): boolean {
	return literalOf(part) !== undefined || part.kind === 'dynamic' || isRange(part) || valueMadeOf(part) !== undefined;
}

const looksConstant = (part: Part): boolean => constancyOf(part) > 0;

/** How much a path looks like a constant: less where only what is in it begins with a capital, as in `error.Code`. */
function constancyOf(part: Part): number {
	const path = pathOf(part);
	if (path === undefined || !constantName.test(path)) return 0;
	return /^[A-Z]|[A-Z]{2}/.test(path) ? 2 : 1;
}
