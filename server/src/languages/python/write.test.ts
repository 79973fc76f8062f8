import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { hasSyntaxError, readBlocks } from '../../../../test/support/read-blocks.ts';
import { whyNot } from '../../../../test/support/toolchains.ts';
import { newBranches } from '../../syntax/writing/insert-code.ts';
import { write } from './write.ts';

/** A source with branches for two codes in its first dispatch that takes any; undefined where none does. */
async function withNew(text: string): Promise<string | undefined> {
	const labels = ['NEW', 'TWO'].map((code) => ({ label: write.string(code), comment: `Do what ${code} asks` }));
	for (const { code, start } of await readBlocks(text, 'python'))
		for (const dispatch of code.dispatches) {
			const edits = newBranches(dispatch, code, start, text, labels, write);
			if (edits) return applyEdits(text, edits);
		}
	return undefined;
}

const added: readonly (readonly [what: string, before: string, after: string])[] = [
	[
		'before the default, with the comments that belong to it below',
		'match code:\n    case "A":\n        a()  # x\n        # more\n    # the rest\n    case _:\n        raise error\n',
		'match code:\n    case "A":\n        a()  # x\n        # more\n    case "NEW":\n        # Do what NEW asks\n        raise error\n    case "TWO":\n        # Do what TWO asks\n        raise error\n    # the rest\n    case _:\n        raise error\n',
	],
	[
		'after the last case, in its own indentation',
		'def f():\n  match code:\n    case "A":\n      a()\n  # after\n  b()\n',
		'def f():\n  match code:\n    case "A":\n      a()\n    case "NEW":\n      # Do what NEW asks\n      pass\n    case "TWO":\n      # Do what TWO asks\n      pass\n  # after\n  b()\n',
	],
	[
		'in a pattern like those beside it',
		'match body:\n    case {"error": {"code": "A"}}:\n        a()\n',
		'match body:\n    case {"error": {"code": "A"}}:\n        a()\n    case {"error": {"code": "NEW"}}:\n        # Do what NEW asks\n        pass\n    case {"error": {"code": "TWO"}}:\n        # Do what TWO asks\n        pass\n',
	],
	[
		'in one line where the others are',
		'match code:\n    case "A": a()\n    case _: b()\n',
		'match code:\n    case "A": a()\n    case "NEW": pass  # Do what NEW asks\n    case "TWO": pass  # Do what TWO asks\n    case _: b()\n',
	],
	[
		'below the last test, before the else and its comments',
		'if code == "A":\n    x\nelif "B" == code:\n    b()\n    # in b\n# else\nelse:\n    c()\n',
		'if code == "A":\n    x\nelif "B" == code:\n    b()\n    # in b\nelif code == "NEW":\n    # Do what NEW asks\n    pass\nelif code == "TWO":\n    # Do what TWO asks\n    pass\n# else\nelse:\n    c()\n',
	],
	[
		'as one more test in a row of them',
		'def f():\n    if code == "A":\n        return\n\n    if code == "B":\n        return\n    go()\n',
		'def f():\n    if code == "A":\n        return\n\n    if code == "B":\n        return\n\n    if code == "NEW":\n        # Do what NEW asks\n        return\n\n    if code == "TWO":\n        # Do what TWO asks\n        return\n    go()\n',
	],
	[
		'with the line ends of the file',
		'if code == "A":\r\n\ta()\r\n',
		'if code == "A":\r\n\ta()\r\nelif code == "NEW":\r\n\t# Do what NEW asks\r\n\tpass\r\nelif code == "TWO":\r\n\t# Do what TWO asks\r\n\tpass\r\n',
	],
];
for (const [what, before, after] of added)
	test(`branches are written ${what}`, async () => assert.equal(await withNew(before), after));

/** What Black makes of a source. */
function formatted(text: string): string {
	const { stdout, stderr, status } = spawnSync('black', ['--quiet', '-'], { input: text, encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	return stdout;
}

test('what Black has laid out it leaves alone with new branches', { skip: whyNot('black') }, async () => {
	const sources = [
		...added.map(([, before]) => before).filter((one) => !one.includes('\r')),
		'def f(e):\n    match e:\n        case ApiError(code="A", status=404):\n            return 1\n        case ApiError(code="B"):\n            return 2\n    raise e\n',
		'def f(e):\n    return 1 if e.code == "A" else 2 if e.code == "B" else None\n',
		'class C:\n    async def f(self, e):\n        for one in e:\n            if one.code == "A":\n                continue\n            elif one.code == "B":\n                # why\n                await self.b()  # now\n            else:\n                # others\n                raise one\n',
	];
	for (const source of sources) {
		const after = await withNew(formatted(source));
		if (after !== undefined) assert.equal(after, formatted(after));
	}
});

test('a table gets no row, for no function with statements can stand in it', async () => {
	assert.equal(await withNew('HANDLERS = {"A": f, "B": g}\nHANDLERS[code]()\n'), undefined);
});

test('strings are quoted as those beside them, and what would end them is escaped', () => {
	const like = (text: string) =>
		({ kind: 'string', text, value: '', start: 0, end: 0, content: { start: 0, end: 0 } }) as never;
	assert.equal(write.string('A'), '"A"');
	assert.equal(write.string('A', like("r'B'")), "'A'");
	assert.equal(write.string('it\'s "A"\\\n', like("'B'")), "'it\\'s \"A\"\\\\\\n'");
	assert.equal(write.string("it's", like("'B'")), '"it\'s"');
});

const endings = ['return 1', 'return', 'raise error', 'pass', 'continue', 'trace.append("x")'];
const arm = fc.record({
	ending: fc.constantFrom(...endings),
	comment: fc.constantFrom('', '  # beside', '\n\t# below', '\n# level'),
	blank: fc.boolean(),
	oneLine: fc.boolean(),
});
const source = fc
	.record({
		form: fc.constantFrom('match', 'chain', 'row'),
		arms: fc.array(arm, { minLength: 1, maxLength: 4 }),
		otherwise: fc.option(arm),
		unit: fc.constantFrom('\t', '  ', '    '),
		lineBreak: fc.constantFrom('\n', '\r\n'),
	})
	.map(({ form, arms, otherwise, unit, lineBreak }) => {
		const body = [...arms, ...(otherwise && form !== 'row' ? [otherwise] : [])].map((one, index) => {
			const isDefault = index === arms.length;
			const test = `error.code == "${names[index]}"`;
			const chained = isDefault ? 'else:' : `${index === 0 || form === 'row' ? 'if' : 'elif'} ${test}:`;
			const head = form === 'match' ? (isDefault ? 'case _:' : `case "${names[index]}":`) : chained;
			const ending = form === 'row' && /^pass|^trace/.test(one.ending) ? 'return 2' : one.ending;
			const comment = form === 'match' || one.comment !== '\n# level' ? one.comment : '';
			const text = one.oneLine
				? `${head} ${ending}${comment.startsWith('\n') ? '' : comment}`
				: `${head}\n\ttrace.append("${names[index]}")\n\t${ending}${comment}`;
			return text + (one.blank && form === 'row' ? '\n' : '');
		});
		const inside = form === 'match' ? `match error.code:\n${indented(body.join('\n'))}` : body.join('\n');
		const text = `def look(error, trace):\n\tfor _ in (1,):\n${indented(indented(inside))}\n\t\ttrace.append("after")\n\ttrace.append("end")\n`;
		return text.replace(/^\t+/gm, (tabs) => unit.repeat(tabs.length)).replaceAll('\n', lineBreak);
	});
const names = ['A', 'B', 'C', 'D', 'E'];
const indented = (text: string): string => text.replace(/^(?=.)/gm, '\t');

/** Runs both versions of every function with each code and says where they differ. */
const compare = `
import json, sys

class Failed(Exception):
    def __init__(self, code):
        self.code = code

def outcome(text, code):
    space = {}
    exec(compile(text, "source", "exec"), space)
    trace = []
    error = Failed(code)
    try:
        result = space["look"](error, trace)
    except Failed as failed:
        result = "same" if failed is error else "other"
    except RuntimeError as failed:
        result = str(failed)
    return [trace, result]

problems = []
for before, after in json.load(sys.stdin):
    try:
        for code in ["A", "B", "C", "D", "E", "OTHER"]:
            if outcome(before, code) != outcome(after, code):
                problems.append(code + " differs in " + after)
        trace, _ = outcome(after, "NEW")
        if any(name in trace for name in "ABCDE"):
            problems.append("NEW does what others do in " + after)
    except SyntaxError as error:
        problems.append(str(error) + " in " + after)
print(json.dumps(problems))
`;

test('functions do the same for all other codes once branches are added', async (context) => {
	const samples = fc.sample(source, { numRuns: 300, seed: 11 });
	const pairs: [string, string][] = [];
	for (const text of samples) {
		assert.ok(!hasSyntaxError(await readBlocks(text, 'python')), text);
		const after = await withNew(text);
		if (after === undefined) continue;
		assert.ok(!hasSyntaxError(await readBlocks(after, 'python')), after);
		assert.equal(await withNew(after), undefined, `nothing is added twice:\n${after}`);
		pairs.push([text, after]);
	}
	assert.ok(pairs.length > 270, `offered for ${pairs.length} of ${samples.length}`);
	const { status, stdout, stderr, error } = spawnSync('python3', ['-c', compare], {
		input: JSON.stringify(pairs),
		encoding: 'utf8',
	});
	if (error || /invalid syntax/.test(stderr)) {
		context.diagnostic('Left out: Python 3.10 is not on this machine, so what was written was parsed and not run');
		return;
	}
	assert.equal(status, 0, stderr);
	assert.deepEqual(JSON.parse(stdout), []);
});
