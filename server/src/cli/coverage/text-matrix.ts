import type { ApiCoverage, CodeRow, CoveredPlace } from '../../coverage/coverage.ts';
import { cellAt } from '../../coverage/coverage.ts';
import type { CellState } from '../../coverage/facts.ts';
import { lookOf, shortened, shortenedPath, statusBeside } from '../../coverage/words.ts';
import { visible } from '../reports/visible.ts';
import type { Look } from './coverage-format.ts';
import { namesInLines } from './text-list.ts';

/** More places than these are no picture any more, however wide the terminal is. */
const mostPlaces = 40;
const mostRows = 60;
const widestCode = 40;
/** What stands beside a code: its mark, its status and how often it is handled. */
const beside = 2 + 5 + 12;

/** Letters tell states apart where there are no colours. */
const letters: Readonly<Record<CellState, string>> = {
	handled: '+',
	around: '^',
	default: 'd',
	'not-handled': '-',
	'cannot-tell': '?',
	'not-asked': '.',
};
/** What must be handled and is not. */
const gap = 'X';
/** The same where a comment says that it may stay so. */
const acceptedGap = 'x';

const colours: Readonly<Record<string, Parameters<Look['style']>[0]>> = { '+': 'green', '^': 'green', X: 'red' };

/** Whether codes and places can be shown in lines and columns. */
export function fitsMatrix(api: ApiCoverage, { width }: Look): boolean {
	const places = placesOf(api);
	const rows = rowsOf(api);
	return (
		places.length <= mostPlaces &&
		rows.length <= mostRows &&
		codeWidth(rows) + beside + places.length * columnWidth(places) <= width
	);
}

/** The places, then a line for each code with a letter for each place. */
export function matrixOf(api: ApiCoverage, look: Look): readonly string[] {
	const places = placesOf(api);
	const rows = rowsOf(api);
	const wide = columnWidth(places);
	const label = codeWidth(rows);
	const numbers = places.map(({ number }) => `${number}`.padStart(wide)).join('');
	const unused = api.rows.filter((row) => !rows.includes(row));
	return [
		...legend(api, look),
		'',
		`${' '.repeat(label + 7)}${numbers}  handled`,
		...rows.map((row) => lineOf(row, places, { label, wide }, look)),
		'',
		...keyOf(rows, places, look),
		...namesInLines('Nowhere mentioned: ', unused, look),
	];
}

const placesOf = ({ files }: ApiCoverage): readonly CoveredPlace[] => files.flatMap(({ places }) => places);

/** Codes that nothing names say nothing by a line of their own. */
const rowsOf = ({ rows }: ApiCoverage): readonly CodeRow[] =>
	rows.filter(({ required, isMentioned, kind }) => required || isMentioned || kind === 'status');

const codeWidth = (rows: readonly CodeRow[]): number =>
	Math.min(
		widestCode,
		rows.reduce((widest, { value }) => Math.max(widest, visible(`${value}`).length), 10),
	);

const columnWidth = (places: readonly CoveredPlace[]): number => `${places.at(-1)?.number ?? 1}`.length + 1;

/** Which place each column is, by files. */
function legend({ files }: ApiCoverage, { style, width }: Look): readonly string[] {
	return files.flatMap(({ path, places }) => [
		`  ${style('underline', shortenedPath(visible(path), width - 2))}`,
		...places.map((place) => {
			const name = place.name === undefined ? '' : `${visible(place.name)}  `;
			const line = `  ${`${place.number}`.padStart(4)}  ${`line ${place.line}`.padEnd(9)}  ${name}${visible(lookOf(place))}`;
			return shortened(line, width);
		}),
	]);
}

function lineOf(
	row: CodeRow,
	places: readonly CoveredPlace[],
	{ label, wide }: { readonly label: number; readonly wide: number },
	{ style }: Look,
): string {
	const cells = places.map((place) => {
		const letter = letterAt(row, place);
		const colour = colours[letter];
		return ' '.repeat(wide - 1) + (colour ? style(colour, letter) : letter);
	});
	const { counts } = row;
	const well = counts.handled + counts.around + (row.required ? counts.default : 0);
	const all = well + (row.required ? 0 : counts.default) + counts['not-handled'] + counts['cannot-tell'];
	const code = shortened(visible(`${row.value}`), label).padEnd(label);
	const mark = row.required ? '! ' : '  ';
	return `${mark}${row.required ? style('bold', code) : code} ${statusBeside(row).padEnd(4)}${cells.join('')}  ${all === 0 ? '' : `${well} of ${all}`}`.trimEnd();
}

function letterAt(row: CodeRow, place: CoveredPlace): string {
	const found = cellAt(row, place);
	if (!found) return ' ';
	if (found.state !== 'not-handled' || found.required !== true) return letters[found.state];
	return place.suppressedBy === undefined ? gap : acceptedGap;
}

/** What the letters that are there mean. */
function keyOf(rows: readonly CodeRow[], places: readonly CoveredPlace[], { style }: Look): readonly string[] {
	const used = new Set(rows.flatMap((row) => places.map((place) => letterAt(row, place))));
	const meanings: readonly (readonly [string, string])[] = [
		['+', 'has a branch'],
		['^', 'handled around it'],
		['d', 'left to the default'],
		[gap, 'not handled'],
		[acceptedGap, 'not handled, which a comment accepts'],
		['-', 'no branch'],
		['?', 'cannot be told'],
		['.', 'not asked about'],
	];
	const shown = meanings.filter(([letter]) => used.has(letter)).map(([letter, words]) => `${letter} ${words}`);
	const required = rows.some((row) => row.required) ? ['! must be handled'] : [];
	const lines: string[] = [];
	for (const one of [...required, ...shown]) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + one.length < 76) lines.splice(-1, 1, `${last}   ${one}`);
		else lines.push(`  ${one}`);
	}
	return lines.map((line) => style('dim', line));
}
