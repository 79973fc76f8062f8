import { someText } from '../support/catalog-workspace-files.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { questionFrom } from './questions.ts';
import { catalogPlaces, type StartDocument, startDocuments } from './start-files.ts';
import { closeDocument, configure, openDocument, remove, toggleFolder, type World, write } from './world.ts';

/** What may happen, as often as it does in a hundred or so. */
const shares = {
	...{ type: 55, edit: 14, paste: 3, undo: 2, reset: 1 },
	...{ ask: 14, cancel: 5, 'change mind': 3 },
	...{ save: 2, close: 1, open: 1, create: 1, rename: 1, delete: 1 },
	...{ 'write catalog': 1, 'remove catalog': 0.3, 'break project file': 0.2 },
	...{ settings: 0.4, folders: 0.3, manifest: 0.4, environment: 0.3 },
} as const;

type Kind = keyof typeof shares;

/** One thing that happens, with numbers by which it chooses. */
export interface Happening {
	readonly kind: Kind;
	readonly which: number;
	readonly choice: number;
}

/** Documents that are open at most; beyond, the oldest is closed. */
const mostOpen = 52;
/** UTF-16 units: a document that has grown longer is begun anew. */
const longest = 12_000;

const kinds: readonly Kind[] = Object.entries(shares).flatMap(([kind, share]) =>
	Array.from<Kind>({ length: share * 10 }).fill(kind as Kind),
);
/** What changes the text of a document. */
const edits: readonly string[] = ['type', 'edit', 'paste', 'undo', 'reset'];

/** What people type and paste, and what breaks code worst. */
const pieces = [
	...[
		"'",
		'"',
		'`',
		'{',
		'}',
		'(',
		')',
		':',
		';',
		',',
		'\n',
		'\r\n',
		'\t',
		' ',
		'/',
		'/*',
		'*/',
		'//',
		'#',
		'${',
		'?.',
	],
	...['case ', "case '", "case 'RATE_LIMITED': break;\n", 'default:', 'switch (error.code) {', 'if code == "', 'when '],
	...['404', '429', "'FORBIDDEN'", "=== 'NOT_FOUND'", 'else if (error.code === ', 'return ', 'throw error;', '=> '],
	...[
		'// api-errors: none\n',
		'// api-errors: chatness\n',
		'# api-errors-disable-next-line\n',
		'<script>',
		'</script>',
	],
	...[
		'😀',
		'\uFEFF',
		'\0',
		'x',
		'A_',
		'\u2028',
		'ACME_CODE_1',
		'"RIVER_CODE_2"',
		'```\n',
		'---\n',
		'"""',
		'- ',
		'<?php ',
	],
];

const settings: readonly unknown[] = [
	{},
	{ catalogs: ['docs/named.json'] },
	{ catalogs: ['more/set.yaml', '../out.json', 'docs'] },
	{ rules: { 'missing-required': 'error', 'retry-after': 'off' } },
	{ diagnostics: false },
	{ hoverVerbosity: 'full', requiredCodes: ['NOT_FOUND', '!CONFLICT'] },
	{ apis: [{ files: '**/*.ts', apis: ['chatness'] }] },
	{ apis: [{ files: 'app/**', apis: ['acme', 'none'] }], testFiles: ['src/**'] },
	{ enable: false },
	null,
	{ rules: 3, catalogs: 'x' },
];

/** Something that happens, of what may. */
export function anyHappening(number: () => number): Happening {
	const kind = kinds[Math.floor(number() * kinds.length)] ?? 'type';
	return { kind, which: Math.floor(number() * 1e6), choice: Math.floor(number() * 1e6) };
}

/** Whether a document is changed by it. */
export function isEdit({ kind }: Happening): boolean {
	return edits.includes(kind);
}

/** Lets something happen. */
export async function happen(world: World, happening: Happening): Promise<void> {
	await happens[happening.kind](world, happening);
}

const happens: { readonly [Name in Kind]: (world: World, happening: Happening) => unknown } = {
	type(world, { which, choice }) {
		const document = documentAt(world, which);
		const at = document && (world.cursors.get(document.uri) ?? which);
		return document && change(world, document, at ?? 0, choice % 7 === 0 ? 1 : 0, pieceAt(choice));
	},
	edit(world, { which, choice }) {
		const document = documentAt(world, which);
		return document && change(world, document, choice, choice % 3 ? choice % 4 : choice % 60, pieceAt(choice * 7));
	},
	paste(world, { which, choice }) {
		const [document, other] = [documentAt(world, which), documentAt(world, choice)];
		const text = other?.text() ?? '';
		const from = choice % (text.length + 1);
		return document && change(world, document, which, 0, text.slice(from, from + 300));
	},
	undo(world, { which }) {
		const document = documentAt(world, which);
		const before = document && world.before.get(document.uri);
		return document && before !== undefined && replace(world, document, before);
	},
	reset(world, { which, choice }) {
		const document = documentAt(world, which);
		return document && replace(world, document, freshText(world, document.uri, choice));
	},
	ask: (world, { which, choice }) => ask(world, which, choice),
	cancel: (world, { which, choice }) => ask(world, which, choice, 'at once'),
	'change mind': (world, { which, choice }) => ask(world, which, choice, 'later'),
	async save(world, { which }) {
		const document = documentAt(world, which);
		if (!document || document.uri.startsWith('vscode-')) return;
		await write(world, document.uri, document.text());
		await document.save();
	},
	close: (world, { which }) => closeDocument(world, documentAt(world, which)?.uri ?? ''),
	open: (world, { which }) => openAny(world, which),
	create: (world, { which, choice }) => create(world, which, choice),
	rename: (world, { which, choice }) => rename(world, documentAt(world, which), choice),
	delete: (world, { which, choice }) => {
		// Now and then a whole folder goes.
		if (choice % 40 === 0) return remove(world, `${world.roots.disk}/made/${which % 3}`);
		return remove(world, [...world.files.keys()].filter(isCode)[which % world.files.size] ?? '');
	},
	'write catalog': (world, { which, choice }) => {
		const uri = catalogAt(world, which);
		return write(world, uri, someText(uri, choice));
	},
	'remove catalog': (world, { which }) => remove(world, catalogAt(world, which)),
	'break project file': (world, { which, choice }) => {
		const uri = catalogPlaces(world.roots).filter((one) => one.endsWith('api-errors.json'))[which % 3] ?? '';
		return write(world, uri, someText(uri, choice));
	},
	settings: (world, { choice }) => configure(world, settings[choice % settings.length]),
	folders: (world, { choice }) => {
		const { disk, virtual } = world.roots;
		// Another spelling of its path: what a scheme has is never escaped.
		const escaped = disk.replace(/e(?=[^e]*$)/, '%65');
		const folders = [virtual, `${disk}/app`, `${disk}/`, disk, `${disk}/src/`, escaped];
		return toggleFolder(world, folders[choice % folders.length] ?? virtual);
	},
	async manifest(world, { which, choice }) {
		const { disk } = world.roots;
		const dependencies = which % 2 ? { '@acme/client': '1', axios: '^1' } : { '@silentchat/client': '2' };
		if (choice % 3 === 0)
			return write(world, `${disk}/app/requirements.txt`, which % 2 ? 'silentchat==1\n' : 'chatness\n');
		await write(world, `${disk}/package.json`, JSON.stringify({ dependencies }).slice(0, choice % 5 ? undefined : 9));
	},
	environment: (world, { which, choice }) => {
		const uri = `${which % 2 ? world.roots.disk : world.roots.virtual}/.env`;
		if (choice % 4 === 0) return remove(world, uri);
		return write(
			world,
			uri,
			`BASE=https://api.${choice % 2 ? 'chatness' : 'silentchat'}.${choice % 3 ? 'de' : 'com'}\n`,
		);
	},
};

function documentAt({ open }: World, which: number): OpenDocument | undefined {
	return [...open.values()][which % Math.max(1, open.size)];
}

function catalogAt({ roots }: World, which: number): string {
	const places = catalogPlaces(roots);
	return places[which % places.length] ?? '';
}

function pieceAt(choice: number): string {
	return pieces[choice % pieces.length] ?? '';
}

function ask(world: World, which: number, choice: number, cancel?: 'at once' | 'later'): void {
	const { method, params } = questionFrom(world, which, choice);
	world.asking.ask(method, params, cancel);
}

/** Changes a document without tearing a character that has two UTF-16 units apart. */
async function change(world: World, document: OpenDocument, at: number, removed: number, piece: string): Promise<void> {
	const before = document.text();
	if (before.length > longest) return replace(world, document, freshText(world, document.uri, at));
	const from = wholeCharacters(before, at % (before.length + 1));
	const to = wholeCharacters(before, Math.min(before.length, from + removed));
	const text = piece.toWellFormed();
	world.before.set(document.uri, before);
	world.cursors.set(document.uri, from + text.length);
	await document.change(from, to, text);
}

function wholeCharacters(text: string, offset: number): number {
	return /[\uDC00-\uDFFF]/.test(text[offset] ?? '') ? offset + 1 : offset;
}

async function replace(world: World, document: OpenDocument, text: string): Promise<void> {
	world.before.set(document.uri, document.text());
	world.cursors.delete(document.uri);
	await document.replaceAll(text);
}

/** What somebody may write in a file of the language. */
function freshText({ roots, languageIds }: World, uri: string, choice: number): string {
	if (catalogPlaces(roots).includes(uri)) return someText(uri, choice);
	const alike = startDocuments(roots).filter(({ languageId }) => languageId === languageIds.get(uri));
	return alike[choice % Math.max(1, alike.length)]?.text ?? '';
}

async function openAny(world: World, which: number): Promise<void> {
	const cells = startDocuments(world.roots).filter(({ uri }) => uri.startsWith('vscode-') && !world.open.has(uri));
	const [cell] = cells;
	if (cell) return openDocument(world, cell);
	const closed = [...world.files.keys()].filter((uri) => isCode(uri) && !world.open.has(uri));
	const uri = closed[which % Math.max(1, closed.length)];
	if (uri !== undefined)
		await openFile(world, { uri, languageId: languageOf(world, uri), text: world.files.get(uri) ?? '' });
}

async function openFile(world: World, document: StartDocument): Promise<void> {
	openDocument(world, document);
	const [oldest] = world.open.keys();
	if (world.open.size > mostOpen && oldest !== undefined) await closeDocument(world, oldest);
}

/** Makes a file with a name that no file had before, and opens it now and then. */
async function create(world: World, which: number, choice: number): Promise<void> {
	const all = startDocuments(world.roots).filter(({ uri }) => isCode(uri));
	const like = all[which % all.length];
	if (!like) return;
	const { disk, virtual } = world.roots;
	const folder = choice % 5 ? `${disk}/made/${choice % 3}` : `${virtual}/made`;
	const uri = `${folder}/${which}-${choice}-${like.uri.replace(/^.*\//, '')}`;
	await write(world, uri, like.text);
	if (which % 2) await openFile(world, { ...like, uri });
	const made = [...world.files.keys()].filter((one) => one.includes('/made/'));
	if (made.length > 60) await remove(world, made[0] ?? '');
}

/** Moves a file under the hands of the editor, which closes it and opens it under its new name. */
async function rename(world: World, document: OpenDocument | undefined, choice: number): Promise<void> {
	if (!document || !isCode(document.uri)) return;
	const text = document.text();
	const languageId = languageOf(world, document.uri);
	const uri = document.uri.replace(/[^/]*?([^-/]+)$/, `${choice}-$1`);
	if (world.open.has(uri)) return;
	const saved = world.files.get(document.uri);
	await remove(world, document.uri);
	await closeDocument(world, document.uri);
	if (saved !== undefined) await write(world, uri, saved);
	await openFile(world, { uri, languageId, text });
}

function isCode(uri: string): boolean {
	return !/\.(?:json|ya?ml)$|\.env$|^vscode-/.test(uri);
}

function languageOf({ roots, languageIds }: World, uri: string): string {
	const ending = /\.\w+$/.exec(uri)?.[0] ?? '';
	const like = startDocuments(roots).find((one) => one.uri.endsWith(ending));
	return languageIds.get(uri) ?? like?.languageId ?? 'plaintext';
}
