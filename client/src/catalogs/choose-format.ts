import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { ImportCatalogAnswer } from '../../../server/src/protocol.ts';
import { counted, nothingFound, sureness } from './describe-import.ts';
import { type ImportSource, title } from './import-source.ts';

interface FormatItem extends QuickPickItem {
	readonly format?: string;
}

const again = 'Read as Another Format…';

/**
 * Shows what a source was recognised as, what was found in it and what is to be known about that. Resolves to what was
 * found in the format that the user chooses, or to undefined where they give up or nothing is found.
 * @param read reads the source, by the surest format or by the one of the name
 */
export async function chooseFormat(
	{ called }: ImportSource,
	read: (format: string | undefined) => Promise<ImportCatalogAnswer>,
): Promise<ImportCatalogAnswer | undefined> {
	let answer = await read(undefined);
	for (;;) {
		if (answer.text === undefined) {
			const others = answer.formats.length > 1 ? [again] : [];
			const choice = await window.showInformationMessage(nothingFound(called, answer), ...others);
			if (choice !== again) return undefined;
		}
		const placeHolder = `${called}: ${counted(answer)} found`;
		const options = { title, placeHolder, ignoreFocusOut: true, matchOnDetail: true };
		const chosen = await window.showQuickPick(formatItems(answer), options);
		if (!chosen) return undefined;
		if (chosen.format === answer.format && answer.text !== undefined) return answer;
		if (chosen.format !== undefined) answer = await read(chosen.format);
	}
}

/** The format that it was read in first, with what was found; then the others, and what is to be known. */
function formatItems(answer: ImportCatalogAnswer): readonly FormatItem[] {
	const { formats, format, notes } = answer;
	const items = formats.map(({ name, title: label, likelihood }): FormatItem => {
		const isRead = name === format;
		return { format: name, label, description: sureness(likelihood), ...(isRead && { detail: counted(answer) }) };
	});
	const first = items.filter((item) => item.format === format);
	const noteItems = notes.map((label): FormatItem => ({ label: `$(info) ${label}` }));
	const heading: FormatItem = { label: 'To be known', kind: QuickPickItemKind.Separator };
	return [
		...first,
		...items.filter((item) => !first.includes(item)),
		...(notes.length > 0 ? [heading, ...noteItems] : []),
	];
}
