import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { build } from 'esbuild';
import { buildSuite } from './build-suite.ts';
import { installExtension } from './install-extension.ts';
import { packageFile } from './package-extension.ts';
import { temporaryFolder } from './process-end.ts';
import { projectFolder } from './project.ts';
import { serveFiles } from './serve-files.ts';
import type { SuiteReport } from './suite-report.ts';
import { openWorkbench } from './workbench.ts';
import { addWorkerExtensions } from './worker-host.ts';

/** A folder on the machine of VS Code's server; or one that only an extension knows, and that nobody trusts. */
export type WorkspaceKind = 'remote' | 'virtual';

const timeLimit = 300_000;
/** As VS Code for the web names a repository: what stands behind the plus sign is the branch. */
const virtualWorkspace = 'vscode-vfs://github%2B7b2276223a312c22726566223a7b7d7d/acme/shop%20%26%20caf%C3%A9';

/**
 * Runs the suite of test/vscode/suite in the extension host of VS Code that is a web worker, against the packaged
 * extension. Rejects, with what VS Code has printed, where no report comes.
 */
export async function runSuiteInWorker(kind: WorkspaceKind): Promise<SuiteReport> {
	const run = temporaryFolder();
	const workspace = path.join(run.path, 'workspace');
	const tests = path.join(run.path, 'tests');
	const extensions = path.join(run.path, 'extensions');
	cpSync(path.join(projectFolder, 'test/vscode/workspace'), workspace, { recursive: true });
	await Promise.all([installExtension(packageFile, extensions), buildTests(tests)]);
	const report = Promise.withResolvers<SuiteReport>();
	const [extension = ''] = readdirSync(extensions).filter((name) => name.startsWith('api-error-intellisense.'));
	const files = await serveFiles({
		folders: { extension: path.join(extensions, extension), tests },
		onPost: (_, body) => report.resolve(JSON.parse(body) as SuiteReport),
	});
	const address = `http://127.0.0.1:${files.port}`;
	let output = '';
	const fail = (why: string) => report.reject(new Error(`${why}\n\n${output}`));
	const timer = setTimeout(() => fail(`There was no report within ${timeLimit / 1000} s.`), timeLimit);
	try {
		const workbench = await openWorkbench({
			open: kind === 'remote' ? workspace : virtualWorkspace,
			isRestricted: kind === 'virtual',
			// The page's rules would not let it load extensions of this machine.
			view: { bypassCSP: true },
			prepare: async (page) => {
				page.on('crash', () => fail("VS Code's page has crashed."));
				await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
					output += `${format(...args)}\n`;
				});
				await page.exposeFunction('codeAutomationExit', (code: number) => fail(`The tests ended with ${code}.`));
				await addWorkerExtensions(page, {
					installed: [`${address}/extension`],
					developed: `${address}/tests`,
					testsFile: `${address}/tests/suite.js`,
				});
			},
		});
		try {
			return await report.promise;
		} finally {
			await workbench.close();
		}
	} finally {
		clearTimeout(timer);
		files.close();
		run.remove();
	}
}

/** Lays out the extension that has the tests, and that provides the virtual workspace. */
async function buildTests(folder: string): Promise<void> {
	const sources = path.join(projectFolder, 'test/vscode/virtual-files');
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, 'workspace.json'), JSON.stringify(textsOf('test/vscode/workspace')));
	cpSync(path.join(sources, 'manifest.json'), path.join(folder, 'package.json'));
	await Promise.all([
		buildSuite('worker', path.join(folder, 'suite.js')),
		build({
			entryPoints: [path.join(sources, 'main.ts')],
			outfile: path.join(folder, 'main.js'),
			bundle: true,
			format: 'cjs',
			external: ['vscode'],
			logLevel: 'warning',
		}),
	]);
}

/** The texts of all files below a folder of the project, by their paths in the virtual workspace. */
function textsOf(folder: string): Readonly<Record<string, string>> {
	const root = path.join(projectFolder, folder);
	const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const { pathname } = new URL(virtualWorkspace);
	return Object.fromEntries(
		files.map(({ parentPath, name }) => {
			const file = path.join(parentPath, name);
			const place = path.relative(root, file).split(path.sep).join('/');
			return [`${decodeURIComponent(pathname)}/${place}`, readFileSync(file, 'utf8')];
		}),
	);
}
