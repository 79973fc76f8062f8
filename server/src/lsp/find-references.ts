import type { CancellationToken, Location } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis.ts';
import { references, type Sought } from '../features/references.ts';
import { keyOf } from '../project/places.ts';
import type { DocumentSettings } from './document-settings.ts';
import type { Workspace } from './workspace.ts';

/** From where the places of an entry are looked for. */
export interface ReferenceSearch {
	readonly workspace: Workspace;
	readonly sought: Sought;
	/** The document that asks, whose folder of the workspace is searched. */
	readonly uri: string;
	readonly settings: DocumentSettings;
	/** Of the document, where it is code. */
	readonly analysis?: Analysis;
	readonly token: CancellationToken;
}

/**
 * Where the workspace folder of a document has a code or a status: as a literal, as a constant, and by the names of
 * constants in files that import them.
 */
export async function findReferences(search: ReferenceSearch): Promise<Location[]> {
	const { workspace, sought, uri, settings, analysis, token } = search;
	const found = new Map<string, readonly Location[]>();
	const names = new Set<string>();
	const take = (file: string, known: readonly Analysis[]): void => {
		found.set(
			keyOf(file),
			known.flatMap((one) => references(one, sought)),
		);
		for (const one of known) for (const name of namesFor(one, sought)) names.add(name);
	};
	const look = async (wanted: RegExp): Promise<void> => {
		for (const file of await workspace.sources(uri, (text) => wanted.test(text)))
			if (!token.isCancellationRequested && !found.has(keyOf(file.uri)))
				take(file.uri, await workspace.analyzeFile(file, settings));
	};
	if (analysis) take(uri, [analysis]);
	await look(spellingsOf(sought));
	// Files that import a constant need not have the code itself.
	if (names.size > 0) await look(new RegExp(`\\b(?:${[...names].map(escaped).join('|')})\\b`));
	return [...found.values()].flat();
}

/** The code as it is written, and the words for a status, however they are joined. */
function spellingsOf({ entry }: Sought): RegExp {
	const words = entry.kind === 'status' ? `|${entry.title.split(/\W+/).join('[ _]?')}` : '';
	return new RegExp(`${escaped(String(entry.value))}${words}`, 'i');
}

/** The last words of the constants of a file that stand for the entry. */
function namesFor({ facts }: Analysis, { entry }: Sought): readonly string[] {
	return [...facts.constants].flatMap(([name, { literal }]) =>
		literal.value === entry.value ? [name.slice(name.lastIndexOf('.') + 1)] : [],
	);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
