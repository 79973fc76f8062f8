/** A dispatch that misses codes of an API that must be handled. */
function dispatch(first: string, host = ''): string {
	const request = host === '' ? '' : `const { error } = await (await fetch('https://${host}/v1')).json();\n`;
	return `${request}export function handle(error: { code: string }): void {
	switch (error.code) {
		case '${first}':
			break;
		case '${first}':
			break;
	}
}
`;
}

const silentchat = dispatch('CONFLICT', 'api.silentchat.de');

function catalog(id: string, evidence: object): string {
	const entry = (value: string) => ({ value, title: value, description: `${value}.`, status: 409 });
	const entries = [entry(`${id}_FULL`), entry(`${id}_GONE`), { ...entry(`${id}_SLOW`), required: true }];
	return JSON.stringify({ id: id.toLowerCase(), evidence, entries });
}

const cell = (source: string) => ({ cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source });

/** A folder with all that may make an editor and the command line differ, by the paths of its files. */
export const corpus: Readonly<Record<string, string>> = {
	'api-errors.json': `{
		// The whole project.
		"apis": ["chatness", { "files": "bots/**", "apis": ["chatness"] }],
		"catalogs": ["contracts/shop.yaml"],
		"rules": { "duplicate-branch": "error" },
		"exclude": ["generated", "*.gen.ts"],
		"testFiles": ["**/checks/**"],
		"overrides": [
			{ "files": "legacy/**", "rules": { "missing-required": "hint" } },
			{ "files": "legacy/off.ts", "enable": false },
			{ "files": "told/**", "apis": ["silentchat"], "requiredCodes": ["CONFLICT", "!RATE_LIMITED"] },
		],
	}`,
	'.gitignore': 'ignored/\n',
	'package.json': '{ "dependencies": { "parcel-client": "1.0.0" } }',
	'node_modules/parcel-client/package.json':
		'{ "name": "parcel-client", "version": "1.0.0", "apiErrors": "errors.json" }',
	'node_modules/parcel-client/errors.json': catalog('PARCEL', { packages: ['parcel-client'] }),
	'contracts/shop.yaml': `id: shop
evidence:
  hosts: [api.shop.example]
entries:
  - { value: SOLD_OUT, title: Sold out, description: None left., status: 409 }
  - { value: SHOP_CLOSED, title: Closed, description: Come back., status: 503, required: true }
`,
	'src/send.ts': silentchat,
	'src/shop.ts': dispatch('SOLD_OUT', 'api.shop.example'),
	'src/parcel.ts': `import 'parcel-client';\n${dispatch('PARCEL_FULL')}`,
	'src/codes.ts': "export const Codes = { conflict: 'CONFLICT', limited: 'RATE_LIMITED' } as const;\n",
	'src/by-name.ts': `import { Codes } from './codes';
const { error } = await (await fetch('https://api.silentchat.de/v1')).json();
switch (error.code) {
	case Codes.conflict:
		break;
	case Codes.conflict:
		break;
}
`,
	'src/importer.ts': `import './send';\n${dispatch('CONFLICT')}`,
	'src/checks/send.ts': silentchat,
	'src/send.test.ts': silentchat,
	'src/suppressed.ts': silentchat.replace('\tswitch', '\t// api-errors-disable-next-line missing-required\n\tswitch'),
	'src/windows.ts': silentchat.replaceAll('\n', '\r\n'),
	'src/marked.ts': `\uFEFF${silentchat.replace("'CONFLICT'", "/* 😀 */ 'CONFLICT'")}`,
	'generated/a/send.ts': silentchat,
	'src/model.gen.ts': silentchat,
	'ignored/send.ts': silentchat,
	'legacy/send.ts': silentchat,
	'legacy/off.ts': silentchat,
	'told/send.ts': dispatch('AUTH_INVALID_TOKEN'),
	'bots/bot.js': 'switch (error.code) {\n\tcase 400:\n\t\tbreak;\n}\n',
	'plain/number.js': 'export const statuses = { 404: 1 };\n',
	'packages/inner/api-errors.json':
		'{ "rules": { "missing-required": "error", "duplicate-branch": "off" }, "exclude": ["out"] }',
	'packages/inner/.api-errors/inner.json': catalog('INNER', { hosts: ['inner.example'] }),
	'packages/inner/src/call.ts': dispatch('INNER_FULL', 'inner.example'),
	'packages/inner/out/call.ts': dispatch('INNER_FULL', 'inner.example'),
	'packages/outer/call.ts': dispatch('INNER_FULL', 'inner.example'),
	'pages/Chat.vue': `<template><p>{{ text }}</p></template>\n<script setup lang="ts">\n${silentchat}</script>\n`,
	'pages/notes.md': `# Notes\n\n\`\`\`ts\n${silentchat}\`\`\`\n\nMore.\n\n\`\`\`ts\n${silentchat}\`\`\`\n`,
	'pages/chat.html': `<!doctype html>\n<script type="module">\n${silentchat.replace(': { code: string }', '').replace(': void', '')}</script>\n`,
	'pages/tries.ipynb': JSON.stringify({
		cells: [
			cell('import requests\nresponse = requests.get("https://api.silentchat.de/v1")\n'),
			cell(
				'code = response.json()["error"]["code"]\nmatch code:\n    case "CONFLICT":\n        pass\n    case "CONFLICT":\n        pass\n',
			),
		],
		metadata: { language_info: { name: 'python' } },
		nbformat: 4,
		nbformat_minor: 5,
	}),
	'service/main.go': `package main

func handle(code string) string {
	const host = "https://api.silentchat.de"
	switch code {
	case "CONFLICT":
		return host
	}
	return ""
}
`,
	'service/broken.ts': `${silentchat}\nswitch (error.code) {\n\tcase '\n`,
};
