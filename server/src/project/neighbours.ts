import type { InPlay } from '../analysis/analysis.ts';
import { asSaidOf } from '../analysis/evidence/evidence.ts';
import { lentByItself, underTheirNames } from '../analysis/names/lent-names.ts';
import { type Lent, type Neighbourhood, nothingLent } from '../analysis/names/neighbourhood.ts';
import type { Outline } from '../analysis/names/outline.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Import, ImportedName } from '../syntax/code.ts';
import type { FindModule, ProjectFiles } from '../syntax/language.ts';
import { keyOf } from './places.ts';

export interface NeighbourParts {
	readonly files: ProjectFiles;
	readonly outlineOf: (uri: string, catalogs: CatalogIndex) => Promise<Outline | undefined>;
	/** How imports find files in the language of a file; undefined where they find none. */
	readonly findModuleFor: (uri: string) => FindModule | undefined;
}

/** Files that are asked for what one import may lend. */
const mostLenders = 100;

/** Follows imports from file to file. */
export class Neighbours {
	readonly #parts: NeighbourParts;
	readonly #modules = new Map<string, Promise<string | undefined>>();

	constructor(parts: NeighbourParts) {
		this.#parts = parts;
	}

	/** What the files that a document imports lend to it. Never rejects. */
	async imported(uri: string, given: readonly Import[], catalogs: CatalogIndex): Promise<ImportedFiles> {
		const imports = this.#withInner(uri, given);
		const lent: Lent[] = [];
		const inPlay: InPlay[] = [];
		const files = new Set<string>();
		const found = await Promise.all(imports.map((one) => this.#follow(uri, one, catalogs)));
		let isWhole = true;
		for (const [index, one] of found.entries()) {
			// A file beside this one that is not there yet may come.
			const missing = imports[index];
			if (!one && missing?.module.startsWith('.') && given.includes(missing)) isWhole = false;
			if (!one) continue;
			for (const file of one.files) files.add(file);
			lent.push(one);
			inPlay.push(...one.inPlay);
		}
		return { ...together(lent), inPlay, files, isWhole };
	}

	/** What a file shows to a document that it imports; nothing where it does not. */
	async importing(uri: string, importer: string, catalogs: CatalogIndex): Promise<readonly InPlay[]> {
		const outline = await this.#parts.outlineOf(importer, catalogs);
		if (!outline || keyOf(importer) === keyOf(uri)) return [];
		const targets = await this.targets(importer, outline.imports);
		if (!targets.some((target) => keyOf(target) === keyOf(uri))) return [];
		return outline.inPlay.map(({ catalog, reason }) => {
			const said = asSaidOf(`${nameOf(importer)}, which imports the file,`, reason);
			return { catalog, step: 'near', reason: said, isByImporter: true };
		});
	}

	/** The files that imports of a file mean, as URIs. Never rejects. */
	async targets(importer: string, given: readonly Import[]): Promise<readonly string[]> {
		const imports = this.#withInner(importer, given);
		const targets = await Promise.all(imports.map(({ module }) => this.#find(module, importer)));
		return targets.filter((target) => target !== undefined);
	}

	/** Files were made or removed, so that imports may mean others. */
	forget(): void {
		this.#modules.clear();
	}

	/** The imports, those of the modules that their names may be (`from . import codes`), and that of its own module. */
	#withInner(uri: string, given: readonly Import[]): readonly Import[] {
		const { innerModule, own } = this.#parts.findModuleFor(uri) ?? {};
		const whole = { start: 0, end: 0, names: [{ name: '*', alias: '*' }], isHandedOn: false };
		const said = withoutImported(given);
		const imports = own === undefined ? said : [...said, { ...whole, module: own }];
		if (!innerModule) return imports;
		const inner = imports.flatMap((one) =>
			one.names
				.filter(({ name }) => name !== '*')
				.map(({ name, alias }) => ({ ...one, module: innerModule(one.module, name), names: [{ name: '*', alias }] })),
		);
		return [...imports, ...inner];
	}

	/** What an import lends, from all files of the module; undefined where it leads to no other file. */
	async #follow(uri: string, one: Import, catalogs: CatalogIndex): Promise<Followed | undefined> {
		const file = await this.#find(one.module, uri);
		if (file === undefined) return undefined;
		const besides = (await this.#parts.findModuleFor(uri)?.besides?.(file, this.#parts.files)) ?? [];
		const others = [file, ...besides.slice(0, mostLenders)].filter((other) => keyOf(other) !== keyOf(uri));
		const isOwn = one.module === this.#parts.findModuleFor(uri)?.own;
		const found = await Promise.all(others.map((other) => this.#borrow(other, one, catalogs, isOwn)));
		const followed = found.filter((lent) => lent !== undefined);
		if (followed.length === 0) return undefined;
		return {
			...together(followed),
			inPlay: followed.flatMap(({ inPlay }) => inPlay),
			files: new Set(followed.flatMap(({ files }) => [...files])),
		};
	}

	async #borrow(
		file: string,
		{ module, names, isHandedOn }: Import,
		catalogs: CatalogIndex,
		isOwn: boolean,
	): Promise<Followed | undefined> {
		const outline = await this.#parts.outlineOf(file, catalogs);
		if (!outline) return undefined;
		const lenders =
			names.length > 0 && !isHandedOn ? await this.#lenders(file, names, catalogs) : new Map<string, Lender>();
		const passed = await Promise.all(
			sourcesOf(names, lenders.get(file)).map((from) => this.#parts.outlineOf(from, catalogs)),
		);
		const inPlay = [outline, ...passed]
			.flatMap((one) => one?.inPlay ?? [])
			.map(({ catalog, reason }): InPlay => {
				const own = this.#parts.findModuleFor(file)?.ownIsCalled ?? `${nameOf(file)}, of the same package,`;
				const where = isOwn ? own : `${module}, which the file imports,`;
				return { catalog, step: 'near', reason: asSaidOf(where, reason) };
			});
		return {
			...underTheirNames(lentBy(file, lenders, new Map()), names),
			inPlay,
			files: new Set([file, ...lenders.keys()]),
		};
	}

	/** The file and those from which it takes what it lends to others, each with what it takes from where. */
	async #lenders(
		first: string,
		names: readonly ImportedName[],
		catalogs: CatalogIndex,
	): Promise<ReadonlyMap<string, Lender>> {
		const found = new Map<string, Lender>();
		const asked = new Set(names.map(({ name }) => name));
		let next = [first];
		while (next.length > 0 && found.size < mostLenders) {
			const lenders = await Promise.all(next.map((uri) => this.#lender(uri, asked, catalogs)));
			lenders.forEach((lender, index) => {
				found.set(next[index] ?? '', lender);
			});
			const targets = lenders.flatMap(({ takes }) => takes.map(({ from }) => from));
			next = [...new Set(targets)].filter((uri) => !found.has(uri));
		}
		return found;
	}

	/** @param asked the names that are asked for, to which those are added under which other files have them */
	async #lender(uri: string, asked: Set<string>, catalogs: CatalogIndex): Promise<Lender> {
		const outline = await this.#parts.outlineOf(uri, catalogs);
		const wanted = outline
			? this.#withInner(uri, outline.imports).filter((one) => isLentFurther(one, outline, asked))
			: [];
		for (const { names } of wanted) for (const { name, alias } of names) if (asked.has(alias)) asked.add(name);
		const files = await Promise.all(wanted.map(({ module }) => this.#find(module, uri)));
		const takes = wanted.flatMap((what, index) => {
			const from = files[index];
			return from === undefined ? [] : [{ what, from }];
		});
		return { outline, takes };
	}

	#find(module: string, importer: string): Promise<string | undefined> {
		const key = `${importer}\n${module}`;
		const known = this.#modules.get(key);
		if (known) return known;
		const find = this.#parts.findModuleFor(importer);
		const found = find ? find(module, importer, this.#parts.files).catch(() => undefined) : Promise.resolve(undefined);
		this.#modules.set(key, found);
		return found;
	}
}

/** What a file is called, without its folders. */
const nameOf = (uri: string): string => decodeURIComponent(keyOf(uri).split('/').at(-1) ?? '');

/** The imports without what is only named where another import has that name. */
function withoutImported(imports: readonly Import[]): readonly Import[] {
	const known = new Set(imports.flatMap(({ isImplied, names }) => (isImplied ? [] : names.map(({ alias }) => alias))));
	return imports.filter(({ isImplied, names }) => !isImplied || !names.some(({ alias }) => known.has(alias)));
}

type Followed = Omit<ImportedFiles, 'isWhole'>;

/** What the files that a document imports say, and which files were asked. */
export interface ImportedFiles extends Neighbourhood {
	readonly files: ReadonlySet<string>;
	/** Whether every file was found that the document says to be beside it. */
	readonly isWhole: boolean;
}

/** A file that lends names to others, and what it takes for that from other files. */
interface Lender {
	readonly outline: Outline | undefined;
	readonly takes: readonly { readonly what: Import; readonly from: string }[];
}

/** The files from which the names really come, where a file only hands them on. */
function sourcesOf(names: readonly ImportedName[], lender: Lender | undefined): readonly string[] {
	const asked = new Set(names.map(({ name }) => name));
	const passing = lender?.takes.filter(
		({ what }) => (what.isHandedOn || lender.outline?.exportsAll) && what.names.some(({ alias }) => asked.has(alias)),
	);
	return passing?.map(({ from }) => from) ?? [];
}

/** All that can be imported from a file. Files that take from each other in a circle add nothing twice. */
function lentBy(uri: string, lenders: ReadonlyMap<string, Lender>, known: Map<string, Lent>): Lent {
	const before = known.get(uri);
	const lender = lenders.get(uri);
	if (before || !lender?.outline) return before ?? nothingLent;
	known.set(uri, nothingLent);
	const { outline, takes } = lender;
	const taken: Lent[] = [];
	const handedOn: Lent[] = [];
	for (const { what, from } of takes) {
		const lent = underTheirNames(lentBy(from, lenders, known), what.names);
		(what.isHandedOn ? handedOn : taken).push(lent);
	}
	// What is imported for the file itself is exported only where the file says so.
	const imported = together(taken);
	const own = lentByItself({ ...outline, ...together([withoutExport(imported), outline]) });
	const lent = together([...handedOn, own]);
	known.set(uri, lent);
	return lent;
}

function withoutExport({ constants, types }: Lent): Lent {
	const inner = [...constants].map(([name, constant]) => [name, { ...constant, exported: false }] as const);
	return { constants: new Map(inner), types };
}

/** All of them in one; of the same name, the last counts. */
function together(lent: readonly Lent[]): Lent {
	return {
		constants: new Map(lent.flatMap(({ constants }) => [...constants])),
		types: new Map(lent.flatMap(({ types }) => [...types])),
	};
}

/** Whether a file lends what it imports: by handing it on, or by exporting the name that it has for it. */
function isLentFurther(
	{ isHandedOn, names }: Import,
	{ exports, exportsAll }: Outline,
	asked: ReadonlySet<string>,
): boolean {
	if (exportsAll) return names.some(({ alias }) => alias === '*' || asked.has(alias));
	const isExported = (alias: string) => exports.some(({ local }) => local === alias || local.startsWith(`${alias}.`));
	return isHandedOn || names.some(({ alias }) => isExported(alias));
}
