import { Language as Grammar, Parser } from 'web-tree-sitter';
import { type BlockRow, changedBlock, type Reading, readBlocks, readPart } from './blocks.ts';
import type { Block } from './code.ts';
import { movedBy, type Sketch, sketchOf } from './idle-blocks.ts';
import type { Dialect, Language, TopLevel } from './language.ts';
import { countParseErrors } from './parse-errors.ts';
import { type CompiledRoles, compileRoles } from './parts/node-roles.ts';
import type { ModuleWords } from './read-modules.ts';
import { changeBetween, changeInBoth, editedTree, pointAt, textStart } from './text-change.ts';

/** Milliseconds after which a file is given up, unless somebody has more time. */
const parseBudget = 2_000;
/** UTF-16 units: files above are not read. */
export const sizeLimit = 10_000_000;
/** UTF-16 units: broken files below are parsed afresh, because an incremental parse may see an error otherwise. */
const freshLimit = 40_000;

/** How much longer than it took to give a text up it is left alone: whoever types in it would wait at each keystroke. */
const patience = 10;

/** UTF-16 units: what is parsed anew for a change of this size costs next to nothing. */
const nearby = 1_000;

/** A dialect with its grammar and what the grammar's nodes mean. */
interface Loaded {
	readonly parser: Parser;
	readonly roles: CompiledRoles;
	readonly modules: ModuleWords;
	readonly readAs: NonNullable<Language['readAs']>;
	readonly topLevel: TopLevel | undefined;
}

/** A text of which only what may matter was parsed. */
interface Sketched {
	readonly text: string;
	readonly sketch: Sketch;
	readonly reading: Reading;
	readonly blocks: readonly Block[];
}

/** Does something that compiles WebAssembly which is to stay as it is compiled first. */
type Unoptimized = <Result>(compile: () => Promise<Result>) => Promise<Result>;

/** Says whether a block's text can have anything to say; the rest is never queried. */
export interface Interest {
	mayMatter(text: string): boolean;
}

/** Turns text into Code. Grammars are loaded when the first file of their dialect is read. */
export class CodeReader {
	readonly #readAsset: (name: string) => Promise<Uint8Array>;
	readonly #languages: readonly Language[];
	readonly #budget: number;
	readonly #unoptimized: Unoptimized | undefined;
	readonly #loaded = new Map<string, Promise<Loaded>>();
	readonly #readings = new Map<string, Reading>();
	readonly #sketched = new Map<string, Sketched>();
	/** Until when texts are left alone whose parse was too slow, as `performance.now` counts. */
	readonly #leftAlone = new Map<string, number>();
	#started: Promise<void> | undefined;

	/**
	 * @param budget milliseconds after which a file is given up: the less, the sooner somebody is who waits for others
	 * @param unoptimized what compiles grammars that are costly to optimize
	 */
	constructor(
		languages: readonly Language[],
		readAsset: (name: string) => Promise<Uint8Array>,
		budget: number = parseBudget,
		unoptimized?: Unoptimized,
	) {
		this.#unoptimized = unoptimized;
		this.#budget = budget;
		this.#languages = languages;
		this.#readAsset = readAsset;
	}

	/** The language and dialect with an editor's id; undefined where we do not read it. */
	find(languageId: string): { readonly language: Language; readonly dialect: Dialect } | undefined {
		for (const language of this.#languages) {
			const dialect = language.dialects.find((one) => one.id === languageId);
			if (dialect) return { language, dialect };
		}
		return undefined;
	}

	/**
	 * The blocks of a text that can matter, in order. What is kept under `key` from an earlier reading is used again
	 * where the text is the same. Undefined where the language is unknown, the text too large, or its parse too slow, now or
	 * a moment ago.
	 */
	async read(key: string, languageId: string, text: string, interest: Interest): Promise<readonly Block[] | undefined> {
		const began = performance.now();
		if (began < (this.#leftAlone.get(key) ?? 0)) return undefined;
		const reading = await this.#readingOf(key, languageId, text, interest, true);
		const now = performance.now();
		if (reading) this.#leftAlone.delete(key);
		else this.#leftAlone.set(key, now + patience * (now - began));
		return reading?.rows.filter(isRead);
	}

	/**
	 * The blocks of a text that is not edited afterwards, as `read` gives them; where that can be told beforehand, only those
	 * are parsed. What is kept under `key` serves the same text once more.
	 */
	async readSparingly(
		key: string,
		languageId: string,
		text: string,
		interest: Interest,
	): Promise<readonly Block[] | undefined> {
		const found = this.find(languageId);
		if (!found?.language.topLevel || text.length > sizeLimit) return this.read(key, languageId, text, interest);
		const loaded = await this.#load(found.language, found.dialect);
		const blocks = this.#readings.has(key) ? undefined : this.#sketch(key, loaded, text, interest, languageId);
		return blocks ?? this.read(key, languageId, text, interest);
	}

	/** Undefined where all of the text may matter, or what is left cannot be read without the rest. */
	#sketch(
		key: string,
		loaded: Loaded,
		text: string,
		interest: Interest,
		languageId: string,
	): readonly Block[] | undefined {
		const kept = this.#sketched.get(key);
		const before = kept?.text === text ? kept : undefined;
		if (before?.reading.interest === interest) return before.blocks;
		const isSame = before && !before.sketch.idle.some((piece) => interest.mayMatter(piece));
		const sketch = isSame ? before.sketch : loaded.topLevel && sketchOf(text, loaded.topLevel, interest);
		const reading =
			sketch && this.#parse(loaded, sketch.text, isSame ? before.reading : undefined, interest, languageId);
		if (kept && kept.reading.tree !== reading?.tree) this.forget(key);
		if (!reading) return undefined;
		const blocks = reading.tree.rootNode.hasError ? undefined : placed(reading.rows, sketch);
		if (blocks) this.#sketched.set(key, { text, sketch, reading, blocks });
		else {
			reading.tree.delete();
			this.#sketched.delete(key);
		}
		return blocks;
	}

	/**
	 * Reads a text that differs from the one kept under `key` in one block, and keeps nothing: only that block is parsed.
	 * Undefined where it differs in more, or in what the parser could make nothing of.
	 */
	async readBlockOnce(
		key: string,
		languageId: string,
		text: string,
		interest: Interest,
	): Promise<readonly Block[] | undefined> {
		const found = this.find(languageId);
		const kept = this.#readings.get(key);
		if (!found || kept?.languageId !== languageId) return undefined;
		const block = changedBlock(kept, changeBetween(kept.text, text));
		if (!block) return undefined;
		const { parser, roles, modules, readAs } = await this.#load(found.language, found.dialect);
		const { opening = '' } = found.dialect;
		const part = opening + text.slice(block.start, block.end);
		const spelled = readAs(part);
		const tree = parser.parse(spelled, null, budgetOf(this.#budget));
		if (!tree) {
			parser.reset();
			return undefined;
		}
		const none = { before: undefined, old: undefined, change: undefined, mark: textStart };
		const rows = readPart(tree, block.start - opening.length, {
			...none,
			roles,
			modules,
			text: part,
			spelled,
			interest,
			languageId,
		});
		tree.delete();
		return [...block.before, ...rows, ...block.after].filter(isRead);
	}

	/** Reads a text once and keeps nothing; what is kept under `key` only makes it faster. */
	async readOnce(
		key: string,
		languageId: string,
		text: string,
		interest: Interest,
	): Promise<readonly Block[] | undefined> {
		const reading = await this.#readingOf(key, languageId, text, interest, false);
		if (reading && reading.tree !== this.#readings.get(key)?.tree) reading.tree.delete();
		return reading?.rows.filter(isRead);
	}

	/** At how many places a text cannot be parsed; undefined where it is not read at all. */
	async countErrors(languageId: string, text: string): Promise<number | undefined> {
		const found = this.find(languageId);
		if (!found || text.length > sizeLimit) return undefined;
		const { parser, readAs } = await this.#load(found.language, found.dialect);
		const tree = parser.parse(readAs(text), null, budgetOf(this.#budget));
		if (!tree) parser.reset();
		const count = tree && countParseErrors(tree.rootNode);
		tree?.delete();
		return count ?? undefined;
	}

	/** Whether what is kept under the key is of a text that differs in one small place at most. */
	isNear(key: string, text: string): boolean {
		const kept = this.#readings.get(key);
		if (!kept) return false;
		const { start, oldEnd, newEnd } = changeBetween(kept.text, text);
		return Math.max(oldEnd, newEnd) - start < nearby;
	}

	/** Frees what is kept under the key. */
	forget(key: string): void {
		this.#readings.get(key)?.tree.delete();
		this.#readings.delete(key);
		this.#leftAlone.delete(key);
		this.#sketched.get(key)?.reading.tree.delete();
		this.#sketched.delete(key);
	}

	/** @param isKept at once, as others may free in between what is kept under the key */
	async #readingOf(
		key: string,
		languageId: string,
		text: string,
		interest: Interest,
		isKept: boolean,
	): Promise<Reading | undefined> {
		const found = this.find(languageId);
		if (!found || text.length > sizeLimit) return undefined;
		const loaded = await this.#load(found.language, found.dialect);
		const before = this.#readings.get(key);
		const known = before?.languageId === languageId ? before : undefined;
		const reading = this.#parse(loaded, text, known, interest, languageId);
		if (reading && isKept) this.#keep(key, reading);
		return reading;
	}

	#keep(key: string, reading: Reading): void {
		const before = this.#readings.get(key);
		if (before && before.tree !== reading.tree) before.tree.delete();
		this.#readings.set(key, reading);
	}

	#parse(
		{ parser, roles, modules, readAs }: Loaded,
		text: string,
		before: Reading | undefined,
		interest: Interest,
		languageId: string,
	): Reading | undefined {
		const spelled = before?.text === text ? before.spelled : readAs(text);
		const asked = { roles, modules, text, spelled, interest, languageId, before };
		if (before?.text === text) {
			if (before.interest === interest) return before;
			return readBlocks({ ...asked, tree: before.tree, old: undefined, change: undefined, mark: before.mark });
		}
		const options = budgetOf(this.#budget);
		const change = before && changeInBoth(before, asked);
		const mark = before && change ? pointAt(before.mark, before.text, change.start) : textStart;
		const old = before && change ? editedTree(before.tree, before.text, text, change, mark) : undefined;
		let tree = parser.parse(spelled, old, options);
		if (tree && old && tree.rootNode.hasError && text.length < freshLimit) {
			tree.delete();
			tree = parser.parse(spelled, null, options);
		}
		if (!tree) parser.reset();
		const reading = tree && readBlocks({ ...asked, tree, old, change, mark });
		old?.delete();
		return reading ?? undefined;
	}

	#load(language: Language, dialect: Dialect): Promise<Loaded> {
		const known = this.#loaded.get(dialect.id);
		if (known) return known;
		const loading = this.#loadNow(language, dialect);
		this.#loaded.set(dialect.id, loading);
		// A grammar that could not be read, say after an update, is asked for again.
		loading.catch(() => this.#loaded.delete(dialect.id));
		return loading;
	}

	async #loadNow(language: Language, dialect: Dialect): Promise<Loaded> {
		this.#started ??= this.#readAsset('web-tree-sitter.wasm').then((wasmBinary) =>
			Parser.init({ wasmBinary, locateFile: (name: string) => name }),
		);
		await this.#started;
		const bytes = await this.#readAsset(dialect.grammar);
		const load = (): Promise<Grammar> => Grammar.load(bytes);
		const grammar = await (dialect.isCostlyToOptimize && this.#unoptimized ? this.#unoptimized(load) : load());
		const parser = new Parser();
		parser.setLanguage(grammar);
		return {
			parser,
			roles: compileRoles(grammar, { ...language.nodes, ...dialect.nodes }, language.pieces),
			modules: language,
			topLevel: language.topLevel,
			readAs: language.readAs ?? ((text) => text),
		};
	}
}

/** The blocks of a sketch where they stand in the whole text; undefined where one reaches over what was left out. */
function placed(rows: readonly BlockRow[], sketch: Sketch): readonly Block[] | undefined {
	const blocks: Block[] = [];
	for (const row of rows) {
		const by = movedBy(row, sketch);
		if (by === undefined) return undefined;
		if (isRead(row)) blocks.push({ ...row, start: row.start + by, end: row.end + by });
	}
	return blocks;
}

/** Stops a parse that takes too long. */
function budgetOf(milliseconds: number): { readonly progressCallback: () => boolean } {
	const deadline = performance.now() + milliseconds;
	return { progressCallback: () => performance.now() > deadline };
}

function isRead(row: BlockRow): row is BlockRow & Block {
	return row.code !== undefined;
}
