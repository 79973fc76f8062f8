import { type JsonFields, type JsonPath, listedWithin, shown } from '../catalog/json-fields.ts';
import { limits } from '../catalog/limits.ts';
import { type Report, replaceFix, wrongValue } from '../catalog/problem.ts';
import { type Glob, readGlob } from '../globs/glob.ts';

/** What the globs of one file may cost together: each file of the project is held against each of them. */
const mostCost = 20_000;

/** Reads globs of one file. What is none is reported, and left out. */
export interface GlobReader {
	one(glob: unknown, at: JsonPath): Glob | undefined;
	/** Those of a field that is there. */
	list(fields: JsonFields, key: string): readonly Glob[];
}

/** @param report is told what is wrong, and once where there are too many */
export function globReader(report: Report): GlobReader {
	let cost = 0;
	const one = (given: unknown, at: JsonPath): Glob | undefined => {
		if (cost > mostCost) return undefined;
		if (typeof given !== 'string') {
			report(wrongValue(at, `This must be a glob, not ${shown(given)}.`));
			return undefined;
		}
		const glob = readGlob(given);
		if ('wrong' in glob) {
			report(wrongValue(at, glob.wrong, [glob.meant === undefined ? undefined : replaceFix(at, glob.meant)]));
			return undefined;
		}
		cost += glob.cost;
		if (cost <= mostCost) return glob;
		report({
			path: at,
			message: 'These are too many globs; this and those behind it are left out.',
			severity: 'error',
			code: 'too-long',
		});
		return undefined;
	};
	return {
		one,
		list(fields, key) {
			const [given, at] = [fields.raw(key), [...fields.path, key]];
			if (Array.isArray(given))
				return listedWithin(given, limits.items, at, report).flatMap((item, index) => one(item, [...at, index]) ?? []);
			const fix =
				typeof given === 'string' ? { title: 'Make it a list', edits: [{ path: at, value: [given] }] } : undefined;
			report(wrongValue(at, `"${key}" must be a list of globs, not ${shown(given)}.`, [fix]));
			return [];
		},
	};
}
