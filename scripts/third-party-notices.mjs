import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The licences of all packages whose code or files are part of what is built, as one text.
 * @param root the folder of the repository
 * @param files paths of everything that was read, absolute or from the root
 */
export async function thirdPartyNotices(root, files) {
	const folders = new Set(files.flatMap((file) => packageFolder(path.resolve(root, file)) ?? []));
	const notices = await Promise.all([...[...folders].sort().map(notice), ...ownNotices(files)]);
	return notices.join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the innermost package that a file belongs to. */
function packageFolder(file) {
	return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

async function notice(folder) {
	const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
	const licenceFile = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
	const text = licenceFile ? await readFile(path.join(folder, licenceFile), 'utf8') : `${license}\n`;
	return `${name} ${version}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}

/** The licences of what a package brings from elsewhere without saying so: `licences/` has them by the file's name. */
function ownNotices(files) {
	const names = [...new Set(files.map((file) => path.parse(file).name))].sort();
	const known = names.map((name) => ({ name, file: path.join(import.meta.dirname, 'licences', `${name}.txt`) }));
	return known
		.filter(({ file }) => existsSync(file))
		.map(async ({ name, file }) => `${name}\n\n${(await readFile(file, 'utf8')).trim()}\n`);
}
