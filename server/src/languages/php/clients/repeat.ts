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

/** The counter of tries. */
export const counter = '$attempt';
/** What makes a call differ from the one before, or cannot be done twice. */
const once = /\byield\b|\bfunc_get_args\b|\bcompact\b|\bextract\b|\$attempt\b|Async\b|[pP]romise|\bgoto\b/;
const consumed = /\b(?:\w*Stream\w*|resource|iterable|Generator|Iterator|Traversable)\b/;

/** Undefined where the function cannot be called again with what it was given. */
export function repeatOf(around: Part): Repeat | undefined {
	const name = childIn(around, 'name')?.text;
	const list = childIn(around, 'parameters');
	const body = childIn(around, 'body');
	if (name === undefined || name.startsWith('__') || !list || !body) return undefined;
	if (closest(around, 'function', 'if', 'construction') || once.test(around.text)) return undefined;
	const head = around.text.slice(0, body.start - around.start);
	if (/[&]|\.\.\./.test(list.text) || consumed.test(list.text)) return undefined;
	const parameters = list.children.filter(({ kind }) => kind === 'parameter');
	const names = parameters.map((one) => childIn(one, 'name')?.text ?? '');
	if (names.includes('') || names.some((one) => isChanged(one, body))) return undefined;
	const owner = closest(around, 'class', 'enum');
	const isStatic = /\bstatic\b[\w\s]*\bfunction\b/.test(head);
	const callee = owner ? `${isStatic ? 'self::' : '$this->'}${name}` : name;
	const call = `${callee}(${[...names.map((one) => `$${one}`), `${counter} + 1`].join(', ')});`;
	const isVoid = /\)\s*:\s*void\s*$/.test(head.trimEnd());
	if (/\)\s*:\s*never\s*$/.test(head.trimEnd())) return undefined;
	return {
		lines: isVoid ? [call, '', 'return;'] : [`return ${call}`],
		parameter: parameterAfter(parameters.at(-1), list),
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
function parameterAfter(last: Part | undefined, list: Part): Repeat['parameter'] {
	if (!last) return { at: list.start + 1, text: `int ${counter} = 0` };
	const blanks = /\n[\t ]*$/.exec(list.text.slice(0, last.start - list.start))?.[0];
	return { at: last.end, text: `,${blanks ?? ' '}int ${counter} = 0` };
}
