import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsAround } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt, indentationUnit, lineBreakAt, lineStartAt } from '../../../syntax/text-lines.ts';

/** A member of a class that code needs; its lines begin with tabs, and not with those of the class. */
export interface Member {
	readonly name: string;
	readonly text: string;
}

/** Edits that write what is missing of the members; undefined where a name is taken, or where there is no place. */
export function memberEdits(members: readonly Member[], place: ClientPlace, at: Part): readonly Edit[] | undefined {
	const owner = [...partsAround(at)].find(({ kind }) => kind === 'class');
	const known = owner?.text ?? place.text;
	const missing: string[] = [];
	for (const { name, text } of members) {
		const head = headOf(name, text);
		const other = headOf(name, known);
		if (other === undefined) missing.push(text);
		else if (other !== head) return undefined;
	}
	if (missing.length === 0) return [];
	return owner ? inClass(missing, owner, place) : belowStatements(missing, place);
}

/** What stands from a declaration's type to its parameters' end; undefined where the name is not declared. */
function headOf(name: string, text: string): string | undefined {
	const heads = text.matchAll(new RegExp(`(\\w+[>?\\]]*) ${name}(?:\\([^)]*\\)|(?= [={]))`, 'g'));
	const head = [...heads].find(([, type = '']) => !/^(?:await|return|new|in|is)$/.test(type));
	return head?.[0].replace(/\s+/g, '');
}

/** At the end of a class. */
function inClass(missing: readonly string[], owner: Part, place: ClientPlace): readonly Edit[] | undefined {
	const { text, offset } = place;
	const closing = offset + owner.end - 1;
	const at = lineStartAt(text, closing);
	const isOpen = /\b(?:class|struct|record)\b/.test(
		owner.text.slice(0, (childIn(owner, 'name')?.start ?? owner.end) - owner.start),
	);
	if (!isOpen || text[closing] !== '}' || text.slice(at, closing).trim() !== '') return undefined;
	const lineBreak = lineBreakAt(text, offset + owner.start);
	const margin = indentationAt(text, closing) + unitOf(place);
	const written = missing.map((one) => lineBreak + laidOut(one, margin, place) + lineBreak);
	return [{ start: at, end: at, text: written.join('') }];
}

/** As local functions, below the last statement of a file that has no class around. */
function belowStatements(missing: readonly string[], place: ClientPlace): readonly Edit[] | undefined {
	const { text, blocks } = place;
	const isType = /^(?:\[[^\]]*\]\s*)*(?:[a-z]+ )*(?:class|struct|record|interface|enum|namespace|delegate)\b/;
	const statements = blocks.filter(
		({ code }) => !isType.test(code.text) && !/^(?:global )?using [\w.= ]+;/.test(code.text),
	);
	const last = statements.at(-1);
	// A type that was not read stands perhaps before it.
	if (!last || isType.test(text.slice(last.end).trimStart()) || missing.some((one) => /\bSemaphoreSlim\b/.test(one)))
		return undefined;
	const lineBreak = lineBreakAt(text, last.start);
	const local = missing.map((one) => one.replace(/^private static /m, ''));
	const written = local.map((one) => lineBreak + lineBreak + laidOut(one, '', place));
	return [{ start: last.end, end: last.end, text: written.join('') }];
}

export const unitOf = ({ text, code }: ClientPlace): string =>
	indentationUnit(code.text) ?? indentationUnit(text) ?? '    ';

/** Text with tabs for levels as the file is indented, with its braces where the file has them. */
export function laidOut(written: string, margin: string, place: ClientPlace): string {
	const { text } = place;
	const unit = unitOf(place);
	const beside = [...text.matchAll(/\S \{[\t ]*\r?$/gm)].length > [...text.matchAll(/^[\t ]*\{[\t ]*\r?$/gm)].length;
	const own = beside ? written.replace(/\n\t*\{$/gm, ' {') : written;
	return own
		.split('\n')
		.map((line, index) => {
			if (line === '') return '';
			const laid = line.replace(/^\t+/, (tabs) => unit.repeat(tabs.length));
			return index === 0 && margin === '' ? laid : margin + laid;
		})
		.join(lineBreakAt(text, 0));
}
