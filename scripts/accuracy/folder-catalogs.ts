import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { readCatalog } from '../../server/src/catalog/read-catalog.ts';

/** The catalogs in `.api-errors` below a folder, in the order of their names. Throws where there is none, or one has an error. */
export function catalogsIn(folder: string): readonly Catalog[] {
	const place = path.join(folder, '.api-errors');
	const names = readdirSync(place).filter((name) => name.endsWith('.json'));
	if (names.length === 0) throw new Error(`${place} has no catalogs.`);
	return names.sort().map((name) => {
		const { catalog, problems } = readCatalog(JSON.parse(readFileSync(path.join(place, name), 'utf8')));
		// Gaps that an import marks, and codes that differ by case, are no reason to leave a catalog out.
		const problem = problems.find(({ severity }) => severity === 'error');
		if (problem) throw new Error(`${name}, at ${problem.path.join('.')}: ${problem.message}`);
		if (!catalog) throw new Error(`${name} is no catalog.`);
		return catalog;
	});
}
