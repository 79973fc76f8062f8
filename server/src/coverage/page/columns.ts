import type { ApiCoverage, CoveredFile, CoveredPlace } from '../coverage.ts';
import { counted, lookOf } from '../words.ts';

/** One column of the picture: a place, or where there are too many of them, those of a file or of a folder together. */
export interface Column {
	readonly label: string;
	/** All that there is to say of where it is. */
	readonly title: string;
	/** What neighbours have in common: a file's path, or a folder's. */
	readonly group: string;
	readonly places: readonly CoveredPlace[];
}

/** More than these are no picture. */
const mostColumns = 60;

/** The columns in which the places of an API are shown, and what each of them is. */
export function columnsOf({ files }: ApiCoverage): {
	readonly of: 'place' | 'file' | 'folder';
	readonly columns: readonly Column[];
} {
	const places = files.flatMap(columnsOfFile);
	if (places.length <= mostColumns) return { of: 'place', columns: places };
	if (files.length <= mostColumns) return { of: 'file', columns: files.map(columnOfFile) };
	return { of: 'folder', columns: columnsOfFolders(files) };
}

function columnsOfFile({ path, places }: CoveredFile): readonly Column[] {
	return places.map((place) => ({
		label: place.name === undefined ? `${place.line}` : `${place.line} ${place.name}`,
		title: `${path}:${place.line}${place.name === undefined ? '' : `, ${place.name}`}, ${lookOf(place)}`,
		group: path,
		places: [place],
	}));
}

function columnOfFile({ path, places }: CoveredFile): Column {
	return {
		label: path.slice(path.lastIndexOf('/') + 1),
		title: `${path}, ${counted(places.length, 'place')}`,
		group: folderOf(path),
		places,
	};
}

/** Folders as deep as there is room for; what is below one of them is in its column. */
function columnsOfFolders(files: readonly CoveredFile[]): readonly Column[] {
	let folders = groupedBy(files, 1);
	for (let depth = 2; depth < 20; depth++) {
		const deeper = groupedBy(files, depth);
		if (deeper.size > mostColumns) break;
		folders = deeper;
	}
	const columns = [...folders].map(([folder, own]): Column => {
		const places = own.flatMap((file) => file.places);
		const title = `${folder}, ${counted(own.length, 'file')}, ${counted(places.length, 'place')}`;
		return { label: folder.slice(folder.lastIndexOf('/') + 1), title, group: folderOf(folder), places };
	});
	if (columns.length <= mostColumns) return columns;
	const rest = columns.slice(mostColumns - 1).flatMap(({ places }) => places);
	const last = { label: 'others', title: `Other folders, ${counted(rest.length, 'place')}`, group: '', places: rest };
	return [...columns.slice(0, mostColumns - 1), last];
}

function groupedBy(files: readonly CoveredFile[], depth: number): ReadonlyMap<string, readonly CoveredFile[]> {
	const groups = new Map<string, CoveredFile[]>();
	for (const file of files) {
		const words = folderOf(file.path).split('/');
		const folder = words.slice(0, depth).join('/') || '.';
		const group = groups.get(folder);
		if (group) group.push(file);
		else groups.set(folder, [file]);
	}
	return groups;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
