// For Acme Pay, an API that is described in openapi.yaml and has no catalog yet.

export async function charge(card: string, cents: number): Promise<string> {
	const response = await fetch('https://pay.acme.example/v2/charges', {
		method: 'POST',
		body: JSON.stringify({ card, cents }),
	});
	if (response.ok) return 'Paid.';
	const { code, message } = await response.json();
	switch (code) {
		case 'CARD_EXPIRED':
			return 'The card has expired. Please take another one.';
		case 'CARD_DECLINED':
			return 'The bank has declined the card.';
		default:
			return message;
	}
}
