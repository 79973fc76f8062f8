import {
	type Connection,
	DidChangeWatchedFilesNotification,
	type FileSystemWatcher,
	WatchKind,
} from 'vscode-languageserver';
import { catalogFileGlobs, catalogFolder } from '../catalog-globs.ts';
import { packageGlobs } from '../catalogs/places/package-catalogs.ts';
import { moduleConfigurations } from '../languages/find-modules.ts';
import { languages } from '../languages/index.ts';
import { watchedGlobs } from '../project/file-kinds.ts';
import { followNamedCatalogs } from './catalogs/follow-named-catalogs.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Delivery } from './deliver-diagnostics.ts';
import type { Workspace } from './workspace.ts';

/**
 * Keeps what is known of the files on disk true: by what the client tells of them, or else whenever it saves one. What is
 * returned is to be called when the client is ready to be asked.
 */
export function followFiles(
	connection: Connection,
	workspace: Workspace,
	abilities: ClientAbilities,
	delivery: Delivery,
): () => void {
	const watch = (watchers: FileSystemWatcher[]): void => {
		connection.client
			.register(DidChangeWatchedFilesNotification.type, { watchers })
			.catch((error: unknown) => workspace.report(`The client refused to tell of changed files: ${error}`));
	};
	const followNamed = followNamedCatalogs(connection, workspace, abilities);
	workspace.catalogs.listen(() => void followNamed());
	let followsCode = false;
	workspace.listen({
		onEvidence: (uris) => delivery.refresh(uris),
		onCode() {
			if (followsCode || !abilities.watchedFilesRegistration) return;
			followsCode = true;
			watch(codeWatchers());
		},
	});
	connection.onDidChangeWatchedFiles(({ changes }) => workspace.changeFiles(changes.map(({ uri }) => uri)));
	if (!abilities.watchedFilesRegistration) workspace.documents.onDidSave(() => workspace.changeAnyFile());
	return () => {
		if (abilities.watchedFilesRegistration) watch(followedFromTheStart.map((globPattern) => ({ globPattern })));
	};
}

/** What says which API a project speaks of, what its errors are, and where imports lead. */
const followedFromTheStart: readonly string[] = [
	...watchedGlobs,
	`**/${catalogFolder}`,
	...catalogFileGlobs,
	...packageGlobs,
	`**/{${moduleConfigurations.filter((name) => !watchedGlobs.some((glob) => glob.includes(name))).join()}}`,
];

/** Files of code; and all else that comes or goes, as folders may, of which a client need not tell file by file. */
function codeWatchers(): FileSystemWatcher[] {
	const extensions = languages.flatMap(({ dialects }) => dialects.flatMap((dialect) => dialect.extensions));
	return [
		{ globPattern: `**/*{${[...new Set(extensions)].join()}}` },
		{ globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
	];
}
