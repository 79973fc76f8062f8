// api-errors: chatness

export async function saveContact(server, contact) {
	const response = await fetch(`${server}/contacts`, { method: 'POST', body: JSON.stringify(contact) });
	if (response.ok) return;
	const { error } = await response.json();
	switch (error.code) {
		case 428:
			console.warn(error.message);
			break;
		default:
			console.error(error.message);
	}
}
