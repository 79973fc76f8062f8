import assert from 'node:assert/strict';
import vscode from 'vscode';
import { closeFiles, eventually, openFile, quickFix, ruleOf } from './editor.ts';

const file = 'api-errors.json';
const code = 'src/send-report.ts';
const source = `export async function send(text: string): Promise<void> {
	const response = await fetch('https://api.silentchat.de/v1/reports', { method: 'POST', body: text });
	const { error } = await response.json();
	switch (error.code) {
		case 'CONFLICT':
			break;
	}
}
`;

describe('the project’s file in VS Code', () => {
	beforeEach(() => write(code, source));
	afterEach(async () => {
		await setLevel(undefined);
		await closeFiles();
		for (const name of [file, code]) await vscode.workspace.fs.delete(uriOf(name)).then(undefined, () => undefined);
	});

	it('changes how much a rule weighs, and what the user sets wins', async () => {
		const document = await openFile(code);
		await expectSeverities(document, [vscode.DiagnosticSeverity.Warning]);
		await write(file, '{ "rules": { "missing-required": "error" } }');
		await expectSeverities(document, [vscode.DiagnosticSeverity.Error]);
		await setLevel('information');
		await expectSeverities(document, [vscode.DiagnosticSeverity.Information]);
		// The default, once the user sets it, is what the user wants.
		await setLevel('warning');
		await expectSeverities(document, [vscode.DiagnosticSeverity.Warning]);
		await setLevel(undefined);
		await expectSeverities(document, [vscode.DiagnosticSeverity.Error]);
		await write(file, '{ "exclude": ["src"] }');
		await expectSeverities(document, []);
	});

	it('has its mistakes underlined, with a fix', async () => {
		await write(file, '{ "rules": { "missing-requird": "error" } }');
		const document = await openFile(file);
		const [wrong] = await eventually(
			() => `the mistake is underlined; there are ${ours(document).map(ruleOf)}`,
			async () => (ours(document).length === 1 ? ours(document) : undefined),
		);
		assert.match(wrong?.message ?? '', /Did you mean "missing-required"\?/);
		const fix = await quickFix(document, wrong?.range ?? new vscode.Range(0, 0, 0, 0), 'Rename to "missing-required"');
		assert(fix.edit);
		await vscode.workspace.applyEdit(fix.edit);
		await eventually(
			() => 'nothing is wrong any more',
			async () => ours(document).length === 0 || undefined,
		);
	});
});

function ours(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(document.uri).filter(({ source: from }) => from === 'api-errors');
}

async function expectSeverities(
	document: vscode.TextDocument,
	expected: readonly vscode.DiagnosticSeverity[],
): Promise<void> {
	const found = () => ours(document).map(({ severity }) => severity);
	await eventually(
		() => `the severities are ${expected}; they are ${found()}`,
		async () => String(found()) === String(expected) || undefined,
	);
}

function setLevel(level: string | undefined): Thenable<void> {
	const settings = vscode.workspace.getConfiguration('apiErrors');
	return settings.update('rules.missing-required', level, vscode.ConfigurationTarget.Global);
}

function uriOf(name: string): vscode.Uri {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	assert(folder);
	return vscode.Uri.joinPath(folder.uri, name);
}

function write(name: string, text: string): Thenable<void> {
	return vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
}
