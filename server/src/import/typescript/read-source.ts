import { builtinCatalogs } from '../../catalog/builtin/index.ts';
import { buildCatalogIndex } from '../../catalog/catalog-index.ts';
import { readHead } from '../../export/entry-comment.ts';
import type { Block } from '../../syntax/code.ts';
import type { CodeReader } from '../../syntax/code-reader.ts';
import { lastWord } from '../../syntax/dispatches/subject.ts';
import { partsIn } from '../../syntax/parts/part.ts';
import type { Draft, ImportReading, ImportSource } from '../draft.ts';
import { choose, nothingFound } from './choose.ts';
import { readDeclaration } from './read-declaration.ts';
import { commentsOf } from './source/comments.ts';
import { type Declaration, declarationsIn } from './source/declarations.ts';
import { enumRows } from './source/rows.ts';
import { type Names, type Value, valueIn } from './source/values.ts';

/** What was pasted may be a part of a declaration: a union, the members of an enum, the rows of an object. */
const frames = [
	['', ''],
	['type Pasted = ', ';'],
	['enum Pasted {', '}'],
	['const Pasted = {', '};'],
] as const;

/** Reads what the declarations of a source say about errors. */
export async function readSource(source: ImportSource, reader: CodeReader): Promise<ImportReading> {
	const head = headOf(source.text);
	const asked = source.fileName === undefined ? frames : frames.slice(0, 1);
	for (const [before, after] of asked) {
		const text = before + source.text + after;
		const blocks = await blocksOf({ ...source, text }, reader);
		if (!blocks) return nothing('The source is too large, or could not be parsed in time.');
		// A frame fits where the parser can make something of all that is in it.
		if (before !== '' && blocks.some(hasError)) continue;
		const declarations = declarationsIn(blocks, stemOf(source.fileName));
		const scope = {
			names: namesIn(blocks, declarations),
			comments: commentsOf(text, blocks),
			ofValues: namesOfValues(declarations),
			isExport: head !== undefined,
		};
		const readings = declarations.flatMap((declaration) => readDeclaration(declaration, scope) ?? []);
		if (readings.length === 0) continue;
		const { entries, notes } = choose(readings, declarations);
		return { draft: { ...head, entries }, notes };
	}
	return nothing(nothingFound);
}

/** What an export of our own says of its catalog; undefined for all other sources. */
function headOf(text: string): Partial<Draft> | undefined {
	const [comment] = /^\uFEFF?\s*\/\*\*[\s\S]*?\*\//.exec(text.slice(0, longestHead)) ?? [];
	const head = comment === undefined ? undefined : readHead(comment.replaceAll(/^\s*\*[ \t]?/gm, ''));
	const [, url] = /^\s*\* @see (https?:\/\/\S+)$/m.exec(comment ?? '') ?? [];
	return head && { ...head, ...(url !== undefined && { url }) };
}

/** UTF-16 units at the beginning of a source. */
const longestHead = 5_000;

function hasError({ code }: Block): boolean {
	return partsIn(code.root).some(({ kind }) => kind === 'error');
}

function nothing(note: string): ImportReading {
	return { draft: { entries: [] }, notes: [note] };
}

async function blocksOf(
	{ text, fileName = '' }: ImportSource,
	reader: CodeReader,
): Promise<readonly Block[] | undefined> {
	const languageId = /\.[cm]?jsx?$/i.test(fileName)
		? 'javascript'
		: /\.tsx$/i.test(fileName)
			? 'typescriptreact'
			: 'typescript';
	try {
		return await reader.readOnce('import', languageId, text, { mayMatter: () => true });
	} catch {
		return undefined;
	}
}

function stemOf(fileName = ''): string {
	return /([^/\\]*?)(?:\.\w+)*$/.exec(fileName)?.[1] ?? '';
}

/** Objects whose values a type of the same name lists. */
function namesOfValues(declarations: readonly Declaration[]): ReadonlySet<string> {
	const types = declarations.filter(
		({ form, part, name }) =>
			form === 'union' && part.end - part.start <= longestType && typeOfValues.exec(part.text)?.[1] === name,
	);
	return new Set(types.map(({ name }) => name));
}

/** UTF-16 units. */
const longestType = 500;
const typeOfValues = /^\(?\s*typeof\s+([\w$]+)\s*\)?\s*\[\s*keyof\s+typeof\s+\1\s*\]$/;

/** What the constants and enums of a source stand for. */
function namesIn(blocks: readonly Block[], declarations: readonly Declaration[]): Names {
	const statuses = buildCatalogIndex(builtinCatalogs);
	const values = new Map<string, Value>();
	const names: Names = { values, statuses };
	for (const { code } of blocks)
		for (const { name, literal } of code.constants) {
			const value = valueIn(literal.part, names);
			if (value !== undefined) values.set(name, value);
		}
	for (const { form, part, name: own } of declarations)
		if (form === 'enum')
			for (const { name, is } of enumRows(part, names))
				if (name !== undefined && is !== undefined) values.set(`${lastWord(own)}.${name}`, is);
	return names;
}
