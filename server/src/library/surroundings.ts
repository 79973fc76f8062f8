import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startThread } from '../cli/engine/start-thread.ts';
import type { Host } from '../host/host.ts';
import { assetsBeside, nodeHost } from '../host/node-host.ts';
import { sharedWithThreads } from '../host/unoptimized.ts';
import { type GivenSettings, readSettings } from '../settings.ts';
import type * as library from './library.d.ts';

/** The disk, and the files that lie beside the library. What would be logged is of no use to a program. */
export function ownHost(): Host {
	const assets = assetsBeside(import.meta.url);
	const host = nodeHost({ assets, log: () => undefined });
	// Threads run the command, which can do the same; it is not there where somebody has put the library elsewhere.
	const command = join(assets, '..', 'cli.js');
	return existsSync(command)
		? { ...host, startThread: (data) => startThread(command, { ...Object(data), ...sharedWithThreads }) }
		: host;
}

/** The folder as an absolute path. */
export function folderIn({ folder = '.' }: Pick<library.Surroundings, 'folder'>): string {
	return resolve(folder);
}

/** The settings that are given, and no others. Throws a `TypeError` with all that is wrong with them. */
export function settingsIn({ settings: given = {} }: Pick<library.Surroundings, 'settings'>): GivenSettings {
	const { given: known, problems } = readSettings(given);
	if (problems.length > 0) throw new TypeError(problems.map((one) => one.replace(/^apiErrors/, 'settings')).join(' '));
	return known;
}
