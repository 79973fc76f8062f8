import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { check } from '../cli/check.ts';
import { byPath } from '../cli/reports/order.ts';
import { pathFrom, repositoryAround } from '../files/repository.ts';
import { catalogsIn, withCatalogs } from './known-catalogs.ts';
import type * as library from './library.d.ts';
import { selectedFiles } from './selected-files.ts';
import { folderIn, ownHost, settingsIn } from './surroundings.ts';

export const checkFiles: typeof library.checkFiles = async (options = {}) => {
	const { catalogs: given } = options;
	const [host, folder] = [ownHost(), folderIn(options)];
	const root = (await repositoryAround(folder)) ?? folder;
	const files: library.FileReport[] = [];
	const { meant, problems: unlisted } = await selectedFiles(options, host);
	const problems = new Set(unlisted);
	const found = check({
		...{ ...meant, host, folder, jobs: options.jobs },
		settings: settingsIn(options),
		onProblem: (message) => problems.add(message),
		...(given && catalogsOf(withCatalogs((await catalogsIn(folder)).index, given))),
	});
	for await (const { file, path, findings } of found)
		files.push({ path, pathInRepository: pathFrom(root, file), findings });
	return { files: files.sort(byPath), problems: [...problems] };
};

const catalogsOf = ({ catalogs, ofFolder }: CatalogIndex) => ({ catalogs, folderCatalogs: [...ofFolder] });
