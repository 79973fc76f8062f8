import { builtinCatalogs } from '../../server/src/catalog/builtin/index.ts';
import { containers } from '../../server/src/containers/index.ts';
import { languages } from '../../server/src/languages/index.ts';

/** What shows by itself that a file speaks of an API: the codes of the built-in catalogs that are words, and the hosts. */
export function literals(): readonly string[] {
	const codes = builtinCatalogs.flatMap(({ entries }) => entries.map(({ value }) => value));
	const hosts = builtinCatalogs.flatMap(({ evidence }) => evidence.hosts ?? []);
	return [...new Set([...codes.filter((code) => typeof code === 'string'), ...hosts])];
}

/** The ends of the names of all files that we read, each with its dot. */
export function extensions(): readonly string[] {
	const ofLanguages = languages.flatMap(({ dialects }) => dialects.flatMap((dialect) => dialect.extensions));
	return [...new Set([...ofLanguages, ...containers.flatMap((container) => container.extensions)])];
}
