export async function sendMessage(text: string): Promise<void> {
	const response = await fetch('https://api.silentchat.de/v1/messages', { method: 'POST', body: text });
	if (response.ok) return;
	const { error } = await response.json();
	switch (error.code) {
		case 'VALIDATION_ERROR':
			console.warn(error.message);
			break;
		default:
			console.error(error.message);
	}
}
