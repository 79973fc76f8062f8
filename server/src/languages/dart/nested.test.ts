import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAsset } from '../../../../test/support/test-assets.ts';
import { CodeReader } from '../../syntax/code-reader.ts';
import { dart } from './index.ts';

/** What makes the tree deep where its grammar is flat. */
const long: Readonly<Record<string, string>> = {
	'a chain of calls': `g(x${'.a().b'.repeat(3000)});`,
	'a list of lists': `g(x${'[0]'.repeat(5000)});`,
	'alternatives in a pattern': `g(switch (x) { ${"'A' || ".repeat(2000)}'B' => 1, _ => 2 });`,
	'bounds in a pattern': `g(switch (x) { ${'>= 400 && '.repeat(2000)}< 500 => 1, _ => 2 });`,
	'handlers of an attempt': `try {} ${'on A catch (e) {} '.repeat(1000)}`,
	'a cascade': `x${'..b = 3'.repeat(2000)};`,
};

for (const [what, statement] of Object.entries(long)) {
	test(`${what}, thousands long, is read with the code beside it`, async () => {
		const source = `f() { ${statement} if (e.code == 'A_ONE') a(); }\n`;
		const blocks = await new CodeReader([dart], readAsset).read('long', 'dart', source, { mayMatter: () => true });
		const paths = (blocks ?? []).flatMap(({ code }) => code.dispatches.map(({ subject }) => subject.path));
		assert.ok(paths.includes('e.code'), paths.join());
	});
}
