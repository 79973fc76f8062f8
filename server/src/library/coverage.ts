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
	const { paths, files, problems: unlisted } = await selectedFiles(options, host);
	const problems = [...unlisted];
	const onProblem = (message: string) => void problems.push(message);
	const asked = {
		host,
		folder: folderIn(options),
		paths,
		files,
		jobs: options.jobs,
		onProblem,
		settings: settingsIn(options),
	};
	const found: NamedCoverage[] = [];
	let looked = 0;
	for await (const { path, result } of inspectAll('coverage', asked)) {
		looked++;
		if (result) found.push({ path, ...result });
	}
	const gathered = gatherCoverage(found.sort(byPath), looked, { apis, onlyRequired, withTests });
	return coverageData({ coverage: gathered, problems });
};
