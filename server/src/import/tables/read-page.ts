import type { DraftEntry, ImportReading } from '../draft.ts';
import { envelopeOf, namesIn, numericCodes } from './about-api/envelope.ts';
import { addressIn, errorsOf, hostsIn, nameOf } from './about-api/page-name.ts';
import { bodiesIn } from './about-api/sample-bodies.ts';
import {
	isAboutErrors,
	isAboutShape,
	type NumberClues,
	numbersMean,
	type Place,
	saysStatuses,
	statusOfHeadings,
} from './blocks/about-errors.ts';
import type { Columns } from './blocks/columns.ts';
import { placesOn, withRecordTables, withTermParagraphs } from './blocks/places.ts';
import { sectionsOf } from './blocks/read-sections.ts';
import { readTable, withHeader } from './blocks/read-table.ts';
import { readTerms, termsOfList } from './blocks/read-terms.ts';
import { plain } from './cells/cell-text.ts';
import type { Found } from './cells/found.ts';
import { entriesOf } from './entries.ts';
import { type Block, type CellTable, mostRows, type Page } from './page.ts';

/** What one table, one list or the headings of one part of a page gave. */
interface PartReading {
	readonly entries: readonly DraftEntry[];
	readonly notes: readonly string[];
	/** Names in the first column of a table of fields. */
	readonly fields: readonly string[];
}

/** Reads the errors of a page, whatever it was written in: tables, lists, headings; and what it says of the API. */
export function readPage(page: Page): ImportReading {
	const blocks = withTermParagraphs(withRecordTables(page.blocks));
	const samples = textsOf(blocks, 'sample');
	const bodies = bodiesIn(samples);
	const clues: NumberClues = {
		codesInSamples: numericCodes(bodies),
		hasStatusList: blocks.some((block) => block.kind === 'heading' && saysStatuses(block.text)),
	};
	const parts = partsOf({ ...page, blocks }, clues, namesIn(bodies));
	const entries = parts.flatMap((part) => part.entries).slice(0, mostRows);
	const fields = parts.flatMap((part) => part.fields);
	const texts = [...textsOf(blocks, 'heading'), ...textsOf(blocks, 'prose')];
	const envelope = envelopeOf(bodies, fields, entries);
	const hosts = hostsIn(samples, texts);
	const own = errorsOf(page.titles[0] ?? '');
	const name = own?.name ?? nameOf(page.titles, page.siteName, texts);
	const url = page.url ?? addressIn(texts);
	return {
		draft: {
			...(name !== undefined && { name }),
			...(own?.version !== undefined && { version: own.version }),
			...(url !== undefined && { url }),
			...(hosts.length > 0 && { hosts }),
			...(envelope && { envelope }),
			entries,
		},
		notes: notesOf(page, parts, entries),
	};
}

function textsOf(blocks: readonly Block[], kind: 'sample' | 'heading' | 'prose'): readonly string[] {
	return blocks.flatMap((block) => (block.kind === kind ? [block.text] : []));
}

/** In the order of the page: what tables and lists say, and what stands beneath headings that name an error. */
function partsOf(page: Page, clues: NumberClues, fieldNames: ReadonlySet<string>): readonly PartReading[] {
	const places = placesOn(page);
	const taken = new Set<number>();
	const sections = sectionsOf(page.blocks).map((group): readonly [number, PartReading | undefined] => {
		const at = group[0]?.at ?? 0;
		const place = places[at];
		const found = group.map((section) => section.found);
		const above = place && { ...place, headings: place.headings.slice(0, -1) };
		if (above === undefined || !isAboutErrors(above, found)) return [at, undefined];
		for (const { at: start, end } of group) for (let inside = start; inside <= end; inside++) taken.add(inside);
		return [at, partWith(found, above, clues)];
	});
	const read = page.blocks.map((block, at): readonly [number, PartReading | undefined] => {
		const place = places[at];
		return [at, place && !taken.has(at) ? partOf(block, place, clues, fieldNames) : undefined];
	});
	return [...read, ...sections].toSorted(([a], [b]) => a - b).flatMap(([, part]) => part ?? []);
}

function partOf(
	block: Block,
	place: Place,
	clues: NumberClues,
	fieldNames: ReadonlySet<string>,
): PartReading | undefined {
	if (block.kind === 'table') return tablePart(block, place, clues);
	if (block.kind !== 'terms' && block.kind !== 'list') return undefined;
	const found = readTerms(block.kind === 'list' ? termsOfList(block) : block);
	if (found === undefined || isAboutShape(place) || !isAboutErrors(place, found)) return undefined;
	const fields = found.filter(({ words }) => words.some((word) => fieldNames.has(word)));
	return fields.length > found.length / 2 ? undefined : partWith(found, place, clues);
}

function tablePart(table: CellTable, place: Place, clues: NumberClues): PartReading | undefined {
	const headed = withHeader(table);
	const reading = readTable(headed);
	const headedPlace = { ...place, header: headed.header ?? [] };
	if (reading === undefined || !isAboutErrors(headedPlace, reading.found)) return passedOver(table, headed.header);
	const part = partWith(reading.found, headedPlace, clues, reading.columns);
	const rows = reading.passedOver;
	const note = `${rows} ${rows === 1 ? 'row of the table' : 'rows of the table'}${under(place)} ${rows === 1 ? 'names' : 'name'} no error.`;
	const cut =
		table.rows.length > mostRows ? [`Only the first ${mostRows} rows of the table${under(place)} were read.`] : [];
	return { ...part, notes: [...part.notes, ...(rows > 0 ? [note] : []), ...cut] };
}

function under({ headings }: Place): string {
	const heading = headings.at(-1);
	return heading === undefined ? '' : ` under “${heading.slice(0, 60)}”`;
}

function partWith(found: readonly Found[], place: Place, clues: NumberClues, columns: Columns = []): PartReading {
	const above = columns.includes('status') ? undefined : statusOfHeadings(place.headings);
	return { ...entriesOf(found, numbersMean(found, place, clues, columns), above), fields: [] };
}

function passedOver({ rows }: CellTable, header: readonly string[] | undefined): PartReading | undefined {
	if (rows.length === 0) return undefined;
	const columns = header?.map((cell) => plain(cell).slice(0, 40)).filter((cell) => cell !== '') ?? [];
	const what =
		columns.length > 0 ? `A table with the columns ${columns.slice(0, 8).join(', ')}` : 'A table without a header';
	return {
		entries: [],
		notes: [`${what} is no table of errors.`],
		fields: rows.slice(0, 100).map((row) => plain(row[0] ?? '')),
	};
}

/** Notes that a preview shows at most. */
const mostNotes = 20;

function notesOf(page: Page, parts: readonly PartReading[], entries: readonly DraftEntry[]): readonly string[] {
	const nothing = entries.length === 0 ? ['No table, list or heading here names an error.'] : [];
	const notes = [...new Set([...nothing, ...page.notes, ...parts.flatMap((part) => part.notes)])];
	const more = notes.length - mostNotes;
	return more > 0 ? [...notes.slice(0, mostNotes), `There are ${more} more notes of this kind.`] : notes;
}
