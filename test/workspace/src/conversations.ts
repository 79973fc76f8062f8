const origin = 'https://api.silentchat.de/v1';

export async function listConversations(token: string): Promise<unknown> {
	const response = await fetch(`${origin}/conversations`, { headers: { Authorization: `Bearer ${token}` } });
	if (response.ok) return response.json();
	const { error } = await response.json();
	switch (error.code) {
		case 'FORBIDDEN':
			throw new Error(error.message);
		case 'VALIDATION_ERROR':
			return undefined;
		case 'FORBIDDEN':
			return undefined;
	}
	return undefined;
}
