/** A value of a TOML file; numbers, dates and booleans are the text that stands for them. */
export type TomlValue = string | readonly TomlValue[] | TomlTable;
export type TomlTable = ReadonlyMap<string, TomlValue>;

type Table = Map<string, TomlValue>;

/** A word or a string as `text`, a mark such as `=`, or the end of a line. */
interface Token {
	readonly kind: 'text' | 'mark' | 'line';
	readonly text: string;
}

/**
 * What a TOML file (toml.io, version 1.0) says, as far as it can be understood: a line that is no TOML is passed over,
 * so that a file which is being written still says what it can. Of tables in a list, the last is kept.
 */
export function readToml(text: string): TomlTable {
	const reader = new TomlReader([...tokensIn(text)]);
	return reader.read();
}

/** The tables below some keys, each from the one before; `*` stands for any key. */
export function tablesAt(table: TomlTable, ...path: readonly string[]): readonly TomlTable[] {
	const [key, ...rest] = path;
	if (key === undefined) return [table];
	const found = key === '*' ? [...table.values()] : [table.get(key)];
	return found.flatMap((one) => (isTable(one) ? tablesAt(one, ...rest) : []));
}

/** The strings of the lists that are values of a table. */
export function listedIn(table: TomlTable, key: string): readonly string[] {
	const found = key === '*' ? [...table.values()] : [table.get(key)];
	return found.flatMap((one) => (isList(one) ? one.filter((item) => typeof item === 'string') : []));
}

export function isTable(value: TomlValue | undefined): value is TomlTable {
	return value instanceof Map;
}

function isList(value: TomlValue | undefined): value is readonly TomlValue[] {
	return Array.isArray(value);
}

class TomlReader {
	readonly #tokens: readonly Token[];
	#at = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	read(): TomlTable {
		const root: Table = new Map();
		let table = root;
		while (this.#at < this.#tokens.length) {
			if (this.#takes('[')) table = this.#header(root);
			else this.#pair(table);
			while (this.#at < this.#tokens.length && this.#next()?.kind !== 'line') this.#at++;
			this.#skipLines();
		}
		return root;
	}

	/** The table that `[a.b]` or `[[a.b]]` begins. */
	#header(root: Table): Table {
		const isItem = this.#takes('[');
		const path = this.#path();
		const key = path.pop() ?? '';
		const owner = path.reduce(tableIn, root);
		if (isItem) owner.delete(key);
		return tableIn(owner, key);
	}

	#pair(table: Table): void {
		const path = this.#path();
		const key = path.pop();
		if (key === undefined || !this.#takes('=')) return;
		const value = this.#value();
		if (value !== undefined) path.reduce(tableIn, table).set(key, value);
	}

	/** A key with dots; a word that is not quoted may hold some itself. */
	#path(): string[] {
		const path: string[] = [];
		for (let token = this.#next(); token?.kind === 'text'; token = this.#next()) {
			this.#at++;
			path.push(token.text);
			if (!this.#takes('.')) break;
		}
		return path;
	}

	#value(): TomlValue | undefined {
		if (this.#takes('[')) return this.#list();
		if (this.#takes('{')) return this.#inlineTable();
		const text = this.#next();
		if (text?.kind !== 'text') return undefined;
		this.#at++;
		// The parts of a number or a date: `1.5`.
		while (this.#takes('.')) if (this.#next()?.kind === 'text') this.#at++;
		return text.text;
	}

	#list(): readonly TomlValue[] {
		const list: TomlValue[] = [];
		for (;;) {
			this.#skipLines();
			const value = this.#value();
			if (value !== undefined) list.push(value);
			this.#skipLines();
			if (!this.#takes(',')) break;
		}
		this.#takes(']');
		return list;
	}

	#inlineTable(): TomlTable {
		const table: Table = new Map();
		for (;;) {
			this.#skipLines();
			this.#pair(table);
			this.#skipLines();
			if (!this.#takes(',')) break;
		}
		this.#takes('}');
		return table;
	}

	#next(): Token | undefined {
		return this.#tokens[this.#at];
	}

	#takes(mark: string): boolean {
		const token = this.#next();
		const found = token?.kind === 'mark' && token.text === mark;
		if (found) this.#at++;
		return found;
	}

	#skipLines(): void {
		while (this.#next()?.kind === 'line') this.#at++;
	}
}

/** The table under a key, made where there is none. */
function tableIn(owner: Table, key: string): Table {
	const found = owner.get(key);
	if (found instanceof Map) return found;
	const made: Table = new Map();
	owner.set(key, made);
	return made;
}

/** Space and comments; words; strings of three quotes, of double and of single ones, to their end or the line's; marks. */
const token =
	/([^\S\n]+|#[^\n]*)|([^\s[\]{},=."'#]+)|"""([\s\S]*?)(?:"""|$)|'''([\s\S]*?)(?:'''|$)|"([^"\\\n]*(?:\\[^\n][^"\\\n]*)*)"?|'([^'\n]*)'?|([[\]{},=.])|[\s\S]/g;

function* tokensIn(text: string): Generator<Token> {
	for (const [, space, word, long, longRaw, quoted, raw, mark] of text.matchAll(token)) {
		if (space !== undefined) continue;
		// Names of packages need none of the longer escapes.
		const string = word ?? long ?? longRaw ?? raw ?? quoted?.replaceAll(/\\(["\\])/g, '$1');
		if (string !== undefined) yield { kind: 'text', text: string };
		else if (mark !== undefined) yield { kind: 'mark', text: mark };
		else yield { kind: 'line', text: '\n' };
	}
}
