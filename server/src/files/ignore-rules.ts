import { lstat, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { excludesOfUser } from './excludes-of-user.ts';
import { repositoryAround } from './repository.ts';

/** What `.gitignore` files say of what is below a folder. */
export interface IgnoreRules {
	/**
	 * Whether a file or folder is ignored, in a folder that is not.
	 * @param path an absolute path
	 */
	ignores(path: string, isFolder: boolean): boolean;
	/** The rules for what is in a folder: these, and those of its own `.gitignore`. */
	in(folder: string): Promise<IgnoreRules>;
}

const isCaseIgnored = process.platform === 'win32' || process.platform === 'darwin';

/**
 * The rules for a folder and what is in it, as git has them (gitignore(5)). Where they ignore the folder itself, those
 * that are in it count alone.
 */
export async function rulesFor(folder: string): Promise<IgnoreRules> {
	const root = await repositoryAround(folder);
	if (root === undefined) return rulesBelow(folder).in(folder);
	const ofRepository = ignoring()
		.add(await excludesOfUser(root))
		.add(await excludesOf(root));
	let rules = await rulesBelow(root, ofRepository).in(root);
	let place = root;
	for (const name of relative(root, folder).split(sep).filter(Boolean)) {
		place = join(place, name);
		if (rules.ignores(place, true)) return rulesBelow(folder).in(folder);
		rules = await rules.in(place);
	}
	return rules;
}

const ignoring = () => ignore({ ignorecase: isCaseIgnored });

/** @param root the folder that the paths in the rules count from */
function rulesBelow(root: string, rules?: Ignore): IgnoreRules {
	const start = root.endsWith(sep) ? root.length : root.length + 1;
	const pathOf = (path: string) => path.slice(start).split(sep).join('/');
	return {
		ignores: (path, isFolder) => rules?.ignores(`${pathOf(path)}${isFolder ? '/' : ''}`) === true,
		async in(folder) {
			const text = await textOf(join(folder, '.gitignore'));
			if (text.trim() === '') return this;
			const own = linesOf(text).map((line) => fromRoot(line, pathOf(folder)));
			return rulesBelow(
				root,
				ignoring()
					.add(rules ?? [])
					.add(own),
			);
		},
	};
}

/** A rule of a folder as a rule of the root. */
function fromRoot(line: string, folder: string): string {
	if (folder === '') return line;
	const [, not = '', rule = ''] = /^(!?)(.*)$/s.exec(line.replace(/(?<!\\) +$/, '')) ?? [];
	if (rule === '' || line.startsWith('#')) return '';
	const isAnchored = rule.slice(0, -1).includes('/');
	return `${not}/${folder.replaceAll(/[\\*?[\]!# ]/g, '\\$&')}/${isAnchored ? '' : '**/'}${rule.replace(/^\//, '')}`;
}

const linesOf = (text: string): readonly string[] => text.replace(/^\uFEFF/, '').split(/\r?\n/);

/** What a clone keeps to itself; a second work tree has it where the first one has it. */
async function excludesOf(root: string): Promise<readonly string[]> {
	const pointer = /^gitdir: (.+)/.exec(await textOf(join(root, '.git')))?.[1];
	if (pointer === undefined) return linesOf(await textOf(join(root, '.git', 'info', 'exclude')));
	const own = join(pointer.startsWith('.') ? root : '', pointer.trim());
	const shared = (await textOf(join(own, 'commondir'))).trim();
	const folder = shared === '' ? own : join(shared.startsWith('.') ? own : '', shared);
	return linesOf(await textOf(join(folder, 'info', 'exclude')));
}

/** Like git, follows no link here; whatever cannot be read says nothing. */
async function textOf(file: string): Promise<string> {
	try {
		return (await lstat(file)).isFile() ? await readFile(file, 'utf8') : '';
	} catch {
		return '';
	}
}
