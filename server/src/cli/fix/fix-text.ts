import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentsIn } from '../../containers/documents-in.ts';
import { readableIdOf } from '../../containers/readable.ts';
import type { CodeReader } from '../../syntax/code-reader.ts';
import type { Edit } from '../../syntax/span.ts';
import type { Inspect } from '../inspector.ts';
import { type IsMeant, type SafeFix, safeFixes } from './safe-fixes.ts';

export interface Fixing {
	readonly inspect: Inspect;
	/** Says whether a text can still be parsed. */
	readonly reader: CodeReader;
	readonly isMeant: IsMeant;
}

/** A text after fixes. */
export interface FixedText {
	readonly text: string;
	/** How many findings were mended. */
	readonly mended: number;
}

/** How often a text is read again for what a fix has brought up, or what overlapped with it. */
const mostPasses = 10;

/**
 * Applies what may be applied unseen until nothing of it is left. A fix after which less of the text can be parsed than
 * before is left out; a text with the marks of a conflict in it that cannot be parsed stays as it is.
 * @param file an absolute path, which says how the text is read
 */
export async function fixText(file: string, text: string, fixing: Fixing): Promise<FixedText> {
	let now: FixedText = { text, mended: 0 };
	if (hasConflict(text) && (await errorsIn(file, text, fixing.reader)) !== 0) return now;
	for (let pass = 0; pass < mostPasses; pass++) {
		const inspected = await fixing.inspect(file, now.text);
		const fixes = inspected ? safeFixes(inspected, fixing.isMeant) : [];
		const kept = await soundFixes(file, now.text, fixes, fixing.reader);
		if (kept.length === 0) break;
		now = { text: applied(now.text, kept), mended: now.mended + kept.length };
	}
	return now;
}

/** Those after which the text can be parsed as well as before. */
async function soundFixes(
	file: string,
	text: string,
	fixes: readonly SafeFix[],
	reader: CodeReader,
): Promise<readonly SafeFix[]> {
	if (fixes.length === 0) return [];
	const before = await errorsIn(file, text, reader);
	const isSound = async (some: readonly SafeFix[]) => (await errorsIn(file, applied(text, some), reader)) <= before;
	if (await isSound(fixes)) return fixes;
	const sound: SafeFix[] = [];
	for (const fix of fixes) if (await isSound([...sound, fix])) sound.push(fix);
	return sound;
}

/** At how many places the code in a file cannot be parsed; above all numbers where it is not read at all. */
async function errorsIn(file: string, text: string, reader: CodeReader): Promise<number> {
	const document = TextDocument.create(pathToFileURL(file).href, readableIdOf(file) ?? '', 1, text);
	let errors = 0;
	for (const part of documentsIn(document))
		errors += (await reader.countErrors(part.languageId, part.getText())) ?? Number.POSITIVE_INFINITY;
	return errors;
}

function applied(text: string, fixes: readonly SafeFix[]): string {
	let result = '';
	let last = 0;
	for (const { start, end, text: added } of inOrder(fixes)) {
		result += text.slice(last, start) + added;
		last = end;
	}
	return result + text.slice(last);
}

function inOrder(fixes: readonly SafeFix[]): readonly Edit[] {
	return fixes.flat().sort((one, other) => one.start - other.start);
}

/** Whether a text has what git writes where two changes did not go together. */
function hasConflict(text: string): boolean {
	return /^<{7} /m.test(text) && /^>{7} /m.test(text);
}
