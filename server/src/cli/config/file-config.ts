import { relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Surroundings } from '../command.ts';
import { makeInspector } from '../inspector.ts';
import { viewProject } from '../project-view.ts';
import { type ConfigValue, configOf } from './config-of.ts';

/** All that counts for a file. */
export interface FileConfig {
	/** Paths are told from the current folder. */
	readonly file: string;
	/** The project files that count, the farthest first. */
	readonly projectFiles: readonly string[];
	readonly values: readonly (Omit<ConfigValue, 'from'> & { readonly from?: PlacedOrigin })[];
	/** The catalogs that are known to the file; the file of one that comes with us is left out. */
	readonly catalogs: readonly { readonly id: string; readonly name: string; readonly file?: string }[];
	/** The APIs that the file speaks of, and why; none where there is no such file. */
	readonly inPlay: readonly { readonly id: string; readonly step: string; readonly reason: string }[];
	/** What is wrong with the project files and the catalogs, each with its place. */
	readonly problems: readonly string[];
}

export interface PlacedOrigin {
	readonly file: string;
	/** From 1. */
	readonly line: number;
	readonly files?: readonly string[];
}

/** Says what counts for a file, which need not be there. */
export async function fileConfig(path: string, { host, terminal: { folder } }: Surroundings): Promise<FileConfig> {
	const file = resolve(folder, path);
	const uri = pathToFileURL(file).href;
	const view = await viewProject(host, folder, [path]);
	const projectFiles = await view.settings.projectFiles(uri);
	const counts = await view.settings.of(uri);
	const pathOf = (one: string) =>
		(one.startsWith('file:') ? relative(folder, fileURLToPath(one)) : one).split(sep).join('/');
	const index = await view.catalogs.of(uri);
	return {
		file: pathOf(uri),
		projectFiles: projectFiles.map((one) => pathOf(one.uri)),
		values: configOf(uri, projectFiles, counts).map(({ from, ...value }) => {
			if (!from) return value;
			const { uri: at, ...rest } = from;
			return { ...value, from: { file: pathOf(at), ...rest } };
		}),
		catalogs: index.catalogs.map((catalog) => {
			const source = index.ofFolder.has(catalog) ? sourceOf(catalog) : undefined;
			return { id: catalog.id, name: catalog.name, ...(source !== undefined && { file: pathOf(source) }) };
		}),
		inPlay: await inPlayIn(file, () => makeInspector({ ...view, host, folder, onProblem: () => undefined })),
		problems: await view.problems(),
	};
}

/** The file that has the most to say of a catalog. */
function sourceOf({ entries }: Catalog): string | undefined {
	const sources = entries.flatMap(({ origins = [] }) => origins.map(({ source }) => source));
	return sources.find((source) => !source.startsWith('builtin:'));
}

async function inPlayIn(file: string, make: () => ReturnType<typeof makeInspector>): Promise<FileConfig['inPlay']> {
	const inspected = await make()(file);
	const all = (inspected?.analyses ?? []).flatMap(({ inPlay, catalogs }) =>
		inPlay.flatMap(({ catalog: { id }, step, reason }) => (id === catalogs.http?.id ? [] : [{ id, step, reason }])),
	);
	return [...new Map(all.map((one) => [one.id, one])).values()];
}
