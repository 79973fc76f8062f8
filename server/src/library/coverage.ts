import { coverageData } from '../cli/coverage/json.ts';
import { inspectAll } from '../cli/engine/inspect-all.ts';
import { byPath } from '../cli/reports/order.ts';
import { gatherCoverage, type NamedCoverage } from '../coverage/coverage.ts';
import type * as library from './library.d.ts';
import { selectedFiles } from './selected-files.ts';
import { folderIn, ownHost, settingsIn } from './surroundings.ts';

export const coverage: typeof library.coverage = async (options = {}) => {
	const { apis, onlyRequired = false, withTests = false } = options;
	const host = ownHost();
	const { meant, problems: unlisted } = await selectedFiles(options, host);
	const problems = new Set(unlisted);
	const onProblem = (message: string) => void problems.add(message);
	const how = { host, folder: folderIn(options), jobs: options.jobs, settings: settingsIn(options), onProblem };
	const found: NamedCoverage[] = [];
	let looked = 0;
	for await (const { path, result } of inspectAll('coverage', { ...meant, ...how })) {
		looked++;
		if (result) found.push({ path, ...result });
	}
	const gathered = gatherCoverage(found.sort(byPath), looked, { apis, onlyRequired, withTests });
	return coverageData({ coverage: gathered, problems: [...problems] });
};
