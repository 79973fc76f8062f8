import { plain } from '../cells/cell-text.ts';
import type { Block, CellTable, Page, Terms } from '../page.ts';
import type { Place } from './about-errors.ts';
import { recordOf } from './read-terms.ts';

/** Where each block of a page stands, in their order. */
export function placesOn({ blocks, titles, isRowsAlone }: Page): readonly Place[] {
	let open: readonly { readonly level: number; readonly text: string }[] = [];
	let headings: readonly string[] = [];
	let before = '';
	return blocks.map((block): Place => {
		if (block.kind === 'heading') {
			open = [...open.filter(({ level }) => level < block.level), { level: block.level, text: plain(block.text) }];
			headings = open.map(({ text }) => text);
			before = '';
		}
		const caption = block.kind === 'table' ? plain(block.caption ?? '') : '';
		const header = block.kind === 'table' ? (block.header ?? []) : [];
		const place = { headings, titles, before, caption, header, isRowsAlone: isRowsAlone === true };
		if (block.kind === 'prose') before = plain(block.text.slice(-400));
		return place;
	});
}

/** Makes one table of records that follow each other, each a list of the same labels: `Name`, `Type`, `Description`. */
export function withRecordTables(blocks: readonly Block[]): readonly Block[] {
	const made: Block[] = [];
	let rows: (readonly string[])[] = [];
	let header: readonly string[] = [];
	const close = () => {
		if (rows.length > 0) made.push({ kind: 'table', header, rows } satisfies CellTable);
		rows = [];
	};
	for (const block of blocks) {
		const record = block.kind === 'terms' ? recordOf(block satisfies Terms) : undefined;
		if (rows.length > 0 && record?.header.join('\n') !== header.join('\n')) close();
		if (record === undefined) made.push(block);
		else {
			header = record.header;
			rows.push(record.row);
		}
	}
	close();
	return made;
}

/** Makes one list of paragraphs that follow each other and each begin with a line that is a term in bold or code. */
export function withTermParagraphs(blocks: readonly Block[]): readonly Block[] {
	const made: Block[] = [];
	let items: { readonly term: string; readonly text: string }[] = [];
	const close = () => {
		if (items.length > 0) made.push({ kind: 'terms', items });
		items = [];
	};
	for (const block of blocks) {
		const [, term, text] = block.kind === 'prose' ? (termLine.exec(block.text) ?? []) : [];
		if (term !== undefined && text !== undefined) items.push({ term, text: text.replace(/^:\s+/, '') });
		else {
			close();
			made.push(block);
		}
	}
	close();
	return made;
}

const termLine = /^(\*\*[^*\n]{1,120}\*\*|`[^`\n]{1,120}`)[ \t]*\n([\s\S]+)$/;
