import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, childrenIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';

/** How a function calls itself again with one more try counted. */
export interface Repeat {
	/** The statements that do so and leave. */
	readonly lines: readonly string[];
	/** The parameter that counts, and that it is passed on where the function calls itself already; offsets in the block. */
	readonly edits: readonly Edit[];
}

/** What a function is told about the calls before: a parameter of its own. */
export interface Told {
	readonly name: string;
	readonly declared: string;
	readonly next: string;
	/** Whether what the function gives is a promise. */
	readonly isPromised?: boolean;
}

/** The counter of tries. */
export const attempts: Told = { name: '$attempt', declared: 'int $attempt = 0', next: '$attempt + 1' };
/** The same where a promise waits, in milliseconds. */
export const promisedAttempts: Told = {
	name: '$attempt',
	declared: 'int $attempt = 0, int $delay = 0',
	next: '$attempt + 1, intdiv($wait, 1000)',
	isPromised: true,
};
/** Whether the token was refreshed already. */
export const retried: Told = { name: '$retried', declared: 'bool $retried = false', next: 'true' };
/** What makes a call differ from the one before, or cannot be done twice. */
const once = /\byield\b|\bfunc_get_args\b|\bcompact\b|\bextract\b|\bgoto\b/;
const promised = /Async\b|[pP]romise/;
const consumed = /\b(?:\w*Stream\w*|resource|iterable|Generator|Iterator|Traversable)\b/;

/** Undefined where the function cannot be called again with what it was given. */
export function repeatOf(around: Part, branch: Part, told: Told): Repeat | undefined {
	const name = childIn(around, 'name')?.text;
	const list = childIn(around, 'parameters');
	const body = childIn(around, 'body');
	if (name === undefined || name.startsWith('__') || !list || !body) return undefined;
	if (closest(around, 'function', 'if', 'construction') || once.test(around.text) || isNamed(told, around))
		return undefined;
	if (promised.test(around.text) && !told.isPromised) return undefined;
	const head = around.text.slice(0, body.start - around.start);
	if (/[&]|\.\.\./.test(list.text) || consumed.test(list.text)) return undefined;
	const parameters = list.children.filter(({ kind }) => kind === 'parameter');
	const names = parameters.map((one) => childIn(one, 'name')?.text ?? '');
	if (names.includes('') || names.some((one) => isChanged(one, body))) return undefined;
	const callee = ownerOf(around) ? `${isStatic(around) ? 'self::' : '$this->'}${name}` : name;
	const call = `${callee}(${[...names.map((one) => `$${one}`), told.next].join(', ')});`;
	const isVoid = /\)\s*:\s*void\s*$/.test(head.trimEnd());
	if (/\)\s*:\s*never\s*$/.test(head.trimEnd())) return undefined;
	return {
		lines: isVoid ? [call, '', 'return;'] : [`return ${call}`],
		edits: [parameterAfter(parameters.at(-1), list, told), ...passedOn(around, branch, callee, told)],
	};
}

/** Whether a function has a variable of the name already. */
export const isNamed = ({ name }: Told, { text }: Part): boolean => new RegExp(`\\${name}\\b`).test(text);

/** The class of a method; undefined for a function. */
export const ownerOf = (part: Part): Part | undefined => closest(part, 'class', 'enum');

export const isStatic = (part: Part): boolean => /\bstatic\b[\w\s]*$/.test(part.text.split(/\bfunction\b/, 1)[0] ?? '');

function isChanged(name: string, body: Part): boolean {
	return partsIn(body).some(
		(part) =>
			(part.kind === 'assignment' && new RegExp(`^\\W*${name}\\b`).test(childIn(part, 'left')?.text ?? '')) ||
			(part.kind === 'loop' && childrenIn(part, 'name').some((one) => one.text === name)),
	);
}

/** Calls of itself elsewhere, as an earlier fix has written, pass on the new parameter too. */
function passedOn(around: Part, branch: Part, callee: string, { name }: Told): readonly Edit[] {
	return partsIn(around).flatMap((part) => {
		const isOther = part.kind === 'call' && (part.start < branch.start || part.end > branch.end);
		const given = isOther && childIn(part, 'callee')?.text === callee ? argumentsOf(part) : [];
		const last = given.at(-1);
		const all = childIn(around, 'parameters')?.children.filter(({ kind }) => kind === 'parameter') ?? [];
		return last && given.length === all.length ? [{ start: last.end, end: last.end, text: `, ${name}` }] : [];
	});
}

/** In a line of its own where the others have one. */
function parameterAfter(last: Part | undefined, list: Part, { declared }: Told): Edit {
	if (!last) return { start: list.start + 1, end: list.start + 1, text: declared };
	const blanks = /\n[\t ]*$/.exec(list.text.slice(0, last.start - list.start))?.[0];
	const text = declared.split(', ').map((one) => `,${blanks ?? ' '}${one}`);
	return { start: last.end, end: last.end, text: text.join('') };
}
