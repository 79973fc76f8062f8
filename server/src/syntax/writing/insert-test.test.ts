import { test } from 'node:test';
import { checkAdded } from '../../../../test/support/check-added.ts';

test('switch (true) gets a whole test', () =>
	checkAdded(`
switch (true) {
	case 'A' == error.code:
		a();
		break;
+	case 'NEW' == error.code:
+		// Do it
+		break;
	default:
		rest();
}`));

test('a chain gets a test after its last', async (t) => {
	await t.test('before else', () =>
		checkAdded(`
if (error.code === 'A') {
	a();
«} else if (error.code === 'NEW') {
	// Do it
»} else {
	rest();
}`),
	);
	await t.test('below the comment on the last', () =>
		checkAdded(`
if (error.code === 'A') {
	a();
} else if ("B" == error.code) {
	b();
} // one
+else if (error.code === 'NEW') {
+	// Do it
+}
// two
else {
	rest();
}`),
	);
	await t.test('that leaves where all do', () =>
		checkAdded(`
function f() {
	if (error.code === 'A') {
		return 1;
	} else if (error.code === 'B') {
		return 2;
«	} else if (error.code === 'NEW') {
		// Do it
		throw new Error('NEW');
»	} else {
		return 3;
	}
}`),
	);
	await t.test('without braces', () =>
		checkAdded(`
if (error.code === 'A') a()
+else if (error.code === 'NEW') {
+	// Do it
+}
else b()`),
	);
	await t.test('in one line with everything', () =>
		checkAdded("f(() => { if (e.code === 'A') { a(); }« else if (e.code === 'NEW') { /* Do it */ }» else b(); });"),
	);
	await t.test('in one line each', () =>
		checkAdded(`
function f() {
	if (error.code === 'A') throw a;
	else if (error.code === 'B') throw b;
+	else if (error.code === 'NEW') /* Do it */ throw error;
	else throw error;
}`),
	);
});

test('ifs in a row get one more', async (t) => {
	await t.test('before what follows and its comment', () =>
		checkAdded(`
function f() {
	if (error.code === 'A') return 1;
	if (error.code === 'B') return 2; // two
+	if (error.code === 'NEW') /* Do it */ throw new Error('NEW');
	// rest
	return 3;
}`),
	);
	await t.test('in braces, with blank lines', () =>
		checkAdded(`
function f() {
	if (error.code === 'A') {
		a();
		return;
	}

	if (error.code === 'B') {
		b();
		return;
	}
+
+	if (error.code === 'NEW') {
+		// Do it
+		return;
+	}

	rest();
}`),
	);
	await t.test('in one line', () =>
		checkAdded(
			`function f() { if (e.code === 'A') return; if (e.code === 'B') return;« if (e.code === 'NEW') /* Do it */ return;» rest(); }`,
		),
	);
});
