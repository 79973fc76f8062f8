import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { folderOfFiles, installLink } from './support/folder-of-files.ts';
import { filesIn, programsIn } from './support/page-programs.ts';

const project = path.resolve(import.meta.dirname, '..');
const guide = readFileSync(path.join(project, 'docs/library.md'), 'utf8');
const declarations = readFileSync(path.join(project, 'server/src/library/library.d.ts'), 'utf8');

/** What a program prints in a folder that has the files of the guide, and the library where programs look for it. */
function printed(context: TestContext, code: string): string {
	const folder = folderOfFiles(context, { ...filesIn(guide), 'program.mjs': code });
	installLink(folder);
	const { stdout, stderr, status } = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
	assert.deepEqual([stderr, status], ['', 0], code);
	return stdout;
}

test('every program in the guide to the library prints what the guide says', (context) => {
	const programs = programsIn(guide);
	assert.equal(programs.length, 8);
	for (const { code, prints } of programs) assert.equal(printed(context, code), prints);
});

test('every function has an example that runs', (context) => {
	const names = [...declarations.matchAll(/^export function (\w+)/gm)].map(([, name = '']) => name);
	const comments = [...declarations.matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\nexport function (\w+)/gs)];
	const examples = comments.flatMap(([, comment = '']) => exampleIn(comment) ?? []);
	assert.equal(examples.length, names.length);
	const programs = examples.map((example) => `{\n${example}\n}`).join('\n');
	const output = printed(context, `import { ${names.join(', ')} } from 'api-error-intellisense';\n${programs}`);
	assert.match(output, /^AUTH_INVALID_TOKEN .* are not handled.* \[\n {2}'Add 2 missing required cases',/);
	assert.match(output, /\nSilentChat: Too many requests\. .*\nsilentchat \d+\nchatness \d+\nhttp \d+\n0 of 0 \[\]\n$/);
});

function exampleIn(comment: string): string | undefined {
	return comment.split('@example\n')[1]?.replaceAll(/^ \* ?/gm, '');
}

test('the guide names every function', () => {
	const names = [...declarations.matchAll(/^export function (\w+)/gm)].map(([, name = '']) => name);
	assert.deepEqual([...guide.matchAll(/^\| \[`(\w+)`\]/gm)].map(([, name]) => name).sort(), names.sort());
});
