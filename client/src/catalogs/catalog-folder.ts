import { FileType, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { catalogEndings, catalogFolder } from '../../../server/src/catalog-globs.ts';

/** What shows that a folder is a package of its own. */
const manifests: readonly string[] = [
	...['package.json', 'pyproject.toml', 'go.mod', 'Cargo.toml', 'pom.xml', 'build.gradle', 'build.gradle.kts'],
	...['composer.json', 'Gemfile', 'pubspec.yaml', 'Package.swift', 'deno.json'],
];

interface FolderItem extends QuickPickItem {
	readonly folder: Uri;
}

/**
 * The folder whose `.api-errors` gets a catalog; asks only where several make sense: those of a workspace with several,
 * and the package that the active file belongs to. Undefined where the user leaves it open, or where no folder is open.
 */
export async function chooseFolder(title: string): Promise<Uri | undefined> {
	const folders = await sensibleFolders();
	if (folders.length < 2) return folders[0];
	const items = folders.map((folder): FolderItem => {
		const name = workspace.asRelativePath(folder, true);
		return { folder, label: `${name}/${catalogFolder}`, description: `for what is in ${name}` };
	});
	const placeHolder = 'Which folder is the catalog for?';
	return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.folder;
}

/** The workspace folder of the active file, the packages around that file, and the other workspace folders. */
async function sensibleFolders(): Promise<readonly Uri[]> {
	const all = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
	const active = window.activeTextEditor?.document.uri;
	const around = active && workspace.getWorkspaceFolder(active)?.uri;
	if (!active || !around) return all;
	return [around, ...(await packagesAround(active, around)), ...all.filter((uri) => uri !== around)];
}

/** Innermost first; without the workspace folder itself. */
async function packagesAround(file: Uri, root: Uri): Promise<readonly Uri[]> {
	const found: Uri[] = [];
	for (
		let folder = Uri.joinPath(file, '..');
		folder.path.length > root.path.length;
		folder = Uri.joinPath(folder, '..')
	) {
		const names = await namesIn(folder);
		if (names.some((name) => name === catalogFolder || manifests.includes(name))) found.push(folder);
	}
	return found;
}

async function namesIn(folder: Uri): Promise<readonly string[]> {
	try {
		return (await workspace.fs.readDirectory(folder)).map(([name]) => name);
	} catch {
		return [];
	}
}

/** The file of a catalog that is new. */
export function catalogFileIn(folder: Uri, id: string, as: 'json' | 'yaml'): Uri {
	return Uri.joinPath(folder, catalogFolder, `${id}.${as}`);
}

/** The catalog file with this id that is there already, whatever its ending. */
export async function existingFile(folder: Uri, id: string): Promise<Uri | undefined> {
	const files = catalogEndings.map((ending) => Uri.joinPath(folder, catalogFolder, `${id}.${ending}`));
	const found = await Promise.all(files.map((file) => isFile(file)));
	return files.find((_, index) => found[index]);
}

async function isFile(uri: Uri): Promise<boolean> {
	try {
		return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
	} catch {
		return false;
	}
}
