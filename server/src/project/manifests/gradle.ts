import type { PackageManager } from '../manifest.ts';
import { isTable, readToml, tablesAt } from '../read-toml.ts';

/** Strings, so that what looks like a comment inside them is none; and comments, to their end or that of the file. */
const stringOrComment =
	/"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
/** `group:artifact`, which a version and more may follow. */
const coordinates = /^(['"])([\w.-]+:[\w.-]+)(?::[^\s'"]*)?\1$/;
const parts = /\bgroup\s*[:=]\s*['"]([\w.-]+)['"]\s*,\s*name\s*[:=]\s*['"]([\w.-]+)['"]/g;

export const gradle: PackageManager = {
	name: 'Gradle',
	manifests: ['build.gradle', 'build.gradle.kts', '*.versions.toml'],
	dependenciesIn: (text, path) => (path.endsWith('.toml') ? inVersionCatalog(text) : inScript(text)),
};

function inScript(text: string): readonly string[] {
	const code = text.replaceAll(stringOrComment, (found) => (found.startsWith('/') ? ' ' : found));
	return [
		...[...code.matchAll(stringOrComment)].flatMap(([string]) => coordinates.exec(string)?.[2] ?? []),
		...[...code.matchAll(parts)].map(([, group, name]) => `${group}:${name}`),
	];
}

/** The libraries of a version catalog, each written in one of three ways (docs.gradle.org, "Version Catalogs"). */
function inVersionCatalog(text: string): readonly string[] {
	const [libraries] = tablesAt(readToml(text), 'libraries');
	return [...(libraries?.values() ?? [])].flatMap((library) => {
		if (typeof library === 'string') return library.split(':').slice(0, 2).join(':');
		if (!isTable(library)) return [];
		const [module, group, name] = ['module', 'group', 'name'].map((key) => library.get(key));
		if (typeof module === 'string') return module;
		return typeof group === 'string' && typeof name === 'string' ? `${group}:${name}` : [];
	});
}
