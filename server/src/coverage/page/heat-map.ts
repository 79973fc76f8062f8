import { type ApiCoverage, type CodeRow, type Counts, shareOf } from '../coverage.ts';
import { counted, statusBeside } from '../words.ts';
import { bar } from './bars.ts';
import { type Column, columnsOf } from './columns.ts';
import { mapCellOf, wordsOf } from './map-cell.ts';
import { breakable, escaped } from './markup.ts';

const letters = {
	place: 'places',
	file: 'files, each with all its places',
	folder: 'folders, each with all that is below it',
};

/** Codes by places as a table that is a picture as well: what must be handled on top, totals at the right and below. */
export function heatMap(api: ApiCoverage, rows: readonly CodeRow[], prefix: string): string {
	const { of, columns } = columnsOf(api);
	if (columns.length === 0 || rows.length === 0) return '';
	const caption = `Codes of ${escaped(api.name)} by ${letters[of]}`;
	const bodies = [
		groupOf(
			'Must be handled',
			rows.filter(({ required }) => required),
			columns,
		),
		groupOf(
			'Codes',
			rows.filter(({ required, kind }) => !required && kind === 'code'),
			columns,
		),
		groupOf(
			'Statuses',
			rows.filter(({ required, kind }) => !required && kind === 'status'),
			columns,
		),
	];
	return [
		`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="map"><caption class="unseen">${caption}</caption>`,
		headOf(columns, of === 'place', prefix),
		...bodies,
		footOf(columns),
		'</table></div>',
	].join('\n');
}

function headOf(columns: readonly Column[], isPlace: boolean, prefix: string): string {
	const groups: { readonly name: string; size: number }[] = [];
	for (const { group } of columns) {
		const last = groups.at(-1);
		if (last?.name === group) last.size++;
		else groups.push({ name: group, size: 1 });
	}
	const over = groups.map(({ name, size }, index) => {
		const short = name.slice(name.lastIndexOf('/') + 1);
		const way = size > 5 ? 'wide' : 'tall';
		return `<th scope="colgroup" colspan="${size}" class="${way}${index % 2 ? ' odd' : ''}" title="${escaped(name)}"><span>${escaped(short)}</span></th>`;
	});
	const odd = groups.flatMap(({ size }, index) => Array.from({ length: size }, () => (index % 2 ? ' odd' : '')));
	const each = columns.map(({ label, title, places }, index) => {
		const [first] = places;
		const text = `<span>${escaped(label)}</span>`;
		const link = isPlace && first ? `<a href="#${prefix}${first.number}">${text}</a>` : text;
		const hasGap = places.some(({ required }) => required['not-handled'] > required.accepted);
		return `<th scope="col" class="tall${odd[index]}" title="${escaped(title)}"${hasGap ? ' data-gap' : ''}>${link}</th>`;
	});
	return `<thead><tr class="groups"><td></td>${over.join('')}<td></td></tr><tr class="columns"><td></td>${each.join('')}<th scope="col" class="edge">Handled</th></tr></thead>`;
}

function groupOf(title: string, rows: readonly CodeRow[], columns: readonly Column[]): string {
	if (rows.length === 0) return '';
	const lines = rows.map((row) => lineOf(row, columns));
	const heading = `<tr class="title"><th scope="rowgroup" colspan="${columns.length + 2}"><span>${title}</span></th></tr>`;
	return `<tbody>${heading}\n${lines.join('\n')}</tbody>`;
}

function lineOf(row: CodeRow, columns: readonly Column[]): string {
	const { counts, required, title } = row;
	const cells = columns.map((column) => {
		const cell = mapCellOf(row, column);
		if (!cell) return '<td></td>';
		const { look, count, isFew, title: words } = cell;
		return `<td class="${look}${isFew ? ' few' : ''}" title="${escaped(words)}">${count === undefined ? '' : `<b>${count}</b>`}<i>${wordsOf(look)}</i></td>`;
	});
	const hasGap = required && counts['not-handled'] > counts.accepted;
	const status = statusBeside(row);
	const long = `${row.value}`.length > 34 ? ' class="long"' : '';
	const head = `<th scope="row"${long} title="${escaped(title)}"><code>${breakable(`${row.value}`)}</code>${status === '' ? '' : `<small>${status}</small>`}</th>`;
	return `<tr class="${required ? 'must' : 'may'}"${hasGap ? ' data-gap' : ''}>${head}${cells.join('')}<td class="edge">${bar(counts, { width: 72, isRequired: required })}${edgeWords(counts, required)}</td></tr>`;
}

function edgeWords(counts: Counts, required: boolean): string {
	const well = counts.handled + counts.around + (required ? counts.default : 0);
	const all = counts.handled + counts.around + counts.default + counts['not-handled'] + counts['cannot-tell'];
	return all === 0 ? '<span>–</span>' : `<span>${well} of ${all}</span>`;
}

function footOf(columns: readonly Column[]): string {
	const cells = columns.map(({ places }) => {
		const { well, of } = places.reduce(
			(sum, { required }) => {
				const share = shareOf(required);
				return { well: sum.well + share.well, of: sum.of + share.of };
			},
			{ well: 0, of: 0 },
		);
		const look = of === 0 ? 'none' : well === of ? 'all' : 'some';
		const words =
			of === 0 ? 'nothing that must be handled can be told' : `${well} of ${counted(of, 'code')} that must be handled`;
		return `<td class="${look}" title="${words}">${of === 0 ? '–' : `${well}/${of}`}</td>`;
	});
	return `<tfoot><tr><th scope="row">Must be handled</th>${cells.join('')}<td></td></tr></tfoot>`;
}
