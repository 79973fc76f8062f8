import type { ListedCatalog } from '../../../server/src/protocol.ts';
import { counted } from './describe-import.ts';

/**
 * What a list says of a catalog beside its name, and on a line below.
 * @param place the path of its file; undefined for one that comes with us
 */
export function describeCatalog(
	{ id, codes, statuses, required, unfinished, problems, isStale }: ListedCatalog,
	place: string | undefined,
): { readonly description: string; readonly detail: string | undefined } {
	const [first, ...more] = problems;
	const others = more.length > 0 ? ` (and ${more.length} more)` : '';
	const counts = [counted({ codes, statuses }), ...(required > 0 ? [`${required} must be handled`] : [])].join(', ');
	const detail = [
		...(isStale ? ['The file is broken; what it said before counts.'] : []),
		...(first === undefined ? [] : [`${first}${others}`]),
		...(unfinished > 0 ? [`${unfinished} not filled in yet.`] : []),
	];
	return {
		description: (id === '' ? [place] : [id, place ?? 'built in', counts]).join(' · '),
		detail: detail.length > 0 ? detail.join(' ') : undefined,
	};
}
