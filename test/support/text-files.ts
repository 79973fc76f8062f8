/** Files of a project by their paths, to be read as from a disk. */
export function textFiles(root: string, texts: Readonly<Record<string, string>>) {
	const uris = new Map(Object.entries(texts).map(([path, text]) => [root + path, text]));
	return {
		async readFile(uri: string): Promise<string> {
			const text = uris.get(uri);
			if (text === undefined) throw new Error(`There is no ${uri}`);
			return text;
		},
		async readFolder(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> {
			const names = new Map<string, boolean>();
			for (const uri of uris.keys()) {
				if (!uri.startsWith(folder)) continue;
				const [name = '', ...below] = uri.slice(folder.length).split('/');
				names.set(decodeURIComponent(name), below.length > 0);
			}
			return [...names].map(([name, isFolder]) => ({ name, isFolder }));
		},
	};
}
