import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { hasSyntaxError, readBlocks } from '../../../../test/support/read-blocks.ts';
import { whyNot } from '../../../../test/support/toolchains.ts';
import type { Code } from '../../syntax/code.ts';
import { newBranches } from '../../syntax/writing/insert-code.ts';
import { write } from './write.ts';

/** A source with branches for two codes in its first dispatch that takes any; undefined where none does. */
async function withNew(text: string): Promise<string | undefined> {
	const blocks = await readBlocks(text, 'ruby');
	const lookups = blocks.flatMap(({ code }) => code.lookups);
	for (const { code, start } of blocks)
		for (const dispatch of [...code.dispatches, ...tablesOf(code, lookups)]) {
			const like = dispatch.branches.flatMap(({ labels }) => labels).find(({ kind }) => kind === 'literal');
			const literal = like?.kind === 'literal' ? like.literal : undefined;
			const labels = ['NEW', 'TWO'].map((value) => ({
				label: write.string(value, literal),
				comment: `Do what ${value} asks`,
			}));
			const edits = newBranches(dispatch, code, start, text, labels, write);
			if (edits) return applyEdits(text, edits);
		}
	return undefined;
}

/** Tables as they are seen from the places that look into them. */
function tablesOf({ tables }: Code, lookups: Code['lookups']): Code['dispatches'] {
	return tables.flatMap((table) => {
		const lookup = lookups.find((one) => one.table === table.name);
		return lookup ? [{ ...table, form: 'table' as const, subject: lookup.subject, head: table }] : [];
	});
}

const added: readonly (readonly [what: string, before: string, after: string])[] = [
	[
		'before the default',
		'case error.code\nwhen "A"\n  a # x\n# the rest\nelse\n  raise error\nend\n',
		'case error.code\nwhen "A"\n  a # x\nwhen "NEW"\n  # Do what NEW asks\n  raise error\nwhen "TWO"\n  # Do what TWO asks\n  raise error\n# the rest\nelse\n  raise error\nend\n',
	],
	[
		'after the last case, in its own indentation',
		"def f(code)\n  case code\n    when 'A'\n      a\n      # of a\n  end\n  b\nend\n",
		"def f(code)\n  case code\n    when 'A'\n      a\n      # of a\n    when 'NEW'\n      # Do what NEW asks\n    when 'TWO'\n      # Do what TWO asks\n  end\n  b\nend\n",
	],
	[
		'with then where the others have it',
		'case code\nwhen :A then a\nwhen :B then b\nelse c\nend\n',
		'case code\nwhen :A then a\nwhen :B then b\nwhen :NEW then nil # Do what NEW asks\nwhen :TWO then nil # Do what TWO asks\nelse c\nend\n',
	],
	[
		'as values that are not made up',
		'x = case code\n    when "A" then 1\n    when "B" then 2\n    end\n',
		'x = case code\n    when "A" then 1\n    when "B" then 2\n    when "NEW" then raise "NEW" # Do what NEW asks\n    when "TWO" then raise "TWO" # Do what TWO asks\n    end\n',
	],
	[
		'parted by blank lines like the others',
		'case code\nwhen "A"\n  a\n\nwhen "B"\n  b\nend\n',
		'case code\nwhen "A"\n  a\n\nwhen "B"\n  b\n\nwhen "NEW"\n  # Do what NEW asks\n\nwhen "TWO"\n  # Do what TWO asks\nend\n',
	],
	[
		'in a pattern like those beside it',
		'case body\nin { error: { code: "A" } }\n  a\nend\n',
		'case body\nin { error: { code: "A" } }\n  a\nin { error: { code: "NEW" } }\n  # Do what NEW asks\nin { error: { code: "TWO" } }\n  # Do what TWO asks\nend\n',
	],
	[
		'as tests of a case without a value',
		'case\nwhen "A" == code\n  a\nelse\n  b\nend\n',
		'case\nwhen "NEW" == code\n  # Do what NEW asks\nwhen "TWO" == code\n  # Do what TWO asks\nelse\n  b\nend\n'.replace(
			'case\n',
			'case\nwhen "A" == code\n  a\n',
		),
	],
	[
		'below the last test, before the else and its comments',
		'if code == "A"\n  x\nelsif code.eql?("B")\n  b\n  # in b\n# else\nelse\n  c\nend\n',
		'if code == "A"\n  x\nelsif code.eql?("B")\n  b\n  # in b\nelsif code == "NEW"\n  # Do what NEW asks\nelsif code == "TWO"\n  # Do what TWO asks\n# else\nelse\n  c\nend\n',
	],
	[
		'below a single test',
		'if code == "A"\n  a\nend\n',
		'if code == "A"\n  a\nelsif code == "NEW"\n  # Do what NEW asks\nelsif code == "TWO"\n  # Do what TWO asks\nend\n',
	],
	[
		'as one more test in a row of them',
		'def f(code)\n  if code == "A"\n    a\n    return\n  end\n\n  if code == "B"\n    return\n  end\n\n  go\nend\n',
		'def f(code)\n  if code == "A"\n    a\n    return\n  end\n\n  if code == "B"\n    return\n  end\n\n  if code == "NEW"\n    # Do what NEW asks\n    return\n  end\n\n  if code == "TWO"\n    # Do what TWO asks\n    return\n  end\n\n  go\nend\n',
	],
	[
		'as one more modifier in a row of them',
		'def f(code)\n  return if code == "A"\n  return if code == "B"\n\n  go\nend\n',
		'def f(code)\n  return if code == "A"\n  return if code == "B"\n  return if code == "NEW" # Do what NEW asks\n  return if code == "TWO" # Do what TWO asks\n\n  go\nend\n',
	],
	[
		'in a loop and after a rescue',
		'loop do\n  go\nrescue ApiError => error\n  case error.code\n  when "A" then retry\n  when "B" then retry\n  end\nend\n',
		'loop do\n  go\nrescue ApiError => error\n  case error.code\n  when "A" then retry\n  when "B" then retry\n  when "NEW" then raise error # Do what NEW asks\n  when "TWO" then raise error # Do what TWO asks\n  end\nend\n',
	],
	[
		'as rows of a table of lambdas',
		'HANDLERS = {\n  "A" => ->(error) { a(error) },\n  "B" => ->(error) { b(error) }\n}.freeze\nHANDLERS[error.code].call(error)\n',
		'HANDLERS = {\n  "A" => ->(error) { a(error) },\n  "B" => ->(error) { b(error) },\n  # Do what NEW asks\n  "NEW" => ->(error) {},\n  # Do what TWO asks\n  "TWO" => ->(error) {}\n}.freeze\nHANDLERS[error.code].call(error)\n',
	],
	[
		'as rows whose keys are symbols',
		'handlers = {\n  A: ->(error) { a(error) }\n}\nhandlers[error.code].call(error)\n',
		'handlers = {\n  A: ->(error) { a(error) },\n  # Do what NEW asks\n  NEW: ->(error) {},\n  # Do what TWO asks\n  TWO: ->(error) {}\n}\nhandlers[error.code].call(error)\n',
	],
	[
		'with the line ends and the tabs of the file',
		'if code == "A"\r\n\ta\r\nend\r\n',
		'if code == "A"\r\n\ta\r\nelsif code == "NEW"\r\n\t# Do what NEW asks\r\nelsif code == "TWO"\r\n\t# Do what TWO asks\r\nend\r\n',
	],
];

describe('branches are written in Ruby', () => {
	for (const [what, before, after] of added)
		it(what, async () => {
			assert.equal(await withNew(before), after);
			assert.equal(hasSyntaxError(await readBlocks(after, 'ruby')), false);
			assert.equal(await withNew(after), undefined, 'again, nothing is to be done');
		});

	for (const source of [
		'case code when "A" then a else b end\n',
		'a if code == "A"\n',
		'unless code == "A"\n  a\nend\n',
		'raise error if code == "A" unless quiet\n',
	])
		it(`not in ${source.trim()}`, async () => assert.equal(await withNew(source), undefined));

	it('so that Ruby can read them', { skip: whyNot('ruby') }, () => {
		for (const [what, , after] of added) {
			const { status, stderr } = spawnSync('ruby', ['-wc', '-e', after], { encoding: 'utf8' });
			assert.equal(status, 0, `${what}: ${stderr}`);
		}
	});

	it('so that RuboCop leaves them alone', { skip: whyNot('rubocop') }, () => {
		const plain = added.filter(([, before]) => !/\r|\n {4}when|# else/.test(before));
		const sources = plain.flatMap(([, before, after]) => [before, after]);
		assert.deepEqual(formatted(sources), sources);
	});
});

/** Sources as RuboCop would lay them out. */
function formatted(sources: readonly string[]): readonly string[] {
	const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-rubocop-'));
	try {
		const files = sources.map((source, index) => {
			const file = path.join(folder, `source${index}.rb`);
			writeFileSync(file, source);
			return file;
		});
		spawnSync('rubocop', ['-x', '--cache', 'false', '--force-default-config', ...files], { stdio: 'ignore' });
		return files.map((file) => readFileSync(file, 'utf8'));
	} finally {
		rmSync(folder, { recursive: true });
	}
}
