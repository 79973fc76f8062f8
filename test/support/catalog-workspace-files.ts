import { folder } from './test-client.ts';

/** A folder that may be in the workspace too. */
export const otherFolder = 'test:///other';

/** Where catalogs and project files are, or may come to be. */
export const catalogAddresses: readonly string[] = [
	`${folder}/.api-errors/acme.json`,
	`${folder}/.api-errors/river.yaml`,
	`${folder}/app/.api-errors/own.json`,
	`${folder}/app/.api-errors/acme.yml`,
	`${folder}/docs/named.json`,
	`${folder}/more/set.yaml`,
	`${folder}/node_modules/@acme/client/errors.json`,
	`${otherFolder}/.api-errors/else.json`,
	`${folder}/api-errors.json`,
	`${folder}/app/api-errors.json`,
];

/** Code in which the catalogs' codes stand. */
export const codeFiles: readonly { readonly uri: string; readonly languageId: string; readonly text: string }[] = [
	{
		uri: `${folder}/src/a.ts`,
		languageId: 'typescript',
		text: "switch (error.code) {\n\tcase 'ACME_CODE_1': break;\n\tcase 'RIVER_CODE_2': break;\n\tcase 'ACME_CODE_9': break;\n}\n",
	},
	{
		uri: `${folder}/app/src/b.py`,
		languageId: 'python',
		text: 'if error["code"] == "ACME_CODE_1":\n    pass\nelif error["code"] == "OWN_CODE_1":\n    pass\nelif error["code"] == "RIVER_CODE_3":\n    pass\n',
	},
	{
		uri: `${folder}/app/c.go`,
		languageId: 'go',
		text: 'package main\n\nfunc f(e Err) {\n\tswitch e.Code {\n\tcase "OWN_CODE_2":\n\tcase "NAMED_CODE_1":\n\tcase "ACME_CODE_2":\n\t}\n}\n',
	},
	{
		uri: `${otherFolder}/d.rb`,
		languageId: 'ruby',
		text: 'case error.code\nwhen "ELSE_CODE_1" then 1\nwhen "ACME_CODE_1" then 2\nend\n',
	},
	{
		uri: `${folder}/web/e.php`,
		languageId: 'php',
		text: "<?php\nswitch ($error['code']) {\n\tcase 'SET_CODE_1': break;\n\tcase 'CLIENT_CODE_1': break;\n}\n",
	},
];

/** The ids of the catalogs, by the names of their files. */
function idOf(uri: string): string {
	const name = /([^/.]+)\.\w+$/.exec(uri)?.[1] ?? 'acme';
	return name === 'errors' ? 'client' : name;
}

/** A catalog, or a project file, in which nothing is wrong. */
export function goodText(uri: string, codes = 3): string {
	if (uri.endsWith('api-errors.json')) return '{ "catalogs": [] }';
	return catalogText(uri, { entries: entriesOf(idOf(uri), codes) });
}

function entriesOf(id: string, codes: number): readonly object[] {
	return Array.from({ length: codes }, (_, index) => entry(`${id.toUpperCase()}_CODE_${index + 1}`));
}

function entry(value: string, more: object = {}): object {
	return { value, title: `Title of ${value}`, description: `About ${value}.`, required: true, ...more };
}

/** In YAML each field has a line of its own, and its value is written as in JSON. */
function catalogText(uri: string, fields: object): string {
	const all = Object.entries({ id: idOf(uri), ...fields }).filter(([, value]) => value !== undefined);
	if (!/ya?ml$/.test(uri)) return JSON.stringify(Object.fromEntries(all), null, '\t');
	return all.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('');
}

/** Texts of every kind for a file: good ones, wrong ones, broken ones. */
export function someText(uri: string, choice: number): string {
	const texts = uri.endsWith('api-errors.json') ? projectTexts : textsFor(uri);
	return texts[choice % texts.length] ?? '';
}

const projectTexts: readonly string[] = [
	'{ "catalogs": ["docs/named.json"] }',
	'{ "catalogs": ["docs", "more", "gone.json"] }',
	'{ "catalogs": ["../../x.json", 1, "./docs/named.json", "docs"] }',
	'{ "catalogs": ["docs/named.json", ',
	'{}',
	'',
];

function textsFor(uri: string): readonly string[] {
	const id = idOf(uri);
	const code = `${id.toUpperCase()}_CODE_1`;
	const [first] = entriesOf(id, 1);
	const more = (fields: object) => catalogText(uri, fields);
	return [
		goodText(uri),
		goodText(uri, 5),
		more({ entries: [first, first, entry(code.toLowerCase())] }),
		more({ entries: [entry(code, { status: 999 }), entry('X', { required: true, deprecated: true })] }),
		more({ id: undefined, extends: 'acme', entries: [{ value: 'ACME_CODE_1', required: false, remedy: `By ${id}.` }] }),
		more({ extends: './river.yaml', hide: ['RIVER_CODE_2'], entries: [entry(code)] }),
		more({ extends: ['silentchat', './own.json', 'nowhere'], entries: [entry(code)] }),
		more({ extends: '../../.api-errors/acme.json', entries: [] }),
		more({ extends: '../../../../etc/passwd', entries: [entry(code)] }),
		more({ id: 'acme', entries: [entry('ACME_CODE_1', { description: `Told by ${id}.` })] }),
		more({ id: 'silentchat', extends: 'silentchat', entries: [entry(code)] }),
		goodText(uri).slice(0, 40),
		`${goodText(uri)}}`,
		'',
		' \n',
		'[]',
		'null',
		'{"id": 1}',
	];
}

const manifest = `${folder}/package.json`;
const installed = `${folder}/node_modules/@acme/client/package.json`;

/** What the workspace has at the start. */
export const startFiles: ReadonlyMap<string, string> = new Map([
	...catalogAddresses.slice(0, 3).map((uri) => [uri, goodText(uri)] as const),
	...catalogAddresses.slice(4, 9).map((uri) => [uri, goodText(uri)] as const),
	...codeFiles.map(({ uri, text }) => [uri, text] as const),
	[manifest, '{ "dependencies": { "@acme/client": "1" } }'],
	[installed, '{ "name": "@acme/client", "apiErrors": "errors.json" }'],
]);
