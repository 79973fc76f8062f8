import { type ApiCoverage, type CodeRow, type CoveredPlace, shareOf, totalOf } from '../../coverage/coverage.ts';
import { counted, lookOf, shareInWords, statusBeside } from '../../coverage/words.ts';
import { visible } from '../reports/visible.ts';
import type { CoverageFormat } from './coverage-format.ts';

/** A comment on a change may have 65,536 characters. */
const mostRows = 150;
const mostNames = 60;

/** Totals, a table of the codes and one of the gaps. */
export const markdown: CoverageFormat = {
	name: 'markdown',
	summary: 'for a comment on a change, or the summary of a job',
	write({ coverage, problems }) {
		const { apis, files } = coverage;
		const total = apis.length > 1 ? `**${shareInWords(totalOf(coverage))} of what must be handled is.** ` : '';
		const sections = [
			`### Coverage of API errors\n\n${total}${counted(files, 'file')} looked at.`,
			...apis.map(section),
			...(apis.length === 0 ? ['No code speaks of an API that is known.'] : []),
			...(problems.length > 0 ? [problems.map((problem) => `- ${escaped(problem)}`).join('\n')] : []),
		];
		return `${sections.join('\n\n')}\n`;
	},
};

function section(api: ApiCoverage): string {
	const places = api.files.flatMap((file) => file.places.map((place) => ({ path: file.path, place })));
	const gaps = places.filter(({ place }) => place.required['not-handled'] > 0);
	const unsure = places.filter(({ place }) => place.required['cannot-tell'] > 0);
	const { of } = shareOf(api.counts);
	const share = of === 0 ? 'Nothing that must be handled can be told' : `${shareInWords(api.counts)} handled`;
	const used = api.rows.filter((row) => row.required || row.isMentioned || row.kind === 'status');
	const unused = api.rows.filter((row) => !used.includes(row));
	const parts = [
		`#### ${escaped(api.name)}`,
		`${share}, in ${counted(places.length, 'place')}.${api.isComplete ? '' : ' Its catalog is not complete.'}`,
		...(used.length > 0 ? [codeTable(used)] : []),
		...(gaps.length > 0 ? [`**Not handled**\n\n${placeTable(gaps, 'not-handled')}`] : []),
		...(unsure.length > 0 ? [folded(`Cannot be told in ${counted(unsure.length, 'place')}`, unsureTable(unsure))] : []),
		...(unused.length > 0 ? [folded(`Nowhere mentioned: ${counted(unused.length, 'code')}`, namesOf(unused))] : []),
	];
	return parts.join('\n\n');
}

interface Located {
	readonly path: string;
	readonly place: CoveredPlace;
}

function codeTable(rows: readonly CodeRow[]): string {
	const lines = rows.slice(0, mostRows).map((row) => {
		const { counts } = row;
		const name = `${row.required ? '**!** ' : ''}${code(`${row.value}`)}`;
		const handled = counts.handled + counts.around;
		const cells = [handled, counts.default, counts['not-handled'], counts['cannot-tell']];
		const note = row.kind === 'code' && !row.isMentioned ? ' (nowhere mentioned)' : '';
		return `| ${name}${note} | ${statusBeside(row)} | ${cells.map((count) => count || '').join(' | ')} |`;
	});
	const head = '| Code | Status | Handled | By the default | Not handled | Cannot tell |\n|---|---|--:|--:|--:|--:|';
	return [head, ...lines, ...more(rows)].join('\n');
}

function placeTable(gaps: readonly Located[], state: 'not-handled' | 'cannot-tell'): string {
	const lines = gaps.slice(0, mostRows).map(({ path, place }) => {
		const lacking = place.cells.filter((cell) => cell.required && cell.state === state);
		const accepted = state === 'not-handled' && place.suppressedBy !== undefined ? ' (a comment accepts it)' : '';
		const names = lacking.map(({ value }) => code(`${value}`)).join(', ');
		return `| ${escaped(path)}:${place.line} | ${escaped(place.name ?? '')} | ${escaped(lookOf(place))} | ${names}${accepted} |`;
	});
	return ['| Place | In | Looks at | Codes |\n|---|---|---|---|', ...lines, ...more(gaps)].join('\n');
}

const unsureTable = (unsure: readonly Located[]): string => placeTable(unsure, 'cannot-tell');

function more(rows: readonly unknown[]): readonly string[] {
	const left = rows.length - mostRows;
	return left > 0 ? [`\n${left} more.`] : [];
}

function namesOf(rows: readonly CodeRow[]): string {
	const left = rows.length - mostNames;
	const names = rows.slice(0, mostNames).map(({ value }) => code(`${value}`));
	return names.join(', ') + (left > 0 ? ` and ${left} more` : '');
}

const folded = (title: string, text: string): string => `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;

/** In HTML, which no sign in a name can end as it could a Markdown's. */
const code = (text: string): string => `<code>${escaped(text)}</code>`;

/** Text in which nothing has a meaning to Markdown, to HTML or to whoever is told of names. */
function escaped(text: string): string {
	return visible(text)
		.replaceAll(/[\\`*_{}[\]|~]/g, '\\$&')
		.replaceAll(/[&<>@#]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
