import vscode from 'vscode';

interface Entry {
	readonly content: Uint8Array | undefined;
	readonly changed: number;
}

/**
 * A file system in memory.
 * @param texts what is there from the start, by path; with them their folders
 */
export function memoryFiles(texts: Readonly<Record<string, string>>): vscode.FileSystemProvider {
	const { FileSystemError, FileType, FileChangeType } = vscode;
	const entries = new Map<string, Entry>([['/', { content: undefined, changed: Date.now() }]]);
	const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	const above = (path: string) => path.slice(0, path.lastIndexOf('/')) || '/';
	const tell = (type: vscode.FileChangeType, ...uris: vscode.Uri[]) => changes.fire(uris.map((uri) => ({ type, uri })));

	function put(path: string, content: Uint8Array | undefined): void {
		if (path !== '/' && !entries.has(above(path))) put(above(path), undefined);
		entries.set(path, { content, changed: Date.now() });
	}
	function find(uri: vscode.Uri): Entry {
		const entry = entries.get(uri.path);
		if (!entry) throw FileSystemError.FileNotFound(uri);
		return entry;
	}
	function below(path: string): readonly string[] {
		return [...entries.keys()].filter((other) => other.startsWith(`${path === '/' ? '' : path}/`) && other !== '/');
	}
	function remove(uri: vscode.Uri): void {
		find(uri);
		for (const path of [uri.path, ...below(uri.path)]) entries.delete(path);
	}
	for (const [path, text] of Object.entries(texts)) put(path, new TextEncoder().encode(text));

	return {
		onDidChangeFile: changes.event,
		watch: () => new vscode.Disposable(() => {}),
		stat(uri) {
			const { content, changed } = find(uri);
			const type = content ? FileType.File : FileType.Directory;
			return { type, ctime: 0, mtime: changed, size: content?.length ?? 0 };
		},
		readDirectory(uri) {
			find(uri);
			const start = uri.path === '/' ? '/' : `${uri.path}/`;
			return below(uri.path)
				.map((path): [string, Entry | undefined] => [path.slice(start.length), entries.get(path)])
				.filter(([name]) => !name.includes('/'))
				.map(([name, entry]) => [name, entry?.content ? FileType.File : FileType.Directory]);
		},
		readFile(uri) {
			const { content } = find(uri);
			if (!content) throw FileSystemError.FileIsADirectory(uri);
			return content;
		},
		createDirectory(uri) {
			put(uri.path, undefined);
			tell(FileChangeType.Created, uri);
		},
		writeFile(uri, content, { create, overwrite }) {
			const isThere = entries.has(uri.path);
			if (!isThere && !create) throw FileSystemError.FileNotFound(uri);
			if (isThere && create && !overwrite) throw FileSystemError.FileExists(uri);
			put(uri.path, content);
			tell(isThere ? FileChangeType.Changed : FileChangeType.Created, uri);
		},
		delete(uri) {
			remove(uri);
			tell(FileChangeType.Deleted, uri);
		},
		rename(from, to) {
			const moved = [from.path, ...below(from.path)].map((path): [string, Uint8Array | undefined] => [
				to.path + path.slice(from.path.length),
				entries.get(path)?.content,
			]);
			remove(from);
			for (const [path, content] of moved) put(path, content);
			tell(FileChangeType.Deleted, from);
			tell(FileChangeType.Created, to);
		},
	};
}
