import axios, { isAxiosError } from 'axios';
import { login, tell } from './app.js';

const silentchat = axios.create({ baseURL: 'https://api.silentchat.de/v1' });

/** Creates a widget. Three mistakes wait to be mended. */
export async function createWidget(name: string, domain: string) {
	try {
		const { data } = await silentchat.post('/widgets', { name, domain });
		return data;
	} catch (error) {
		if (!isAxiosError(error) || !error.response) throw error;
		switch (error.response.data.error.code) {
			case 'AUTH_INVALID_TOKEN':
				return login();
			case 'RATE_LIMITED':
				return createWidget(name, domain);
			case 'PLAN_LIMIT_EXEEDED':
				return tell('Your plan has no room for another widget.');
			case 'CONFLICT':
				return tell(`There is a widget for ${domain} already.`);
			case 'AUTH_INVALID_TOKEN':
				return tell('Please log in again.');
			default:
				throw error;
		}
	}
}
