import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import type { Sign } from './sign.ts';

/** Numbers that are seldom anything but statuses. Round ones are sizes, times and limits as often. */
const distinctive: ReadonlySet<number> = new Set([
	201, 204, 206, 301, 302, 303, 304, 307, 308, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414,
	415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 501, 502, 503, 504, 505, 507, 508, 511,
]);

export const isDistinctive = (value: number): boolean => distinctive.has(value);

/** Which numbers a place takes. */
export type ValueClass = 'any' | 'error' | 'redirect';

/** Whether the number is a status of the class. */
export function isOfClass(value: number, wanted: ValueClass, { httpStatus }: CatalogIndex): boolean {
	if (httpStatus(value) === undefined) return false;
	if (wanted === 'error') return value >= 400;
	return wanted === 'any' || (value >= 300 && value < 400);
}

/** What the number alone says. */
export function signsOfValue(value: number, catalogs: CatalogIndex): readonly Sign[] {
	const status = catalogs.httpStatus(value);
	if (!status) return [{ weight: -6, reason: `HTTP does not know ${value}` }];
	if (status.standard === false) return [{ weight: -2, reason: `only some vendors use ${value}` }];
	return isDistinctive(value) ? [{ weight: 5, reason: `${value} is seldom anything else` }] : [];
}
