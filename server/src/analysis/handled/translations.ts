import type { Branch, Dispatch } from '../../syntax/code.ts';
import { statementsOf } from '../../syntax/dispatches/statements.ts';
import { pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../../syntax/parts/part.ts';

/** What a branch gives, and to which name; a result has none. */
interface Given {
	readonly to: string | undefined;
	readonly value: Part | undefined;
}

/**
 * Whether code only says a status in other words, which whoever reads them chooses by: `case 404: return ErrGone`,
 * `case 404: kind = Kind.GONE`. Two branches at least, each with a constant, and a default that gives one or nothing.
 */
export function translates({ form, branches }: Dispatch): boolean {
	if (form !== 'switch' && form !== 'chain') return false;
	const own = branches.filter(({ isDefault, body }) => !isDefault && statementsIn(body).length > 0);
	const given = own.map(onlyGiven);
	const [first] = given;
	if (own.length < 2 || !first) return false;
	if (!given.every((one) => one?.to === first.to && isConstant(one?.value))) return false;
	const otherwise = branches.find(({ isDefault }) => isDefault);
	return otherwise === undefined || statementsIn(otherwise.body).some((statement) => isGivenTo(first.to, statement));
}

function isGivenTo(name: string | undefined, statement: Part): boolean {
	const given = givenBy(statement);
	return given !== undefined && given.to === name && (isConstant(given.value) || isNothing(given.value));
}

function onlyGiven({ body }: Branch): Given | undefined {
	const [statement, ...others] = statementsIn(body);
	return statement && others.length === 0 ? givenBy(statement) : undefined;
}

const statementsIn = (body: readonly Part[]): readonly Part[] =>
	body.flatMap(statementsOf).filter(({ kind }) => kind !== 'break' && kind !== 'comment');

function givenBy(statement: Part): Given | undefined {
	if (statement.kind === 'return') return { to: undefined, value: childIn(statement, 'value') };
	// What a branch is, where the match is a value.
	if (isPlain(statement)) return { to: undefined, value: statement };
	const inner = statement.kind === 'statement' ? childIn(statement, 'inner') : statement;
	if (inner?.kind !== 'assignment') return undefined;
	const to = pathOf(childIn(inner, 'left'));
	return to === undefined ? undefined : { to, value: childIn(inner, 'right') };
}

/** `ErrGone`, `Kind.GONE`, `self::GONE`, `.gone`: what begins like a type or belongs to one, and is no call. */
function isConstant(value: Part | undefined): boolean {
	if (!isPlain(value)) return false;
	const path = pathOf(value);
	return path !== undefined && /(?:^|\.)[A-Z]\w*$|(?:^|\.[A-Z]\w*|^[A-Z]\w*)\.\w+$/.test(path) && !isNothing(value);
}

/** Nothing but a name, which a keyword is as well. */
const isPlain = (value: Part | undefined): boolean => value?.kind === undefined || value.kind === 'member';

const isNothing = (value: Part | undefined): boolean =>
	value === undefined || /^(?:null|nil|None|undefined|NULL|Null)$/.test(value.text);
