import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis } from '../../analysis/analysis.ts';
import { builtinCatalogs } from '../../catalog/builtin/index.ts';
import type { Catalog, Entry } from '../../catalog/catalog.ts';
import { describeDiff } from '../../catalogs/diff/describe-diff.ts';
import { diffCatalogs, newEntriesOf } from '../../catalogs/diff/diff-catalogs.ts';
import { type CatalogFile, readCatalogFile } from '../../catalogs/files/catalog-file.ts';
import { resolveCatalogs } from '../../catalogs/layers/resolve-catalogs.ts';
import { codePage, type UnawarePlace } from '../../features/unaware-page.ts';
import type { CatalogText, DiffCatalogsParams } from '../../protocol.ts';
import { unawareDispatches } from '../../rules/unaware-dispatches.ts';
import type { Workspace } from '../workspace.ts';

/** How far a search is. */
export type Progress = (message: string) => void;

/** What differs in two versions of a catalog, and the code that does not know what is new, as Markdown. */
export async function answerDiff(
	workspace: Workspace,
	params: DiffCatalogsParams,
	progress: Progress,
	token: CancellationToken,
): Promise<string> {
	const { catalogs } = await workspace.catalogsFor(params.new.uri);
	const files = (await workspace.catalogs.reports()).flatMap(({ file }) => file ?? []);
	const before = catalogIn(params.old, catalogs, files);
	const after = catalogIn(params.new, catalogs, files);
	const diff = diffCatalogs(before, after);
	const fresh = newEntriesOf(diff);
	const page = describeDiff(diff, 'markdown');
	if (fresh.length === 0) return page;
	const known = catalogs.find(({ id }) => id === after.id);
	const isInUse = known && fresh.every((entry) => hasEntry(known, entry));
	if (!isInUse) return `${page}\n${codePage(undefined, '')}`;
	const places = await unawarePlaces(workspace, { uri: params.new.uri, catalog: known, fresh }, progress, token);
	return `${page}\n${codePage(places, params.new.uri)}`;
}

/** Throws a sentence where the text is no catalog. */
function catalogIn({ uri, text }: CatalogText, inReach: readonly Catalog[], files: readonly CatalogFile[]): Catalog {
	const file = readCatalogFile(uri, text);
	const { layer } = file;
	if (!layer) throw new Error(`${nameOf(uri)} is no catalog: ${file.problems[0]?.message ?? 'it has no id.'}`);
	const builtin = new Set(builtinCatalogs.map(({ id }) => id));
	// What it extends counts as it is now; a catalog that takes the place of one that comes with us extends the latter.
	const others = inReach.filter(({ id }) => !builtin.has(id) && id !== layer.id);
	const extended = files.filter((known) => known.uri !== uri);
	const [catalog] = resolveCatalogs([...builtinCatalogs, ...others], [file], { extended }).catalogs;
	if (!catalog) throw new Error(`${nameOf(uri)} extends a catalog that is not there.`);
	return catalog;
}

const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

const hasEntry = ({ entries }: Catalog, { kind, value }: Entry): boolean =>
	entries.some((entry) => entry.kind === kind && entry.value === value);

interface Sought {
	readonly uri: string;
	readonly catalog: Catalog;
	readonly fresh: readonly Entry[];
}

/** The dispatches in the files around the catalog that handle some of its errors and do not know the new ones. */
async function unawarePlaces(
	workspace: Workspace,
	{ uri, catalog, fresh }: Sought,
	progress: Progress,
	token: CancellationToken,
): Promise<readonly UnawarePlace[]> {
	const seen = new Set<string>();
	const found: UnawarePlace[] = [];
	const settings = await workspace.settings.of(uri);
	const look = async (words: ReadonlySet<string>): Promise<readonly Analysis[]> => {
		const files = await workspace.sources(uri, (text) => hasWordOf(text, words));
		const all: Analysis[] = [];
		for (const [index, file] of files.entries()) {
			if (token.isCancellationRequested) return [];
			if (seen.has(file.uri)) continue;
			seen.add(file.uri);
			progress(`${index + 1} of ${files.length} files`);
			const known = await workspace.analyzeFile(file, settings);
			all.push(...known);
			for (const analysis of known)
				for (const dispatch of unawareDispatches(analysis, catalog.id, fresh))
					found.push({ document: analysis.document, dispatch });
		}
		return all;
	};
	const direct = await look(new Set(catalog.entries.map(({ value }) => longestWord(String(value)))));
	// Files that import a constant need not have the code itself.
	const names = direct.flatMap((analysis) => namesOf(analysis, catalog));
	if (names.length > 0) await look(new Set(names));
	return found.sort((one, other) => (one.document.uri < other.document.uri ? -1 : 1));
}

const word = /[\p{L}\p{N}_]+/gu;

function hasWordOf(text: string, words: ReadonlySet<string>): boolean {
	for (const [found] of text.matchAll(word)) if (words.has(found)) return true;
	return false;
}

function longestWord(text: string): string {
	const words = [...text.matchAll(word)].map(([found]) => found);
	return words.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}

/** The last words of the constants of a file that stand for one of the catalog's codes. */
function namesOf({ facts, catalogs }: Analysis, { id }: Catalog): readonly string[] {
	const isOurs = (value: string | number) =>
		(typeof value === 'string' ? catalogs.byString(value) : catalogs.byNumber(value)).some(
			({ catalog }) => catalog.id === id,
		);
	return [...facts.constants].flatMap(([name, { literal }]) =>
		literal.value !== undefined && isOurs(literal.value) ? [name.slice(name.lastIndexOf('.') + 1)] : [],
	);
}
