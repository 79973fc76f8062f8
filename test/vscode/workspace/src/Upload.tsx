// api-errors: silentchat

export function Upload({ error }: { error: { code: string; message: string } }) {
	switch (error.code) {
		case 'FILE_TOO_LARGE':
			return <p>This file is too large.</p>;
		case 'PLAN_LIMIT_EXCEEDED':
			return <p>Your plan has no room for more files.</p>;
		case 'VALIDATION_EROR':
			return <p>Please choose another file.</p>;
		default:
			return <p>{error.message}</p>;
	}
}
