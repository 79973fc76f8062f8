import type { Catalog } from '../../catalog/catalog.ts';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { remember } from '../remember.ts';

/**
 * Statuses that proxies, gateways, firewalls and caches between a client and a server answer with by themselves, so that
 * no documentation of an API has them: they refuse what they cannot read or will not let through, and say that the
 * server is away.
 */
const sentOnTheWay: ReadonlySet<number> = new Set([
	// Refused before the server saw it: malformed, forbidden, of another method, too slow, too long, too much, too early.
	...[400, 403, 405, 407, 408, 411, 413, 414, 417, 421, 425, 426, 429, 431, 451, 511],
	// Answered out of a cache, by a condition or a range that the request has.
	...[412, 416],
	// The server is away, or does not understand.
	...[500, 501, 502, 503, 504, 505, 506, 508],
]);

/** Whether something else than the API may have sent a status: a number of a vendor always comes from its product. */
export function mayComeFromElsewhere(status: number, { httpStatus }: CatalogIndex): boolean {
	return sentOnTheWay.has(status) || httpStatus(status)?.standard === false;
}

/**
 * The error statuses that an API documents; undefined where its catalog has no full list of them: it must not be known to have
 * gaps, and list some by themselves or say of every code which status comes with it.
 */
export const documentedStatuses = remember(({ entries, complete }: Catalog): ReadonlySet<number> | undefined => {
	if (complete === false) return undefined;
	const listed = entries.flatMap((entry) => (entry.kind === 'status' && entry.value >= 400 ? [entry.value] : []));
	const codes = entries.filter((entry) => entry.kind === 'code');
	const told = codes.flatMap(({ status }) => (status === undefined ? [] : [status]));
	const isFull = listed.length > 0 || (codes.length > 0 && told.length === codes.length);
	return isFull ? new Set([...listed, ...told].sort((one, other) => one - other)) : undefined;
});
