/*
 * A language server for the tests of the bench. It finds something at each "wrong" and each "switch", and its first
 * argument says how it behaves: `pull`, `push`, `late` (pushes for the last version once more before it does for the
 * new one), `unversioned` (pushes without a version), `deaf` (does not notice changes), `crash` (ends at the first
 * hover), `refuse` (ends at once).
 */
import {
	createConnection,
	type Diagnostic,
	StreamMessageReader,
	StreamMessageWriter,
	TextDocumentSyncKind,
	TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const behaviour = process.argv[2];
if (behaviour === 'refuse') {
	process.stderr.write('no licence to serve\n');
	process.exit(3);
}

const pulls = behaviour === 'pull' || behaviour === 'deaf';
const connection = createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
const documents = new TextDocuments(TextDocument);
const opened = new Map<string, TextDocument>();

function check(document: TextDocument): Diagnostic[] {
	return [...document.getText().matchAll(/wrong|switch/g)].map(({ 0: word, index }) => ({
		range: { start: document.positionAt(index), end: document.positionAt(index + word.length) },
		message: `${word} is here`,
		data: document.version,
	}));
}

connection.onInitialize(() => ({
	capabilities: {
		textDocumentSync: TextDocumentSyncKind.Incremental,
		hoverProvider: true,
		completionProvider: {},
		...(pulls ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
	},
}));
connection.onInitialized(async () => {
	await connection.workspace.getConfiguration('stub');
});
connection.onHover(({ textDocument, position }) => {
	if (behaviour === 'crash') {
		process.stderr.write('out of words\n');
		process.exit(7);
	}
	const line = documents.get(textDocument.uri)?.getText().split('\n')[position.line] ?? '';
	return { contents: line };
});
connection.onCompletion(() => ({ isIncomplete: false, items: [{ label: 'one' }, { label: 'two' }] }));
connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
	const document = behaviour === 'deaf' ? opened.get(textDocument.uri) : documents.get(textDocument.uri);
	const items = document ? check(document) : [];
	const resultId = `${items.length} found`;
	return previousResultId === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
});
documents.onDidOpen(({ document }) => {
	opened.set(document.uri, TextDocument.create(document.uri, 'typescript', document.version, document.getText()));
});
documents.onDidChangeContent(async ({ document }) => {
	if (pulls) return;
	const { uri, version } = document;
	if (behaviour === 'late') await connection.sendDiagnostics({ uri, version: version - 1, diagnostics: [] });
	const dated = behaviour === 'unversioned' ? {} : { version };
	await connection.sendDiagnostics({ uri, ...dated, diagnostics: check(document) });
});
documents.listen(connection);
connection.listen();
