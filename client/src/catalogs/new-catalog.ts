/** What a catalog begins with. */
export interface NewCatalog {
	readonly id: string;
	readonly name: string;
	/** A host that shows the API, such as `api.acme.example`. */
	readonly host: string | undefined;
	readonly as: 'json' | 'yaml';
}

const schema = 'api-errors:/schemas/catalog-1.json';

/** The catalog without any errors: what is written first. */
export function emptyCatalog(catalog: NewCatalog): string {
	return textOf(catalog).join('[]');
}

/** The catalog with its first error, as a snippet: the cursor goes from value to value, each to be written over. */
export function firstEntrySnippet(catalog: NewCatalog): string {
	const isJson = catalog.as === 'json';
	const lines = Object.entries(firstEntry).map(([key, value], index) => {
		const stop = Array.isArray(value) ? `\${${index + 1}|${value.join()}|}` : `\${${index + 1}:${value}}`;
		if (!isJson) return `${key}: ${stop}`;
		return `"${key}": ${typeof [value].flat()[0] === 'string' ? `"${stop}"` : stop}`;
	});
	const entry = isJson ? `[\n\t\t{\n\t\t\t${lines.join(',\n\t\t\t')}\n\t\t}\n\t]` : `\n\t- ${lines.join('\n\t\t')}`;
	return textOf(catalog).map(asSnippet).join(entry).replace(/: \n/, ':\n');
}

/** An error that many APIs have, to be written over; of a list one is chosen. */
const firstEntry: Readonly<Record<string, string | number | readonly (string | boolean)[]>> = {
	value: 'RATE_LIMITED',
	status: 429,
	title: 'Too many requests',
	description: 'The caller has sent more requests than it may for now.',
	remedy: 'Wait as long as `Retry-After` says, then send the request again.',
	required: [true, false],
	retry: ['retry-after', 'backoff', 'after-refresh', 'never'],
};

/** What stands before the list of entries and after it. */
function textOf({ id, name, host, as }: NewCatalog): readonly [string, string] {
	if (as === 'json') {
		const fields = [
			`"$schema": ${JSON.stringify(schema)}`,
			`"id": ${JSON.stringify(id)}`,
			`"name": ${JSON.stringify(name)}`,
			...(host === undefined ? [] : [`"evidence": { "hosts": [${JSON.stringify(host)}] }`]),
		];
		return [`{\n\t${fields.join(',\n\t')},\n\t"entries": `, '\n}\n'];
	}
	const evidence = host === undefined ? '' : `evidence:\n  hosts:\n    - ${scalar(host)}\n`;
	// Without `$schema`: the YAML extension knows catalogs by the names of their files, and takes the address for a path.
	return [`id: ${scalar(id)}\nname: ${scalar(name)}\n${evidence}entries: `, '\n'];
}

/** A text in YAML; in quotes, as in JSON, where it could be taken for something else. */
function scalar(text: string): string {
	const isPlain = /^[a-z][\w .-]*\w$/i.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
	return isPlain ? text : JSON.stringify(text);
}

function asSnippet(text: string): string {
	return text.replaceAll(/[\\$}]/g, '\\$&');
}
