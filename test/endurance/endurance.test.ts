import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serverProgram } from '../support/server-program.ts';
import { endure } from './endure.ts';

for (const [editor, isPushed, edits] of [
	['that asks for diagnostics', false, 2_000],
	['to which they are pushed', true, 1_000],
] as const)
	test(`after some time with an editor ${editor}, a server is as one that never saw it`, async (context) => {
		const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-endurance-'));
		context.after(() => rm(folder, { recursive: true }));
		const outcome = await endure({
			...{ seed: 5, edits, isPushed, isMeasured: false, program: serverProgram, folder: pathToFileURL(folder).href },
		});
		assert.deepEqual(outcome.problems, []);
		assert.equal(outcome.edits, edits);
		assert.ok(outcome.questions > edits / 5, `${outcome.questions}`);
	});
