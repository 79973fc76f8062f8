import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serverProgram } from '../support/server-program.ts';
import { endure } from './endure.ts';

test('after some time in a workspace under change, a server is as one that never saw it', async (context) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-endurance-'));
	context.after(() => rm(folder, { recursive: true }));
	const outcome = await endure({
		...{ seed: 5, edits: 2_000, isMeasured: false, program: serverProgram, folder: pathToFileURL(folder).href },
	});
	assert.deepEqual(outcome.problems, []);
	assert.equal(outcome.edits, 2_000);
	assert.ok(outcome.questions > 400, `${outcome.questions}`);
});
