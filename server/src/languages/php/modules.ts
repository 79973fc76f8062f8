import type { FindModule, ProjectFiles } from '../../syntax/language.ts';
import { fileNames, filesOfClass, loadedFiles } from './composer.ts';

/** Folders above a file that are looked at. */
const highest = 32;
/** Files without classes that are searched for a constant. */
const mostLoaded = 20;

/**
 * Finds the file of what is used: an included file, a class by Composer's `autoload`, a constant in the files that
 * Composer always loads, or a class of the same namespace in a file beside. A package that is installed is no file of
 * the project.
 */
export const findModule: FindModule = async (module, importer, files) => {
	if (!URL.canParse('.', importer)) return undefined;
	if (!/^[\w\\]+$/.test(module)) return includedFile(module, importer, files);
	const name = module.replace(/^\\/, '');
	const own = name.includes('\\') ? undefined : await fileBeside(name, importer, files);
	return own ?? (await autoloaded(name, importer, files)) ?? fileBeside(name, importer, files);
};

/** `Codes` or `Http\Codes` in the namespace of the file, whose folders are its namespaces. */
async function fileBeside(name: string, importer: string, files: ProjectFiles): Promise<string | undefined> {
	const folders = name.split('\\');
	const last = folders.pop() ?? '';
	const folder = new URL(`./${folders.map((one) => `${one}/`).join('')}`, importer).href;
	for (const file of fileNames(last)) {
		const found = await existing(folder + file, files);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** By the nearest `composer.json` above that knows the name. */
async function autoloaded(name: string, importer: string, files: ProjectFiles): Promise<string | undefined> {
	for (const folder of foldersAbove(importer)) {
		if ((await files.list(folder)).get('composer.json') !== false) continue;
		const composer = await files.readJson(`${folder}composer.json`);
		for (const file of filesOfClass(composer, name)) {
			const found = await existing(new URL(file, folder).href, files);
			if (found !== undefined) return found;
		}
		const found = await constantIn(loadedFiles(composer), name, folder, files);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The file that declares a constant, which goes by capitals; namespaces of constants are no folders. */
async function constantIn(
	loaded: readonly string[],
	name: string,
	folder: string,
	files: ProjectFiles,
): Promise<string | undefined> {
	const [, namespace = '', last] = /^(?:([\w\\]+)\\)?([A-Z][A-Z\d_]+)$/.exec(name) ?? [];
	if (last === undefined) return undefined;
	for (const file of loaded.slice(0, mostLoaded)) {
		const uri = new URL(file, folder).href;
		const text = await files.read(uri);
		if (text?.includes(last) && text.includes(namespace)) return uri;
	}
	return undefined;
}

/** The file that an expression names: beside the importer, or in a folder above where a constant says which. */
async function includedFile(text: string, importer: string, files: ProjectFiles): Promise<string | undefined> {
	const path = /(?:^|['"])\/?([^'"$]+\.\w+)['"]?\)*$/.exec(text)?.[1];
	if (path === undefined) return undefined;
	const above = /\bdirname\(\s*__DIR__\s*(?:,\s*(\d))?|\bdirname\(\s*__FILE__\s*,\s*(\d)/.exec(text);
	const isHere = /__DIR__|__FILE__/.test(text) || !/['"]/.test(text);
	if (isHere) {
		const steps = above ? Number(above[1] ?? (above[2] === undefined ? 1 : Number(above[2]) - 1)) : 0;
		return existing(new URL('../'.repeat(steps) + path, importer).href, files);
	}
	for (const folder of foldersAbove(importer)) {
		const found = await existing(new URL(path, folder).href, files);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The folders that a file is in, innermost first, with a slash at their end. */
function foldersAbove(uri: string): readonly string[] {
	const found: string[] = [];
	for (let folder = new URL('.', uri).href; found.length < highest && !found.includes(folder); ) {
		found.push(folder);
		folder = new URL('..', folder).href;
	}
	return found;
}

async function existing(uri: string, files: ProjectFiles): Promise<string | undefined> {
	const slash = uri.lastIndexOf('/') + 1;
	const names = await files.list(uri.slice(0, slash));
	return names.get(decodeURIComponent(uri.slice(slash))) === false ? uri : undefined;
}
