import http from './builtin/http.json' with { type: 'json' };
import type { Entry } from './catalog.ts';
import { constantName } from './code-name.ts';

/** A title that restates a code: `Rate limited` for `RATE_LIMITED`, what HTTP calls a status. */
export function titleFor({ kind, value }: Pick<Entry, 'kind' | 'value'>): string {
	if (typeof value === 'number') {
		const status = http.entries.find((entry) => entry.value === value);
		return status?.title ?? `${kind === 'status' ? 'Status' : 'Error'} ${value}`;
	}
	const words = constantName(value).replaceAll('_', ' ').toLowerCase();
	return words === '' ? value : words.charAt(0).toUpperCase() + words.slice(1);
}

/** A sentence that restates a code, for an author to make more of. */
export function sentenceFor(entry: Pick<Entry, 'kind' | 'value'>): string {
	return `${titleFor(entry)}.`;
}
