import type { ApiCoverage, CodeRow, CoveredPlace } from '../../coverage/coverage.ts';
import { counted, lookOf, shortened, shortenedPath, statusBeside } from '../../coverage/words.ts';
import { visible } from '../reports/visible.ts';
import type { Look } from './coverage-format.ts';

const widestCode = 40;

/** Codes with how often they are handled, then the places where something is not, by files. */
export function listOf(api: ApiCoverage, look: Look): readonly string[] {
	const used = api.rows.filter(({ required, isMentioned, kind }) => required || isMentioned || kind === 'status');
	const unused = api.rows.filter((row) => !used.includes(row));
	return [...codeLines(used, look), ...namesInLines('Nowhere mentioned: ', unused, look), ...gapLines(api, look)];
}

function codeLines(rows: readonly CodeRow[], { style, width }: Look): readonly string[] {
	if (rows.length === 0) return [];
	const room = Math.min(widestCode, Math.max(10, width - 52));
	const widest = rows.reduce((most, { value }) => Math.max(most, `${value}`.length), 4);
	const label = Math.min(room, widest);
	const head = `  ${'code'.padEnd(label)} ${''.padEnd(4)}  handled  default  not handled  cannot tell`;
	const lines = rows.map((row) => {
		const { counts, required } = row;
		const code = shortened(visible(`${row.value}`), label).padEnd(label);
		const gaps = number(counts['not-handled'], 11);
		return [
			`${required ? '! ' : '  '}${required ? style('bold', code) : code} ${statusBeside(row).padEnd(4)}`,
			number(counts.handled + counts.around, 7),
			number(counts.default, 7),
			required && counts['not-handled'] > 0 ? style('red', gaps) : gaps,
			number(counts['cannot-tell'], 11),
		].join('  ');
	});
	const note = rows.some(({ required }) => required) ? [style('dim', '  ! must be handled')] : [];
	return [style('dim', head), ...lines.map((line) => line.trimEnd()), ...note, ''];
}

const number = (count: number, width: number): string => (count === 0 ? '' : `${count}`).padStart(width);

function gapLines(api: ApiCoverage, look: Look): readonly string[] {
	const { style, width } = look;
	const lines = api.files.flatMap(({ path, places }) => {
		const open = places.filter(({ required }) => required['not-handled'] + required['cannot-tell'] > 0);
		if (open.length === 0) return [];
		return [
			`  ${style('underline', shortenedPath(visible(path), width - 2))}`,
			...open.flatMap((place) => placeLines(place, look)),
		];
	});
	const rest = api.files
		.flatMap(({ places }) => places)
		.filter(({ required }) => required['not-handled'] + required['cannot-tell'] === 0).length;
	return [
		...lines,
		...(rest > 0 ? [`  ${counted(rest, 'place')}${lines.length > 0 ? ' more' : ''} without a gap.`] : []),
	];
}

function placeLines(place: CoveredPlace, look: Look): readonly string[] {
	const { width, style } = look;
	const name = place.name === undefined ? '' : `${visible(place.name)}  `;
	const head = shortened(`  ${`${place.line}:${place.column}`.padStart(8)}  ${name}${visible(lookOf(place))}`, width);
	const named = (state: 'not-handled' | 'cannot-tell'): string =>
		place.cells
			.filter((cell) => cell.required && cell.state === state)
			.map(({ value }) => visible(`${value}`))
			.join(', ');
	const [missing, unsure] = [named('not-handled'), named('cannot-tell')];
	const accepted = place.suppressedBy === undefined ? '' : ' (a comment accepts it)';
	const indent = ' '.repeat(12);
	return [
		head,
		...(missing === ''
			? []
			: wrapped(`${indent}not handled: ${missing}${accepted}`, width, indent).map((line) => style('red', line))),
		...(unsure === '' ? [] : wrapped(`${indent}cannot be told: ${unsure}`, width, indent)),
	];
}

/** Names after some words, in as many lines as they need; nothing where there is none. */
export function namesInLines(words: string, rows: readonly CodeRow[], { width, style }: Look): readonly string[] {
	if (rows.length === 0) return [];
	const most = 100;
	const names = rows.slice(0, most).map(({ value }) => visible(`${value}`));
	const more = rows.length > most ? ` and ${rows.length - most} more` : '';
	return [...wrapped(`  ${words}${names.join(', ')}${more}`, width, '    ').map((line) => style('dim', line))];
}

/** Breaks a text at its blanks. A word that is longer than the line stands alone. */
function wrapped(text: string, width: number, indent: string): readonly string[] {
	const lines: string[] = [];
	let line = /^ */.exec(text)?.[0] ?? '';
	for (const word of text.trim().split(/ +/)) {
		const isFirst = line.trim() === '';
		if (!isFirst && line.length + 1 + word.length > width) {
			lines.push(line);
			line = indent + word;
		} else line += isFirst ? word : ` ${word}`;
	}
	return [...lines, line];
}
