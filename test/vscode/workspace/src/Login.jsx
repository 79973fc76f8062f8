// api-errors: silentchat

export function Login({ error }) {
	switch (error.code) {
		case 'AUTH_INVALID_CREDENTIALS':
			return <p>The email or the password is wrong.</p>;
		case 'AUTH_EMAIL_NOT_VERIFIED':
			return <p>Please confirm your email address.</p>;
		case 'AUTH_EMAIL_NOT_VERIFIED':
			return <p>Please log in.</p>;
		default:
			return <p>{error.message}</p>;
	}
}
