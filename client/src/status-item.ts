import {
	type Command,
	type Disposable,
	Disposable as Disposables,
	LanguageStatusSeverity,
	languages,
	Range,
	type TextDocument,
	window,
	workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { catalogFileGlobs } from '../../server/src/catalog-globs.ts';
import { languageIds } from '../../server/src/language-ids.ts';
import { type DocumentStatus, documentStatus } from '../../server/src/protocol.ts';
import { describeStatus, type FilePlace } from './describe-status.ts';

export interface StatusItem extends Disposable {
	/** Names of the APIs in play in the active editor. */
	apisInPlay(): readonly string[];
}

/** The language status item: which APIs are in play in the active editor, and how the server does. */
export function createStatusItem(client: BaseLanguageClient): StatusItem {
	const statuses = new Map<string, DocumentStatus>();
	const item = languages.createLanguageStatusItem('apiErrors.status', [
		...languageIds.map((language) => ({ language })),
		...catalogFileGlobs.map((pattern) => ({ pattern })),
	]);
	item.name = 'API Errors';

	function activeStatus(): DocumentStatus | undefined {
		const document = window.activeTextEditor?.document;
		return document && statuses.get(addressOf(document));
	}
	function addressOf(document: TextDocument): string {
		return client.code2ProtocolConverter.asUri(document.uri);
	}
	function opening(title: string, { uri, line, character }: FilePlace): Command {
		const selection = new Range(line, character, line, character);
		return { title, command: 'vscode.open', arguments: [client.protocol2CodeConverter.asUri(uri), { selection }] };
	}
	function update(): void {
		const serverState = describeState(client.state);
		const { text, detail, severity, command } = describeStatus(serverState, activeStatus());
		item.text = text;
		item.detail = detail;
		item.severity = LanguageStatusSeverity[severity];
		item.busy = serverState === 'starting';
		item.command = 'opens' in command ? opening(command.title, command.opens) : command;
	}
	update();

	const registrations = Disposables.from(
		item,
		client.onNotification(documentStatus, (status: DocumentStatus) => {
			statuses.set(status.uri, status);
			update();
		}),
		client.onDidChangeState(({ newState }) => {
			if (newState !== State.Running) statuses.clear();
			update();
		}),
		window.onDidChangeActiveTextEditor(update),
		workspace.onDidCloseTextDocument((document) => void statuses.delete(addressOf(document))),
	);
	return {
		apisInPlay: () => activeStatus()?.apis.map(({ name }) => name) ?? [],
		dispose: () => registrations.dispose(),
	};
}

function describeState(state: State): 'starting' | 'running' | 'stopped' {
	if (state === State.Running) return 'running';
	return state === State.Starting ? 'starting' : 'stopped';
}
