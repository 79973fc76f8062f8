import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Findings } from './measure.ts';
import { measureEditing } from './measure-editing.ts';
import { measureFirstDiagnostic, measureFirstHover } from './measure-start.ts';
import type { ServerCommand } from './servers.ts';
import { createSetting } from './setting.ts';

const effort = { starts: 1, hovers: 3, edits: 30, completions: 7, askEvery: 100, warmUp: 2 };

function stub(behaviour: string): ServerCommand {
	return {
		name: behaviour,
		file: process.execPath,
		args: [join(import.meta.dirname, 'stub-server.ts'), behaviour],
	};
}

describe('a run with servers that do nothing but answer', () => {
	let folder: string;

	before(() => {
		folder = mkdtempSync(join(tmpdir(), 'api-errors-bench-'));
	});

	after(() => rmSync(folder, { recursive: true, force: true }));

	test('takes as many samples of both as it was told, and says when one lost track of the text', async () => {
		const setting = createSetting(folder, 200, { ours: stub('deaf'), reference: stub('push') }, effort);
		const { measures, remarks }: Findings = await measureEditing(setting);
		const counts = measures
			.filter((measure) => measure.unit === 'ms')
			.map(({ name, ours, reference, answered }) => [name, ours.length, reference?.length, answered]);
		const all = { ours: 1, reference: 1 };
		assert.deepEqual(counts, [
			['hover on a label', 3, 3, all],
			['completion after an edit', 7, 7, all],
			['didChange to diagnostics', 30, 30, all],
		]);
		assert.equal(remarks.length, 2);
		assert.match(remarks[0] ?? '', /^200 lines, .*deaf reports (\d+), push \1\.$/);
		assert.match(remarks[1] ?? '', /^200 lines: deaf reports other diagnostics/);
	});

	test('starts as many processes as it was told', async () => {
		const setting = createSetting(folder, 220, { ours: stub('pull'), reference: stub('late') }, effort);
		for (const { ours, reference } of [await measureFirstDiagnostic(setting), await measureFirstHover(setting)]) {
			assert.equal(ours.length, 1);
			assert.equal(reference?.length, 1);
		}
	});

	test('ends with the reason when a server does', async () => {
		const setting = createSetting(folder, 240, { ours: stub('crash'), reference: stub('push') }, effort);
		await assert.rejects(measureEditing(setting), /crash: .*code 7.*out of words/s);
	});
});
