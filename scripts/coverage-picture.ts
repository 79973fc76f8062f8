// Makes the picture in docs/coverage.md again: the page that `api-errors coverage` writes about the examples.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from './vscode/chromium.ts';
import { runScript, step } from './vscode/progress.ts';
import { projectFolder } from './vscode/project.ts';

const picture = path.join(projectFolder, 'docs/images/coverage.png');
const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-picture-'));
const page = path.join(folder, 'coverage.html');

await runScript(async () => {
	try {
		const build = [path.join(projectFolder, 'esbuild.mjs')];
		await step('Building', async () => execFileSync(process.execPath, build, { stdio: 'ignore' }));
		const args = [path.join(projectFolder, 'dist/cli.js'), 'coverage', '--api', 'silentchat', '--output', page];
		execFileSync(process.execPath, args, { cwd: path.join(projectFolder, 'examples') });
		await step('Taking the picture', takePicture);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

async function takePicture(): Promise<void> {
	const browser = await launchChromium();
	try {
		const width = 1100;
		const viewport = { width, height: 3_000 };
		// The page lets no style in but its own.
		const view = await browser.newPage({ viewport, deviceScaleFactor: 1.25, bypassCSP: true });
		await view.goto(pathToFileURL(page).href);
		const map = await view.locator('.scroll').first().boundingBox();
		// Below it there is room for what is said of the cell that the mouse is on.
		await view.setViewportSize({ width, height: Math.ceil((map?.y ?? 0) + (map?.height ?? 0)) + 90 });
		await view.addStyleTag({ content: '.scroll{max-height:none!important}.unused,.unused~*{visibility:hidden}' });
		await view.locator('td.gap').nth(2).hover();
		await view.screenshot({ path: picture });
	} finally {
		await browser.close();
	}
}
