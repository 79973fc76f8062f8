import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../test/support/apply-edits.ts';
import { readChange } from '../../../test/support/changed-source.ts';
import { hasSyntaxError, readBlocks } from '../../../test/support/read-blocks.ts';
import { write } from '../languages/ecmascript/write.ts';
import type { Dispatch } from './code.ts';
import { newBranches } from './insert-code.ts';

/** Adds `NEW` to the first switch, chain or table of a source, twice; the second time must find nothing to add. */
async function withNew(text: string, label?: string): Promise<string | undefined> {
	const after = await addOnce(text, label);
	if (after === undefined) return undefined;
	assert.equal(hasSyntaxError(await readBlocks(after)), false, after);
	assert.equal(await addOnce(after, label), undefined, 'nothing is added twice');
	return after;
}

async function addOnce(text: string, label: string | undefined): Promise<string | undefined> {
	for (const { code, start } of await readBlocks(text)) {
		const dispatch = code.dispatches.find(({ form }) => form === 'switch' || form === 'chain') ?? tableOf(code);
		if (!dispatch) continue;
		const like = dispatch.branches.flatMap(({ labels }) => labels).find(({ kind }) => kind === 'literal');
		const written = label ?? write.string('NEW', like?.kind === 'literal' ? like.literal : undefined);
		const edits = newBranches(dispatch, code, start, text, [{ label: written, comment: 'Do it' }], write);
		return edits && applyEdits(text, edits);
	}
	throw new Error(`No dispatch in: ${text}`);
}

function tableOf({ tables, lookups }: Awaited<ReturnType<typeof readBlocks>>[number]['code']): Dispatch | undefined {
	const [table] = tables;
	const subject = lookups[0]?.subject ?? (table && { path: 'code', source: 'code', part: table.part });
	return table && subject ? { ...table, form: 'table', subject, head: table.part } : undefined;
}

async function checkAdded(source: string, label?: string): Promise<void> {
	const { before, after } = readChange(source);
	assert.equal(await withNew(before, label), after);
}

async function checkRefused(source: string, label?: string): Promise<void> {
	assert.equal(await withNew(source, label), undefined);
}

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
	await t.test('in one line', () =>
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

test('nothing is offered', async (t) => {
	const cases: Readonly<Record<string, string>> = {
		'for a switch with a syntax error': "switch (e.code) {\n\tcase 'A': a(;\n\tdefault:\n}",
		'for a table of messages': "const texts = { A: 'a', B: 'b' };",
		'for a table that takes rows from another': 'const handlers = { ...others, A: () => {} };',
		'for a test that is negated': "if (e.code !== 'A') { a(); } else { b(); }",
		'where an else would go to another if': "if (e.code === 'A') if (b) c();",
		'where a comment stands before the brace in the line': "switch (e.code) { case 'A': a(); /* one */ }",
	};
	for (const [name, source] of Object.entries(cases)) await t.test(name, () => checkRefused(source));
	await t.test('after a range that takes it', () =>
		checkRefused('if (r.status >= 400) { a(); } else if (r.status === 301) { b(); }', '429'),
	);
	await t.test('for a label that is there', () => checkRefused("switch (e.code) { case 'NEW': break; }"));
});
