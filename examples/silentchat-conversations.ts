import { headers, login, refreshToken, tell, wait } from './app.js';

const longestWait = 60;

/** Lists the conversations: waits as long as the API asks, and refreshes the token once. */
export async function listConversations(triesLeft = 3, mayRefresh = true) {
	const response = await fetch('https://api.silentchat.de/v1/conversations', { headers: headers() });
	if (response.ok) return response.json();

	const { error } = await response.json();
	switch (error.code) {
		case 'RATE_LIMITED': {
			const seconds = secondsToWait(response);
			if (triesLeft <= 1 || seconds > longestWait) throw new Error(error.message);
			await wait(seconds);
			return listConversations(triesLeft - 1, mayRefresh);
		}
		case 'AUTH_INVALID_TOKEN':
			if (!mayRefresh) return login();
			await refreshToken();
			return listConversations(triesLeft, false);
		case 'TENANT_REQUIRED':
		case 'TENANT_NOT_FOUND':
			tell('Please choose a workspace first.');
			return [];
		default:
			throw new Error(error.message);
	}
}

/** Retry-After holds seconds or a date. */
function secondsToWait(response: Response): number {
	const value = response.headers.get('Retry-After') ?? '';
	if (/^\d+$/.test(value)) return Number(value);
	const date = Date.parse(value);
	return Number.isNaN(date) ? 1 : Math.max(0, (date - Date.now()) / 1000);
}
