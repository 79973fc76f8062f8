export async function order(item: string): Promise<string> {
	const response = await fetch('https://api.acme.example/orders', { method: 'POST', body: item });
	const { error } = await response.json();
	switch (error.code) {
		case 'OUT_OF_STOCK':
			return 'Sold out';
		default:
			return 'Something went wrong';
	}
}
