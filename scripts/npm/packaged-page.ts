import path from 'node:path';

/**
 * A page as it stands in a package, which has less than the repository: without its pictures, and with links only to
 * what is there. Other links leave their words. What stands in fences stays as it is.
 * @param page where the page is in the package, such as `docs/ci.md`
 * @param shipped where a file of the repository is in the package; undefined where it is not in it. Both are paths from
 * the root, with slashes.
 */
export function packagedPage(text: string, page: string, shipped: (file: string) => string | undefined): string {
	const folder = path.posix.dirname(page);
	const linked = (whole: string, words: string, target: string) => {
		if (/^(?:[a-z][\w+.-]*:|#)/i.test(target)) return whole;
		const [file = '', fragment] = target.split('#');
		const place = shipped(path.posix.join(folder, file));
		if (place === undefined) return words;
		return `[${words}](${path.posix.relative(folder, place)}${fragment === undefined ? '' : `#${fragment}`})`;
	};
	return outsideFences(text, (prose) =>
		prose
			.replace(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n+/gm, '')
			.replace(/(?<!!)\[([^\]]*)\]\(([^)\s]*)\)/g, (whole, words, target) => linked(whole, words, target)),
	);
}

function outsideFences(text: string, written: (prose: string) => string): string {
	return text
		.split(/(^ *```[^`\n]*\n[\s\S]*?^ *```$)/m)
		.map((part, index) => (index % 2 === 0 ? written(part) : part))
		.join('');
}
