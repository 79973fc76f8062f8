import type { CancellationToken, Location } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis.ts';
import { references, type Sought, soughtAt } from '../features/references.ts';
import { keyOf } from '../project/places.ts';
import type { DocumentSettings } from './settings-store.ts';
import type { Workspace } from './workspace.ts';

/**
 * Where the workspace folder of a document has the code or the status that stands at an offset: as a literal, as a
 * constant, and by the names of constants in files that import them.
 */
export async function findReferences(
	workspace: Workspace,
	analysis: Analysis,
	offset: number,
	settings: DocumentSettings,
	token: CancellationToken,
): Promise<Location[]> {
	const sought = soughtAt(analysis, offset);
	if (!sought) return [];
	const { uri } = analysis.document;
	const found = new Map<string, readonly Location[]>([[keyOf(uri), references(analysis, sought)]]);
	const names = new Set(namesFor(analysis, sought));
	const look = async (wanted: RegExp): Promise<void> => {
		for (const file of await workspace.sources(uri, (text) => wanted.test(text))) {
			if (token.isCancellationRequested || found.has(keyOf(file.uri))) continue;
			const known = await workspace.analyzeFile(file, settings);
			found.set(
				keyOf(file.uri),
				known.flatMap((one) => references(one, sought)),
			);
			for (const one of known) for (const name of namesFor(one, sought)) names.add(name);
		}
	};
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
