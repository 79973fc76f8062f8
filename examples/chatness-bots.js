import { headers, login, tell, wait } from './app.js';

/** Loads a bot. Every error is handled by name or passed on. */
export async function loadBot(server, id, triesLeft = 3) {
	const response = await fetch(`${server}/bots/${id}`, { headers: headers() });
	if (response.ok) return response.json();

	const { error } = await response.json();
	if (error.code === 401) {
		return login();
	} else if (error.code === 404) {
		return tell('This bot was deleted.');
	} else if (error.code === 429) {
		const seconds = Number(response.headers.get('Retry-After'));
		if (triesLeft <= 1 || !(seconds > 0 && seconds <= 60)) throw new Error(error.message);
		await wait(seconds);
		return loadBot(server, id, triesLeft - 1);
	} else {
		throw new Error(error.message);
	}
}
