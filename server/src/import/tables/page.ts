/** A documentation page, whatever it was written in. Its texts are Markdown without HTML and images. */
export interface Page {
	/** What the page calls itself, the surest first: its title, its first heading. Plain text. */
	readonly titles: readonly string[];
	/** What the site calls itself, where the page says so. */
	readonly siteName?: string;
	/** The page's own address. */
	readonly url?: string;
	readonly blocks: readonly Block[];
	/** Sentences on what could not be read. */
	readonly notes: readonly string[];
	/** Whether somebody made a file of these rows alone, which then need not say that they are about errors. */
	readonly isRowsAlone?: true;
}

export type Block = Heading | Prose | CellTable | Terms | List | Sample;

export interface Heading {
	readonly kind: 'heading';
	/** 1 is the highest. */
	readonly level: number;
	readonly text: string;
}

export interface Prose {
	readonly kind: 'prose';
	readonly text: string;
}

export interface CellTable {
	readonly kind: 'table';
	/** Undefined where the source does not say which row is the header; then the first may be one. */
	readonly header?: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly caption?: string;
}

/** Terms that are told apart from what is said of them. */
export interface Terms {
	readonly kind: 'terms';
	readonly items: readonly { readonly term: string; readonly text: string }[];
}

/** A list, whose items may begin with a term. */
export interface List {
	readonly kind: 'list';
	readonly items: readonly string[];
}

/** Code: a response's body, or how to call the API. */
export interface Sample {
	readonly kind: 'sample';
	readonly text: string;
}

/** Rows, or list items, of a page that are read at most; no catalog takes more entries. */
export const mostRows = 20_000;
/** UTF-16 units of a text that are kept; what is longer is cut, as catalogs cut it. */
export const longestText = 4_000;
/** UTF-16 units of a page that are read at most. */
export const longestPage = 4_000_000;

/** The beginning of a text, where it is longer than what is kept. */
export function clipped(text: string, most: number = longestText): string {
	return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
