import assert from 'node:assert/strict';
import vscode from 'vscode';
import { closeFiles, eventually, openFile, position } from './editor.ts';

describe('navigation in VS Code', () => {
	afterEach(closeFiles);

	it('leads from a code to its entry in the catalog that comes with us, which cannot be changed', async () => {
		const document = await openFile('src/send-message.ts');
		const editor = await vscode.window.showTextDocument(document);
		const at = position(document, "'VALIDATION_ERROR'");
		editor.selection = new vscode.Selection(at, at);
		const shown = await eventually(
			() => 'F12 opens the catalog',
			async () => {
				if (vscode.window.activeTextEditor?.document === document)
					await vscode.commands.executeCommand('editor.action.revealDefinition');
				const { activeTextEditor } = vscode.window;
				return activeTextEditor?.document.uri.scheme === 'api-errors' ? activeTextEditor : undefined;
			},
		);
		assert.equal(shown.document.uri.toString(), 'api-errors:/catalogs/silentchat.json');
		assert.equal(shown.document.languageId, 'json');
		assert.match(shown.document.lineAt(shown.selection.active).text, /"value": "VALIDATION_ERROR"/);
		assert.equal(vscode.workspace.fs.isWritableFileSystem('api-errors'), false);
	});

	it('finds the uses of a code from its entry', async () => {
		const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('api-errors:/catalogs/silentchat.json'));
		const found = await eventually(
			() => 'the entry has uses',
			async () => {
				const command = 'vscode.executeReferenceProvider';
				const at = position(document, '"VALIDATION_ERROR"');
				const all = await vscode.commands.executeCommand<vscode.Location[]>(command, document.uri, at);
				return all.length > 1 ? all : undefined;
			},
		);
		assert(found.some(({ uri }) => uri.path.endsWith('/src/send-message.ts')));
	});

	it('refuses to rename a code, with the reason', async () => {
		const document = await openFile('src/send-message.ts');
		const reason = await eventually(
			() => 'renaming is refused by us',
			async () => {
				const said = await rename(document, "'VALIDATION_ERROR'").then(
					() => '',
					(error: unknown) => `${error}`,
				);
				return said.includes('SilentChat') ? said : undefined;
			},
		);
		assert.match(reason, /VALIDATION_ERROR is what SilentChat sends; renaming it here would not change the API\./);
	});

	it('leaves the renaming of names to TypeScript', async () => {
		const document = await openFile('src/send-message.ts');
		const edit = await eventually(
			() => 'TypeScript renames a variable',
			async () => {
				// It refuses as long as it has not read the file.
				const given = await rename(document, 'response').then(
					(renamed) => renamed,
					() => undefined,
				);
				return given && given.size > 0 ? given : undefined;
			},
		);
		assert.equal(edit.get(document.uri).length, 3);
	});

	it('finds codes among the symbols of the workspace', async () => {
		await openFile('src/send-message.ts');
		const symbol = await eventually(
			() => 'RATE_LIMITED is among the symbols',
			async () => {
				const command = 'vscode.executeWorkspaceSymbolProvider';
				const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(command, 'ratelim');
				return symbols.find(({ name }) => name === 'RATE_LIMITED');
			},
		);
		assert.equal(symbol.containerName, 'SilentChat');
		assert.equal(symbol.location.uri.toString(), 'api-errors:/catalogs/silentchat.json');
	});
});

function rename(document: vscode.TextDocument, text: string): Thenable<vscode.WorkspaceEdit> {
	const command = 'vscode.executeDocumentRenameProvider';
	return vscode.commands.executeCommand(command, document.uri, position(document, text), 'another');
}

describe('the schema of catalogs in VS Code', () => {
	const wrong = { id: 'acme', entries: [{ value: 'ACME_KEY_OLD', title: 'Old', description: 'Old.', statsu: 404 }] };
	const files: vscode.Uri[] = [];
	afterEach(async () => {
		await closeFiles();
		for (const file of files.splice(0)) await vscode.workspace.fs.delete(file, { recursive: true });
	});

	async function written(name: string, value: object): Promise<vscode.TextDocument> {
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		assert(folder, 'a folder is open');
		const uri = vscode.Uri.joinPath(folder.uri, name);
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(value, undefined, '\t')));
		files.push(uri);
		const document = await vscode.workspace.openTextDocument(uri);
		await vscode.window.showTextDocument(document);
		return document;
	}

	/** What VS Code's own support for JSON says of a document, once it says something. */
	function jsonProblems(document: vscode.TextDocument): Promise<readonly string[]> {
		return eventually(
			() => `VS Code checks ${document.fileName} by a schema`,
			async () => {
				const found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'api-errors');
				return found.length > 0 ? found.map(({ message }) => message) : undefined;
			},
		);
	}

	it('is a document that is there without a network', async () => {
		for (const name of ['catalog-1', 'project-1']) {
			const uri = vscode.Uri.parse(`api-errors:/schemas/${name}.json`);
			const document = await vscode.workspace.openTextDocument(uri);
			const schema: unknown = JSON.parse(document.getText());
			assert.equal(typeof schema === 'object' && schema !== null && '$id' in schema && schema.$id, `${uri}`);
		}
	});

	it('is what files in .api-errors are checked by', async () => {
		const document = await written('.api-errors/acme.json', wrong);
		assert.match((await jsonProblems(document)).join('\n'), /statsu/);
	});

	it('is what a file is checked by that names it', async () => {
		const document = await written('errors.json', { $schema: 'api-errors:/schemas/catalog-1.json', ...wrong });
		const problems = await jsonProblems(document);
		assert.match(problems.join('\n'), /statsu/);
		assert.doesNotMatch(problems.join('\n'), /schema from/);
	});

	it('explains a field while it is written', async () => {
		const document = await written('.api-errors/acme.json', wrong);
		await eventually(
			() => 'the hover over a field says what it is for',
			async () => {
				const command = 'vscode.executeHoverProvider';
				const at = position(document, '"title"');
				const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, at);
				return hovers.length > 0 || undefined;
			},
		);
	});
});
