import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { remoteUri, type Server, type ServerOptions, startServer } from './server.ts';

export interface WorkbenchOptions extends ServerOptions {
	/** The folder to open: its path on this machine, or the URI of one that is elsewhere. */
	readonly open: string;
	/** The folders of extensions that run as they are there, without being installed. */
	readonly developmentFolders?: readonly string[];
	/** The module whose `run` function is called in the extension host. */
	readonly testsFile?: string;
	readonly view?: BrowserContextOptions;
	/** Called with the page before it is loaded. */
	readonly prepare?: (page: Page) => Promise<void>;
}

export interface Workbench {
	readonly page: Page;
	readonly server: Server;
	close(): Promise<void>;
}

/** Opens VS Code in a Chromium without a window. Resolves when the page is loading; see `prepare` for what to await. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
	const started: { browser?: Browser; server?: Server } = {};
	const close = async () => {
		await started.browser?.close();
		await started.server?.stop();
	};
	try {
		// Not at once: either may first have to be installed, with lines that say so.
		started.browser = await launchChromium();
		const server = await startServer({ ...options, args: [...testArgs, ...(options.args ?? [])] });
		started.server = server;
		const context = await started.browser.newContext(options.view);
		const page = await context.newPage();
		await options.prepare?.(page);
		await page.goto(pageAddress(server.port, options));
		return { page, server, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** Only this machine's own Chromium learns the port; the driver is what makes the page heed the payload below. */
const testArgs = ['--port', '0', '--without-connection-token', '--enable-smoke-test-driver'];

function pageAddress(port: number, options: WorkbenchOptions): string {
	const { open, developmentFolders = [], testsFile } = options;
	const payload: [string, string][] = [
		['skipWelcome', 'true'],
		['skipReleaseNotes', 'true'],
		...developmentFolders.map((folder): [string, string] => ['extensionDevelopmentPath', remoteUri(port, folder)]),
	];
	if (testsFile) payload.push(['extensionTestsPath', remoteUri(port, testsFile)]);
	const query = new URLSearchParams({ folder: folderUri(port, open), payload: JSON.stringify(payload) });
	return `http://127.0.0.1:${port}/?${query}`;
}

function folderUri(port: number, folder: string): string {
	return /^[\w-]+:\/\//.test(folder) ? folder : remoteUri(port, folder);
}
