import type { FindModule, ProjectFiles } from '../../syntax/language.ts';

/** Folders above a file that are looked at. */
const highest = 16;
/** Folders below those from which files are required. */
const loadFolders = ['', 'lib/', 'app/'];
/** Folders in `app` whose own folders load their files, as Rails has them. */
const inApp = 'app/';

/**
 * Finds the file that is required: beside the file, or below a folder above it from which Ruby and Rails load. A module
 * that is only named is in the file that is called after it. A gem is no file of the project.
 */
export const findModule: FindModule = async (module, importer, files) => {
	if (!URL.canParse('.', importer)) return undefined;
	const path = /^[A-Z]/.test(module) ? pathOfModule(module) : module.replace(/\.rb$/, '');
	if (path.startsWith('.')) return existing(new URL(`${path}.rb`, importer).href, files);
	if (!/^[\w-]+(?:\/[\w.-]+)*$/.test(path)) return undefined;
	const folder = new URL('.', importer).href;
	for (let step = 0, above = folder; step < highest; step++) {
		const found = await below(above, path, files);
		// Whoever is required by a plain name is seldom a file beside.
		if (found !== undefined && !(step === 0 && path === module && !path.includes('/'))) return found;
		const next = new URL('..', above).href;
		if (next === above) return undefined;
		above = next;
	}
	return undefined;
};

/** `Api::HTTPCodes` is in `api/http_codes`. */
function pathOfModule(module: string): string {
	return module
		.replaceAll('::', '/')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
		.replace(/([a-z\d])([A-Z])/g, '$1_$2')
		.toLowerCase();
}

/** The file in a folder, or in one of those below it that are loaded. */
async function below(folder: string, path: string, files: ProjectFiles): Promise<string | undefined> {
	const inside = await files.list(folder);
	for (const load of loadFolders) {
		if (load !== '' && inside.get(load.slice(0, -1)) !== true) continue;
		const own = await existing(`${folder}${load}${path}.rb`, files);
		if (own !== undefined) return own;
		if (load === inApp) return inFolders(`${folder}${load}`, path, files);
	}
	return undefined;
}

async function inFolders(app: string, path: string, files: ProjectFiles): Promise<string | undefined> {
	for (const [name, isFolder] of await files.list(app)) {
		const found = isFolder ? await existing(`${app}${name}/${path}.rb`, files) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Folders are listed from above, so that one that is missing costs no look into it. */
async function existing(uri: string, files: ProjectFiles): Promise<string | undefined> {
	const slash = uri.lastIndexOf('/') + 1;
	const names = await files.list(uri.slice(0, slash));
	return names.get(decodeURIComponent(uri.slice(slash))) === false ? uri : undefined;
}
