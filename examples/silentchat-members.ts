import { headers } from './app.js';

/** Invites somebody. A code is looked for under a status that never comes with it, and a status that is never sent. */
export async function invite(conversation: string, user: string) {
	const response = await fetch(`https://api.silentchat.de/v1/conversations/${conversation}/members`, {
		method: 'POST',
		headers: headers(),
		body: JSON.stringify({ user }),
	});
	if (response.ok) return response.json();
	const { error } = await response.json();
	if (response.status === 422) throw new Error(`This is no user: ${error.message}`);
	if (response.status === 404 && error.code === 'CONFLICT') return undefined;
	throw error;
}

/** What SilentChat answers about somebody who is in the conversation already, for trying the interface without it. */
export const alreadyIn = { error: { code: 'CONFLICT', message: 'This user is a member.', status: 404 } };
