import { headers, tell } from './app.js';

/** Sends a message. Two errors that must be handled are missing. */
export async function sendMessage(conversation: string, text: string) {
	const response = await fetch(`https://api.silentchat.de/v1/conversations/${conversation}/messages`, {
		method: 'POST',
		headers: headers(),
		body: JSON.stringify({ text }),
	});
	if (response.ok) return response.json();

	const { error } = await response.json();
	switch (error.code) {
		case 'VALIDATION_ERROR':
			tell(`Please check your message: ${error.message}`);
			break;
		case 'NOT_FOUND':
			tell('This conversation is no longer there.');
			break;
		default:
			console.error(`SilentChat answered ${error.code}: ${error.message}`);
	}
}
