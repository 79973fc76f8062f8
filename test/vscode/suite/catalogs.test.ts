import assert from 'node:assert/strict';
import vscode from 'vscode';
import { closeFiles, eventually, expectRules, hoverOn, openFile, position, quickFix, rulesIn } from './editor.ts';

const catalog = '.api-errors/acme-shop.json';
const code = 'src/acme.ts';
const source = `export async function order(item: string): Promise<string> {
	const response = await fetch('https://api.acme.example/orders', { method: 'POST', body: item });
	const { error } = await response.json();
	switch (error.code) {
		case 'OUT_OF_STOCK':
			return 'Sold out';
		default:
			return 'Something went wrong';
	}
}
`;
const catalogText = `{
	"id": "acme-shop",
	"name": "Acme",
	"evidence": { "hosts": ["api.acme.example"] },
	"entries": [
		{ "value": "OUT_OF_STOCK", "status": 409, "title": "Out of stock", "description": "There is none left." },
		{ "value": "QUOTA_USED_UP", "status": 429, "title": "Used up", "description": "No calls left.", "required": true }
	]
}
`;

describe('catalogs of one’s own in VS Code', () => {
	beforeEach(() => write(code, source));
	afterEach(async () => {
		await closeFiles();
		for (const name of ['.api-errors', code, 'openapi.yaml']) await remove(name);
	});

	it('are created with the cursor in their first error, and are known before they are saved', async () => {
		await create();
		const editor = vscode.window.activeTextEditor;
		assert(editor);
		assert.equal(vscode.workspace.asRelativePath(editor.document.uri), catalog);
		assert.equal(editor.document.getText(editor.selection), 'RATE_LIMITED');
		const entries: unknown[] = JSON.parse(editor.document.getText()).entries;
		assert.equal(entries.length, 1);
		const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(editor.document.uri));
		assert.deepEqual(JSON.parse(saved).entries, []);
		await editor.edit((edit) => edit.replace(editor.selection, 'OUT_OF_STOCK'));
		await hoverOn(await openFile(code), 'OUT_OF_STOCK', /more requests than it may[\s\S]*Acme/);
	});

	it('are never written over', async () => {
		await write(catalog, catalogText);
		await create();
		await eventually(
			() => 'the catalog that was there is shown as it was',
			async () => vscode.window.activeTextEditor?.document.getText() === catalogText || undefined,
		);
	});

	it('count as soon as their file is there, and no longer when it has gone', async () => {
		const document = await openFile(code);
		await write(catalog, catalogText);
		await expectRules(document, ['missing-required']);
		await remove('.api-errors');
		await expectRules(document, []);
	});

	it('are completed and explained while they are written', async () => {
		const document = await written(catalog, catalogText.replace('"required": true', '"retry": ""'));
		await hoverOn(document, '"evidence"', /shows that the API is in play/);
		await offered(document, position(document, '"retry": "', 'end'), 'after-refresh');
		await offered(document, position(document, '"There is none left." },', 'end'), 'Error code');
	});

	it('have a mistake underlined where it is, with a fix', async () => {
		const document = await written(catalog, catalogText.replace('"QUOTA_USED_UP"', '"OUT_OF_STOCK"'));
		await expectRules(document, ['duplicate-code']);
		const at = document.positionAt(document.getText().lastIndexOf('OUT_OF_STOCK') + 2);
		const fix = await eventually(
			() => 'there is a fix for the code that is there twice',
			async () => {
				const command = 'vscode.executeCodeActionProvider';
				const range = new vscode.Range(at, at);
				const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range);
				return actions.find(({ edit, kind }) => edit && kind?.contains(vscode.CodeActionKind.QuickFix));
			},
		);
		assert(fix.edit);
		await vscode.workspace.applyEdit(fix.edit);
		await expectRules(document, []);
		assert.equal(JSON.parse(document.getText()).entries.length, 1);
	});

	it('keep in use what they said while their file is broken, which says so', async () => {
		await write(catalog, catalogText);
		const document = await openFile(code);
		await expectRules(document, ['missing-required']);
		await write(catalog, catalogText.replace('"id": "acme-shop",', '"id": "acme-shop'));
		const broken = await openFile(catalog);
		await eventually(
			() => `${catalog} says what is wrong; it says ${rulesIn(broken)}`,
			async () => rulesIn(broken).includes('not-readable') || undefined,
		);
		await expectRules(await openFile(code), ['missing-required']);
		await hoverOn(document, 'OUT_OF_STOCK', /There is none left/);
		await quickFix(document, new vscode.Range(3, 2, 3, 2), "Add missing case 'QUOTA_USED_UP'");
	});

	it('are imported, once what they would become has been shown', async () => {
		await write('openapi.yaml', openapi);
		const done = vscode.commands.executeCommand('apiErrors.importCatalog', uriOf('openapi.yaml'));
		// The format, a new catalog in JSON, the name and the id that are proposed.
		await acceptUntil(async () => vscode.window.activeTextEditor?.document.uri.scheme === 'api-errors-view');
		assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /"CARD_EXPIRED"/);
		assert.equal(await isThere('.api-errors/acme-pay.json'), false);
		await acceptUntil(() => isThere('.api-errors/acme-pay.json'));
		await done;
		const written = vscode.window.activeTextEditor?.document;
		assert.equal(written && vscode.workspace.asRelativePath(written.uri), '.api-errors/acme-pay.json');
		const values: { value: unknown }[] = JSON.parse(written?.getText() ?? '').entries;
		assert.deepEqual(
			values.map(({ value }) => value),
			['CARD_EXPIRED', 'CARD_DECLINED', 402],
		);
	});
});

const openapi = `openapi: 3.1.0
info: { title: Acme Pay, version: '2.1' }
servers: [{ url: https://pay.acme.example/v2 }]
paths:
  /charges:
    post:
      responses:
        '402':
          description: The card was declined.
          content:
            application/json:
              schema:
                type: object
                properties:
                  code: { type: string, enum: [CARD_EXPIRED, CARD_DECLINED] }
`;

function create(): Thenable<unknown> {
	const given = { id: 'acme-shop', name: 'Acme', host: 'api.acme.example', as: 'json', folder: uriOf('.') };
	return vscode.commands.executeCommand('apiErrors.createCatalog', given);
}

/** Waits until something is offered at a place. */
function offered(document: vscode.TextDocument, at: vscode.Position, wanted: string): Promise<true> {
	let found: readonly string[] = [];
	return eventually(
		() => `${wanted} is offered; what is offered is ${found}`,
		async () => {
			const command = 'vscode.executeCompletionItemProvider';
			const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, at);
			found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
			return found.some((label) => label.includes(wanted)) || undefined;
		},
	);
}

/** Presses Enter, as it were, in whatever asks, until it is done. */
function acceptUntil(isDone: () => Promise<boolean>): Promise<true> {
	return eventually(
		() => 'what is asked has been answered',
		async () => {
			if (await isDone()) return true;
			await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			return undefined;
		},
	);
}

function uriOf(file: string): vscode.Uri {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	assert(folder);
	return vscode.Uri.joinPath(folder.uri, file);
}

/** Writes a file and opens it; what the editor may still have of an older text does not count. */
async function written(file: string, text: string): Promise<vscode.TextDocument> {
	await write(file, text);
	const document = await openFile(file);
	const isShown = async () => document.getText() === text || undefined;
	await eventually(() => `${file} is shown as it is written`, isShown);
	return document;
}

function write(file: string, text: string): Thenable<void> {
	return vscode.workspace.fs.writeFile(uriOf(file), new TextEncoder().encode(text));
}

async function remove(file: string): Promise<void> {
	if (await isThere(file)) await vscode.workspace.fs.delete(uriOf(file), { recursive: true });
}

async function isThere(file: string): Promise<boolean> {
	return vscode.workspace.fs.stat(uriOf(file)).then(
		() => true,
		() => false,
	);
}
