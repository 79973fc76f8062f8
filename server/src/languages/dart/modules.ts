import type { FindModule, ProjectFiles } from '../../syntax/language.ts';

/** Folders above a file that are looked at. */
const highest = 32;

/**
 * Finds the file that an import, an export or a `part` means: relative to the importer, or in a package of the project,
 * whose folder `pub` wrote down in `.dart_tool/package_config.json`, or whose `pubspec.yaml` stands above the importer.
 * Libraries of the SDK and packages that are installed are no files of the project.
 */
export const findModule: FindModule = async (module, importer, files) => {
	const [, name, path] = /^package:([^/]+)\/(.+)$/.exec(module) ?? [];
	if (name !== undefined && path !== undefined) {
		const folder = await sourcesOf(name, importer, files);
		return folder === undefined ? undefined : fileAt(new URL(path, folder).href, files);
	}
	if (/^[a-z]+:/.test(module) || !URL.canParse(module, importer)) return undefined;
	return fileAt(new URL(module, importer).href, files);
};

/** The folder that a package's imports begin in, with a slash at its end. */
async function sourcesOf(name: string, importer: string, files: ProjectFiles): Promise<string | undefined> {
	if (!URL.canParse('.', importer)) return undefined;
	let folder = new URL('.', importer).href;
	for (let step = 0; step < highest; step++) {
		const names = await files.list(folder);
		const found =
			(names.get('.dart_tool') === true ? await configured(name, folder, files) : undefined) ??
			(names.get('pubspec.yaml') === false ? await declared(name, folder, files) : undefined);
		if (found !== undefined) return found;
		const above = new URL('..', folder).href;
		if (above === folder) return undefined;
		folder = above;
	}
	return undefined;
}

/** Where `pub` found the package; only what it writes relative to the project belongs to it. */
async function configured(name: string, folder: string, files: ProjectFiles): Promise<string | undefined> {
	const file = `${folder}.dart_tool/package_config.json`;
	const packages = fieldOf(await files.readJson(file), 'packages');
	const found = Array.isArray(packages) ? packages.find((one: unknown) => fieldOf(one, 'name') === name) : undefined;
	const root = fieldOf(found, 'rootUri');
	const sources = fieldOf(found, 'packageUri') ?? 'lib/';
	if (typeof root !== 'string' || typeof sources !== 'string' || /^[a-z]+:/.test(root)) return undefined;
	const above = new URL(root.endsWith('/') ? root : `${root}/`, file);
	return new URL(sources.endsWith('/') ? sources : `${sources}/`, above).href;
}

/** Where a `pubspec.yaml` says the package is: it is its own, or a dependency with a path. */
async function declared(name: string, folder: string, files: ProjectFiles): Promise<string | undefined> {
	const text = (await files.read(`${folder}pubspec.yaml`)) ?? '';
	const own = /^name:\s*['"]?([\w-]+)/m.exec(text)?.[1];
	if (own === name) return `${folder}lib/`;
	const dependency = text.split(/^(?=[ \t]+[\w-]+:)/m).findIndex((part) => part.trim() === `${name}:`);
	const next = dependency < 0 ? undefined : text.split(/^(?=[ \t]+[\w-]+:)/m)[dependency + 1];
	const path = /^[ \t]+path:\s*['"]?([^'"\n#]+?)['"]?\s*(?:#.*)?$/m.exec(next ?? '')?.[1];
	if (path === undefined || !URL.canParse(path, folder)) return undefined;
	return new URL('lib/', new URL(path.endsWith('/') ? path : `${path}/`, folder)).href;
}

function fieldOf(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null
		? Object.entries(value).find(([one]) => one === key)?.[1]
		: undefined;
}

async function fileAt(uri: string, files: ProjectFiles): Promise<string | undefined> {
	const slash = uri.lastIndexOf('/') + 1;
	const names = await files.list(uri.slice(0, slash));
	return names.get(decodeURIComponent(uri.slice(slash))) === false ? uri : undefined;
}
