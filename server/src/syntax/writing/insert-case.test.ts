import { test } from 'node:test';
import { checkAdded } from '../../../../test/support/check-added.ts';

test('a new case stands before the default and what belongs to that', async (t) => {
	await t.test('with the comment above it', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		a(); // one
		break; // two
+	case 'NEW':
+		// Do it
+		break;
	// Everything else,
	// whatever it is
	default:
		rest();
}`),
	);
	await t.test('with the labels that fall into it', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		break;
+	case 'NEW':
+		// Do it
+		break;
	// Odd ones
	case 'B': // falls
		// through
	case 'C':
	default:
		rest();
}`),
	);
	await t.test('with a case whose statements run into it', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		break;
+	case 'NEW':
+		// Do it
+		break;
	case 'B':
		b();
	default:
		rest();
}`),
	);
	await t.test('though every case falls into it', () =>
		checkAdded(`
switch (error.code) {
+	case 'NEW':
+		// Do it
+		break;
	case 'A':
	default:
		rest();
}`),
	);
	await t.test('which stands first', () =>
		checkAdded(`
switch (error.code) {
+	case 'NEW':
+		// Do it
+		break;
	default:
		rest();
		break;
	case 'A':
		a();
}`),
	);
	await t.test('which stands in the middle and runs on', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		a();
		break;
+	case 'NEW':
+		// Do it
+		break;
	default:
	case 'B':
		b();
}`),
	);
	await t.test('with a heading that blank lines set apart', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		break;

+	case 'NEW':
+		// Do it
+		break;
+
	// The others

	default:
		rest();
}`),
	);
	await t.test('but without a comment on the case above', () =>
		checkAdded(`
switch (error.code) {
	case 'A': {
		a();
		break;
	} // one
	// two is about A

+	case 'NEW': {
+		// Do it
+		break;
+	}
+
	default: {
		rest();
	}
}`),
	);
	await t.test('but without comments that are indented like statements', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		break;
		// what A does
+	case 'NEW':
+		// Do it
+		break;
	default:
}`),
	);
});

test('without a default, a new case is the last', async (t) => {
	await t.test('after one that leaves', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		return; // one
		// two
+	case 'NEW':
+		// Do it
+		return;
}`),
	);
	await t.test('after one that ran off its end and now breaks', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		a();
		break;
	case 'B':
		b(); // one
		// two
+		break;
+	case 'NEW':
+		// Do it
+		break;
}`),
	);
	await t.test('after one without statements', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		a();
		break;
	case 'B':
+		break;
+	case 'NEW':
+		// Do it
+		break;
}`),
	);
	await t.test('after one in braces', () =>
		checkAdded(`
switch (error.code) {
	case 'A': {
		a();
		// one
+		break;
	} // two
+	case 'NEW': {
+		// Do it
+		break;
+	}
}`),
	);
	await t.test('after one in braces in one line', () =>
		checkAdded(`
switch (error.code) {
	case 'A': { a();« break;» }
+	case 'NEW': /* Do it */ break;
}`),
	);
	await t.test('before the comment that stands for the default', () =>
		checkAdded(`
switch (error.code) {
	case 'A':
		a();
		break;
+	case 'NEW':
+		// Do it
+		break;
		// no default
}`),
	);
});
