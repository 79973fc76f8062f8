/** Folders above a document that are looked at. */
const mostAbove = 32;

/** One spelling for all URIs of a file: clients differ in what they escape and in how they write a drive. */
export function keyOf(uri: string): string {
	return decoded(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** The URI of what is in a folder, whose own URI ends in a slash; folders' end in one too. */
export function childOf(folder: string, name: string, isFolder = false): string {
	const escaped = encodeURIComponent(name).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
	return folder + escaped + (isFolder ? '/' : '');
}

/** The folder that a file or a folder is in, as a URI that ends in a slash; undefined where it is in none. */
export function folderOf(uri: string): string | undefined {
	const path = uri.replace(/\/$/, '');
	return URL.canParse('.', path) ? new URL('.', path).href : undefined;
}

export function withSlash(folder: string): string {
	return folder.endsWith('/') ? folder : `${folder}/`;
}

/** The innermost of the folders that a document is in, as a URI that ends in a slash. */
export function folderAround(uri: string, folders: readonly string[]): string | undefined {
	const key = keyOf(uri);
	return folders
		.map(withSlash)
		.filter((folder) => key.startsWith(keyOf(folder)))
		.sort((one, other) => other.length - one.length)[0];
}

/** The folders above a document, nearest first, up to one of them where it is given; each URI ends in a slash. */
export function foldersAbove(uri: string, last: string | undefined): readonly string[] {
	const found: string[] = [];
	for (let folder = folderOf(uri); folder !== undefined && found.length < mostAbove; ) {
		found.push(folder);
		const above = new URL('..', folder).href;
		// Of a root without a host, such as `memfs:/`, Node.js 20 says that `memfs:` is above it.
		if (above === folder || !above.endsWith('/') || (last !== undefined && keyOf(folder) === keyOf(last))) break;
		folder = above;
	}
	return found;
}

function decoded(uri: string): string {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}
