import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readableIdOf } from '../../server/src/containers/readable.ts';
import { goodText } from '../support/catalog-workspace-files.ts';

/** A document as it is opened first. */
export interface StartDocument {
	readonly uri: string;
	readonly languageId: string;
	readonly text: string;
}

/** Where the files of the workspace are. */
export interface Roots {
	/** A folder on disk, as a `file:` URI. */
	readonly disk: string;
	/** A folder that only the client can read. */
	readonly virtual: string;
}

const project = fileURLToPath(new URL('../..', import.meta.url));

/** One program for each language, and one of everything that a language can say. */
const programs = globSync(['test/vscode/workspace/*/*', 'server/src/languages/*/sample.*'], { cwd: project }).sort();

const component = `<script setup lang="ts">
import { Code, limited } from './codes';
const { error } = await (await fetch('https://api.silentchat.de/v1/rooms')).json();
export function told() {
	switch (error.code) {
		case limited: return 'wait';
		case Code.Invalid: return 'sign in';
	}
}
</script>
<template><p v-if="error.code === 'CONFLICT'">{{ error.code === 'RATE_LIMITED' ? 'Wait' : 'Go' }}</p></template>
`;

const script = `${component.replace(/<template>[\s\S]*/, '').replace(' setup', '')}\n<p>{told()}</p>\n`;

const typescript = `import { Code, limited } from './codes';
import { messages } from '../more/codes-1';

export async function send(body: string) {
	const response = await fetch('https://api.silentchat.de/v1/messages', { method: 'POST', body });
	if (response.status === 429) return wait(response.headers.get('Retry-After'));
	const { error } = await response.json();
	switch (error.code) {
		case limited:
		case Code.Invalid: return retry();
		case 'ACME_CODE_1': break;
		default: throw error;
	}
	if (error.code === 'TENANT_REQUIRED' || error.code === 'TENANT_NOT_FUOND') return choose();
	return messages[error.code] ?? \`\${error.code}\`;
}
`;

const python = `from codes import LIMITED, is_gone

def send(body):
    answer = requests.post("https://api.silentchat.de/v1/messages", data=body)
    code = answer.json()["error"]["code"]
    if code == LIMITED:
        return wait(answer.headers["Retry-After"])
    elif code == "NOT_FOUND" or is_gone(code):
        return None
    elif code == "RIVER_CODE_2":
        return again()
    raise Failed(code)
`;

/** What others import. */
const codes = `export const limited = 'RATE_LIMITED';
export enum Code { Invalid = 'AUTH_INVALID_TOKEN', Gone = 'NOT_FOUND' }
export const messages = { CONFLICT: 'taken', NOT_FOUND: 'gone' };
`;

const pythonCodes = `LIMITED = "RATE_LIMITED"\nGONE = "NOT_FOUND"\n\ndef is_gone(code):\n    return code == GONE\n`;

const page = `<!doctype html>\n<script type="module">\n${typescript.replaceAll(': string', '')}</script>\n`;
const guide = `# Errors\n\n\`\`\`ts\n${typescript}\`\`\`\n\n\`\`\`python\n${python}\`\`\`\n`;

/** What people write themselves, by paths below a folder. */
const own: Readonly<Record<string, string>> = {
	'src/codes.ts': codes,
	'src/send.ts': typescript,
	'src/Room.vue': component,
	'src/Room.svelte': script,
	'src/Room.astro': `---\n${typescript}---\n<p>{error.code === 'CONFLICT'}</p>\n`,
	'src/page.html': page,
	'src/guide.md': guide,
	'src/guide.mdx': guide,
	'app/src/codes.py': pythonCodes,
	'app/src/send.py': python,
	'app/src/send.ts': typescript,
	'app/src/codes.ts': codes,
	'more/codes-1.ts': codes,
};

/** The folders in which catalogs and project files are, or may come to be. */
export function catalogPlaces({ disk, virtual }: Roots): readonly string[] {
	return [
		...['.api-errors/acme.json', '.api-errors/river.yaml', 'app/.api-errors/own.json', 'app/.api-errors/acme.yml'].map(
			(path) => `${disk}/${path}`,
		),
		...['docs/named.json', 'more/set.yaml', 'node_modules/@acme/client/errors.json'].map((path) => `${disk}/${path}`),
		`${virtual}/.api-errors/else.json`,
		...[`${disk}/api-errors.json`, `${disk}/app/api-errors.json`, `${virtual}/api-errors.json`],
	];
}

/** The documents that are open at the start: every language and container, half of a notebook, and two catalogs. */
export function startDocuments(roots: Roots): readonly StartDocument[] {
	const { disk, virtual } = roots;
	const folders = [`${disk}/src`, `${disk}/app/src`, `${disk}/app`, `${virtual}/src`];
	const read = programs.flatMap((path, index): StartDocument[] => {
		const languageId = readableIdOf(path);
		const text = readFileSync(`${project}/${path}`, 'utf8');
		const uri = `${folders[index % folders.length]}/${index}-${path.replace(/^.*\//, '')}`;
		// A few come from people whose lines end otherwise.
		return languageId ? [{ uri, languageId, text: index % 5 === 0 ? text.replaceAll('\n', '\r\n') : text }] : [];
	});
	const written = Object.entries(own).map(([path, text]) => {
		return { uri: `${disk}/${path}`, languageId: readableIdOf(path) ?? '', text };
	});
	const elsewhere = Object.entries(own)
		.slice(0, 3)
		.map(([path, text]) => {
			return { uri: `${virtual}/${path}`, languageId: readableIdOf(path) ?? '', text };
		});
	const cells = [pythonCodes, '%pip install requests\nimport requests\n', python, '!ls\ncode = "CONFLICT"\n'].map(
		(text, index) => ({ uri: `${cellsOf(roots)}#W${index}`, languageId: 'python', text }),
	);
	const catalogs = catalogPlaces(roots)
		.filter((_, index) => index === 0 || index === 3)
		.map((uri) => ({ uri, languageId: uri.endsWith('.json') ? 'json' : 'yaml', text: goodText(uri) }));
	return [...read, ...written, ...elsewhere, ...cells, ...catalogs];
}

/** A notebook whose cells the editor opens one by one. */
function cellsOf({ disk }: Roots): string {
	return `${disk.replace('file://', 'vscode-notebook-cell:')}/app/src/book.ipynb`;
}

/** What the workspace has at the start, by URI. */
export function startFiles(roots: Roots): ReadonlyMap<string, string> {
	const { disk } = roots;
	return new Map([
		...catalogPlaces(roots).map((uri) => [uri, goodText(uri)] as const),
		...startDocuments(roots).flatMap(({ uri, text }) => (uri.startsWith('vscode-') ? [] : [[uri, text] as const])),
		[`${disk}/package.json`, '{ "dependencies": { "@acme/client": "1" } }'],
		[`${disk}/node_modules/@acme/client/package.json`, '{ "name": "@acme/client", "apiErrors": "errors.json" }'],
		[`${disk}/.env`, 'BASE=https://api.silentchat.de\n'],
	]);
}
