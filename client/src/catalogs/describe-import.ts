import type { ImportCatalogAnswer } from '../../../server/src/protocol.ts';

/** How much was found: `12 codes and 1 status`. */
export function counted({ codes, statuses }: Pick<ImportCatalogAnswer, 'codes' | 'statuses'>): string {
	const parts = [
		...(codes > 0 ? [several(codes, 'code')] : []),
		...(statuses > 0 ? [several(statuses, 'status')] : []),
	];
	return parts.length === 0 ? 'no errors' : parts.join(' and ');
}

function several(count: number, what: 'code' | 'status'): string {
	if (count === 1) return `1 ${what}`;
	return `${count} ${what === 'code' ? 'codes' : 'statuses'}`;
}

/** How sure a format is, in words. */
export function sureness(likelihood: number): string {
	if (likelihood >= 0.8) return 'recognised';
	return likelihood >= 0.4 ? 'likely' : 'possible';
}

/** Why nothing is written, for a source in which nothing was found. */
export function nothingFound(called: string, { notes, formats, format }: ImportCatalogAnswer): string {
	const read = formats.find(({ name }) => name === format)?.title;
	return [`No errors were found in ${called}${read ? `, read as ${read}` : ''}.`, ...notes.slice(0, 3)].join(' ');
}
