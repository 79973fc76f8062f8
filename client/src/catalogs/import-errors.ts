import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	type ImportCatalogAnswer,
	type ImportCatalogParams,
	importCatalog,
	type ListedCatalog,
	listCatalogs,
} from '../../../server/src/protocol.ts';
import { askHost } from './ask-host.ts';
import { askIdentity } from './ask-identity.ts';
import { catalogFileIn, chooseFolder } from './catalog-folder.ts';
import { chooseFormat } from './choose-format.ts';
import { chooseTarget } from './choose-target.ts';
import { counted } from './describe-import.ts';
import type { ImportPreviews, Prepared } from './import-preview.ts';
import { chooseSource, type ImportSource, readSource, title } from './import-source.ts';
import { request } from './request.ts';

/** Reads errors from a source, shows what a catalog would become with them, and writes it when the user says so. */
export async function importErrors(
	client: BaseLanguageClient,
	previews: ImportPreviews,
	given?: unknown,
): Promise<void> {
	const source = given instanceof Uri ? await readSource(given) : await chooseSource();
	if (!source) return;
	const { text, fileName, called } = source;
	const read = (params: Omit<ImportCatalogParams, 'text' | 'fileName'>): Promise<ImportCatalogAnswer> =>
		request(client, `Reading ${called}`, importCatalog, {
			text,
			...(fileName !== undefined && { fileName }),
			...params,
		});
	const found = await chooseFormat(source, (format) => read(format === undefined ? {} : { format }));
	if (!found) return;
	const catalogs = await request<readonly ListedCatalog[]>(client, 'Listing catalogs', listCatalogs, {});
	const target = await chooseTarget(found.id, catalogs);
	if (!target) return;
	const format = found.format === undefined ? {} : { format: found.format };
	const planned = {
		read: (params: Omit<ImportCatalogParams, 'text'>) => read({ ...format, ...params }),
		found,
		source,
	};
	if ('into' in target) await update(planned, target.into, previews);
	else await create(planned, target.as, previews);
}

interface Planned {
	readonly read: (params: Omit<ImportCatalogParams, 'text'>) => Promise<ImportCatalogAnswer>;
	readonly found: ImportCatalogAnswer;
	readonly source: ImportSource;
}

/** Without a folder to write it into, the catalog is shown in an editor of its own. */
async function create({ read, found }: Planned, as: 'json' | 'yaml', previews: ImportPreviews): Promise<void> {
	const folder = await chooseFolder(title);
	if (!folder && workspace.workspaceFolders?.length) return;
	const identity = await askIdentity(title, folder, found);
	if (!identity) return;
	const host = found.hasEvidence ? '' : await askHost(title);
	if (host === undefined) return;
	const { text, ...answer } = await read({ ...identity, as, ...(host !== '' && { host }) });
	if (text === undefined) return;
	if (!folder) {
		await window.showTextDocument(await workspace.openTextDocument({ language: as, content: text }));
		return;
	}
	const prepared = { file: catalogFileIn(folder, identity.id, as), before: undefined, text };
	await offerToWrite(prepared, counted(answer), answer, previews);
}

async function update({ read, source }: Planned, into: Uri, previews: ImportPreviews): Promise<void> {
	const before = (await workspace.openTextDocument(into)).getText();
	const { text, ...answer } = await read({ into: { uri: `${into}`, text: before } });
	if (text === undefined || text === before) {
		const why = text === undefined ? answer.notes.join(' ') : `It says what ${source.called} says.`;
		void window.showInformationMessage(`Nothing changes in ${workspace.asRelativePath(into)}. ${why}`);
		return;
	}
	await offerToWrite({ file: into, before, text }, answer.summary, answer, previews);
}

interface StepItem extends QuickPickItem {
	readonly step?: 'write' | 'cancel';
}

/** Shows the preview and what to do next. Whoever leaves that open finds the button in the preview's title. */
async function offerToWrite(
	prepared: Prepared,
	summary: string,
	{ changes, notes }: Omit<ImportCatalogAnswer, 'text'>,
	previews: ImportPreviews,
): Promise<void> {
	const preview = await previews.show(prepared);
	const items: readonly StepItem[] = [
		{ label: `$(check) Write ${workspace.asRelativePath(prepared.file)}`, description: summary, step: 'write' },
		{ label: '$(close) Cancel', description: 'nothing is written', step: 'cancel' },
		...remarks('Changes', changes),
		...remarks('To be known', notes),
	];
	const placeHolder = 'Look at the preview, then choose. Escape keeps it open; ✓ writes it';
	for (;;) {
		const chosen = await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
		if (chosen?.step === 'write') await previews.write(preview);
		if (chosen?.step === 'cancel') await previews.discard(preview);
		// What is only to be read does nothing.
		if (!chosen || chosen.step !== undefined) return;
	}
}

function remarks(heading: string, texts: readonly string[]): readonly StepItem[] {
	if (texts.length === 0) return [];
	return [
		{ label: heading, kind: QuickPickItemKind.Separator },
		...texts.map((text) => ({ label: `$(info) ${text}` })),
	];
}
