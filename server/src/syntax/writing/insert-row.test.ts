import { test } from 'node:test';
import { checkAdded } from '../../../../test/support/check-added.ts';

test('a table of functions gets a row after its last', async (t) => {
	await t.test('with the siblings’ keys', () =>
		checkAdded(`
const handlers = {
	NOT_FOUND() { gone(); }, // one
	CONFLICT: function () { taken(); }, /* two */
+	NEW: () => {
+		// Do it
+	},
	// three
};
handlers[error.code]?.();`),
	);
	await t.test('without a comma at the end', () =>
		checkAdded(`
const handlers = {
	'not-found': () => gone()«,» // one
+	'NEW': () => {
+		// Do it
+		throw new Error('NEW');
+	}
};`),
	);
	await t.test('in a Map', () =>
		checkAdded(`
const handlers = new Map([
  ['A', async (error) => { await a(error) }],
+  ['NEW', async () => {
+    // Do it
+  }],
])`),
	);
	await t.test('in one line', () =>
		checkAdded(`const handlers = { A: onA, B: onB«, NEW: () => { /* Do it */ throw new Error('NEW'); }» };`),
	);
	await t.test('by name', () =>
		checkAdded(
			`
const handlers = {
	[Code.A]: onA,
+	[Code.NEW]: () => {
+		// Do it
+		throw new Error('NEW');
+	},
};`,
			'Code.NEW',
		),
	);
});
