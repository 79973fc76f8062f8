import type { ApiCoverage, CoveredFile, CoveredPlace } from '../coverage.ts';
import type { NamedCell } from '../facts.ts';
import { counted, lookOf } from '../words.ts';
import { breakable, escaped } from './markup.ts';

/** Where a place can be opened; undefined where nothing can open it. */
export type AddressOf = (path: string, place: CoveredPlace) => string | undefined;

/** Files that are shown open; of more, each is opened by who wants it. */
const mostOpen = 12;
const mostNames = 24;

/** Every place with what it handles and what it does not, by files: what the picture says, in words. */
export function placeList({ files }: ApiCoverage, prefix: string, addressOf: AddressOf): string {
	const gaps = files.filter(hasGap).length;
	return files
		.map((file) => {
			const isOpen = hasGap(file) && gaps <= mostOpen;
			const items = file.places.map((place) => placeItem(file.path, place, prefix, addressOf));
			return `<details class="file"${isOpen ? ' open' : ''}${hasGap(file) ? ' data-gap' : ''}><summary><span class="path">${breakable(file.path)}</span> ${summaryOf(file)}</summary>\n<ul>${items.join('\n')}</ul></details>`;
		})
		.join('\n');
}

const gapsAt = ({ required }: CoveredPlace): number => required['not-handled'] - required.accepted;
const hasGap = ({ places }: CoveredFile): boolean => places.some((place) => gapsAt(place) > 0);

function summaryOf({ places }: CoveredFile): string {
	const gaps = places.reduce((sum, place) => sum + gapsAt(place), 0);
	const note = gaps > 0 ? `<strong class="chip gap">${counted(gaps, 'gap')}</strong>` : '';
	return `<small>${counted(places.length, 'place')}</small> ${note}`;
}

function placeItem(path: string, place: CoveredPlace, prefix: string, addressOf: AddressOf): string {
	const { number, line, name, cells, others, suppressedBy, on } = place;
	const address = addressOf(path, place);
	const where = `line ${line}`;
	const link = address === undefined ? where : `<a href="#" data-open="${escaped(address)}">${where}</a>`;
	const of = (state: NamedCell['state'], isRequired: boolean) =>
		cells.filter((cell) => cell.state === state && (isRequired ? cell.required : true));
	const lines = [
		said(
			'gap',
			suppressedBy === undefined ? 'Not handled' : 'Not handled, which a comment accepts',
			of('not-handled', true),
			true,
		),
		said('handled', 'Handled', of('handled', false), false),
		said('around', 'Handled around it', of('around', false), true),
		said('default', 'Left to the default', of('default', false), true),
		said('cannot-tell', 'Cannot be told', of('cannot-tell', true), true),
		othersLine(others.state, others.reason, on),
	];
	return `<li id="${prefix}${number}"${gapsAt(place) > 0 ? ' data-gap' : ''}><p>${link} ${name === undefined ? '' : `<code class="name">${breakable(name)}</code> `}<small>${breakable(lookOf(place))}</small></p>${lines.join('')}</li>`;
}

/** The codes of one state; where there is a reason, that of the first. */
function said(look: string, title: string, cells: readonly NamedCell[], withReason: boolean): string {
	const [first] = cells;
	if (!first) return '';
	const names = cells.slice(0, mostNames).map(({ value }) => `<code>${breakable(`${value}`)}</code>`);
	const more = cells.length > mostNames ? ` and ${cells.length - mostNames} more` : '';
	const reason = withReason && first.reason !== undefined ? ` <small>${escaped(first.reason)}</small>` : '';
	return `<p class="said"><span class="chip ${look}">${title}</span> ${names.join(' ')}${more}${reason}</p>`;
}

function othersLine(state: NamedCell['state'], reason: string | undefined, on: 'code' | 'status'): string {
	const words: Readonly<Record<string, string>> = {
		default: `All other ${on === 'code' ? 'codes' : 'statuses'} are left to the default.`,
		'not-handled': `No other ${on} has a branch, and there is no default.`,
		'cannot-tell': `What becomes of others cannot be told${reason === undefined ? '' : `: ${reason}`}.`,
		'not-asked': `Others are not asked about${reason === undefined ? '' : `: ${reason}`}.`,
	};
	const text = words[state];
	return text === undefined ? '' : `<p class="said others">${escaped(text)}</p>`;
}
