import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installServer } from './install-server.ts';
import { onProcessEnd, temporaryFolder } from './process-end.ts';
import { newest, type Release } from './releases.ts';
import { writeSettings } from './user-settings.ts';

export interface ServerOptions {
	/** The newest that we know, unless given. */
	readonly release?: Release;
	/** Where the user's settings and state are kept; without it they go when the server does. */
	readonly userFolder?: string;
	readonly extensionsFolder?: string;
	/** More settings of the user, or other values than the quiet ones. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Nobody has said that the workspace is to be trusted, so VS Code is in restricted mode. */
	readonly isRestricted?: boolean;
	/** Further command-line options. */
	readonly args?: readonly string[];
}

export interface Server {
	readonly port: number;
	readonly processId: number;
	/** Resolves when the server has ended, by `stop` or by itself. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
}

/** Starts VS Code's server on this machine's loopback address, installing it first where it is missing. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
	const { release = newest } = options;
	const main = path.join(await installServer(release), release.main);
	const runtimeFolder = temporaryFolder();
	const userFolder = options.userFolder ?? path.join(runtimeFolder.path, 'user');
	writeSettings(userFolder, { ...(options.isRestricted && restricted), ...options.settings });
	const child = spawn(process.execPath, serverArgs(main, runtimeFolder.path, userFolder, options), {
		// A group of its own, so that ending it ends the extension hosts and language servers too.
		detached: process.platform !== 'win32',
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...environment(), XDG_RUNTIME_DIR: runtimeFolder.path, TMPDIR: runtimeFolder.path },
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const withdraw = onProcessEnd(() => kill(child, 'SIGKILL'));
	const stop = async () => {
		withdraw();
		kill(child, 'SIGTERM');
		const timer = setTimeout(() => kill(child, 'SIGKILL'), 3000);
		await ended;
		clearTimeout(timer);
		// Whoever of the group has not followed.
		kill(child, 'SIGKILL');
		runtimeFolder.remove();
	};
	try {
		return { port: await listening(child), processId: child.pid ?? 0, ended, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Without the questions that would stand in the way. */
const restricted = {
	'security.workspace.trust.banner': 'never',
	'security.workspace.trust.enabled': true,
	'security.workspace.trust.startupPrompt': 'never',
};

function serverArgs(main: string, runtimeFolder: string, userFolder: string, options: ServerOptions): string[] {
	return [
		main,
		...['--host', '127.0.0.1', '--accept-server-license-terms', '--disable-telemetry', '--disable-experiments'],
		...['--force-disable-user-env', '--server-data-dir', runtimeFolder],
		...(options.isRestricted ? [] : ['--disable-workspace-trust']),
		...['--user-data-dir', userFolder],
		...['--extensions-dir', options.extensionsFolder ?? path.join(runtimeFolder, 'extensions')],
		...(options.args ?? []),
	];
}

/** The address of a file or folder of this machine as the workbench names it. */
export function remoteUri(port: number, file: string): string {
	return `vscode-remote://127.0.0.1:${port}${pathToFileURL(path.resolve(file)).pathname}`;
}

/** Ours, without what belongs to npm, to the test runner, or to a VS Code in whose terminal this was started. */
function environment(): NodeJS.ProcessEnv {
	const foreign = /^(npm_|NODE_TEST_|NODE_OPTIONS$|VSCODE_|ELECTRON_)/;
	const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	// Without a gallery, nothing of this machine is told to anybody.
	return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

/** Resolves to the port that the server says it listens on. */
function listening(child: ChildProcess): Promise<number> {
	return new Promise((resolve, reject) => {
		let output = '';
		const fail = (what: string) => reject(new Error(`VS Code's server ${what}\n${output}`));
		const timer = setTimeout(() => fail('did not start within a minute'), 60_000);
		const read = (text: Buffer) => {
			output = (output + text).slice(-10_000);
			const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
			if (!port) return;
			clearTimeout(timer);
			resolve(Number(port));
		};
		child.stdout?.on('data', read);
		child.stderr?.on('data', read);
		child.on('error', reject);
		child.on('exit', (code) => {
			clearTimeout(timer);
			fail(`ended with ${code}`);
		});
	});
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// It has already ended.
	}
}
