import type { FindModule, ProjectFiles } from '../../syntax/language.ts';
import { mappedModules } from './module-mappings.ts';
import { packageImports } from './package-imports.ts';

/** Endings that an import may leave out, likeliest first. */
const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts'];
/** What an import of TypeScript calls by the name of what it is compiled to. */
const sources: Readonly<Record<string, readonly string[]>> = {
	'.js': ['.ts', '.tsx', '.d.ts'],
	'.jsx': ['.tsx'],
	'.mjs': ['.mts'],
	'.cjs': ['.cts'],
};

/**
 * Finds the file that an import means, as Node.js, TypeScript and bundlers do: relative to the importer, by the mappings
 * of the nearest `tsconfig.json` or `jsconfig.json`, or by the `imports` of the nearest `package.json`. A package that is
 * installed is no file of the project.
 */
export const findModule: FindModule = async (module, importer, files) => {
	const path = module.replace(/[?#].*$/, (rest) => (module.startsWith('#') ? rest : ''));
	for (const target of await targetsOf(path, importer, files)) {
		const found = await fileAt(target, files);
		if (found !== undefined) return found;
	}
	return undefined;
};

/** Where the module may be, as URIs whose ending may be missing. */
async function targetsOf(module: string, importer: string, files: ProjectFiles): Promise<readonly string[]> {
	if (module === '' || module.startsWith('node:')) return [];
	if (/^\.{1,2}(\/|$)/.test(module)) return URL.canParse(module, importer) ? [new URL(module, importer).href] : [];
	if (module.startsWith('#')) return packageImports(module, importer, files);
	return mappedModules(module, importer, files);
}

/** The file that a URI without its ending, or of a folder, means. */
async function fileAt(target: string, files: ProjectFiles): Promise<string | undefined> {
	const slash = target.lastIndexOf('/');
	const folder = target.slice(0, slash + 1);
	const name = decodeURIComponent(target.slice(slash + 1));
	const names = await files.list(folder);
	for (const candidate of candidatesFor(name)) {
		if (names.get(candidate) === false) return folder + encodeURIComponent(candidate);
	}
	if (name !== '' && names.get(name) !== true) return undefined;
	const inside = name === '' ? folder : `${target}/`;
	const within = name === '' ? names : await files.list(inside);
	const index = endings.map((ending) => `index${ending}`).find((one) => within.get(one) === false);
	return index === undefined ? undefined : inside + index;
}

function candidatesFor(name: string): readonly string[] {
	if (name === '') return [];
	const dot = name.lastIndexOf('.');
	const renamed = dot < 0 ? [] : (sources[name.slice(dot)] ?? []).map((ending) => name.slice(0, dot) + ending);
	return [name, ...renamed, ...endings.map((ending) => name + ending)];
}
