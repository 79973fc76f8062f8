import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Block, Code, Import } from '../syntax/code.ts';
import type { CodeReader, Interest } from '../syntax/code-reader.ts';
import type { Language } from '../syntax/language.ts';
import type { Analysis, InPlay } from './analysis.ts';
import { type BlockFacts, blockFactsOf, isKnown } from './block-facts.ts';
import { readDirectives } from './directives/directives.ts';
import { whyQuiet } from './directives/quiet-files.ts';
import { evidenceOf, shownBy } from './evidence/evidence.ts';
import { type FileFacts, factsOf } from './file-facts.ts';
import { setUpIn } from './handled/set-ups.ts';
import { hasNumber, interestIn, type Wanted } from './interest.ts';
import { JudgedBlocks, judgedAt } from './judged-blocks.ts';
import { type LabelSite, labelSiteAt } from './label-site.ts';
import { type AskNeighbourhood, alone, type Neighbourhood } from './names/neighbourhood.ts';
import { interestForOthers, maySpeak, type Outline, outlineOf, silent } from './names/outline.ts';
import { placeholder } from './placeholder.ts';
import type { Resolving } from './resolving.ts';
import { keyOfDocument, type SourceDocument } from './source-document.ts';
import { speaksHttp } from './status/block-signs.ts';

/** What surrounds a document and is not in its text. */
export interface AnalysisContext {
	readonly catalogs: CatalogIndex;
	/** Ids of the APIs that the settings name for the document; `none` switches off. */
	readonly told: readonly string[];
	/** Ids of the APIs that the project names as those that it uses; `none` switches off what shows no other. */
	readonly inUse?: readonly string[];
	/** What manifests and other files of the workspace show. */
	readonly workspace: readonly InPlay[];
	/** The packages that the project around the document depends on; undefined where that is not known. */
	readonly dependencies?: ReadonlySet<string> | undefined;
	/** Left out where the document stands alone. */
	readonly neighbourhood?: AskNeighbourhood | undefined;
	readonly requiredCodes: readonly string[];
	/** The glob of the settings that says the document is a test; undefined for others. */
	readonly testGlob: string | undefined;
	/** Says of a block whether it matters; where this is given, others are not read. */
	readonly matters?: (block: string) => boolean;
}

interface Kept {
	readonly version: number;
	readonly context: AnalysisContext;
	readonly analysis: Promise<Analysis | undefined>;
}

/** How often blocks are asked again whether they matter: a table's name leads to what looks into it, that to a function. */
const mostRounds = 4;

/** Analyses documents, each version once. */
export class Analyzer {
	readonly #reader: CodeReader;
	readonly #wanted: Wanted;
	readonly #kept = new Map<string, Kept>();
	readonly #interests = new Map<string, { catalogs: CatalogIndex; names: string; interest: Interest }>();
	readonly #judged = new JudgedBlocks();
	readonly #facts = new WeakMap<Code, { readonly catalogs: CatalogIndex; readonly facts: BlockFacts }>();
	/** Names of constants in a document that stand for codes. */
	readonly #names = new Map<string, readonly string[]>();
	readonly #around = new Map<string, Around>();

	/** @param wanted of documents: where it is not everything, those that are analysed must not be edited */
	constructor(reader: CodeReader, wanted: Wanted = 'everything') {
		this.#reader = reader;
		this.#wanted = wanted;
	}

	/** Undefined where the language is unknown, or the text too large or too slow to parse. */
	analyze(document: SourceDocument, context: AnalysisContext): Promise<Analysis | undefined> {
		const key = keyOfDocument(document);
		const kept = this.#kept.get(key);
		if (kept?.version === document.version && kept.context === context) return kept.analysis;
		const analysis = this.#analyze(document, context);
		this.#kept.set(key, { version: document.version, context, analysis });
		return analysis;
	}

	/** Where a code or a status may be typed at an offset, in code that may be unfinished. */
	async labelSite(document: SourceDocument, offset: number, context: AnalysisContext): Promise<LabelSite | undefined> {
		const found = this.#reader.find(document.languageId);
		if (!found || context.told.includes('none')) return undefined;
		// The copy is read from what is known of the document: a tree of much the same text, the names of its tables.
		const text = document.getText();
		if (!this.#reader.isNear(keyOfDocument(document), text))
			await this.#readAll(document, text, found.language, context);
		const holdsPlace = ({ start, end }: Block): boolean => start <= offset && offset <= end + placeholder.length;
		const analyzeCopy = (copy: SourceDocument): Promise<Analysis | undefined> =>
			this.#analyze(copy, context, holdsPlace);
		return labelSiteAt({ document, offset, language: found.language, analyzeCopy });
	}

	/**
	 * What a file that need not be open says to the files around it; nothing is kept of it. Undefined where the language
	 * is unknown, or the text too large or too slow to parse.
	 */
	async outline(
		{ languageId, text }: { readonly languageId: string; readonly text: string },
		catalogs: CatalogIndex,
	): Promise<Outline | undefined> {
		const found = this.#reader.find(languageId);
		if (found && !maySpeak(text, found.language, catalogs)) return silent;
		const blocks =
			found && (await this.#reader.readOnce('', languageId, text, interestForOthers(found.language, catalogs)));
		if (!blocks) return undefined;
		return outlineOf(blocks, text, found.language, catalogs);
	}

	/** Frees what is kept of a document that was closed, and of all code in it. */
	forget(uri: string): void {
		for (const key of [...this.#kept.keys(), ...this.#names.keys()])
			if (key === uri || key.startsWith(`${uri}#`)) this.#forgetKey(key);
	}

	#forgetKey(key: string): void {
		this.#kept.delete(key);
		this.#judged.forget(key);
		this.#names.delete(key);
		this.#around.delete(key);
		this.#interests.delete(key);
		this.#reader.forget(key);
	}

	/** @param only the blocks to be judged in a copy, of which nothing is kept */
	async #analyze(
		document: SourceDocument,
		context: AnalysisContext,
		only?: (block: Block) => boolean,
	): Promise<Analysis | undefined> {
		const found = this.#reader.find(document.languageId);
		if (!found) return undefined;
		const text = document.getText();
		const blocks = only
			? await this.#readCopy(document, text, context)
			: await this.#readAll(document, text, found.language, context);
		return blocks && this.#judge({ document, text, context, ...found }, blocks, only);
	}

	/**
	 * Blocks may use a constant whose name tells nothing, so they are asked again where the names turn out to be others
	 * than in the version before; those that are read then may bring further names.
	 */
	async #readAll(
		document: SourceDocument,
		text: string,
		language: Language,
		context: AnalysisContext,
	): Promise<readonly Block[] | undefined> {
		const { catalogs } = context;
		const key = keyOfDocument(document);
		for (let round = 1; ; round++) {
			const guess = this.#names.get(key) ?? [];
			const interest = this.#interestFor(key, context);
			const blocks = await this.#read(key, document.languageId, text, interest);
			if (!blocks) return undefined;
			const { constants } = await this.#lookAround(key, blocks, context);
			const own = blocks.flatMap(({ code }) => this.#factsOf(code, language, catalogs).names);
			const names = [...new Set([...own, ...namesOfCodes(constants, catalogs)])].sort();
			this.#names.set(key, names);
			if (names.join() === guess.join() || round === mostRounds) return blocks;
		}
	}

	#read(key: string, languageId: string, text: string, interest: Interest): Promise<readonly Block[] | undefined> {
		if (this.#wanted === 'everything') return this.#reader.read(key, languageId, text, interest);
		return this.#reader.readSparingly(key, languageId, text, interest);
	}

	/** What the files around a document lend to it; asked for anew when it imports something else. */
	async #lookAround(
		key: string,
		blocks: readonly Block[],
		{ neighbourhood: ask }: AnalysisContext,
	): Promise<Neighbourhood> {
		if (!ask) return alone;
		const imports = blocks.flatMap(({ code }) => code.imports);
		const kept = this.#around.get(key);
		if (kept?.ask === ask && isSame(kept.imports, imports)) return kept.neighbourhood;
		const neighbourhood = await ask(imports);
		this.#around.set(key, { ask, imports, neighbourhood });
		return neighbourhood;
	}

	async #readCopy(
		document: SourceDocument,
		text: string,
		context: AnalysisContext,
	): Promise<readonly Block[] | undefined> {
		const key = keyOfDocument(document);
		const interest = this.#interestFor(key, context);
		const near = await this.#reader.readBlockOnce(key, document.languageId, text, interest);
		return near ?? this.#reader.readOnce(key, document.languageId, text, interest);
	}

	/** The last one made for a document is used again as long as the same names count in it. */
	#interestFor(key: string, { catalogs, matters }: AnalysisContext): Interest {
		const names = this.#names.get(key) ?? [];
		const listed = names.join();
		const kept = this.#interests.get(key);
		if (kept?.catalogs === catalogs && kept.names === listed) return kept.interest;
		const all = interestIn(catalogs, new Set(names), this.#wanted);
		const interest = matters ? { mayMatter: (text: string) => matters(text) && all.mayMatter(text) } : all;
		this.#interests.set(key, { catalogs, names: listed, interest });
		return interest;
	}

	#judge(read: ReadDocument, blocks: readonly Block[], only: ((block: Block) => boolean) | undefined): Analysis {
		const { document, text, context, language, dialect } = read;
		const key = keyOfDocument(document);
		const { catalogs, told, inUse = [], workspace, requiredCodes } = context;
		const own = blocks.map(({ code }) => [code, this.#factsOf(code, language, catalogs)] as const);
		const around = this.#around.get(key)?.neighbourhood ?? alone;
		const facts = this.#withUnread(factsOf(own, around), blocks, text);
		const blockFacts = own.map(([, one]) => one);
		const directives = readDirectives(blocks, text, catalogs);
		const question = { blocks: blockFacts, facts, catalogs, directive: directives.apis };
		const shows = shownBy(question);
		const inPlay = evidenceOf({ ...question, shows, settings: told, inUse, near: around.inPlay, workspace });
		const resolving: Resolving = {
			facts,
			catalogs,
			inPlay,
			requiredCodes,
			setUp: setUpIn(language, blockFacts, facts),
			declaredType: language.declaredType,
			responseStatus: language.responseStatus,
		};
		const asked = directives.apis?.includes('none') ? [] : only ? blocks.filter(only) : blocks;
		const known = only ? undefined : this.#judged.in(key, blockFacts, resolving, around);
		const analyzed = asked.map(({ start, code }) => judgedAt(start, code, resolving, known));
		const quiet = only ? 'a value is being typed' : whyQuiet(document, context.testGlob, directives.apis !== undefined);
		const { dependencies } = context;
		const said = { facts, inPlay, shows, dependencies, directives, blocks: analyzed, quiet };
		return { document, language, dialect, catalogs, ...said };
	}

	/** Blocks that are read where everything is wanted say whether the file speaks of HTTP, also where they are not read. */
	#withUnread(facts: FileFacts, blocks: readonly Block[], text: string): FileFacts {
		if (this.#wanted === 'everything' || facts.speaksHttp) return facts;
		return { ...facts, speaksHttp: between(blocks, text).some((one) => hasNumber(one) && speaksHttp(one)) };
	}

	#factsOf(code: Code, language: Language, catalogs: CatalogIndex): BlockFacts {
		const kept = this.#facts.get(code);
		if (kept?.catalogs === catalogs) return kept.facts;
		const facts = blockFactsOf(code, language, catalogs);
		this.#facts.set(code, { catalogs, facts });
		return facts;
	}
}

interface ReadDocument {
	readonly document: SourceDocument;
	readonly text: string;
	readonly context: AnalysisContext;
	readonly language: Language;
	readonly dialect: Analysis['dialect'];
}

/** What is around a document that has the imports. */
interface Around {
	readonly ask: AskNeighbourhood;
	readonly imports: readonly Import[];
	readonly neighbourhood: Neighbourhood;
}

/** What stands between the blocks, from one line that is not indented to the next. */
function between(blocks: readonly Block[], text: string): readonly string[] {
	const starts = [0, ...blocks.map(({ end }) => end)];
	const ends = [...blocks.map(({ start }) => start), text.length];
	return starts.flatMap((start, index) => text.slice(start, ends[index]).split(/\n(?=\S)/));
}

/** Blocks that did not change keep their imports, so that these need not be compared by what they say. */
function isSame(one: readonly Import[], other: readonly Import[]): boolean {
	return one.length === other.length && one.every((its, index) => its === other[index]);
}

/** The names that an imported code goes by. */
function namesOfCodes(constants: Neighbourhood['constants'], catalogs: CatalogIndex): readonly string[] {
	return [...constants].flatMap(([name, { literal }]) =>
		isKnown(literal.value, catalogs) ? [name, name.split('.', 1).join()] : [],
	);
}
