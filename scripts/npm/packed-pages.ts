import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesToPack } from './npm-output.ts';
import { packagedPage } from './packaged-page.ts';

/** Where the build puts what npm packs from there, so that links to its source still lead to it. */
const built: readonly (readonly [source: RegExp, place: string])[] = [
	[/^server\/src\/rules\/[^/]+\/([^/]+\.md)$/, 'dist/rules/$1'],
	[/^server\/src\/catalog\/README\.md$/, 'dist/catalog-reference.md'],
	[/^server\/src\/library\/(library\.d\.ts)$/, 'dist/$1'],
];

/** A page that was replaced, as it was and as it is packed. */
interface ReplacedPage {
	readonly page: string;
	readonly original: string;
	readonly packed: string;
}

/**
 * Puts the pages of a package in the place of those of the repository, for npm packs what lies there. `restorePages`
 * puts the originals back, or the next call does where that was prevented.
 * @param folder the folder with the manifest
 */
export function replacePages(folder: string): void {
	restorePages(folder);
	const files = new Set(filesToPack(folder));
	const shipped = (file: string) => {
		const place = built.reduce((name, [source, target]) => name.replace(source, target), file);
		return files.has(place) ? place : undefined;
	};
	const pages = [...files].filter((file) => /^(?:docs\/)?[^/]+\.md$/.test(file));
	const replaced = pages.flatMap((page): readonly ReplacedPage[] => {
		const original = readFileSync(path.join(folder, page), 'utf8');
		const packed = packagedPage(original, page, shipped);
		return packed === original ? [] : [{ page, original, packed }];
	});
	const record = recordIn(folder);
	mkdirSync(path.dirname(record), { recursive: true });
	// Under its name it is whole: what is half written has replaced nothing yet.
	writeFileSync(`${record}.partial`, JSON.stringify(replaced));
	renameSync(`${record}.partial`, record);
	for (const { page, packed } of replaced) writeFileSync(path.join(folder, page), packed);
}

/** Puts back what `replacePages` replaced. A page that somebody has changed since stays as it is. */
export function restorePages(folder: string): void {
	const record = recordIn(folder);
	if (!existsSync(record)) return;
	const replaced: readonly ReplacedPage[] = JSON.parse(readFileSync(record, 'utf8'));
	for (const { page, original, packed } of replaced) {
		const file = path.join(folder, page);
		if (existsSync(file) && readFileSync(file, 'utf8') === packed) writeFileSync(file, original);
	}
	rmSync(record);
}

function recordIn(folder: string): string {
	return path.join(folder, '.vscode-test/replaced-pages.json');
}
