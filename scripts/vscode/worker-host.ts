import type { Page } from 'playwright-core';

/** Addresses from which a page loads extensions into its web worker, as `http:` URIs of folders. */
export interface WorkerExtensions {
	/** Those that a person has installed. */
	readonly installed: readonly string[];
	/** The one that is being developed, for the tests are in it. */
	readonly developed?: string;
	/** The module whose `run` function is called. */
	readonly testsFile?: string;
}

interface Location {
	readonly scheme: string;
	readonly authority: string;
	readonly path: string;
}

/**
 * Adds extensions for the web worker to what the server has told the page to start with, before the page reads that.
 * Nothing in the page's address can say so.
 */
export async function addWorkerExtensions(page: Page, extensions: WorkerExtensions): Promise<void> {
	const { installed, developed, testsFile } = extensions;
	const developmentOptions = {
		...(developed !== undefined && { extensions: [locationOf(developed)] }),
		...(testsFile !== undefined && { extensionTestsPath: locationOf(testsFile) }),
	};
	await page.addInitScript(
		(more) => {
			const configure = () => {
				const element = document.getElementById('vscode-workbench-web-configuration');
				if (!element || element.dataset.extended) return;
				element.dataset.extended = 'yes';
				const told = JSON.parse(element.dataset.settings ?? '{}');
				element.dataset.settings = JSON.stringify({ ...told, ...more });
			};
			document.addEventListener('readystatechange', configure);
		},
		{ additionalBuiltinExtensions: installed.map(locationOf), developmentOptions },
	);
}

function locationOf(address: string): Location {
	const { protocol, host, pathname } = new URL(address);
	return { scheme: protocol.replace(':', ''), authority: host, path: pathname };
}
