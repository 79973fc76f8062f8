import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readExamples, readPageCatalogs } from '../support/page-examples.ts';
import { folderWith, type TestFolder } from './folder-with.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const endings: Readonly<Record<string, string>> = {
	...{ typescript: 'ts', typescriptreact: 'tsx', javascript: 'js', javascriptreact: 'jsx' },
	...{ dart: 'dart', go: 'go', python: 'py', java: 'java', kotlin: 'kt', swift: 'swift' },
};

/** All examples in the pages of the rules, each in a file, with the catalogs of its page beside it; then our own examples. */
function everything(): Record<string, string> {
	const files: Record<string, string> = {};
	for (const page of globSync('server/src/rules/*/*.md', { cwd: project })) {
		const text = readFileSync(path.join(project, page), 'utf8');
		const folder = path.basename(page, '.md');
		for (const [index, catalog] of readPageCatalogs(text).entries())
			files[`${folder}/.api-errors/${index}.json`] = JSON.stringify(catalog);
		for (const { languageId, line, source } of readExamples(text))
			files[`${folder}/at${line}.${endings[languageId]}`] = source.replaceAll(/^.*\^\^.*\n/gm, '');
	}
	for (const example of globSync('examples/*.*', { cwd: project }))
		files[example] = readFileSync(path.join(project, example), 'utf8');
	return files;
}

interface Found {
	readonly file: string;
	readonly message: string;
	readonly fixable: boolean;
}

async function findingsIn(folder: TestFolder, ...args: string[]): Promise<readonly Found[]> {
	const { out } = await folder.run(['check', '--format', 'json', ...args]);
	return JSON.parse(out).findings;
}

test('every safe fix mends its finding and changes nothing else, and then there is none left', async (context) => {
	const files = everything();
	const folder = await folderWith(context, files);
	const before = await findingsIn(folder);
	const fixable = new Set(before.filter((one) => one.fixable).map(({ file }) => file));
	assert.ok(fixable.size > 5, `${fixable.size} files`);
	const after = await findingsIn(folder, '--fix');
	assert.deepEqual(
		after.filter((one) => one.fixable),
		[],
	);
	for (const [file, text] of Object.entries(files)) {
		const now = await folder.read(file);
		if (!fixable.has(file)) assert.equal(now, text, file);
		const here = (one: Found) => one.file === file;
		const messages = new Set(after.filter(here).map(({ message }) => message));
		const mended = before.filter((one) => here(one) && one.fixable);
		for (const { message } of mended) assert.ok(!messages.has(message), `${file}: ${message}`);
		const lines = new Set(text.split('\n'));
		const others = now.split('\n').filter((line) => !lines.has(line));
		assert.ok(others.length <= mended.length, `${file}: ${others.join('\n')}`);
		files[file] = now;
	}
	const { errors } = await folder.run(['check', '--fix']);
	assert.equal(errors, '');
	for (const [file, text] of Object.entries(files)) assert.equal(await folder.read(file), text, file);
});
