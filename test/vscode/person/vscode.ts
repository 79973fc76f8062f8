import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { installExtension } from '../../../scripts/vscode/install-extension.ts';
import { packageFile } from '../../../scripts/vscode/package-extension.ts';
import { temporaryFolder } from '../../../scripts/vscode/process-end.ts';
import { cacheFolder, projectFolder } from '../../../scripts/vscode/project.ts';
import type { Server } from '../../../scripts/vscode/server.ts';
import { openWorkbench, type WorkbenchOptions } from '../../../scripts/vscode/workbench.ts';

/** VS Code as a person has it before them: with the packaged extension installed, and their own copy of some files. */
export interface Vscode {
	readonly page: Page;
	readonly server: Server;
	/** Where the files are. */
	readonly folder: string;
	close(): Promise<void>;
}

/** Opens VS Code on a copy of a folder of the project. */
export async function openVscode(
	folder: string,
	options: Pick<WorkbenchOptions, 'settings' | 'view' | 'isRestricted'> = {},
): Promise<Vscode> {
	const own = temporaryFolder();
	const copy = path.join(own.path, path.basename(folder));
	const extensionsFolder = path.join(own.path, 'extensions');
	cpSync(path.join(projectFolder, folder), copy, { recursive: true });
	// Imports are found as they are in the project.
	symlinkSync(path.join(projectFolder, 'node_modules'), path.join(own.path, 'node_modules'), 'junction');
	await installExtension(packageFile, extensionsFolder);
	const { page, server, close } = await openWorkbench({ ...options, open: copy, extensionsFolder });
	await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
	return {
		page,
		server,
		folder: copy,
		close: async () => {
			await close();
			own.remove();
		},
	};
}

/** Leaves a picture of what a person would have seen when a test has failed. */
export async function pictureOfFailure({ page }: Vscode, test: { readonly name: string }): Promise<void> {
	if (!('passed' in test) || test.passed) return;
	const file = path.join(cacheFolder, 'failures', `${test.name.replaceAll(/\W+/g, '-')}.png`);
	await page.screenshot({ path: file });
	console.error(`See ${path.relative(projectFolder, file)}`);
}

/** Opens a file by its name, with Go to File. Resolves to its editor when the text is there. */
export async function openFile(page: Page, file: string): Promise<Locator> {
	await page.keyboard.press('ControlOrMeta+P');
	const input = page.locator('.quick-input-widget input');
	await input.waitFor();
	await input.fill(file);
	await page
		.locator('.quick-input-list .monaco-list-row')
		.filter({ hasText: path.basename(file) })
		.first()
		.click();
	const editor = page.locator(`.editor-instance .monaco-editor[data-uri$="${file}"]`);
	await editor.locator('.view-line').first().waitFor();
	return editor;
}

/** The line that contains this text. */
export function line(editor: Locator, text: string): Locator {
	// Monaco writes spaces that do not break.
	return editor
		.locator('.view-line')
		.filter({ hasText: new RegExp(escapePattern(text).replaceAll(' ', '\\s')) })
		.first();
}

/** The stretch of text in one colour that contains these words, such as a string. */
export function token(editor: Locator, text: string): Locator {
	return editor.locator('.view-line span span').filter({ hasText: text }).first();
}

/** Clicks in the middle of what is seen. Not `Locator.click`, which may scroll the editor to get at its target. */
export async function click(page: Page, target: Locator): Promise<void> {
	const { x, y } = await middle(target);
	await page.mouse.click(x, y);
}

/** Points the mouse at a token until VS Code says something about it. Resolves to the hover. */
export async function hover(page: Page, target: Locator, says: string | RegExp): Promise<Locator> {
	const widget = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: says }).first();
	await until(widget, async () => {
		const { x, y } = await middle(target);
		await page.mouse.move(0, 0);
		await page.mouse.move(x, y);
	});
	return widget;
}

/** Asks for completion until the list has this entry. Resolves to the list's row of it. */
export async function suggestion(page: Page, label: string | RegExp): Promise<Locator> {
	const row = page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label }).first();
	await until(row, async () => {
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+Space');
	});
	return row;
}

/** Opens the light bulb for a place in the text. Resolves to its entry with this title. */
export async function quickFix(page: Page, target: Locator, title: string): Promise<Locator> {
	const action = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
	const lightBulb = page.locator('.lightBulbWidget, .codicon-gutter-lightbulb-auto-fix, .codicon-gutter-lightbulb');
	await until(action, async () => {
		await page.keyboard.press('Escape');
		await click(page, target);
		// The light bulb is looked for when the cursor has moved; it may have been there already.
		await page.keyboard.press('ArrowLeft');
		await click(page, lightBulb.filter({ visible: true }).first());
	});
	return action;
}

/** Runs a command by its title, from the command palette, which closes when an editor opens meanwhile. */
export async function runCommand(page: Page, title: string): Promise<void> {
	const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
	await attempt(async () => {
		await page.keyboard.press('F1');
		await page.locator('.quick-input-widget input').first().fill(`>${title}`, { timeout: 2500 });
		await row.click({ timeout: 2500 });
	});
}

/** Does something until the element is seen: what opens while the server still answers may close again. */
export async function until(element: Locator, act: () => Promise<void>): Promise<void> {
	await attempt(async () => {
		await act();
		await element.waitFor({ timeout: 2500 });
	});
}

async function attempt(act: () => Promise<void>): Promise<void> {
	for (let time = 1; ; time += 1) {
		try {
			return await act();
		} catch (error) {
			if (time === 8) throw error;
		}
	}
}

async function middle(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
	await target.waitFor({ timeout: 5000 });
	const box = await target.boundingBox();
	if (!box) throw new Error('What was seen is no longer there.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function escapePattern(text: string): string {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
