import {
	type CodeAction,
	type CompletionItem,
	type Diagnostic,
	type DocumentDiagnosticReport,
	type Hover,
	type InsertReplaceEdit,
	InsertTextFormat,
	InsertTextMode,
	type Location,
	type LocationLink,
	type Position,
	type ProtocolConnection,
	type TextEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { explainPlace } from '../../server/src/protocol.ts';

/** A document that the client has open. Offsets are UTF-16 units. */
export interface OpenDocument {
	readonly uri: string;
	text(): string;
	/** Replaces what is between the offsets, and sends just that. */
	change(start: number, end: number, text: string): Promise<void>;
	replaceAll(text: string): Promise<void>;
	save(): Promise<void>;
	close(): Promise<void>;
	hover(offset: number): Promise<Hover | null>;
	complete(offset: number): Promise<readonly CompletionItem[]>;
	/** Asks for what the list of completions has left out. */
	resolve(item: CompletionItem): Promise<CompletionItem>;
	/** Asks for the diagnostics, as a client does that pulls them. */
	diagnostics(): Promise<readonly Diagnostic[]>;
	/** Asks what can be done between the offsets; `shown` are the diagnostics that the client shows there. */
	codeActions(
		start: number,
		end?: number,
		about?: { readonly only?: readonly string[]; readonly shown?: readonly Diagnostic[] },
	): Promise<readonly CodeAction[]>;
	explain(offset: number): Promise<string>;
	/** Where the workspace has what stands at the offset. */
	references(offset: number): Promise<readonly Location[]>;
	/** Where what stands at the offset is defined. */
	definition(offset: number): Promise<readonly (Location | LocationLink)[]>;
	/** Asks whether what stands at the offset can be renamed; rejects with the reason where it cannot. */
	prepareRename(offset: number): Promise<unknown>;
	rename(offset: number, newName: string): Promise<unknown>;
	/** The text after an item was accepted, in place of all that it would replace. */
	accept(item: CompletionItem): string;
	/** The text after the edit of a code action. */
	applied(action: CodeAction): string;
	/** The text that a range covers. */
	covered(range: { readonly start: Position; readonly end: Position } | undefined): string;
}

/** Opens a document. All that is asked is about its newest version. */
export function openDocument(
	connection: ProtocolConnection,
	uri: string,
	languageId: string,
	text: string,
): OpenDocument {
	let document = TextDocument.create(uri, languageId, 1, text);
	const textDocument = { uri };
	const tell = (method: string, params: object) => connection.sendNotification(method, params);
	const ask = <Result>(method: string, params: object) =>
		connection.sendRequest<Result>(method, { textDocument, ...params });
	const at = (offset: number) => ({ position: document.positionAt(offset) });
	const change = (contentChange: { readonly text: string }) => {
		const version = document.version + 1;
		document = TextDocument.update(document, [contentChange], version);
		return tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [contentChange] });
	};

	void tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
	return {
		uri,
		text: () => document.getText(),
		change(start, end, text) {
			const range = { start: document.positionAt(start), end: document.positionAt(end) };
			const contentChange = { range, text };
			return change(contentChange);
		},
		replaceAll: (text) => change({ text }),
		save: () => tell('textDocument/didSave', { textDocument }),
		close: () => tell('textDocument/didClose', { textDocument }),
		references: (offset) => ask('textDocument/references', { ...at(offset), context: { includeDeclaration: true } }),
		definition: (offset) => ask('textDocument/definition', at(offset)),
		prepareRename: (offset) => ask('textDocument/prepareRename', at(offset)),
		rename: (offset, newName) => ask('textDocument/rename', { ...at(offset), newName }),
		hover: (offset) => ask('textDocument/hover', at(offset)),
		complete: (offset) => ask('textDocument/completion', at(offset)),
		resolve: (item) => connection.sendRequest('completionItem/resolve', item),
		async diagnostics() {
			const report = await ask<DocumentDiagnosticReport>('textDocument/diagnostic', {});
			return report.kind === 'full' ? report.items : [];
		},
		async codeActions(start, end = start, { only, shown = [] } = {}) {
			const range = { start: document.positionAt(start), end: document.positionAt(end) };
			return ask('textDocument/codeAction', { range, context: { diagnostics: shown, ...(only && { only }) } });
		},
		explain: (offset) => ask(explainPlace, at(offset)),
		accept(item) {
			if (!item.textEdit) throw new Error(`${item.label} has no edit`);
			const edit = replacing(item.textEdit);
			const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
			const text = isSnippet ? expanded(edit.newText) : edit.newText;
			const { line } = edit.range.start;
			const [indentation = ''] =
				/^[\t ]*/.exec(document.getText({ start: { line, character: 0 }, end: edit.range.start })) ?? [];
			const indents = isSnippet || item.insertTextMode === InsertTextMode.adjustIndentation;
			const newText = indents ? text.replaceAll('\n', `\n${indentation}`) : text;
			return TextDocument.applyEdits(document, [{ range: edit.range, newText }]);
		},
		applied: ({ title, edit }) => TextDocument.applyEdits(document, editsIn(edit, uri, title)),
		covered: (range) => (range ? document.getText(range) : ''),
	};
}

function replacing(edit: TextEdit | InsertReplaceEdit): TextEdit {
	return 'range' in edit ? edit : { range: edit.replace, newText: edit.newText };
}

/** A snippet with the words that stand in its tab stops. */
function expanded(snippet: string): string {
	return snippet
		.replaceAll(/(?<!\\)\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
		.replaceAll(/(?<!\\)\$\d/g, '')
		.replaceAll(/\\([\\$}])/g, '$1');
}

function editsIn(edit: WorkspaceEdit | undefined, uri: string, title: string): TextEdit[] {
	const changed = edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : []));
	const edits = changed ?? edit?.changes?.[uri];
	if (!edits) throw new Error(`${title} changes nothing in ${uri}`);
	return edits.map((one) => ('newText' in one ? one : { range: one.range, newText: expanded(one.snippet.value) }));
}
