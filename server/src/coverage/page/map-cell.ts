import { type CodeRow, type Coverage, type CoveredPlace, cellAt } from '../coverage.ts';
import { type Cell, type CellState, cellStates, type NamedCell } from '../facts.ts';
import { stateWords } from '../words.ts';
import type { Column } from './columns.ts';

/** What is seen of a code in a column: one state, or that of several places together. */
export interface MapCell {
	/** A gap is what must be handled and is not. */
	readonly look: CellState | 'gap' | 'accepted';
	/** How many places it stands for, where there are several. */
	readonly count: number | undefined;
	/** Whether most of those places are something else. */
	readonly isFew: boolean;
	readonly title: string;
}

/** Of several places, what is most worth to be seen. */
const order: readonly MapCell['look'][] = [
	'gap',
	'handled',
	'around',
	'accepted',
	'default',
	'cannot-tell',
	'not-handled',
	'not-asked',
];

/** The cell of a code in a column; undefined where nothing there looks at such codes. */
export function mapCellOf(row: CodeRow, { title, places }: Column): MapCell | undefined {
	const counts = new Map<MapCell['look'], number>();
	let reason: string | undefined;
	for (const place of places) {
		const cell = cellAt(row, place);
		if (!cell) continue;
		const look = lookAt(cell, place);
		counts.set(look, (counts.get(look) ?? 0) + 1);
		reason = cell.reason;
	}
	const look = order.find((one) => counts.has(one));
	if (!look) return undefined;
	const isOne = places.length === 1;
	const words = isOne
		? `${wordsOf(look)}${reason === undefined ? '' : `: ${reason}`}`
		: order.flatMap((one) => (counts.has(one) ? [`${counts.get(one)} × ${wordsOf(one)}`] : [])).join(', ');
	const count = isOne || look === 'not-asked' ? undefined : counts.get(look);
	const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
	const isFew = (counts.get(look) ?? 0) * 2 < all;
	return { look, count, isFew, title: `${row.value}, ${title} — ${words}` };
}

function lookAt(cell: Cell & Partial<Pick<NamedCell, 'required'>>, { suppressedBy }: CoveredPlace): MapCell['look'] {
	if (cell.state !== 'not-handled' || cell.required !== true) return cell.state;
	return suppressedBy === undefined ? 'gap' : 'accepted';
}

/** What there is to be seen. */
export function looksIn({ apis }: Coverage): ReadonlySet<MapCell['look']> {
	const places = apis.flatMap(({ files }) => files).flatMap((file) => file.places);
	return new Set(places.flatMap((place) => [place.others.state, ...place.cells.map((cell) => lookAt(cell, place))]));
}

/** In words for whoever does not see it. */
export function wordsOf(look: MapCell['look']): string {
	if (look === 'gap') return stateWords['not-handled'];
	if (look === 'accepted') return 'not handled, which a comment accepts';
	return look === 'not-handled' ? 'no branch' : stateWords[look];
}

/** All there are, in the order in which they are explained. */
export const looks: readonly MapCell['look'][] = [
	'gap',
	'accepted',
	...cellStates.filter((state) => state !== 'not-handled'),
	'not-handled',
];
