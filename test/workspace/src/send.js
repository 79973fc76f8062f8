import { client } from '@chatness/server';

export async function send(message) {
	const { error } = await client.send(message);
	if (error.code === 401) return client.refresh();
	else if (error.code === 404) return undefined;
	else if (error.code === 429) throw error;
	return undefined;
}
