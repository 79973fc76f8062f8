// api-errors: chatness

import { headers, tell } from './app.js';

/** Saves a contact. Two errors that must be handled are missing. */
export async function saveContact(server, contact) {
	const response = await fetch(`${server}/contacts`, {
		method: 'POST',
		headers: headers(),
		body: JSON.stringify(contact),
	});
	if (response.ok) return response.json();

	const { error } = await response.json();
	switch (error.code) {
		case 400:
			return tell(`Please correct this: ${error.message}`);
		case 428:
			return tell(`Please fill in what is missing: ${error.message}`);
		default:
			console.error(error.message);
	}
}
