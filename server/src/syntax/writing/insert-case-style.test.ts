import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readChange } from '../../../../test/support/changed-source.ts';
import { checkAdded, withNew } from '../../../../test/support/check-added.ts';

test('a new case is written as its siblings are', async (t) => {
	await t.test('spaces, double quotes, no semicolons, level with the switch', () =>
		checkAdded(`
function f() {
  switch (error.code) {
  case "A":
    return a()
+  case "NEW":
+    // Do it
+    throw new Error("NEW")
  default:
    return b()
  }
}`),
	);
	await t.test('four spaces in a text with tabs', () =>
		checkAdded(`
	switch (error.code) {
	    case 'A':
	      a();
	      break;
+	    case 'NEW':
+	      // Do it
+	      break;
	}`),
	);
	await t.test('in one line each', () =>
		checkAdded(`
switch (error.code) {
	case 'A': a(); break;
	case 'B': b(); break;
+	case 'NEW': /* Do it */ break;
	default: rest();
}`),
	);
	await t.test('blank lines between', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		a();
		break;

	case 'B':
		b();
		break;
+
+	case 'NEW':
+		// Do it
+		break;
}`),
	);
	await t.test('what is thrown, where it is in reach', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		throw new Error('a');
+	case 'NEW':
+		// Do it
+		throw error;
	default:
		throw error;
}`),
	);
	await t.test('what is thrown, not where a sibling made it', () =>
		checkAdded(`
switch (error.code) {
	case 'A': {
		const wrapped = wrap(error);
		throw wrapped;
	}
+	case 'NEW': {
+		// Do it
+		throw new Error('NEW');
+	}
}`),
	);
	await t.test('the error that was caught, where values are returned', () =>
		checkAdded(`
function f() {
	try {
		run();
	} catch (problem) {
		switch (problem.code) {
			case 'A':
				return 1;
+			case 'NEW':
+				// Do it
+				throw problem;
		}
	}
}`),
	);
	await t.test('continue, in a loop', () =>
		checkAdded(`
for (const error of errors) {
	switch (error.code) {
		case 'A':
			continue;
+		case 'NEW':
+			// Do it
+			continue;
	}
	rest();
}`),
	);
	await t.test('numbers, whose name is quoted when thrown', () =>
		checkAdded(
			`
function f() {
	switch (response.status) {
		case 404:
			return 1;
+		case 429:
+			// Do it
+			throw new Error('429');
	}
}`,
			'429',
		),
	);
});

test('line breaks stay what they are', async () => {
	const { before, after } = readChange(`
switch (error.code) {
	case 'A':
		a();
+		break;
+	case 'NEW':
+		// Do it
+		break;
}`);
	assert.equal(await withNew(before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n'));
});

test('a byte order mark is no indentation', () =>
	checkAdded(`\uFEFFswitch (error.code) {
	case 'A':
		break;
+	case 'NEW':
+		// Do it
+		break;
}`));

test('within one line', async (t) => {
	await t.test('at the end', () =>
		checkAdded(`switch (e.code) { case 'A': a()«; break; case 'NEW': /* Do it */ break;» }`),
	);
	await t.test('before the default and its comment', () =>
		checkAdded(`switch (e.code) { case 'A': break; «case 'NEW': /* Do it */ break; »/* rest */ default: b(); }`),
	);
	await t.test('without blanks', () =>
		checkAdded(`switch(e.code){case"A":a();break;«case "NEW": /* Do it */ break; »default:b()}`),
	);
});

test('an empty switch', async (t) => {
	await t.test('in one line', async () => {
		assert.equal(
			await withNew('function f() {\n  switch (e.code) { }\n}'),
			"function f() {\n  switch (e.code) {\n    case 'NEW':\n      // Do it\n      break;\n  }\n}",
		);
	});
	await t.test('with a comment', () =>
		checkAdded(`
switch (e.code) /* { */ {
	// Errors of the API
+	case 'NEW':
+		// Do it
+		break;
}`),
	);
});
