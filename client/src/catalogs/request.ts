import { type CancellationToken, ProgressLocation, window } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';

/** Asks the server, which is waited for where it is still starting; shows in the status bar what is under way. */
export async function request<Answer>(
	client: BaseLanguageClient,
	title: string,
	method: string,
	params: object,
): Promise<Answer> {
	return window.withProgress({ location: ProgressLocation.Window, title }, async () => {
		await client.start();
		return client.sendRequest<Answer>(method, params);
	});
}

/** The same for what may take long: the user sees how far it is, and may end it. Undefined where they did. */
export async function longRequest<Answer>(
	client: BaseLanguageClient,
	title: string,
	method: string,
	params: object,
): Promise<Answer | undefined> {
	const options = { location: ProgressLocation.Notification, title, cancellable: true };
	return window.withProgress(options, async (progress, cancel: CancellationToken) => {
		await client.start();
		const workDoneToken = `${method} ${Date.now()}`;
		const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
			if (value.kind === 'report') progress.report({ message: value.message ?? '' });
		});
		try {
			return await client.sendRequest<Answer>(method, { ...params, workDoneToken }, cancel);
		} catch (error) {
			if (cancel.isCancellationRequested) return undefined;
			throw error;
		} finally {
			listening.dispose();
		}
	});
}
