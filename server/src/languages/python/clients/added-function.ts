import { type Part, partsAround } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationUnit, lineBreakAt, lineStartAt } from '../../../syntax/text-lines.ts';
import type { ClientSite } from './client-site.ts';

/** A function that fixes add to a file. */
export interface AddedFunction {
	readonly name: string;
	/** Statements of the module that it needs. */
	readonly before?: readonly string[];
	/** Parameters with their types. */
	readonly parameters: readonly (readonly [name: string, type: string])[];
	readonly result: string;
	/** Lines; a tab stands for one level of indentation. */
	readonly body: readonly string[];
	readonly isAsync: boolean;
	/** Whether its parameters may have their types where those around have. */
	readonly isTyped?: boolean;
}

/** Where a function is needed: in a block of the place. */
export type NeedingPlace = Pick<ClientSite, 'place' | 'around'>;

/**
 * The edit that adds a function before the statement of the top level that needs it; none where the file has it already.
 * Undefined where the file has something else under the name. Offsets are the document's.
 */
export function addedFunction(own: AddedFunction, site: NeedingPlace): readonly Edit[] | undefined {
	const { text, offset, code } = site.place;
	const lineBreak = lineBreakAt(text, offset);
	const unit = indentationUnit(code.text) ?? indentationUnit(text) ?? '    ';
	const isTyped = own.isTyped !== false && /->|:\s*\w[\w.[\]| "']*(?=[,)=])/.test(headOf(site.around));
	const lines = [headLine(own, isTyped), ...own.body.map((line) => (line === '' ? '' : `\t${line}`))];
	const written = lines.map((line) => line.replace(/^\t+/, (tabs) => unit.repeat(tabs.length))).join(lineBreak);
	const before = own.before ? own.before.join(lineBreak) + lineBreak.repeat(3) : '';
	if (hasSame(own, text)) return [];
	const bound = [own.name, ...(own.before ?? []).map((line) => line.split(' ', 1).join())];
	if (bound.some((name) => new RegExp(`(?<![\\w.])${name}\\b`).test(text))) return undefined;
	const at = beginningOf(text, offset);
	const above = text.slice(0, at);
	const blank = above.trim() === '' ? 2 : (/(?:\r?\n)*$/.exec(above)?.[0].split('\n').length ?? 1) - 2;
	const distance = lineBreak.repeat(Math.max(0, 2 - blank));
	return [{ start: at, end: at, text: distance + before + written + lineBreak.repeat(3) }];
}

function headLine({ name, parameters, result, isAsync }: AddedFunction, isTyped: boolean): string {
	const list = parameters.map(([one, type]) => (isTyped ? `${one}: ${type}` : one)).join(', ');
	return `${isAsync ? 'async ' : ''}def ${name}(${list})${isTyped ? ` -> ${result}` : ''}:`;
}

/** The text of a function up to its body. */
function headOf(part: Part): string {
	const body = part.children.find((child) => child.fields.includes('body'));
	return part.text.slice(0, body ? body.start - part.start : undefined);
}

/** Whether the file has the same function: written by an earlier fix. */
function hasSame({ name, body, isAsync }: AddedFunction, text: string): boolean {
	const head = new RegExp(`^${isAsync ? 'async ' : ''}def ${name}\\(`, 'm').exec(text);
	if (!head) return false;
	const own = text
		.slice(head.index)
		.split(/\r?\n/)
		.slice(1, body.length + 1);
	return own.map((line) => line.trim()).join('\n') === body.map((line) => line.trim()).join('\n');
}

/** Where a statement of the top level begins with the comments right above it. */
function beginningOf(text: string, offset: number): number {
	let at = lineStartAt(text, offset);
	while (at > 0) {
		const above = lineStartAt(text, at - 1);
		if (!text.slice(above, at).startsWith('#')) break;
		at = above;
	}
	return at;
}

/** Whether a part stands in another, or is it. */
export function isWithin(part: Part, around: Part): boolean {
	if (part === around) return true;
	for (const one of partsAround(part)) if (one === around) return true;
	return false;
}
