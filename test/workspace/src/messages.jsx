export function Problem({ error }) {
	return <p>{error.code === 428 ? 'A field is missing.' : error.message}</p>;
}
