import type { InspectOptions } from '../cli/engine/inspect-all.ts';
import { excluding } from '../cli/files/globs.ts';
import { listFiles } from '../cli/files/list-files.ts';
import { viewProject } from '../cli/project-view.ts';
import { readableIdOf } from '../containers/readable.ts';
import { pathFrom } from '../files/repository.ts';
import type { Host } from '../host/host.ts';
import type * as library from './library.d.ts';
import { folderIn, settingsIn } from './surroundings.ts';

type Selection = library.FileSelection & Pick<library.Surroundings, 'folder' | 'settings'>;

export interface SelectedFiles {
	/** What the engine is asked with: the paths that the user speaks of, and the files that are meant by them. */
	readonly meant: Required<Pick<InspectOptions, 'paths' | 'files' | 'isEachMeant'>>;
	/** What could not be listed, as sentences. */
	readonly problems: readonly string[];
}

/** The files that are meant, as `api-errors check` chooses them. Rejects where git cannot say what has changed. */
export async function selectedFiles(selection: Selection, host: Host): Promise<SelectedFiles> {
	const { paths = ['.'], exclude = [], withIgnored = false, since } = selection;
	const folder = folderIn(selection);
	const { settings } = await viewProject(host, folder, paths, settingsIn(selection));
	const isExcludedHere = excluding(exclude);
	const { files, problems } = await listFiles({
		...{ folder, paths, since, withIgnored },
		isWanted: (name) => readableIdOf(name) !== undefined,
		isExcluded: (path) => isExcludedHere(pathFrom(folder, path)) || settings.isExcluded(path),
	});
	return { meant: { paths, files, isEachMeant: since !== undefined }, problems };
}
