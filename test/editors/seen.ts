import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type EditorWorkspace, editorWorkspace } from './editor-workspace.ts';

export interface SeenDiagnostic {
	readonly message: string;
	readonly severity: string;
	/** The text that it underlines. */
	readonly covered: string;
}

export interface SeenFix {
	/** The titles in the menu. */
	readonly offered: readonly string[];
	/** The buffer after one was chosen. */
	readonly text: string;
}

export interface SeenCompletion {
	readonly items: readonly string[];
	/** The line after an item was accepted. */
	readonly line: string;
}

export interface SeenDefinition {
	readonly file: string;
	/** The line that the cursor is on. */
	readonly line: string;
}

/** Starts an editor in a new workspace, and gives what its script wrote of what is to be seen. Throws where it failed. */
export function seenIn<Seen>(
	editor: string,
	wordsFor: (workspace: EditorWorkspace) => readonly string[],
): Partial<Seen> & { readonly error?: string } {
	const workspace = editorWorkspace();
	try {
		const report = workspace.write('seen.json', '');
		const { status, stderr, error } = spawnSync(editor, wordsFor(workspace), {
			cwd: workspace.folder,
			env: { ...workspace.environment, API_ERRORS_SEEN: report },
			encoding: 'utf8',
			timeout: 60_000,
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		const text = readFileSync(report, 'utf8');
		if (text === '') throw new Error(`${editor} ended with ${status ?? error}: ${stderr}`);
		return JSON.parse(text);
	} finally {
		workspace.remove();
	}
}
