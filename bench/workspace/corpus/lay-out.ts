import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readableIdOf } from '../../../server/src/containers/readable.ts';
import { commitAll } from '../commit-all.ts';
import { type Archive, debianArchive, hasDebianClients, npmArchive } from './download.ts';
import { type DebianSource, debianSources, type NpmSource, npmSources } from './sources.ts';

/** What lies in the folder of the corpus. */
export interface Corpus {
	readonly folder: string;
	/** Files of languages that we read, and their bytes. */
	readonly files: number;
	readonly bytes: number;
	/** What it is made of, with versions. */
	readonly sources: readonly string[];
	/** What is not in it, and why, in sentences. */
	readonly remarks: readonly string[];
}

/** What says which packages a project uses is kept as well, because it is read. */
const manifests: ReadonlySet<string> = new Set(['package.json', 'composer.json', 'go.mod', 'Cargo.toml', 'Gemfile']);

/**
 * Lays out the corpus once; later it is as it was. It is a git repository of its own, as folders of code are.
 * @param cache where it and its archives are kept; an absolute path
 * @param planted a folder of files that handle the errors of our APIs, which are laid among the others
 */
export function layOutCorpus(cache: string, planted: string, tell: (what: string) => void): Corpus {
	const folder = join(cache, 'corpus');
	const record = join(cache, 'corpus.json');
	const recipe = recipeOf(planted);
	if (existsSync(record) && existsSync(folder)) {
		const { recipe: made, ...corpus } = JSON.parse(readFileSync(record, 'utf8'));
		if (made === recipe) return { folder, ...corpus };
	}
	rmSync(record, { force: true });
	rmSync(folder, { recursive: true, force: true });
	const laid = unpackAll(cache, `${folder}.part`, tell);
	for (const place of ['three/src', 'react-native/src', 'go/usr', 'wordpress/usr'])
		if (existsSync(join(`${folder}.part`, place)))
			cpSync(planted, join(`${folder}.part`, place, 'chat'), { recursive: true });
	tell('the corpus as a git repository');
	commitAll(`${folder}.part`);
	const corpus = { ...sizeOf(`${folder}.part`), ...laid };
	renameSync(`${folder}.part`, folder);
	writeFileSync(record, `${JSON.stringify({ recipe, ...corpus }, undefined, '\t')}\n`);
	return { folder, ...corpus };
}

/** A name for all that decides what the corpus is. */
function recipeOf(planted: string): string {
	const hash = createHash('sha256').update(JSON.stringify([npmSources, debianSources]));
	for (const file of filesBelow(planted)) hash.update(file).update(readFileSync(file));
	return hash.digest('hex');
}

function unpackAll(cache: string, folder: string, tell: (what: string) => void): Pick<Corpus, 'sources' | 'remarks'> {
	const archives = join(cache, 'archives');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(archives, { recursive: true });
	const sources: string[] = [];
	const remarks: string[] = [];
	const add = (archive: Archive, to: string, unpack: (to: string) => void) => {
		mkdirSync(to, { recursive: true });
		unpack(to);
		sources.push(archive.title);
	};
	for (const source of npmSources) {
		tell(source.name);
		const archive = npmArchive(source, archives);
		add(archive, join(folder, folderOf(source)), (to) => unpackNpm(archive, to));
	}
	if (!hasDebianClients())
		return { sources, remarks: ['There is no apt here: the corpus is without Debian packages.'] };
	for (const source of debianSources) {
		tell(source.folder);
		const archive = debianArchive(source, archives);
		if (archive) add(archive, join(folder, source.folder), (to) => unpackDebian(archive, to, source));
		else remarks.push(`apt has none of ${source.names.join(', ')}: the corpus is without.`);
	}
	return { sources, remarks };
}

function folderOf({ name }: NpmSource): string {
	return name.replace(/^@/, '').replace('/', '-');
}

function unpackNpm({ file }: Archive, to: string): void {
	// Windows has a tar of its own, which takes a drive's letter for a host unless it is in the folder.
	execFileSync('tar', ['-xzf', basename(file), '--strip-components=1', '-C', to], { cwd: dirname(file) });
	prune(to, () => true);
}

function unpackDebian({ file }: Archive, to: string, { below }: DebianSource): void {
	execFileSync('dpkg-deb', ['-x', file, to]);
	prune(to, (path) => below === undefined || path.includes(below));
}

/** Leaves only files that we read and manifests. Links go too: they may lead out of the folder. */
function prune(folder: string, isWanted: (path: string) => boolean): void {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) prune(path, isWanted);
		else if (!entry.isFile() || !isWanted(path) || !(readableIdOf(entry.name) || manifests.has(entry.name)))
			rmSync(path);
	}
	if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}

function sizeOf(folder: string): Pick<Corpus, 'files' | 'bytes'> {
	const files = filesBelow(folder).filter((file) => readableIdOf(file) !== undefined);
	return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

function filesBelow(folder: string): readonly string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return entry.name === '.git' ? [] : filesBelow(path);
		return entry.isFile() ? [path] : [];
	});
}
