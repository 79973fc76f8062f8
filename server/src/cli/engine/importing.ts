import { basename, dirname, resolve } from 'node:path';
import { nameLetters } from '../../catalog/code-name.ts';
import { codeIdOf, findModuleInCode } from '../../containers/readable.ts';
import { namesModules } from '../../languages/find-modules.ts';

/**
 * Some files, and who may import them. Paths from a file lead where they lead; any others are compared word by word, so
 * that more files may fit than a compiler would take, and a mapping that calls a file something else altogether is not
 * seen. Packages and `index` files go by the names of their folders.
 */
export class ImportedFiles {
	readonly #places = new Set<string>();
	/** By the letters of a name that they go by: the letters of the folders around those files. */
	readonly #named = new Map<string, ReadonlySet<string>[]>();

	/** @param files absolute paths */
	constructor(files: readonly string[]) {
		for (const file of files) {
			this.#places.add(withoutEnding(file)).add(dirname(file));
			for (const name of namesOf(file)) {
				const letters = nameLetters(name);
				const known = this.#named.get(letters);
				if (known) known.push(foldersAround(file));
				else this.#named.set(letters, [foldersAround(file)]);
			}
		}
	}

	/** Whether a text imports one of them. */
	areImportedBy(file: string, text: string): boolean {
		const folder = dirname(file);
		return importsIn(text).some((one) =>
			isRelative(one) ? this.#isPlace(resolve(folder, one.path)) : this.#isNamed(one),
		);
	}

	#isPlace(place: string): boolean {
		return this.#places.has(place) || this.#places.has(withoutEnding(place));
	}

	#isNamed({ path, isQuoted }: ImportPath): boolean {
		const words = wordsIn(path);
		return words.some((word, index) => {
			const places = this.#named.get(word);
			const before = wordBefore(words, index, isQuoted);
			return places !== undefined && (before === undefined || places.some((folders) => folders.has(before)));
		});
	}
}

/** The names that a file goes by: its own, with all of it or up to its first dot, and as packages do that of its folder. */
export function namesOf(file: string): readonly string[] {
	const folders = namesOfFolder(dirname(file));
	const own = withoutEnding(basename(file));
	return [...new Set(isIndex(own) ? folders : [own, own.replace(/\..*$/, ''), ...folders])];
}

/** A project may be called by all words of its namespace: `Shop.Core`. */
const namesOfFolder = (folder: string): readonly string[] => [basename(folder), basename(folder).replace(/^.*\./, '')];

/**
 * Says of a file, by its absolute path, whether one of some others may import it.
 * @param importers absolute paths
 * @param textOf gives the text of a file
 */
export function importedBy(importers: readonly string[], textOf: (file: string) => string): (file: string) => boolean {
	const places = new Set<string>();
	/** By the letters of a name: the letters of the words before it; undefined among them where there is none. */
	const named = new Map<string, Set<string | undefined>>();
	/** The last words of packages of which everything is taken. */
	const whole = new Set<string>();
	for (const importer of importers)
		for (const one of importsIn(textOf(importer))) {
			if (isRelative(one)) {
				const place = resolve(dirname(importer), one.path);
				places.add(place).add(withoutEnding(place));
				continue;
			}
			const words = wordsIn(one.path);
			// The last word of a path in quotes names what is imported, and any word of another may.
			for (const [index, word] of words.entries())
				if (!one.isQuoted || index === words.length - 1)
					named.set(word, (named.get(word) ?? new Set()).add(wordBefore(words, index, one.isQuoted)));
			const last = words.at(-1);
			if (last !== undefined && one.path.endsWith('.*')) whole.add(last);
		}
	const isNamed = (name: string, file: string): boolean => {
		const befores = named.get(nameLetters(name));
		if (!befores) return false;
		const folders = foldersAround(file);
		return [...befores].some((before) => before === undefined || folders.has(before));
	};
	return (file) => {
		const folder = dirname(file);
		const own = withoutEnding(basename(file));
		const isWhole = isIndex(own) || isOfFolder(file);
		if (places.has(withoutEnding(file)) || (isWhole && places.has(folder))) return true;
		if (whole.has(nameLetters(basename(folder)))) return true;
		return isNamed(own, file) || (isWhole && namesOfFolder(folder).some((name) => isNamed(name, file)));
	};
}

/** Whether a file sees the others in its folder without importing them, as those of one package do. */
export function seesItsFolder(file: string): boolean {
	return isOfFolder(file) || namesModules(codeIdOf(file) ?? '');
}

const isOfFolder = (file: string): boolean => findModuleInCode(codeIdOf(file) ?? '')?.besides !== undefined;

/** Something that an import may lead to. */
interface ImportPath {
	readonly path: string;
	readonly isQuoted: boolean;
}

const isRelative = ({ path, isQuoted }: ImportPath): boolean => isQuoted && /^\.{1,2}(?:[/\\]|$)/.test(path);

/** What languages say where they take something from another file. */
const importWords =
	'(?:import|from|require\\w*|use|using|include\\w*|mod|package|export(?=\\s*(?:type\\s*)?[{*"\'`])|part|library|load|autoload|namespace)';
/**
 * A line that begins with a word for importing, with a list that it opens; one that ends with such a word and a path in
 * quotes, or is such a path; or a name in a module, of languages that load modules by their names.
 */
const importing = new RegExp(
	[
		`^[ \\t]*(?:pub(?:\\([^)\\n]*\\))? )?${importWords}\\b(?:[^\\n{(]{0,300}[{(][^)}]{0,4000})?.*$`,
		`\\b${importWords}[ (]{0,9}["'\`][^"'\`\\s]+["'\`]`,
		`^[ \\t]*(?:\\w+[ \\t]+)?["'\`][^"'\`\\s]+["'\`][ \\t]*$`,
		`\\b[A-Z]\\w*(?:(?:::|\\\\)[A-Z]\\w*)*(?=::)`,
	].join('|'),
	'gm',
);

function importsIn(text: string): readonly ImportPath[] {
	return [...text.matchAll(importing)].flatMap(([line]): readonly ImportPath[] => {
		const quoted = line.match(/(?<=["'`])[^"'`\s]+(?=["'`])/g);
		if (quoted) return quoted.map((path) => ({ path, isQuoted: true }));
		const plain = line.match(/[\w$-]+(?:(?:[./\\]|::)[\w$-]+)*(?:\.\*)?/g) ?? [];
		return plain.map((path) => ({ path, isQuoted: false }));
	});
}

/** The letters of the words of a path; how the name of a file ends names nothing. */
function wordsIn(path: string): readonly string[] {
	const words = path.replace(/(?<=[\w$-])\.[a-z]{1,4}$/, (ending) => (codeIdOf(`a${ending}`) ? '' : ending));
	return (words.match(/[\w$-]+/g) ?? []).map(nameLetters).filter((word) => word !== '' && !ownPlace.has(word));
}

/** Words of paths that name no file: those that lead from the file itself or its root, and that before a module. */
const ownPlace: ReadonlySet<string> = new Set(['crate', 'super', 'self', 'mod']);

/**
 * The word that must name a folder of the file that a word of a path names. What is quoted may begin with the name of a
 * project, or a mapping, whose folder is called otherwise.
 */
function wordBefore(words: readonly string[], index: number, isQuoted: boolean): string | undefined {
	return index > 0 && !isQuoted ? words[index - 1] : undefined;
}

const foldersAround = (file: string): ReadonlySet<string> =>
	new Set(
		dirname(file)
			.split(/[\\/.]/)
			.map(nameLetters)
			.filter((name) => name !== ''),
	);

const withoutEnding = (path: string): string => path.replace(/(?<=[^\\/])\.[^.\\/]*$/, '');
const isIndex = (name: string): boolean => /^(?:index|mod|lib|main|init|__init__)$/i.test(name);
