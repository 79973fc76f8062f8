import { childIn, childrenIn, closest, type Part, partsIn } from '../../../syntax/part.ts';

/** How a function calls itself again with one more try counted. */
export interface Repeat {
	/** The statements that do so and leave. */
	readonly lines: readonly string[];
	/** The parameter that counts, to be put at the offset in the block. */
	readonly parameter: { readonly at: number; readonly text: string };
	/** Begins the call of a helper, and its declaration. */
	readonly helperCall: string;
	readonly helperHead: string;
}

/** What a function is told about the calls before: a parameter of its own. */
export interface Told {
	readonly name: string;
	readonly declared: string;
	readonly next: string;
}

/** The counter of tries. */
export const attempts: Told = { name: '$attempt', declared: 'int $attempt = 0', next: '$attempt + 1' };
/** Whether the token was refreshed already. */
export const retried: Told = { name: '$retried', declared: 'bool $retried = false', next: 'true' };
/** What makes a call differ from the one before, or cannot be done twice. */
const once = /\byield\b|\bfunc_get_args\b|\bcompact\b|\bextract\b|Async\b|[pP]romise|\bgoto\b/;
const consumed = /\b(?:\w*Stream\w*|resource|iterable|Generator|Iterator|Traversable)\b/;

/** Undefined where the function cannot be called again with what it was given. */
export function repeatOf(around: Part, told: Told): Repeat | undefined {
	const name = childIn(around, 'name')?.text;
	const list = childIn(around, 'parameters');
	const body = childIn(around, 'body');
	if (name === undefined || name.startsWith('__') || !list || !body) return undefined;
	if (closest(around, 'function', 'if', 'construction') || once.test(around.text) || around.text.includes(told.name))
		return undefined;
	const head = around.text.slice(0, body.start - around.start);
	if (/[&]|\.\.\./.test(list.text) || consumed.test(list.text)) return undefined;
	const parameters = list.children.filter(({ kind }) => kind === 'parameter');
	const names = parameters.map((one) => childIn(one, 'name')?.text ?? '');
	if (names.includes('') || names.some((one) => isChanged(one, body))) return undefined;
	const owner = closest(around, 'class', 'enum');
	const isStatic = /\bstatic\b[\w\s]*\bfunction\b/.test(head);
	const callee = owner ? `${isStatic ? 'self::' : '$this->'}${name}` : name;
	const call = `${callee}(${[...names.map((one) => `$${one}`), told.next].join(', ')});`;
	const isVoid = /\)\s*:\s*void\s*$/.test(head.trimEnd());
	if (/\)\s*:\s*never\s*$/.test(head.trimEnd())) return undefined;
	return {
		lines: isVoid ? [call, '', 'return;'] : [`return ${call}`],
		parameter: parameterAfter(parameters.at(-1), list, told),
		helperCall: owner ? 'self::retryAfterWait' : `${name}RetryWait`,
		helperHead: owner ? 'private static function retryAfterWait' : `function ${name}RetryWait`,
	};
}

function isChanged(name: string, body: Part): boolean {
	return partsIn(body).some(
		(part) =>
			(part.kind === 'assignment' && new RegExp(`^\\W*${name}\\b`).test(childIn(part, 'left')?.text ?? '')) ||
			(part.kind === 'loop' && childrenIn(part, 'name').some((one) => one.text === name)),
	);
}

/** In a line of its own where the others have one. */
function parameterAfter(last: Part | undefined, list: Part, { declared }: Told): Repeat['parameter'] {
	if (!last) return { at: list.start + 1, text: declared };
	const blanks = /\n[\t ]*$/.exec(list.text.slice(0, last.start - list.start))?.[0];
	return { at: last.end, text: `,${blanks ?? ' '}${declared}` };
}
