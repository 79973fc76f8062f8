import type { PackageManager } from './manifest.ts';
import { packageManagers } from './manifests/index.ts';

/**
 * Files that say where a program finds what it talks to. Names in which `*` stands for anything but a slash, some with
 * the folder that they are in.
 */
const configNames: readonly string[] = [
	...['.env', '.env.*', '*.env', '.envrc'],
	...['config/*.json', 'config/*.yaml', 'config/*.yml', 'config/*.toml', 'config/*.ini', 'config/*.properties'],
	...['config.json', 'config.yaml', 'config.yml', 'config.toml', 'config.ini', 'application.conf'],
	...['application*.yml', 'application*.yaml', 'application*.properties', 'gradle.properties'],
	...['appsettings*.json', 'local.settings.json'],
	...['docker-compose*.yml', 'docker-compose*.yaml', 'compose.yml', 'compose.yaml', 'values.yaml', 'values-*.yaml'],
	...['next.config.*', 'nuxt.config.*', 'vite.config.*', 'vue.config.*', 'svelte.config.*', 'astro.config.*'],
	...['app.config.*', 'app.json', 'vercel.json', 'netlify.toml', 'wrangler.toml', 'wrangler.json', 'serverless.yml'],
];

/** Folders with what others wrote, what is made from the sources, and what tools keep. */
const leftOut =
	/^(\..*|node_modules|bower_components|jspm_packages|vendor|site-packages|dist|build|out|obj|target|coverage|venv|__pycache__|__pypackages__)$/;

/** What a file may be. */
export interface FileKinds {
	readonly packageManager: PackageManager | undefined;
	readonly isConfig: boolean;
}

const isConfigName = matcher(configNames);
const managers = packageManagers.map((manager) => ({ manager, fits: matcher(manager.manifests) }));
const manifestNames = packageManagers.flatMap(({ manifests }) => manifests);
const isEither = matcher([...manifestNames, ...configNames]);
const neither: FileKinds = { packageManager: undefined, isConfig: false };

/** The globs of manifests and config files, in any folder: few, as a client watches for each. */
export const watchedGlobs: readonly string[] = globsOf([...manifestNames, ...configNames]);

/** Names that a folder is tried for where nobody can say what is in it. */
export const usualNames: readonly string[] = [
	...packageManagers.flatMap(({ manifests }) => manifests.filter((name) => !/[*/]/.test(name)).slice(0, 1)),
	'.env',
];

/** What a file is by its path, which has slashes and may be a decoded URI. */
export function kindsOf(path: string): FileKinds {
	const name = path.slice(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1);
	if (!isEither(name)) return neither;
	return { packageManager: managers.find(({ fits }) => fits(name))?.manager, isConfig: isConfigName(name) };
}

/** Whether nothing below a folder of that name is looked at. */
export function isLeftOut(folderName: string): boolean {
	return leftOut.test(folderName);
}

function globsOf(names: readonly string[]): readonly string[] {
	const anywhere = names.filter((name) => !name.includes('/'));
	const folders = new Set(names.filter((name) => name.includes('/')).map((name) => name.slice(0, name.indexOf('/'))));
	return [`**/{${anywhere.join()}}`, ...[...folders].map((folder) => `**/${folder}/*`)];
}

/** Tests for any of the names at the end of a path, in one pass. */
function matcher(names: readonly string[]): (path: string) => boolean {
	const patterns = names.map((name) => name.replaceAll('.', '\\.').replaceAll('*', '[^/]*'));
	const pattern = new RegExp(`(?:^|/)(?:${patterns.join('|')})$`);
	return (path) => pattern.test(path);
}
