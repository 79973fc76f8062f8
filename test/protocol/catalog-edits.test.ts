import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import {
	answersOf,
	ask,
	type CatalogWorkspace,
	changeOther,
	closeFile,
	configure,
	mend,
	openAgain,
	openFile,
	openWorkspace,
	remove,
	save,
	write,
} from '../support/catalog-workspace.ts';
import { catalogAddresses, codeFiles, someText, startFiles } from '../support/catalog-workspace-files.ts';
import { connectInMemory } from '../support/connect.ts';
import { folder } from '../support/test-client.ts';

/** What may happen, as often as it is named. */
const kinds = [
	...['edit', 'edit', 'edit', 'replace', 'replace', 'save', 'open', 'open', 'close', 'write', 'write', 'write'],
	...['remove', 'move', 'remove folder', 'move folder', 'other folder', 'settings', 'package'],
	...['open code', 'close code', 'ask', 'ask', 'wait', 'cancel', 'cancel'],
] as const;

interface Event {
	readonly kind: (typeof kinds)[number];
	readonly which: number;
	readonly choice: number;
	readonly piece: string;
}

const events = fc.array(
	fc.record({
		kind: fc.constantFrom(...kinds),
		which: fc.nat(1_000),
		choice: fc.nat(1_000),
		piece: fc.constantFrom('"', '{', '}', ',', ':', '\n', ' ', '- ', 'x', '1', '', '/*', '"ACME_CODE_7"', '\t', '😀'),
	}),
	{ minLength: 1, maxLength: 25 },
);

const settings = [[], ['more'], ['more/set.yaml', '../out.json'], ['docs', 'more/gone.yaml'], ['.api-errors']];
const folders = [`${folder}/.api-errors`, `${folder}/app`, `${folder}/docs`, `${folder}/app/.api-errors`];

const happens: { readonly [Kind in Event['kind']]: (workspace: CatalogWorkspace, event: Event) => unknown } = {
	edit(workspace, { which, choice, piece }) {
		const document = workspace.open.get(openCatalog(workspace, which));
		const at = choice % ((document?.text().length ?? 0) + 1);
		return document?.change(at, Math.min(document.text().length, at + (which % 4)), piece);
	},
	replace(workspace, { which, choice }) {
		const uri = openCatalog(workspace, which);
		return workspace.open.get(uri)?.replaceAll(someText(uri, choice));
	},
	save: (workspace, { which }) => save(workspace, openCatalog(workspace, which)),
	open: (workspace, { which }) => openFile(workspace, catalogAt(which)),
	close: (workspace, { which }) => closeFile(workspace, openCatalog(workspace, which)),
	write: (workspace, { which, choice }) => write(workspace, catalogAt(which), someText(catalogAt(which), choice)),
	remove: (workspace, { which }) => remove(workspace, catalogAt(which)),
	move: (workspace, { which, choice }) => move(workspace, catalogAt(which), catalogAt(choice)),
	'remove folder': (workspace, { which }) => remove(workspace, folders[which % folders.length] ?? folder),
	'move folder': (workspace, { which, choice }) => {
		const from = folders[which % folders.length] ?? folder;
		return choice % 2 ? move(workspace, from, `${from}-off`) : move(workspace, `${from}-off`, from);
	},
	'other folder': changeOther,
	settings: (workspace, { which }) => configure(workspace, settings[which % settings.length] ?? []),
	async package(workspace, { which }) {
		const dependencies = which % 2 ? { '@acme/client': '1' } : {};
		await write(workspace, `${folder}/package.json`, JSON.stringify({ dependencies }));
		await write(workspace, `${folder}/package-lock.json`, '{}');
	},
	'open code': (workspace, { which }) => openFile(workspace, codeAt(which)),
	'close code': (workspace, { which }) => closeFile(workspace, codeAt(which)),
	ask: (workspace, { which }) => void ask(workspace, which, false).catch(checkRefusal),
	wait: (workspace, { which }) => ask(workspace, which, false).catch(checkRefusal),
	cancel: (workspace, { which }) => void ask(workspace, which, true).catch(checkRefusal),
};

function catalogAt(which: number): string {
	return catalogAddresses[which % catalogAddresses.length] ?? '';
}

function codeAt(which: number): string {
	return codeFiles[which % codeFiles.length]?.uri ?? '';
}

function openCatalog({ open }: CatalogWorkspace, which: number): string {
	const uris = catalogAddresses.filter((uri) => open.has(uri));
	return uris[which % Math.max(1, uris.length)] ?? '';
}

async function move(workspace: CatalogWorkspace, from: string, to: string): Promise<void> {
	if (from === to) return;
	const moved = [...workspace.files].filter(([uri]) => uri === from || uri.startsWith(`${from}/`));
	await remove(workspace, from);
	for (const [uri, text] of moved) await write(workspace, to + uri.slice(from.length), text);
}

/** Only what was cancelled, or asked of a text that has changed meanwhile, may be refused. */
function checkRefusal(reason: unknown): void {
	const refusals: readonly number[] = [LSPErrorCodes.ServerCancelled, LSPErrorCodes.RequestCancelled];
	assert.ok(reason instanceof ResponseError && refusals.includes(reason.code), String(reason));
}

/** Asks both until they agree, as what was changed last is read in a moment. */
async function checkSame(workspace: CatalogWorkspace, again: CatalogWorkspace): Promise<void> {
	let [one, other] = ['', ' '];
	for (const end = performance.now() + 10_000; one !== other && performance.now() < end; )
		[one, other] = await Promise.all([answersOf(workspace), answersOf(again)]);
	assert.deepEqual(difference(one, other), []);
}

/** The lines that only one of two texts has. */
function difference(one: string, other: string): readonly string[] {
	const [ones, others] = [one.split('\n'), other.split('\n')];
	const gone = ones.filter((line) => !others.includes(line)).map((line) => `- ${line}`);
	return [...gone, ...others.filter((line) => !ones.includes(line)).map((line) => `+ ${line}`)].slice(0, 20);
}

test('whatever happens to catalogs, the answers are those of a server that never saw it', async () => {
	const property = fc.asyncProperty(events, async (events) => {
		const workspace = await openWorkspace(connectInMemory(), startFiles);
		for (const { uri } of codeFiles) await openFile(workspace, uri);
		for (const event of events) await happens[event.kind](workspace, event);
		await mend(workspace);
		const again = await openAgain(connectInMemory(), workspace);
		await checkSame(workspace, again);
		for (const message of [...workspace.client.log, ...again.client.log])
			assert.match(message, /\.(?:json|ya?ml)|apiErrors\.catalogs/);
		await Promise.all([workspace.client.stop(), again.client.stop()]);
	});
	// A setting that changes while nobody asks about a document, and a catalog that changes before anybody does.
	const event = (kind: Event['kind'], which: number): Event => ({ kind, which, choice: 1, piece: '' });
	const forgotten = [
		event('settings', 1),
		event('wait', 0),
		event('settings', 0),
		event('write', 0),
		event('wait', 11),
	];
	await fc.assert(property, { examples: [[forgotten]], numRuns: 25, seed: 11, endOnFailure: true });
});
