/** Files and folders are relative to the folder of `composer.json`. */
type Row = readonly [prefix: string, place: string];

/**
 * The files in which a class may be by what `composer.json` says under `autoload` and `autoload-dev` (Composer, *The
 * composer.json schema*): PSR-4 and PSR-0, longest prefix first, then the folders of a class map.
 */
export function filesOfClass(composer: unknown, name: string): readonly string[] {
	const psr4 = fitting(composer, 'psr-4', name).map(([prefix, folder]) => {
		return `${folder}${name.slice(prefix.length).replaceAll('\\', '/')}.php`;
	});
	const psr0 = fitting(composer, 'psr-0', name).map(([, folder]) => `${folder}${name.replaceAll(/[\\_]/g, '/')}.php`);
	const last = name.slice(name.lastIndexOf('\\') + 1);
	const mapped = rowsIn(composer, 'classmap').flatMap(([, place]) =>
		place.endsWith('.php/') ? [] : fileNames(last).map((file) => place + file),
	);
	return [...psr4, ...psr0, ...mapped];
}

/** The names that a file with a class has: as PSR-4 wants it, or as WordPress names its own. */
export function fileNames(className: string): readonly string[] {
	return [`${className}.php`, `class-${className.replaceAll('_', '-').toLowerCase()}.php`];
}

/** The files that are always loaded: what is in them needs no class. */
export function loadedFiles(composer: unknown): readonly string[] {
	return rowsIn(composer, 'files').map(([, file]) => file.slice(0, -1));
}

/** The mappings that a name falls under. */
function fitting(composer: unknown, kind: string, name: string): readonly Row[] {
	return rowsIn(composer, kind)
		.filter(([prefix]) => name.startsWith(prefix))
		.sort(([a], [b]) => b.length - a.length);
}

/** What is mapped, each to one place with a slash at its end; lists without prefixes have empty ones. */
function rowsIn(composer: unknown, kind: string): readonly Row[] {
	return ['autoload', 'autoload-dev'].flatMap((key) => {
		const mapped = fieldOf(fieldOf(composer, key), kind);
		if (typeof mapped !== 'object' || mapped === null) return [];
		const isList = Array.isArray(mapped);
		return Object.entries(mapped).flatMap(([prefix, places]: [string, unknown]) =>
			(Array.isArray(places) ? places : [places]).flatMap((place): Row[] =>
				typeof place === 'string' ? [[isList ? '' : prefix, withSlash(place)]] : [],
			),
		);
	});
}

const withSlash = (place: string): string => `./${place}${place === '' || place.endsWith('/') ? '' : '/'}`;

function fieldOf(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null
		? Object.entries(value).find(([one]) => one === key)?.[1]
		: undefined;
}
