import { refreshToken, wait } from './session';

/** Handles what must be handled: nothing is to be said about it. */
export async function listConversations(triesLeft = 3): Promise<unknown> {
	const response = await fetch('https://api.silentchat.de/v1/conversations');
	if (response.ok) return response.json();
	const { error } = await response.json();
	switch (error.code) {
		case 'RATE_LIMITED': {
			const seconds = Number(response.headers.get('Retry-After'));
			if (triesLeft <= 1 || !(seconds <= 60)) throw new Error(error.message);
			await wait(seconds);
			return listConversations(triesLeft - 1);
		}
		case 'AUTH_INVALID_TOKEN':
			if (triesLeft <= 1) throw new Error(error.message);
			await refreshToken();
			return listConversations(1);
		default:
			throw new Error(error.message);
	}
}
