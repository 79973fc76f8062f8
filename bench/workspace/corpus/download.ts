import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DebianSource, NpmSource } from './sources.ts';

/** An archive that has been downloaded. */
export interface Archive {
	readonly file: string;
	/** The package and its version, as people write it. */
	readonly title: string;
}

const onWindows = process.platform === 'win32';

/**
 * The archive of a package, with npm's own client. It is kept, and downloaded once.
 * Throws an Error where what comes is not what is pinned.
 * @param folder where archives are kept; an absolute path
 */
export function npmArchive({ name, version, integrity }: NpmSource, folder: string): Archive {
	const title = `${name}@${version}`;
	const file = join(folder, `${title.replaceAll(/[@/]+/g, '-').replace(/^-/, '')}.tgz`);
	if (!existsSync(file) || integrityOf(file) !== integrity)
		downloadInto(folder, file, (part) =>
			execFileSync('npm', ['pack', title, '--silent', '--pack-destination', part], {
				stdio: 'ignore',
				shell: onWindows,
			}),
		);
	if (integrityOf(file) === integrity) return { file, title };
	rmSync(file);
	throw new Error(`${title} is not what is pinned: its integrity is another.`);
}

/** The same with Debian's client, for the first of the names that is there; undefined where there is none of them. */
export function debianArchive({ folder: name, names }: DebianSource, folder: string): Archive | undefined {
	const kept = readdirSync(folder).find((one) => one.startsWith(`${name}=`));
	if (kept !== undefined) return { file: join(folder, kept), title: kept.slice(name.length + 1, -'.deb'.length) };
	for (const one of names) {
		try {
			const file = downloadInto(folder, undefined, (part) => aptDownload(one, part), `${name}=`);
			return { file, title: file.slice(join(folder, `${name}=`).length, -'.deb'.length) };
		} catch {
			// Another release calls it otherwise.
		}
	}
	return undefined;
}

/** Debian archives need both clients. */
export function hasDebianClients(): boolean {
	try {
		for (const client of ['apt-get', 'dpkg-deb']) execFileSync(client, ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

function aptDownload(name: string, folder: string): void {
	execFileSync('apt-get', ['download', '--quiet', name], { cwd: folder, stdio: 'ignore' });
}

/** Downloads into a folder of its own first, so that what is broken off leaves nothing that looks whole. */
function downloadInto(folder: string, to: string | undefined, download: (part: string) => void, prefix = ''): string {
	mkdirSync(folder, { recursive: true });
	const part = mkdtempSync(join(folder, 'part-'));
	try {
		download(part);
		const [name] = readdirSync(part);
		if (name === undefined) throw new Error('Nothing came.');
		const file = to ?? join(folder, prefix + name);
		renameSync(join(part, name), file);
		return file;
	} finally {
		rmSync(part, { recursive: true, force: true });
	}
}

function integrityOf(file: string): string {
	return `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
}
