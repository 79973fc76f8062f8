import {
	diffCatalogs,
	explainPlace,
	exportCatalog,
	importCatalog,
	listCatalogs,
	listEntries,
} from '../../server/src/protocol.ts';
import { goodText } from '../support/catalog-workspace-files.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { catalogPlaces } from './start-files.ts';
import type { World } from './world.ts';

/** Something that is asked of a server. */
export interface Question {
	readonly method: string;
	readonly params: unknown;
}

/** What is asked about a place in a document, as often as it is named. */
const ofPlaces = [
	...['textDocument/hover', 'textDocument/hover', 'textDocument/completion', 'textDocument/completion'],
	...['textDocument/codeAction', 'textDocument/codeAction', 'textDocument/definition', explainPlace],
	...['textDocument/prepareRename', 'textDocument/rename'],
];

/** What is asked of the whole workspace; these questions take longer, and people ask them less often. */
const ofAll: readonly ((world: World, choice: number) => Question)[] = [
	(_, choice) => ({ method: 'workspace/symbol', params: { query: ['', 'CODE', 'not', '429'][choice % 4] } }),
	() => ({ method: listEntries, params: undefined }),
	(world, choice) => ({ method: listCatalogs, params: choice % 2 ? {} : { uri: uriAt(world, choice) } }),
	(_, choice) => ({
		method: exportCatalog,
		params: { id: ['silentchat', 'acme', 'none'][choice % 3], format: choice % 2 ? 'typescript' : 'markdown' },
	}),
	(_, choice) => ({
		method: importCatalog,
		params: {
			text: ['code,title\nA_B,Gone\n', '{"openapi":"3.1.0","paths":{}}', 'enum E { A_B = "A_B" }'][choice % 3],
		},
	}),
	(world, choice) => {
		const uri = catalogPlaces(world.roots)[choice % 6] ?? '';
		return {
			method: diffCatalogs,
			params: { old: { uri, text: goodText(uri, 2) }, new: { uri, text: goodText(uri, 3) } },
		};
	},
	(world, choice) => questionAt('textDocument/references', world.open.get(uriAt(world, choice)), choice),
];

/** A question of any kind. */
export function questionFrom(world: World, which: number, choice: number): Question {
	const document = world.open.get(uriAt(world, which));
	if (choice % 40 === 0) return ofAll[which % ofAll.length]?.(world, choice) ?? { method: listEntries, params: {} };
	if (choice % 3 === 0 && !world.isPushed) {
		return { method: 'textDocument/diagnostic', params: { textDocument: { uri: uriAt(world, which) } } };
	}
	return questionAt(ofPlaces[choice % ofPlaces.length] ?? '', document, choice);
}

function uriAt({ open }: World, which: number): string {
	return [...open.keys()][which % Math.max(1, open.size)] ?? 'test:///nowhere.ts';
}

function questionAt(method: string, document: OpenDocument | undefined, choice: number): Question {
	const text = document?.text() ?? '';
	const offsets = placesIn(text);
	const position = positionAt(text, offsets[choice % Math.max(1, offsets.length)] ?? 0);
	const start = choice % 4 ? position : { line: 0, character: 0 };
	const params = {
		textDocument: { uri: document?.uri ?? 'test:///nowhere.ts' },
		...{ position, range: { start, end: position }, newName: 'other' },
		context: { diagnostics: [], includeDeclaration: choice % 2 === 0 },
	};
	return { method, params };
}

/** Where something may be known: in strings and numbers, and behind what a value follows. */
export function placesIn(text: string): readonly number[] {
	return [...text.matchAll(/["'`\d]|case |=== /g)].map(({ index }) => index + 1);
}

function positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
	const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
	return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
