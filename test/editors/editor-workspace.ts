import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serverProgram } from '../support/server-program.ts';

/** Code with an unfinished case and a missing one, in the languages that editors know without a plugin. */
export const files = {
	'src/send.ts': `export async function send(text: string): Promise<void> {
	const response = await fetch('https://api.silentchat.de/v1/messages', { method: 'POST', body: text });
	const { error } = await response.json();
	switch (error.code) {
		case 'VALIDATION_ERROR':
			console.log('ä😀', error.message); break;
		case 'CONFLICT':
			console.log('sent twice');
			break;
	}
}
`,
	'src/send.py': `import requests

response = requests.post("https://api.silentchat.de/v1/messages", timeout=10)
error = response.json()["error"]
match error["code"]:
    case "VALIDATION_ERROR":
        print(error["message"])
    case "CONFLICT":
        print("sent twice")
`,
	'src/charge.js': `export async function charge() {
	const response = await fetch('https://api.acme.example/v1/charges', { method: 'POST' });
	const { error } = await response.json();
	if (error.code === 'CARD_DECLINED') return 'declined';
	return undefined;
}
`,
	'.api-errors/acme.json': `{
	"id": "acme",
	"name": "Acme",
	"evidence": { "hosts": ["api.acme.example"] },
	"envelope": { "code": "error.code" },
	"entries": [
		{
			"value": "CARD_DECLINED",
			"status": 402,
			"title": "Card declined",
			"description": "The bank refuses the card.",
			"remedy": "Ask for another card."
		}
	]
}
`,
	'.api-errors/broken.json': `{
	"id": "broken",
	"name": "Broken",
	"entries": [{ "value": "SPOILT", "status": "many", "title": "Spoilt", "description": "It is." }]
}
`,
} as const;

/** A folder of a user's own, in which an editor is started as the user would. */
export interface EditorWorkspace {
	readonly folder: string;
	/** What an editor is started with: the server on the path, and nothing of the machine's own settings. */
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Writes a file beside the workspace. Gives its path. */
	write(name: string, text: string): string;
	remove(): void;
}

export function editorWorkspace(): EditorWorkspace {
	const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'api-errors-editor-')));
	const write = (name: string, text: string) => {
		const file = path.join(root, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
		return file;
	};
	for (const [name, text] of Object.entries(files)) write(`work/${name}`, text);
	// Editors take the folder of a repository for the project.
	write('work/.git/HEAD', 'ref: refs/heads/main\n');
	const command = write(
		'bin/api-errors-language-server',
		`#!/bin/sh\nexec '${process.execPath}' '${serverProgram}' "$@"\n`,
	);
	chmodSync(command, 0o755);
	return {
		folder: path.join(root, 'work'),
		environment: {
			...process.env,
			PATH: `${path.join(root, 'bin')}:${process.env.PATH}`,
			HOME: root,
			...Object.fromEntries(
				['CONFIG', 'DATA', 'STATE', 'CACHE'].map((one) => [`XDG_${one}_HOME`, path.join(root, one)]),
			),
			LC_ALL: 'C.UTF-8',
		},
		write,
		remove: () => rmSync(root, { recursive: true, force: true }),
	};
}
