import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import { catalogFolder } from '../catalog-globs.ts';
import { type DataText, readDataText } from '../catalogs/text/data-text.ts';
import { Mistake, type Terminal } from './command.ts';
import { readText } from './read-text.ts';
import { leadsOutside } from './write-file.ts';

/** The file that a catalog is written to. */
export interface ImportTarget {
	/** An absolute path. */
	readonly file: string;
	/** As it is called in messages. */
	readonly shown: string;
	readonly format: 'json' | 'yaml';
	/** What it has already; undefined where it is new or empty. */
	readonly existing: DataText | undefined;
}

export interface TargetWanted {
	readonly into: string | undefined;
	/** Of the catalog. */
	readonly id: string;
	readonly wantsYaml: boolean;
}

/** The file that was named; or else the one in `.api-errors` that has the id; or else a new one there. */
export async function importTarget({ into, id, wantsYaml }: TargetWanted, terminal: Terminal): Promise<ImportTarget> {
	const { folder } = terminal;
	if (into === undefined) {
		const name = (await fileWithId(id, terminal)) ?? `${id}.${wantsYaml ? 'yaml' : 'json'}`;
		const target = await targetAt(join(catalogFolder, name), false, terminal);
		if (!(await leadsOutside(target.file, folder))) return target;
		throw new Mistake(`${target.shown} leads out of this folder; name the file with --into to write there.`);
	}
	return targetAt(into, wantsYaml, terminal);
}

async function targetAt(path: string, wantsYaml: boolean, terminal: Terminal): Promise<ImportTarget> {
	const file = resolve(terminal.folder, path);
	const shown = (relative(terminal.folder, file) || file).replaceAll('\\', '/');
	const ending = extname(file).toLowerCase();
	const format = ['.yaml', '.yml'].includes(ending) ? 'yaml' : 'json';
	if (format === 'json' && ending !== '.json')
		throw new Mistake(`${shown}: the name of a catalog ends in .json or .yaml.`);
	if (format === 'json' && wantsYaml) throw new Mistake(`${shown} is no YAML file; leave --yaml out, or name another.`);
	const isThere = await stat(file).then(
		() => true,
		() => false,
	);
	const text = isThere ? await readText(file, terminal).catch((error: unknown) => renamed(error, file, shown)) : '';
	return { file, shown, format, existing: text.trim() === '' ? undefined : readDataText(text, file) };
}

function renamed(error: unknown, file: string, shown: string): never {
	throw error instanceof Mistake ? new Mistake(error.message.replace(file, shown)) : error;
}

/** The name of the file in `.api-errors` with the catalog of this id; one that is called by the id comes first. */
async function fileWithId(id: string, terminal: Terminal): Promise<string | undefined> {
	const names = await readdir(join(terminal.folder, catalogFolder)).catch(() => []);
	const catalogs = names.filter((name) => /\.(json|ya?ml)$/i.test(name)).sort();
	const called = catalogs.find((name) => name.replace(/\.[^.]*$/, '') === id);
	if (called !== undefined) return called;
	for (const name of catalogs) {
		const text = await readText(join(catalogFolder, name), terminal).catch(() => '');
		if (idIn(readDataText(text, name)) === id) return name;
	}
	return undefined;
}

/** The id that a catalog says it has. */
export function idIn({ value }: DataText): string | undefined {
	const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
	return typeof id === 'string' ? id : undefined;
}
