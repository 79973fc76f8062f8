import { posix, sep } from 'node:path';
import picomatch from 'picomatch';

/** A glob, cut into the folder that it counts from and what fits in it. */
export interface Glob {
	/** As the user wrote it, without the glob in it; empty where nothing comes before that. */
	readonly base: string;
	/**
	 * Whether a file fits, or a folder that it is in.
	 * @param path from the base, with slashes
	 */
	readonly fits: (path: string) => boolean;
}

const shell = { nonegate: true, nocase: process.platform === 'win32' } as const;

/** Reads a path as a glob, with the signs that shells know; undefined where it has none. */
export function globIn(path: string): Glob | undefined {
	const text = sep === '\\' ? path.replaceAll('\\', '/') : path;
	const { isGlob, base, glob, prefix } = picomatch.scan(text, shell);
	if (!isGlob || glob === '') return;
	const fits = picomatch(glob, shell);
	return { base: prefix + base, fits: (one) => prefixesOf(one).some((part) => fits(part)) };
}

/**
 * Whether a path fits one of the globs that leave files out, or is in a folder that does.
 * A glob without a slash fits a name in any folder.
 */
export function excluding(globs: readonly string[]): (path: string) => boolean {
	const all = globs
		.map((glob) => posix.normalize(sep === '\\' ? glob.replaceAll('\\', '/') : glob).replace(/\/$/, ''))
		.map((glob) => picomatch(glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`, { ...shell, dot: true }));
	return (path) => all.some((fits) => fits(path));
}

/** `a`, `a/b` and `a/b/c` of `a/b/c`. */
function prefixesOf(path: string): readonly string[] {
	const names = path.split('/');
	return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
