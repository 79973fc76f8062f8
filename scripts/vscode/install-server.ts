import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { keepLoadedPackages, removeUnusedParts } from './lean-server.ts';
import { onProcessEnd } from './process-end.ts';
import { step, Unavailable } from './progress.ts';
import { cacheFolder } from './project.ts';
import { newest, oldest, type Release } from './releases.ts';
import { run, runNpm } from './run.ts';

const stubsFolder = path.join(import.meta.dirname, 'stubs');
// npm would try for minutes on a machine without a network.
const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
const npmOptions = ['--ignore-scripts', '--loglevel=error', ...retries];
const npmInstall = ['install', '--omit=dev', '--no-audit', '--no-fund', ...npmOptions];

/**
 * Installs VS Code's server with its browser workbench, from the npm package code-server, unless it is there.
 * Nothing is compiled: three native modules that tests can do without are replaced by `stubs`.
 * Resolves to the server's folder. The folder gets its name in the end, so an interrupted install leaves none.
 */
export async function installServer(release: Release = newest): Promise<string> {
	const folder = folderOf(release);
	if (existsSync(folder)) return folder;
	mkdirSync(cacheFolder, { recursive: true });
	const partial = `${folder}.partial-${process.pid}`;
	const title = `Installing VS Code ${release.version} for the browser (80 MB, once)`;
	const remove = () => rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
	const withdraw = onProcessEnd(remove);
	try {
		await step(title, () => installInto(partial, release));
		rename(path.join(partial, 'vscode'), folder);
		removeOthers();
	} catch (error) {
		throw new Unavailable(
			`VS Code could not be installed into ${path.relative('', cacheFolder)}: this needs the npm registry, once.\n` +
				`Check the network and \`npm config get registry\`, then try again.\n\n${messageOf(error)}`,
		);
	} finally {
		withdraw();
		remove();
	}
	return folder;
}

function folderOf({ codeServer }: Release): string {
	return path.join(cacheFolder, `code-server-${codeServer}-${recipe()}`);
}

/** Changes when the way of installing does, so that nobody runs what an older way has left in the cache. */
function recipe(): string {
	const hash = createHash('sha256');
	const sources = ['install-server.ts', 'lean-server.ts', 'releases.ts', 'oldest/start.cjs'].map((name) =>
		path.join(import.meta.dirname, name),
	);
	const stubs = readdirSync(stubsFolder, { recursive: true, encoding: 'utf8' })
		.map((name) => path.join(stubsFolder, name))
		.filter((file) => statSync(file).isFile());
	for (const file of [...sources, ...stubs.sort()]) hash.update(readFileSync(file));
	return hash.digest('hex').slice(0, 8);
}

async function installInto(partial: string, release: Release): Promise<void> {
	mkdirSync(partial);
	const archive = await fetchArchive(partial, release);
	await run('tar', ['-xzf', archive, '--strip-components=2', 'package/lib/vscode'], { folder: partial });
	const server = path.join(partial, 'vscode');
	keepLoadedPackages(server, release);
	await runNpm(npmInstall, { folder: server });
	// TypeScript for the built-in extension, whose hovers and completions ours must get along with.
	await runNpm(npmInstall, { folder: path.join(server, 'extensions') });
	cpSync(stubsFolder, path.join(server, 'node_modules'), { recursive: true });
	for (const [place, file] of Object.entries(release.added)) {
		cpSync(path.join(import.meta.dirname, file), path.join(server, place), { recursive: true });
	}
	removeUnusedParts(server);
}

/** Resolves to the name of the package's archive in the folder, whose content is the pinned one. */
async function fetchArchive(folder: string, { codeServer, integrity }: Release): Promise<string> {
	await runNpm(['pack', `code-server@${codeServer}`, ...npmOptions], { folder });
	const archive = `code-server-${codeServer}.tgz`;
	const digest = createHash('sha512')
		.update(readFileSync(path.join(folder, archive)))
		.digest('base64');
	if (`sha512-${digest}` !== integrity) {
		throw new Error(`${archive} is not the pinned one: its digest is sha512-${digest}, not ${integrity}.`);
	}
	return archive;
}

/** Two installs may run at once; the second one to end finds the folder there and is content with it. */
function rename(from: string, to: string): void {
	try {
		renameSync(from, to);
	} catch (error) {
		if (!existsSync(to)) throw error;
	}
}

/** Removes what other versions and interrupted installs have left, but no install that may still be under way. */
function removeOthers(): void {
	const kept = [newest, oldest].map(folderOf);
	const anHourAgo = Date.now() - 3_600_000;
	for (const name of readdirSync(cacheFolder).filter((name) => name.startsWith('code-server-'))) {
		const other = path.join(cacheFolder, name);
		const changed = statSync(other, { throwIfNoEntry: false })?.mtimeMs ?? 0;
		if (kept.includes(other) || (name.includes('.partial-') && changed > anHourAgo)) continue;
		rmSync(other, { recursive: true, force: true });
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
