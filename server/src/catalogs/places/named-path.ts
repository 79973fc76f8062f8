import { childOf, folderOf, keyOf } from '../../project/places.ts';

/** How long a path may be, in UTF-16 units. */
const longest = 1_000;

/**
 * The URI that a relative path means, with either kind of slash. Undefined for one that leads out of a folder, or that is
 * none: absolute, empty, or an address.
 * @param from the folder that the path counts from
 * @param root the folder that it must not leave; both URIs end in a slash
 */
export function uriOfPath(path: string, from: string, root: string): string | undefined {
	if (path.trim() === '' || path.length > longest || /^(?:[/\\~]|[a-z][a-z\d+.-]*:)/i.test(path)) return undefined;
	let folder: string | undefined = from;
	const names = path.split(/[/\\]/).filter((name) => name !== '' && name !== '.');
	for (const [index, name] of names.entries()) {
		if (folder === undefined || !isInside(folder, root)) return undefined;
		if (name === '..') folder = folderOf(folder);
		else if (index < names.length - 1) folder = childOf(folder, name, true);
		else return childOf(folder, name);
	}
	return folder !== undefined && isInside(folder, root) ? folder : undefined;
}

/** Whether a folder is another one, or below it; both URIs end in a slash. */
export function isInside(folder: string, root: string): boolean {
	return keyOf(folder).startsWith(keyOf(root));
}
