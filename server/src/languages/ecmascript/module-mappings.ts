import type { ProjectFiles } from '../../syntax/language.ts';
import { nearestAbove } from './above.ts';

/** Configurations that are read for one import: what a project refers to and extends, in circles too. */
const mostConfigurations = 16;

/** What a `tsconfig.json` says about where modules are. */
interface Mappings {
	/** URI that ends in a slash, from which names without a dot in front are looked for. */
	readonly base: string | undefined;
	/** Patterns with their targets, and the folder from which these count. */
	readonly paths: readonly (readonly [string, readonly string[]])[];
	readonly pathsBase: string;
}

/**
 * Where a module may be by `paths` and `baseUrl` of the nearest `tsconfig.json` or `jsconfig.json`, of what it extends,
 * and of the projects that it refers to (TypeScript: Module Resolution, Path mapping).
 */
export async function mappedModules(module: string, importer: string, files: ProjectFiles): Promise<readonly string[]> {
	const nearest = await nearestAbove(['tsconfig.json', 'jsconfig.json'], importer, files);
	if (!nearest) return [];
	const all = await mappingsOf(nearest.uri, nearest.content, files, new Set());
	for (const mappings of all) {
		const targets = targetsIn(mappings, module);
		if (targets.length > 0) return targets;
	}
	return all.flatMap(({ base }) => (base === undefined ? [] : [new URL(module, base).href]));
}

function targetsIn({ paths, pathsBase }: Mappings, module: string): readonly string[] {
	const fitting = paths.flatMap(([pattern, targets]) => {
		const inserted = matchPattern(pattern, module);
		return inserted === undefined ? [] : [{ pattern, targets, inserted }];
	});
	// The pattern with the longest text before its star counts.
	const [best] = fitting.sort((a, b) => b.pattern.split('*', 1).join().length - a.pattern.split('*', 1).join().length);
	return (best?.targets ?? []).flatMap((target) => {
		const path = target.replace('*', () => best?.inserted ?? '').replace(/\$\{configDir\}/, '.');
		return URL.canParse(path, pathsBase) ? [new URL(path, pathsBase).href] : [];
	});
}

/** What stands in the place of the pattern's star; undefined where the pattern does not fit. */
export function matchPattern(pattern: string, module: string): string | undefined {
	const star = pattern.indexOf('*');
	if (star < 0) return pattern === module ? '' : undefined;
	const before = pattern.slice(0, star);
	const after = pattern.slice(star + 1);
	const fits = module.length >= before.length + after.length && module.startsWith(before) && module.endsWith(after);
	return fits ? module.slice(before.length, module.length - after.length) : undefined;
}

/** The mappings of a configuration; those of its own before those of what it extends and refers to. */
async function mappingsOf(
	uri: string,
	given: unknown,
	files: ProjectFiles,
	seen: Set<string>,
): Promise<readonly Mappings[]> {
	if (seen.has(uri) || seen.size >= mostConfigurations) return [];
	seen.add(uri);
	const content = fieldsOf(given);
	const options = fieldsOf(content.compilerOptions);
	const base = typeof options.baseUrl === 'string' ? folderAt(options.baseUrl, uri) : undefined;
	const paths = Object.entries(fieldsOf(options.paths)).map(
		([pattern, targets]) => [pattern, textsIn(targets)] as const,
	);
	const own = base === undefined && paths.length === 0 ? [] : [{ base, paths, pathsBase: base ?? uri }];
	const others: Mappings[] = [];
	const inherited = textsIn(content.extends).filter((path) => path.startsWith('.'));
	const referred = (Array.isArray(content.references) ? content.references : []).flatMap((one: unknown) =>
		textsIn(fieldsOf(one).path),
	);
	for (const path of [...inherited, ...referred]) {
		for (const candidate of configurationsAt(path, uri)) {
			const other = await files.readJson(candidate);
			if (other === undefined) continue;
			others.push(...(await mappingsOf(candidate, other, files, seen)));
			break;
		}
	}
	return [...own, ...others];
}

/** A path may leave out the ending, or name the folder. */
function configurationsAt(path: string, from: string): readonly string[] {
	if (!URL.canParse(path, from)) return [];
	const { href } = new URL(path, from);
	if (href.endsWith('.json')) return [href];
	return [`${href}.json`, `${href.replace(/\/$/, '')}/tsconfig.json`];
}

function folderAt(path: string, from: string): string | undefined {
	const folder = path.endsWith('/') ? path : `${path}/`;
	return URL.canParse(folder, from) ? new URL(folder, from).href : undefined;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textsIn(value: unknown): readonly string[] {
	return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
