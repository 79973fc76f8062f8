import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { listCatalogs, listEntries } from '../../server/src/protocol.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { placesIn } from './questions.ts';
import type { World } from './world.ts';

/** Places of a document that are asked about. */
const mostPlaces = 5;
/** How often diagnostics are asked for where something changes meanwhile. */
const mostTurns = 20;
/** Milliseconds in which two servers must come to say the same: what changed last is read in a moment. */
const longest = 20_000;

/** Asks two servers until they agree. Answers with the lines that only one of them has to say. */
export async function differences(one: World, other: World, patience = longest): Promise<readonly string[]> {
	let different: readonly string[] = [];
	for (const end = performance.now() + patience; ; ) {
		const [here, there] = await Promise.all([saidIn(one), saidIn(other)]);
		different = difference(here, there);
		if (different.length === 0 || performance.now() > end) return different;
	}
}

/** All that is said of a workspace, in an order of its own. */
async function saidIn({ client, open, isPushed, pushed }: World): Promise<string> {
	const { connection } = client.link;
	const entries = await connection.sendRequest<readonly { readonly api: string }[]>(listEntries);
	const catalogs = await connection.sendRequest<readonly unknown[]>(listCatalogs, {});
	const symbols = await connection.sendRequest<readonly unknown[]>('workspace/symbol', { query: 'CODE' });
	const documents = [];
	for (const document of [...open.values()].sort((one, other) => (one.uri < other.uri ? -1 : 1)))
		documents.push([document.uri, await saidOf(document, isPushed), client.statuses.get(document.uri)]);
	const told = [...pushed].filter(([, found]) => found.length > 0);
	const problems = told.sort(([one], [other]) => (alike(one) < alike(other) ? -1 : 1));
	const own = entries.filter(({ api }) => !['HTTP', 'Chatness', 'SilentChat'].includes(api));
	const all = { entries: sorted(own), catalogs: sorted(catalogs), symbols: sorted(symbols), documents, problems };
	// Which version of a document an edit is for is no part of what is said.
	return alike(JSON.stringify(all, (key, value: unknown) => (key === 'version' ? undefined : value), 1));
}

async function saidOf(document: OpenDocument, isPushed: boolean): Promise<unknown> {
	const text = document.text();
	const all = placesIn(text);
	const offsets = all.filter((_, index) => index % Math.ceil(all.length / mostPlaces) === 0);
	const places = [];
	for (const offset of offsets) {
		const items = await document.complete(offset);
		const labels = items.map(({ label, sortText, detail }) => [label, sortText, detail]).sort();
		places.push([
			offset,
			...[await document.hover(offset), labels, await document.definition(offset), await document.explain(offset)],
		]);
	}
	const actions = await document.codeActions(0, text.length);
	const references = all.length > 0 ? await document.references(all[0] ?? 0) : [];
	return { places, diagnostics: isPushed ? [] : await diagnosticsOf(document), actions, references };
}

/** Asks again where something changed meanwhile, as editors do; what goes wrong is what is said. */
async function diagnosticsOf(document: OpenDocument): Promise<unknown> {
	for (let turn = 1; ; turn++) {
		try {
			return await document.diagnostics();
		} catch (error) {
			const isToAskAgain = error instanceof ResponseError && error.code === LSPErrorCodes.ServerCancelled;
			if (!isToAskAgain || turn === mostTurns) return String(error);
		}
	}
}

function sorted(items: readonly unknown[]): readonly string[] {
	return items.map((item) => alike(JSON.stringify(item))).sort();
}

/** How the path of a folder is spelled is no part of what is said. */
function alike(said: string): string {
	return said.replaceAll('%65', 'e');
}

/** The lines that only one of two texts has, each with the document that it is about. */
function difference(one: string, other: string): readonly string[] {
	const [ones, others] = [linesIn(one), linesIn(other)];
	const only = (lines: readonly string[], rest: readonly string[], mark: string) => {
		const known = new Set(rest);
		return lines.filter((line) => !known.has(line)).map((line) => `${mark} ${line.slice(0, 500)}`);
	};
	return [...only(ones, others, 'only before:'), ...only(others, ones, 'only afresh:')].slice(0, 20);
}

function linesIn(text: string): readonly string[] {
	let about = '';
	return text.split('\n').map((line) => {
		const [uri] = /^ {3}"[a-z-]+:.*"/.exec(line) ?? [];
		if (uri !== undefined) about = uri.trim();
		return `${about} ${line.trim()}`;
	});
}
