import vscode from 'vscode';
import { closeFiles, eventually } from './editor.ts';

describe('the coverage in VS Code', () => {
	afterEach(closeFiles);

	it('is shown on a page beside the files, once for a folder', async () => {
		const pages = () =>
			vscode.window.tabGroups.all
				.flatMap(({ tabs }) => tabs)
				.filter(({ input }) => input instanceof vscode.TabInputWebview && /apiErrors\.coverage$/.test(input.viewType))
				.map(({ label }) => label);
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		for (const time of ['first', 'second']) {
			await vscode.commands.executeCommand('apiErrors.showCoverage');
			await eventually(
				() => `one page is shown the ${time} time; there are ${pages()}`,
				async () => String(pages()) === `Coverage: ${folder?.name}` || undefined,
			);
		}
	});
});
