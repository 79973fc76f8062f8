interface ApiError {
	code: string;
	message: string;
}

const messages: Record<string, string> = {
	AUTH_INVALID_CREDENTIALS: 'The email or the password is wrong.',
	AUTH_EMAIL_NOT_VERIFIED: 'Please confirm your email address first.',
	WIDGET_DOMAIN_NOT_ALLOWED: 'This chat may not be shown on this page.',
	FILE_TOO_LARGE: 'This file is too large.',
};

/** What a person sees of an error. */
export function ErrorBanner({ error, onLogin }: { error: ApiError; onLogin: () => void }) {
	switch (error.code) {
		case 'AUTH_INVALID_TOKEN':
		case 'AUTH_TOKEN_REVOKED':
			return <button onClick={onLogin}>Your session has ended. Log in again</button>;
		case 'RATE_LIMITED':
			return <p role="status">That was a little fast. Please wait a moment.</p>;
		default:
			return <p role="alert">{messages[error.code] ?? error.message}</p>;
	}
}
