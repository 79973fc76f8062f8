import type { ImportedName } from '../../syntax/code.ts';

/** All that a package has. */
const everything = '*';

/**
 * What a file calls what it takes from a package (The Go Programming Language Specification, Import declarations):
 * `h.StatusOK` after `import h "net/http"`, `StatusOK` after `import . "net/http"`. Without a name of its own a package
 * goes by the last word of its path, as nearly all do.
 */
export function importedAs(module: string, alias: string | undefined): readonly ImportedName[] {
	if (alias === '.') return [{ name: everything, alias: everything }];
	if (alias === '_') return [];
	return [{ name: everything, alias: alias ?? lastWordOf(module) }];
}

/** `go-redis` of `github.com/redis/go-redis/v9`, without what only says that it is Go. */
function lastWordOf(module: string): string {
	const [last = ''] = module
		.split('/')
		.filter((word) => !/^v\d+$/.test(word))
		.slice(-1);
	const word = last.replace(/\.v\d+$/, '').replace(/^go[-.]|[-.]go$/, '');
	return word.slice(word.lastIndexOf('-') + 1);
}
