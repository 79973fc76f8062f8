import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateWorkspace } from './typescript-workspace.ts';

const size = { files: 120, linesOfFile: 192, handling: 0.36 };

test('the same seed gives the same workspace, another seed another one', () => {
	assert.deepEqual(generateWorkspace(size, 3), generateWorkspace(size, 3));
	assert.notDeepEqual(generateWorkspace(size, 3).files, generateWorkspace(size, 4).files);
});

test('a workspace has the files, the lines and the share of handlers that are asked for', () => {
	const { files, lines, dispatches } = generateWorkspace(size);
	const code = files.filter(({ path }) => path.endsWith('.ts'));
	assert.equal(code.length, size.files);
	assert.equal(
		lines,
		code.reduce((sum, { text }) => sum + (text.match(/\n/g)?.length ?? 0), 0),
	);
	assert.ok(Math.abs(lines / size.files - size.linesOfFile) < 15, `${lines} lines`);
	assert.equal(dispatches.length, Math.floor((size.files - 2) * size.handling));
});

test('each dispatch begins on the line that is told, and lacks a required code where it is called incomplete', () => {
	const { files, dispatches } = generateWorkspace(size);
	const texts = new Map(files.map(({ path, text }) => [path, text]));
	for (const { path, line, shape, isIncomplete } of dispatches) {
		const text = texts.get(path) ?? '';
		const head = text.split('\n')[line - 1] ?? '';
		assert.match(head, shape === 'switch' ? /^\tswitch \(body\.error\.code\) \{$/ : /^\tif \(body\.error\.code === '/);
		const isComplete = ['RATE_LIMITED', 'AUTH_INVALID_TOKEN'].every((code) => text.includes(`'${code}'`));
		const passesOn = text.includes('throw new ClientFailure(');
		assert.equal(isIncomplete, !isComplete && !passesOn, `${path}:${line}`);
	}
});

test('there is something to find of every kind', () => {
	const { dispatches } = generateWorkspace(size);
	for (const shape of ['switch', 'chain'] as const)
		for (const typed of [true, false])
			for (const isIncomplete of [true, false])
				assert.ok(
					dispatches.some((one) => one.shape === shape && one.typed === typed && one.isIncomplete === isIncomplete),
				);
});
