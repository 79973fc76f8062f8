export async function refreshToken(): Promise<void> {
	await fetch('/session/refresh', { method: 'POST' });
}

export function wait(seconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
