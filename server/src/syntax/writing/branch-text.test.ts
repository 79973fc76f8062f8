import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBlocks } from '../../../../test/support/read-blocks.ts';
import { write } from '../../languages/ecmascript/write.ts';
import { type BranchText, branchText } from './branch-text.ts';

/** Whole branches for two labels in the first switch of a source. */
async function textFor(source: string, comment = 'Do it'): Promise<BranchText | undefined> {
	const blocks = await readBlocks(source);
	const dispatch = blocks.flatMap(({ code }) => code.dispatches)[0];
	assert.ok(dispatch);
	return branchText(
		dispatch,
		[
			{ label: "'ONE'", comment },
			{ label: "'TWO'", comment },
		],
		write,
	);
}

test('branches follow the label that is being typed', async () => {
	const branches = await textFor("\tswitch (e.code) {\n\t\tcase 'A':\n\t\t\ta();\n\t\t\tbreak;\n\t\tcase '':\n\t}");
	assert.equal(branches?.count, 2);
	assert.equal(branches.plain, "'ONE':\n\t// Do it\n\tbreak;\ncase 'TWO':\n\t// Do it\n\tbreak;");
	assert.equal(branches.snippet, `'ONE':\n\t\${1:// Do it}\n\tbreak;\ncase 'TWO':\n\t\${2:// Do it}\n\tbreak;$0`);
});

test('they are written as their siblings', async () => {
	const braces = await textFor("switch (e.code) {\n  case 'A': {\n    return a()\n  }\n  case '':\n}");
	assert.equal(braces?.plain.split('case')[0], "'ONE': {\n  // Do it\n  throw new Error('ONE')\n}\n");
	assert.equal(braces?.snippet.split('case')[0], `'ONE': {\n  \${1:// Do it}\n  throw new Error('ONE')\n\\}\n`);
	const lines = await textFor("switch (e.code) {\n  case 'A': return;\n  case '':\n}");
	assert.equal(lines?.plain, "'ONE': /* Do it */ return;\ncase 'TWO': /* Do it */ return;");
});

test('what means something in a snippet is no part of its syntax', async () => {
	const branches = await textFor("switch (e.code) {\n\tcase '':\n}", 'Pay $5 \\ or {wait}');
	assert.ok(branches?.snippet.includes(`\${1:// Pay \\$5 \\\\ or {wait\\}}`), branches?.snippet);
});

test('a chain of ifs has no whole branches to type', async () => {
	assert.equal(await textFor("if (e.code === 'A') { a(); } else if (e.code === '') { b(); }"), undefined);
});
