import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { readableIdOf } from '../../server/src/containers/readable.ts';
import { ableClient, plainClient } from './capabilities.ts';
import { connectOverStdio } from './connect.ts';
import { commandProgram, serverProgram } from './server-program.ts';
import { startClient, type TestClient } from './test-client.ts';

/** What is said of each file, in its order, one line for each thing: the place, the severity, the rule and the words. */
export type Said = Readonly<Record<string, readonly string[]>>;

/** The files below a folder that are read, whether or not they are to be checked; installed packages are left out. */
export function filesIn(folder: string): readonly string[] {
	const found = globSync('**/*', { cwd: folder, withFileTypes: true, exclude: ({ name }) => name === 'node_modules' });
	return found
		.filter((entry) => entry.isFile() && readableIdOf(entry.name) !== undefined)
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
		.sort();
}

interface JsonFinding {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly rule: string;
	readonly severity: string;
	readonly message: string;
}

/** What `api-errors check` says, in a process of its own, of all that is in a folder, or of the files named. */
export async function saidByCommand(folder: string, files: readonly string[] = []): Promise<Said> {
	const args = [commandProgram, 'check', '--format', 'json', ...files];
	const out = await new Promise<string>((resolve, reject) =>
		execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e9 }, (error, stdout, stderr) => {
			if (stdout === '' || stderr !== '') reject(new Error(`${stderr}${error ?? ''}`));
			else resolve(stdout);
		}),
	);
	const { findings }: { readonly findings: readonly JsonFinding[] } = JSON.parse(out);
	const said: Record<string, string[]> = {};
	for (const { file, line, column, endLine, endColumn, rule, severity, message } of findings) {
		const place = `${line}:${column}-${endLine}:${endColumn}`;
		said[file] = [...(said[file] ?? []), `${place} ${severity} ${rule} ${message}`];
	}
	return said;
}

/** How often a server is asked again: what it finds late is told from the next answer on. */
const mostRounds = 100;

/** What a server says of files when they are opened in an editor that is told no more than the folder. */
export async function saidByServer(
	folder: string,
	files: readonly string[],
	how: 'pull' | 'push',
	expected: Said,
): Promise<Said> {
	const uri = pathToFileURL(folder).href;
	const client = await startClient(connectOverStdio(serverProgram, '--stdio'), {
		capabilities: how === 'pull' ? ableClient : plainClient,
		roots: { rootUri: uri, workspaceFolders: [{ uri, name: 'folder' }] },
	});
	try {
		const said = how === 'pull' ? puller(client) : pusher(client);
		const documents = files.map((file) => {
			const languageId = readableIdOf(file) ?? '';
			const text = readFileSync(path.join(folder, file), 'utf8');
			return { file, document: client.open(text, { uri: pathToFileURL(path.join(folder, file)).href, languageId }) };
		});
		let found: Record<string, readonly string[]> = {};
		for (let round = 0; round < mostRounds; round++) {
			found = {};
			for (const { file, document } of documents) {
				const lines = (await said(document)).map(lineOf);
				if (lines.length > 0) found[file] = lines;
			}
			if (JSON.stringify(sorted(found)) === JSON.stringify(sorted(expected))) break;
		}
		return found;
	} finally {
		await client.stop();
	}
}

type Document = ReturnType<TestClient['open']>;

function puller(_client: TestClient) {
	return (document: Document): Promise<readonly Diagnostic[]> => document.diagnostics();
}

function pusher({ link: { connection } }: TestClient) {
	const latest = new Map<string, readonly Diagnostic[]>();
	connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
		latest.set(uri, diagnostics);
	});
	return async (document: Document): Promise<readonly Diagnostic[]> => {
		// Any answer takes the server through what it has to do.
		await document.hover(0);
		return latest.get(document.uri) ?? [];
	};
}

const severities = ['', 'error', 'warning', 'information', 'hint'];

function lineOf({ range: { start, end }, severity, code, message }: Diagnostic): string {
	const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
	return `${place} ${severities[severity ?? 0]} ${code} ${message}`;
}

function sorted(said: Said): readonly (readonly [string, readonly string[]])[] {
	return Object.entries(said).sort(([one], [other]) => (one < other ? -1 : 1));
}
