import { type ApiCoverage, type Counts, type Coverage, shareOf, totalOf } from '../coverage.ts';
import { counted, shareInWords } from '../words.ts';
import { bar, ring } from './bars.ts';
import { heatMap } from './heat-map.ts';
import { looks, looksIn, wordsOf } from './map-cell.ts';
import { breakable, escaped } from './markup.ts';
import { type AddressOf, placeList } from './place-list.ts';
import { pageScript } from './script.ts';
import { pageStyle } from './style.ts';

export interface PageOptions {
	/** What the page says of itself beside its title, such as the name of a folder. */
	readonly subtitle: string;
	/** The Content-Security-Policy. */
	readonly policy: string;
	/** What the style and the script are marked with, where the policy knows them by that. */
	readonly nonce?: string;
	/** Where a place can be opened by who shows the page. */
	readonly addressOf?: AddressOf;
}

/**
 * The coverage as one page of HTML that needs nothing beside it: codes by places as a picture, and every place in words.
 * It is complete without its script, which only filters and moves the focus.
 */
export function coveragePage(coverage: Coverage, options: PageOptions): string {
	const { policy, nonce, subtitle } = options;
	const mark = nonce === undefined ? '' : ` nonce="${escaped(nonce)}"`;
	const { apis } = coverage;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Coverage of API errors${subtitle === '' ? '' : ` · ${escaped(subtitle)}`}</title>
<style${mark}>${pageStyle}</style>
</head>
<body>
${header(coverage, subtitle)}
${filters(apis)}
${legend(coverage)}
<main>
${apis.length === 0 ? '<p class="empty">No code speaks of an API that is known.</p>' : ''}
${apis.map((api, index) => section(api, `p${index + 1}-`, options.addressOf ?? (() => undefined))).join('\n')}
</main>
<p class="readout" id="readout" aria-hidden="true" hidden></p>
<script${mark}>${pageScript}</script>
</body>
</html>
`;
}

function header(coverage: Coverage, subtitle: string): string {
	const counts = totalOf(coverage);
	const share = shareOf(counts);
	const places = coverage.apis.reduce((sum, api) => sum + placesIn(api), 0);
	const gaps = counts['not-handled'] - counts.accepted;
	const silent = coverage.apis.reduce((sum, { rows }) => sum + rows.filter(isUnused).length, 0);
	const tiles = [
		tile(gaps, gaps === 1 ? 'gap' : 'gaps', gaps > 0 ? 'gap' : 'well'),
		tile(counts['cannot-tell'], 'cannot be told', ''),
		tile(places, places === 1 ? 'place' : 'places', ''),
		tile(silent, silent === 1 ? 'code nowhere mentioned' : 'codes nowhere mentioned', ''),
	];
	const lead =
		share.of === 0
			? 'Nothing that must be handled can be told.'
			: `<strong>${share.well} of ${share.of}</strong> that must be handled ${share.of === 1 ? 'is' : 'are'} handled.`;
	return `<header>${ring(share)}<div><h1>Coverage of API errors</h1>${subtitle === '' ? '' : `<p class="subtitle">${breakable(subtitle)}</p>`}<p class="lead">${lead} ${counted(coverage.files, 'file')} looked at.</p></div><ul class="tiles">${tiles.join('')}</ul></header>`;
}

const tile = (count: number, words: string, look: string): string =>
	`<li${look === '' ? '' : ` class="${look}"`}><b>${count.toLocaleString('en')}</b> <span>${words}</span></li>`;

const placesIn = ({ files }: ApiCoverage): number => files.reduce((sum, { places }) => sum + places.length, 0);

/** A code of which nothing is to be seen in the picture. */
const isUnused = ({ kind, isMentioned, required }: ApiCoverage['rows'][number]): boolean =>
	kind === 'code' && !isMentioned && !required;

function filters(apis: readonly ApiCoverage[]): string {
	const choices = apis.map(({ id, name }) => `<option value="${escaped(id)}">${escaped(name)}</option>`);
	const choice =
		apis.length > 1
			? `<label>API <select id="api"><option value="">all</option>${choices.join('')}</select></label>`
			: '';
	return `<form class="filters" id="filters" hidden>${choice}<label><input type="checkbox" id="gaps"> only gaps</label><label>Search <input type="search" id="words" placeholder="code, file or function"></label></form>`;
}

function legend(coverage: Coverage): string {
	const used = looksIn(coverage);
	const items = looks
		.filter((look) => used.has(look))
		.map((look) => `<li><span class="key ${look}"></span>${wordsOf(look)}</li>`);
	return items.length === 0 ? '' : `<ul class="legend" aria-label="What the signs mean">${items.join('')}</ul>`;
}

function section(api: ApiCoverage, prefix: string, addressOf: AddressOf): string {
	const { id, name, counts, rows, isComplete } = api;
	const shown = rows.filter((row) => !isUnused(row));
	const unused = rows.filter(isUnused);
	const gap = counts['not-handled'] > counts.accepted ? ' data-gap' : '';
	const names = unused.map(({ value }) => `<code>${breakable(`${value}`)}</code>`).join(' ');
	const silent = `<details class="unused"><summary>Nowhere mentioned: ${counted(unused.length, 'code')}</summary><p>${names}</p></details>`;
	const note = isComplete
		? ''
		: '<p class="note">The catalog is not complete: the API may have other codes than these.</p>';
	const list =
		placesIn(api) === 0
			? '<p class="note">Nothing chooses by its codes.</p>'
			: `<h3>Places</h3>\n${placeList(api, prefix, addressOf)}`;
	return `<section class="api" data-api="${escaped(id)}"${gap}>
<div class="apihead"><h2>${escaped(name)}</h2>${bar(counts, { width: 200, isRequired: true })}<p>${wordsFor(counts)}, ${counted(placesIn(api), 'place')}</p></div>
${note}${heatMap(api, shown, prefix)}
${unused.length > 0 ? silent : ''}
${list}
</section>`;
}

function wordsFor(counts: Counts): string {
	const { of } = shareOf(counts);
	const unsure = counts['cannot-tell'] > 0 ? `, ${counts['cannot-tell']} cannot be told` : '';
	return `${of === 0 ? 'Nothing that must be handled can be told' : `${shareInWords(counts)} handled`}${unsure}`;
}
