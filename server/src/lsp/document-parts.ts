import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalysisContext, Analyzer } from '../analysis/analyzer.ts';
import type { SourceDocument } from '../analysis/source-document.ts';
import { documentsIn } from '../containers/documents-in.ts';
import { contextOfParts } from '../containers/shared-evidence.ts';

interface KnownParts {
	readonly document: TextDocument;
	readonly version: number;
	readonly parts: readonly SourceDocument[];
}

interface SharedContext {
	readonly context: AnalysisContext;
	readonly shared: Promise<AnalysisContext>;
}

export interface NeededForParts {
	readonly analyzer: Analyzer;
	/** Whether a document is no code, whatever its language. */
	readonly isData: (uri: string) => boolean;
	/** Whether documents with an editor's language id are read. */
	readonly reads: (languageId: string) => boolean;
}

/** The code in open documents, found once for each version. */
export class DocumentParts {
	readonly #needed: NeededForParts;
	readonly #known = new Map<string, KnownParts>();
	readonly #shared = new WeakMap<readonly SourceDocument[], SharedContext>();

	constructor(needed: NeededForParts) {
		this.#needed = needed;
	}

	/** The code in a document, or the document itself; nothing of one that is no code. */
	of(document: TextDocument): readonly SourceDocument[] {
		const { uri, version } = document;
		const known = this.#known.get(uri);
		if (known?.document === document && known.version === version) return known.parts;
		const parts = this.#needed.isData(uri) ? [] : documentsIn(document);
		this.#known.set(uri, { document, version, parts });
		return parts;
	}

	/** The code in a document that is in a language that we read. */
	readable(document: TextDocument): readonly SourceDocument[] {
		return this.of(document).filter(({ languageId }) => this.#needed.reads(languageId));
	}

	/** What the code in a document is analysed with: what one piece shows counts for the others. */
	async contextFor(parts: readonly SourceDocument[], context: AnalysisContext): Promise<AnalysisContext> {
		const known = this.#shared.get(parts);
		if (known?.context === context) return known.shared;
		const shared = contextOfParts(parts, context, this.#needed.analyzer);
		this.#shared.set(parts, { context, shared });
		return shared;
	}

	forget(uri: string): void {
		this.#known.delete(uri);
	}
}
