const address = 'https://api.silentchat.de/v1/messages';

export async function send(text: string): Promise<void> {
	const response = await fetch(address, { method: 'POST', body: text });
	const { error } = await response.json();
	switch (error.code) {
		case 'VALIDATION_ERROR':
			console.log(error.message);
			break;
		case 'CONFLICT':
			console.log('sent twice');
			break;
	}
}
