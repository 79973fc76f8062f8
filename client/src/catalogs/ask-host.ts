import { window } from 'vscode';

/** Asks for a host name that shows an API; empty where there is none. Undefined where the user gives up. */
export async function askHost(title: string): Promise<string | undefined> {
	const host = await window.showInputBox({
		title,
		prompt:
			'A host name that shows the API: files that have it in a string speak of the API. Press Enter if there is none.',
		placeHolder: 'api.acme.example',
		ignoreFocusOut: true,
		validateInput: (text) => (isHost(hostIn(text)) ? undefined : 'A host name is meant, such as api.acme.example.'),
	});
	return host === undefined ? undefined : hostIn(host);
}

/** Whoever pastes an address means its host. */
function hostIn(text: string): string {
	return text
		.trim()
		.toLowerCase()
		.replace(/^[a-z]+:\/\//, '')
		.replace(/[/:?#].*$/, '');
}

function isHost(host: string): boolean {
	return host === '' || /^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/.test(host);
}
