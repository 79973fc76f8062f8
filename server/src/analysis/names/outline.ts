import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import type { Block, Constant, Export, Import, Literal } from '../../syntax/code.ts';
import type { Interest } from '../../syntax/code-reader.ts';
import type { Language } from '../../syntax/language.ts';
import type { Part } from '../../syntax/parts/part.ts';
import type { InPlay } from '../analysis.ts';
import { blockFactsOf } from '../block-facts.ts';
import { readDirectives } from '../directives/directives.ts';
import { shownBy } from '../evidence/evidence.ts';
import { factsOf } from '../file-facts.ts';
import { interestIn } from '../interest.ts';
import { nothingLent } from './neighbourhood.ts';

/** What a file says to the files around it. */
export interface Outline {
	/** The APIs that the file shows by itself: by a comment that names them, or by what it says. */
	readonly inPlay: readonly InPlay[];
	readonly imports: readonly Import[];
	/** The names under which other files import what it has; a declaration that is exported where it stands has none. */
	readonly exports: readonly Export[];
	/** The constants of the file by their names in it; their spans are in its whole text. */
	readonly constants: ReadonlyMap<string, Constant>;
	/** The types of the file by their names in it. */
	readonly types: ReadonlyMap<string, Part>;
	/** Whether other files can import all that it has a name for, what it imports itself too. */
	readonly exportsAll: boolean;
}

/** Says which blocks of a file may say something to others. */
export function interestForOthers({ handsOn }: Language, catalogs: CatalogIndex): Interest {
	const own = interestIn(catalogs, new Set());
	return { mayMatter: (text) => handsOn.test(text) || own.mayMatter(text) };
}

/** What says nothing to others. */
export const silent: Outline = { inPlay: [], imports: [], exports: [], exportsAll: false, ...nothingLent };

/** Whether a text holds anything that could matter to other files, so that it is worth parsing. */
export function maySpeak(text: string, { handsOn }: Language, catalogs: CatalogIndex): boolean {
	return handsOn.test(text) || telling.test(text) || holdsName(text, catalogs) || holdsCode(text, catalogs);
}

/** Statuses, which may have a name, and directives. */
const telling = /\b[45]\d\d\b|\bapi-errors?\b/;
const word = /[A-Za-z_$][\w$]*(?:[-./:][\w$]+)*/g;

function holdsName(text: string, { catalogs }: CatalogIndex): boolean {
	return catalogs.some(({ evidence }) => [...evidence.hosts, ...evidence.packages].some((name) => text.includes(name)));
}

function holdsCode(text: string, catalogs: CatalogIndex): boolean {
	for (const [token] of text.matchAll(word)) if (catalogs.byString(token).length > 0) return true;
	return false;
}

/** What the blocks of a file say to the files around it. */
export function outlineOf(blocks: readonly Block[], text: string, language: Language, catalogs: CatalogIndex): Outline {
	const own = blocks.map(({ code }) => [code, blockFactsOf(code, language, catalogs)] as const);
	const facts = factsOf(own);
	const inPlay = shownBy({
		blocks: own.map(([, one]) => one),
		facts,
		catalogs,
		directive: readDirectives(blocks, text, catalogs).apis,
	});
	return {
		inPlay,
		imports: blocks.flatMap(({ code }) => code.imports),
		exports: blocks.flatMap(({ code }) => code.exports),
		constants: outlinedConstants(blocks),
		types: facts.types,
		exportsAll: language.exportsAll ?? false,
	};
}

/** The constants of blocks without the code around them, which would be kept in memory with them. */
function outlinedConstants(blocks: readonly Block[]): ReadonlyMap<string, Constant> {
	const found = new Map<string, Constant>();
	for (const { start, code } of blocks) {
		for (const constant of code.constants) {
			const { name, at, literal } = constant;
			const placed = { start: start + at.start, end: start + at.end };
			found.set(name, { ...constant, at: placed, literal: withoutPart(literal) });
		}
	}
	return found;
}

function withoutPart(literal: Literal): Literal {
	const { kind, fields, start, end, text } = literal.part;
	return { ...literal, part: { kind, fields, start, end, text, parent: undefined, children: [] } };
}
