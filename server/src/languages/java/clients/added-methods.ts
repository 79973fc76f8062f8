import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationUnit, lineBreakAt, lineStartAt } from '../../../syntax/text-lines.ts';

/** A method that code needs; its lines begin with tabs, and not with those of the class. */
export interface AddedMethod {
	readonly name: string;
	readonly text: string;
	/** Whether it is written for this class, so that only the very same will do in its place. */
	readonly isOwn?: boolean;
}

/** Edits that write the methods at the end of the class of the place; undefined where a name is taken, or in no class. */
export function additions(methods: readonly AddedMethod[], place: ClientPlace): readonly Edit[] | undefined {
	const { text, offset, code } = place;
	if (!isClass(code) || !code.text.endsWith('}')) return undefined;
	const unit = indentationUnit(text) ?? '    ';
	const lineBreak = lineBreakAt(text, offset);
	const missing: string[] = [];
	for (const { name, text: own, isOwn } of methods) {
		const head = headOf(name, own);
		const known = headOf(name, code.text);
		if (known === undefined) missing.push(own);
		else if (known !== head || (isOwn && !withoutBlanks(code.text).includes(withoutBlanks(own)))) return undefined;
	}
	const closing = offset + code.text.length - 1;
	const at = lineStartAt(text, closing);
	if (text.slice(at, closing).trim() !== '') return undefined;
	const laidOut = missing.map((method) =>
		method
			.split('\n')
			.map((line) => (line === '' ? '' : unit + line.replace(/^\t+/, (tabs) => unit.repeat(tabs.length))))
			.join(lineBreak),
	);
	return missing.length === 0
		? []
		: [{ start: at, end: at, text: laidOut.map((one) => lineBreak + one + lineBreak).join('') }];
}

/** Whether a block is a class or a record, whose methods may be private and static. */
function isClass({ root, text }: ClientPlace['code']): boolean {
	const declared = root.children.find(({ kind }) => kind === 'class' || kind === 'enum');
	const name = declared?.kind === 'class' ? childIn(declared, 'name') : undefined;
	return name !== undefined && /\b(?:class|record)\s+$/.test(text.slice(0, name.start));
}

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');

/** How a class declares a method, without the names of its parameters; undefined where it has none of the name. */
function headOf(name: string, text: string): string | undefined {
	return new RegExp(`[\\w>\\]] ${name}\\(([^)]*)\\)`).exec(text)?.[1]?.replace(/\s+/g, ' ').trim();
}
