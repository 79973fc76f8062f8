import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { buildCatalogIndex } from '../../server/src/catalog/catalog-index.ts';
import { findModuleIn, isModuleConfiguration } from '../../server/src/languages/find-modules.ts';
import { languageIdOf } from '../../server/src/languages/language-of-path.ts';
import { Project } from '../../server/src/project/project.ts';
import { newAnalyzer } from './analyzed.ts';
import { textFiles } from './text-files.ts';

export const catalog: Catalog = {
	id: 'post',
	name: 'Post',
	evidence: { packages: ['@post/client', 'post-client'], hosts: ['api.post.example'] },
	entries: [],
};
export const catalogs = buildCatalogIndex([catalog]);
export const root = 'file:///project/';
export const document = `${root}src/main.ts`;
export const dependsOnPost = '{"dependencies":{"@post/client":"1"}}';
export const callsPost = "fetch('https://api.post.example/v1');";
export const analyzer = newAnalyzer();
export const ways = { languageIdOf, findModuleIn, isConfiguration: isModuleConfiguration };

/** A project of files by their paths, which can be changed. */
export function projectOf(texts: Record<string, string>) {
	const read: string[] = [];
	const reports: string[] = [];
	let changes = 0;
	const project = new Project({
		async readFile(uri) {
			read.push(uri);
			return texts[uri.slice(root.length)] ?? Promise.reject(new Error(`There is no ${uri}`));
		},
		readFolder: (uri) => textFiles(root, texts).readFolder(uri),
		...ways,
		outline: (source, all) => analyzer.outline(source, all),
		report: (message) => reports.push(message),
		onChange: () => changes++,
	});
	const say = async (found: Promise<readonly { readonly step: string; readonly reason: string }[]>) =>
		(await found).map(({ step, reason }) => `${step}: ${reason}`);
	return {
		project,
		/** Paths of the files that were read since this was asked before, in the order of their names. */
		read: () =>
			read
				.splice(0)
				.map((uri) => uri.slice(root.length))
				.sort(),
		reports,
		changes: () => changes,
		write(path: string, text: string | undefined) {
			if (text === undefined) delete texts[path];
			else texts[path] = text;
			return project.changed([root + path]);
		},
		above: (uri = document, ...folders: readonly string[]) =>
			say(project.evidenceAbove(uri, folders.length > 0 ? folders : [root], catalogs)),
		around: (uri = document, ...folders: readonly string[]) =>
			say(project.workspaceEvidence(uri, folders.length > 0 ? folders : [root], catalogs)),
	};
}
