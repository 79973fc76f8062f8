import { headers } from './app.js';

/** Uploads a file. No error is handled yet: a file that is too large looks like any other failure. */
export async function uploadFile(conversation: string, file: File) {
	const body = new FormData();
	body.append('file', file);
	const response = await fetch(`https://api.silentchat.de/v1/conversations/${conversation}/files`, {
		method: 'POST',
		headers: headers(),
		body,
	});
	if (!response.ok) {
		const { error } = await response.json();
		throw new Error(error.message);
	}
	return response.json();
}
