import type { FileCoverage } from '../../coverage/facts.ts';
import { coverageIn } from '../../coverage/file-coverage.ts';
import type { Inspected } from '../inspector.ts';

/** What a file does about the errors of APIs; undefined where it has to do with none. */
export function coverageOf({ settings, analyses }: Inspected): FileCoverage | undefined {
	const found = analyses.map((analysis) => coverageIn(analysis, settings));
	const apis = found.flatMap((one) => one.apis);
	return apis.length > 0 ? { apis, places: found.flatMap(({ places }) => places) } : undefined;
}
