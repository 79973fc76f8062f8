import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';

/** How a method calls itself again and says so. Offsets count from the block's start. */
export interface Repeat {
	/** The call, with what it was given. */
	readonly call: string;
	/** The parameter that tells of it, and that it is passed on where the method calls itself already. */
	readonly edits: readonly Edit[];
}

/** What a method is told about the calls before: a parameter of its own. */
export interface Told {
	readonly name: string;
	readonly first: string;
	readonly next: string;
}

/** The counter of tries. */
export const attempts: Told = { name: 'attempt', first: '0', next: 'attempt + 1' };
/** Whether the token was refreshed already. */
export const retried: Told = { name: 'retried', first: 'false', next: 'true' };

/** What makes a call differ from the one before, or cannot be done twice. */
const once =
	/\b(?:yield|block_given\?|super|binding|__method__|Thread|Fiber|Ractor|Enumerator|catch|throw)\b|\bAsync\b/;
const consumed = /(?:^|_)(?:io|stream|file|reader|body_stream|upload|enumerator|queue)$/;
/** Methods that Ruby calls by itself, that are written like an assignment, or whose name is a sign. */
const special = /^(?:initialize\w*|method_missing|inherited|included|extended|each|\W.*|.*=)$/;

/** Undefined where the method cannot be called again with what it was given. */
export function repeatOf(around: Part, branch: Part, told: Told): Repeat | undefined {
	const name = childIn(around, 'name')?.text;
	const list = childIn(around, 'parameters');
	if (name === undefined || special.test(name) || closest(around, 'function')) return undefined;
	if (once.test(around.text) || new RegExp(`\\b${told.name}\\b`).test(around.text)) return undefined;
	const parameters = list?.children.filter(({ fields }) => fields.includes('name')) ?? [];
	const given = parameters.map((one) => argumentFor(one, around));
	if (given.includes(undefined)) return undefined;
	// A keyword beside a hash that is given without braces would take its keys for keywords.
	const isKeyword = parameters.some(({ text }) => keyword.test(text));
	const next = isKeyword ? `${told.name}: ${told.next}` : told.next;
	return {
		call: `${name}(${[...given, next].join(', ')})`,
		edits: [
			parameterAfter(
				parameters.at(-1),
				around,
				isKeyword ? `${told.name}: ${told.first}` : `${told.name} = ${told.first}`,
			),
			...passedOn(around, branch, name, parameters.length, isKeyword ? `${told.name}: ${told.name}` : told.name),
		],
	};
}

const keyword = /^[a-z_]\w*:/;

/** How a parameter is passed on; undefined where that cannot be done, or it has changed meanwhile. */
function argumentFor({ text }: Part, around: Part): string | undefined {
	const name = /^[a-z_]\w*(?=$|:|\s*=)/.exec(text)?.[0];
	if (name === undefined || consumed.test(name) || isChanged(name, around)) return undefined;
	return keyword.test(text) ? `${name}: ${name}` : name;
}

function isChanged(name: string, around: Part): boolean {
	if (new RegExp(`\\b${name}\\s*<<`).test(around.text)) return true;
	return partsIn(around).some((part) => {
		const target = part.kind === 'assignment' ? childIn(part, 'left')?.text : undefined;
		if (target !== undefined) return new RegExp(`^${name}\\b`).test(target);
		return part.kind === 'call' && part.text.startsWith(`${name}.`) && /^\w+\.\w+!/.test(part.text);
	});
}

/** Calls of itself elsewhere, as an earlier fix has written, pass on the new parameter too. */
function passedOn(around: Part, branch: Part, name: string, count: number, added: string): readonly Edit[] {
	return partsIn(around).flatMap((part) => {
		const isOther = part.kind === 'call' && (part.start < branch.start || part.end > branch.end);
		const given = isOther && childIn(part, 'callee')?.text === name ? argumentsOf(part) : [];
		const last = given.at(-1);
		return last && given.length === count ? [{ start: last.end, end: last.end, text: `, ${added}` }] : [];
	});
}

/** In a line of its own where the others have one. */
function parameterAfter(last: Part | undefined, around: Part, declared: string): Edit {
	const list = childIn(around, 'parameters');
	if (!last || !list) {
		const end = list ? list.start + 1 : (childIn(around, 'name')?.end ?? around.start);
		return { start: end, end, text: list ? declared : `(${declared})` };
	}
	const blanks = /\r?\n[\t ]*$/.exec(list.text.slice(0, last.start - list.start))?.[0];
	return { start: last.end, end: last.end, text: `,${blanks ?? ' '}${declared}` };
}
