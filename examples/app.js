/** Tells the person at the screen. */
export function tell(/** @type {string} */ text) {
	document.querySelector('#notice')?.replaceChildren(text);
}

/** The headers that every request carries. */
export function headers() {
	return {
		Authorization: `Bearer ${localStorage.getItem('access-token')}`,
		'Content-Type': 'application/json',
		'X-Tenant-ID': localStorage.getItem('tenant') ?? '',
	};
}

/** Gets a new access token. */
export async function refreshToken() {
	const response = await fetch('/session/refresh', { method: 'POST' });
	const { accessToken } = await response.json();
	localStorage.setItem('access-token', accessToken);
}

/** Asks for a new login. */
export function login() {
	location.assign('/login');
}

/** Resolves after so many seconds. */
export function wait(/** @type {number} */ seconds) {
	return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
