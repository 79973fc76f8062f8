import { keyOf } from '../../project/places.ts';

/** Whether what is extended is named by its path, not by its id. */
export function isPath(name: string): boolean {
	return /^\.{1,2}\//.test(name);
}

/**
 * The URI of a file that a relative path leads to. Undefined where the path is none, or leads nowhere; whether it leads
 * out of the workspace is for the caller to see.
 */
export function uriAt(path: string, from: string): string | undefined {
	// What would end the path in a URI is a plain character in the name of a file.
	const escaped = path.replaceAll('%', '%25').replaceAll('?', '%3F').replaceAll('#', '%23');
	if (!isPath(path) || path.includes('\\') || !URL.canParse(escaped, from)) return undefined;
	return new URL(escaped, from).href;
}

/** The URIs that a file extends by their paths, in the order in which it names them. */
export function extendedUris(uri: string, names: readonly string[]): readonly string[] {
	return names.flatMap((name) => uriAt(name, uri) ?? []);
}

/** The path from one file to another, such as `../acme.yaml`; undefined where no relative path leads there. */
export function pathBetween(from: string, to: string): string | undefined {
	const here = keyOf(from).split('/').slice(0, -1);
	const there = keyOf(to).split('/');
	let same = 0;
	while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
	// The first three parts are the scheme and the authority.
	if (same < 3) return undefined;
	const up = here.length - same;
	return `${up === 0 ? './' : '../'.repeat(up)}${there.slice(same).join('/')}`;
}
