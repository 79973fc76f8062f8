import type { FindModule, ProjectFiles } from '../../syntax/language.ts';

/**
 * Finds the file of a class that is used, as Composer does: by the `autoload` and `autoload-dev` mappings of PSR-4 in
 * the nearest `composer.json` above, longest prefix first. A package that is installed is no file of the project.
 */
export const findModule: FindModule = async (module, importer, files) => {
	const name = module.replace(/^\\/, '');
	for (let folder = parentOf(importer); folder !== undefined; folder = parentOf(folder.slice(0, -1))) {
		if ((await files.list(folder)).get('composer.json') !== false) continue;
		const composer = await files.readJson(`${folder}composer.json`);
		for (const target of targetsIn(composer, name)) {
			const found = await fileAt(new URL(target, folder).href, files);
			if (found !== undefined) return found;
		}
		return undefined;
	}
	return undefined;
};

/** The folder that a file or a folder is in, with a slash at its end. */
function parentOf(uri: string): string | undefined {
	const slash = uri.lastIndexOf('/');
	return slash > uri.indexOf('://') + 2 ? uri.slice(0, slash + 1) : undefined;
}

/** Where the class may be, relative to the project. */
function targetsIn(composer: unknown, name: string): readonly string[] {
	const rows = [...mappingsIn(composer, 'autoload'), ...mappingsIn(composer, 'autoload-dev')];
	return rows
		.filter(({ prefix }) => name.startsWith(prefix))
		.sort((a, b) => b.prefix.length - a.prefix.length)
		.map(({ prefix, folder }) => {
			const path = name.slice(prefix.length).replaceAll('\\', '/');
			return `./${folder === '' || folder.endsWith('/') ? folder : `${folder}/`}${path}.php`;
		});
}

interface Mapping {
	readonly prefix: string;
	readonly folder: string;
}

function mappingsIn(composer: unknown, key: string): readonly Mapping[] {
	const mapped = fieldOf(fieldOf(composer, key), 'psr-4');
	if (typeof mapped !== 'object' || mapped === null) return [];
	return Object.entries(mapped).flatMap(([prefix, folders]: [string, unknown]) =>
		(Array.isArray(folders) ? folders : [folders]).flatMap((folder) =>
			typeof folder === 'string' ? [{ prefix, folder }] : [],
		),
	);
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
