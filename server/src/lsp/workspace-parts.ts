import type { AnalysisContext, Analyzer } from '../analysis/analyzer.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogSource } from '../catalogs/files/catalog-source.ts';
import type { ProjectParts } from '../project/project.ts';
import type { DocumentSettings } from './document-settings.ts';
import type { SettingsStore } from './settings-store.ts';

/** What the server works with. */
export interface WorkspaceParts
	extends Pick<ProjectParts, 'readFile' | 'languageIdOf' | 'findModuleIn' | 'isConfiguration'> {
	readonly analyzer: Analyzer;
	/** Those that come with us. */
	readonly catalogs: readonly Catalog[];
	/** Rejects where there is no such folder. With links, what they lead to counts as if it were there. */
	readonly readFolder: CatalogSource['readFolder'];
	readonly settings: SettingsStore;
	readonly folders: readonly string[];
	/** Whether documents with an editor's language id are read. */
	readonly reads: (languageId: string) => boolean;
	/** Begins to load what documents with the language id need. */
	readonly prepare: (languageId: string) => void;
	/** Says what went wrong, once for each message. */
	readonly report: (message: string) => void;
}

/** What is told of changes beside the documents. */
export interface WorkspaceListener {
	/** What was said about the documents may no longer hold, because other files show something else. */
	readonly onEvidence: (uris: readonly string[]) => void;
	/** Files of code beside the documents count from now on. */
	readonly onCode: () => void;
}

/** What an open document was analysed with last, and what that was made of. */
export interface KnownContext {
	readonly settings: DocumentSettings;
	readonly folders: readonly string[];
	/** Another object when the files beside the document may say something else. */
	readonly mark: object;
	readonly isWide: boolean;
	readonly context: AnalysisContext;
}
