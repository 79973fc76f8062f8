import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import { readAsset } from '../../../../test/support/test-assets.ts';
import { CodeReader } from '../../syntax/code-reader.ts';
import { newBranches } from '../../syntax/writing/insert-code.ts';
import { removeLabel } from '../../syntax/writing/remove-branch.ts';
import { dart } from './index.ts';
import { nameOfStatus } from './status-names.ts';

const read = async (source: string) =>
	(await new CodeReader([dart], readAsset).read('test', 'dart', source, { mayMatter: () => true })) ?? [];

/** The source with a case for `NEW` in its first dispatch; undefined where none is written. */
async function withCase(source: string): Promise<string | undefined> {
	for (const { code, start } of await read(source)) {
		const [dispatch] = code.dispatches;
		if (!dispatch) continue;
		const labels = [{ label: "'NEW'", comment: 'Wait.' }];
		const edits = newBranches(dispatch, code, start, source, labels, dart.write) ?? [];
		const written = edits
			.toReversed()
			.reduce((text, one) => text.slice(0, one.start) + one.text + text.slice(one.end), source);
		return edits.length === 0 ? undefined : written;
	}
	return undefined;
}

const inFunction = (...lines: readonly string[]): string =>
	['void f(e) {', ...lines.map((line) => `  ${line}`), '}', ''].join('\n');

const added: readonly (readonly [what: string, source: string, expected: string])[] = [
	[
		'a switch whose cases break',
		inFunction('switch (e.code) {', "  case 'A':", '    a();', '    break;', '  default:', '    throw e;', '}'),
		inFunction(
			...['switch (e.code) {', "  case 'A':", '    a();', '    break;'],
			...["  case 'NEW':", '    // Wait.', '    break;', '  default:', '    throw e;', '}'],
		),
	],
	[
		'a switch whose cases end by themselves: an empty one would stand for the next',
		inFunction('switch (e.code) {', "  case 'A':", '    a();', "  case 'B' || 'C':", '    b();', '}'),
		inFunction(
			...['switch (e.code) {', "  case 'A':", '    a();', "  case 'B' || 'C':", '    b();'],
			...["  case 'NEW':", '    // Wait.', '    break;', '}'],
		),
	],
	[
		'a switch that is a value and throws otherwise',
		"f(e) => switch (e.code) {\n  'A' => 1,\n  _ => throw e,\n};\n",
		"f(e) => switch (e.code) {\n  'A' => 1,\n  // Wait.\n  'NEW' => throw e,\n  _ => throw e,\n};\n",
	],
	[
		'a switch that is a value and has no default',
		"f(e) {\n  return switch (e.code) {\n    'A' || 'B' => 1,\n  };\n}\n",
		"f(e) {\n  return switch (e.code) {\n    'A' || 'B' => 1,\n    // Wait.\n    'NEW' => throw StateError('NEW'),\n  };\n}\n",
	],
	[
		'a switch in one line',
		"f(e) => switch (e.code) { 'A' => 1, _ => 2 };\n",
		"f(e) => switch (e.code) { 'A' => 1, /* Wait. */ 'NEW' => throw StateError('NEW'), _ => 2 };\n",
	],
	[
		'a chain of ifs',
		inFunction("if (e.code == 'A') {", '  a();', '} else {', '  rethrow;', '}'),
		inFunction(
			"if (e.code == 'A') {",
			'  a();',
			"} else if (e.code == 'NEW') {",
			'  // Wait.',
			'} else {',
			'  rethrow;',
			'}',
		),
	],
	[
		'ifs that each leave',
		inFunction("if ('A' == e.code) return;", "if ('B' == e.code) return;", 'throw e;'),
		inFunction(
			...["if ('A' == e.code) return;", "if ('B' == e.code) return;"],
			...["if ('NEW' == e.code) /* Wait. */ return;", 'throw e;'],
		),
	],
	[
		'ifs that ask a set',
		inFunction("if (const {'A', 'B'}.contains(e.code)) {", '  return;', '}'),
		inFunction(
			...["if (const {'A', 'B'}.contains(e.code)) {", '  return;', '}'],
			...["if (e.code == 'NEW') {", '  // Wait.', '  return;', '}'],
		),
	],
	[
		'an if with a pattern',
		inFunction("if (e.code case 'A' || 'B') {", '  a();', '} else {', '  b();', '}'),
		inFunction(
			...["if (e.code case 'A' || 'B') {", '  a();', "} else if (e.code == 'NEW') {", '  // Wait.'],
			...['} else {', '  b();', '}'],
		),
	],
	[
		'a table of functions',
		"f(e) => {\n  'A': (x) {\n    a(x);\n  },\n}[e.code]!(e);\n",
		"f(e) => {\n  'A': (x) {\n    a(x);\n  },\n  'NEW': (x) {\n    // Wait.\n  },\n}[e.code]!(e);\n",
	],
];

describe('a case is added in Dart', () => {
	for (const [what, source, expected] of added) {
		it(`to ${what}`, async () => {
			assert.equal(await withCase(source), expected);
		});
		it(`to ${what}, so that it can be read`, async () => {
			const [dispatch] = (await read(expected)).flatMap(({ code }) => code.dispatches);
			assert.equal(dispatch?.broken, false);
			assert.ok(dispatch.branches.flatMap(({ labels }) => labels).some(({ part }) => part.text.includes('NEW')));
		});
	}

	it('to no table of functions that do not show what they are given', async () => {
		assert.equal(await withCase("f(e) => {\n  'A': a,\n  'B': b,\n}[e.code]!(e);\n"), undefined);
	});
});

/** The source without the second label `A` of its first dispatch. */
async function withoutSecond(source: string): Promise<string | undefined> {
	for (const { code, start } of await read(source)) {
		const [dispatch] = code.dispatches;
		const twice = dispatch?.branches.flatMap(({ labels }) => labels).filter(({ part }) => part.text === "'A'");
		if (!dispatch || !twice?.[1]) continue;
		const edits = removeLabel(dispatch, code, start, source, twice[1]);
		return edits && applyEdits(source, edits);
	}
	return undefined;
}

describe('a label that is there twice goes in Dart', () => {
	const cases: readonly (readonly [what: string, source: string, expected: string])[] = [
		[
			'with its arm',
			"f(e) => switch (e.code) {\n  'A' => 1,\n  'B' => 2, // two\n  // again\n  'A' => 3, // three\n  _ => 4,\n};\n",
			"f(e) => switch (e.code) {\n  'A' => 1,\n  'B' => 2, // two\n  _ => 4,\n};\n",
		],
		[
			'with its arm in a line',
			"f(e) => switch (e.code) { 'A' => 1, 'A' => 2, _ => 3 };\n",
			"f(e) => switch (e.code) { 'A' => 1, _ => 3 };\n",
		],
		[
			'from others of its pattern',
			"f(e) => switch (e.code) { 'A' => 1, 'B' || 'A' || 'C' => 2, _ => 3 };\n",
			"f(e) => switch (e.code) { 'A' => 1, 'B' || 'C' => 2, _ => 3 };\n",
		],
		[
			'from the beginning of its pattern',
			inFunction('switch (e.code) {', "  case 'A':", '    a();', "  case 'A' || 'B':", '    b();', '}'),
			inFunction('switch (e.code) {', "  case 'A':", '    a();', "  case 'B':", '    b();', '}'),
		],
		[
			'with its case',
			inFunction(
				'switch (e.code) {',
				"  case 'A':",
				'    a();',
				"  case 'A':",
				'    b();',
				'  default:',
				'    c();',
				'}',
			),
			inFunction('switch (e.code) {', "  case 'A':", '    a();', '  default:', '    c();', '}'),
		],
		[
			'from those that share statements',
			inFunction('switch (e.code) {', "  case 'A':", "  case 'B':", "  case 'A':", '    b();', '}'),
			inFunction('switch (e.code) {', "  case 'A':", "  case 'B':", '    b();', '}'),
		],
	];
	for (const [what, source, expected] of cases) {
		it(what, async () => assert.equal(await withoutSecond(source), expected));
	}
});

const typed = [
	['f(e) {\n  switch (r.statusCode) {\n    case 401:\n      a();\n    case |', 'switch r.statusCode: 401'],
	[
		'f(e) {\n  switch (r.statusCode) {\n    case 401:\n      a();\n    case 4|\n    default:\n      b();\n  }\n}',
		'switch r.statusCode: 401',
	],
	['f(e) {\n  switch (r.statusCode) {\n    case 401 || |\n  }\n}', 'switch r.statusCode: 401'],
	['f(r) => switch (r.statusCode) {\n  401 => 1,\n  |', 'switch r.statusCode: 401'],
	['f(r) => switch (r.statusCode) {\n  401 => 1,\n  |\n  _ => 2,\n};\n', 'switch r.statusCode: 401'],
	['f(r) => switch (r.statusCode) {\n  401 || |\n  _ => 2,\n};\n', 'switch r.statusCode: 401'],
	['f(r) {\n  if (r.statusCode == |', 'test r.statusCode: '],
	[
		'f(r) {\n  if (r.statusCode == 404) {\n    a();\n  } else if (r.statusCode == |) {\n  }\n}\n',
		'chain r.statusCode: 404',
	],
	['f(r) {\n  if (r.statusCode case |', 'chain r.statusCode: '],
	['f(r) {\n  if (const {404, |', undefined],
	['bool f(r) => r.statusCode == |', 'test r.statusCode: '],
	[
		"class A {\n  /// It's a comment.\n  Future<void> f(r) async {\n    final x = 'it\\'s';\n    switch (r.statusCode) {\n      case |",
		'switch r.statusCode: ',
	],
] as const;

describe('what is being typed in Dart', () => {
	for (const [source, expected] of typed) {
		it(`is a label: ${JSON.stringify(source)}`, async () => {
			const at = source.indexOf('|', source.includes('|| |') ? source.indexOf('|| |') + 2 : 0);
			const document = documentOf(source.slice(0, at) + source.slice(at + 1), 'dart');
			const site = await labelSiteIn(document, at);
			const dispatch = site?.dispatch.dispatch;
			const values = dispatch?.branches.flatMap(({ labels }) =>
				labels.flatMap((label) => (label.kind === 'literal' ? [String(label.literal.value)] : [])),
			);
			const others = values?.filter((value) => !value.includes('api-error'));
			const found = dispatch && `${dispatch.form} ${dispatch.subject.path}: ${others?.join(' ')}`;
			assert.equal(found, expected);
		});
	}

	it('is nothing in a comment and in a text in three quotes', () => {
		for (const before of ['// case ', '/* case ', "f('''\ncase ", 'f("""\ncase ', '/// case '])
			assert.equal(dart.typedAt(before), undefined, before);
	});

	it('is a string whose quote is open, whatever stands before', () => {
		for (const before of [
			"case '",
			"f(r'\\'); case '",
			"f('''it's'''); case '",
			"// it's\ncase '",
			"f('a $b #{c('d')}'); case '".replace('#', '$'),
		])
			assert.deepEqual(dart.typedAt(`${before}rate`), { length: 5, quote: "'", after: [':'] }, before);
	});

	it('is closed as it was opened', () => {
		assert.equal(dart.closing("f(e) { switch (e.code) { case 'A': g(['"), '])}}');
	});
});

describe('what a constant stands for in Dart', () => {
	it('is told at the top level, in a class, and by what an enum is made with or says of its JSON', async () => {
		const blocks = await read(`
			const gone = 'A_ONE';
			final String late = 'B_TWO';
			var changing = 'NO';
			class Codes { static const limited = 'C_THREE'; static const int status = 429; }
			enum Code { paid('D_FOUR'), open(code: 'E_FIVE'), @JsonValue('F_SIX') shut, plain; }
			abstract final class More { static final String other = 'G_SEVEN'; }
		`);
		const constants = blocks.flatMap(({ code }) =>
			code.constants.map(({ name, literal }) => `${name} ${literal.value}`),
		);
		assert.deepEqual(constants, [
			...['gone A_ONE', 'late B_TWO', 'Codes.limited C_THREE', 'limited C_THREE', 'Codes.status 429', 'status 429'],
			...['Code.paid D_FOUR', 'Code.open E_FIVE', 'Code.shut F_SIX', 'More.other G_SEVEN', 'other G_SEVEN'],
		]);
	});
});

describe('statuses in Dart', () => {
	it('go by the names of dart:io where others do', () => {
		assert.equal(nameOfStatus(429, 'HttpStatus.notFound'), 'HttpStatus.tooManyRequests');
		assert.equal(nameOfStatus(409, 'io.HttpStatus.ok'), 'io.HttpStatus.conflict');
		assert.equal(nameOfStatus(429, 'StatusCode.notFound'), undefined);
		assert.equal(nameOfStatus(418, 'HttpStatus.notFound'), undefined);
		assert.equal(nameOfStatus(429, 'HttpStatus.NOT_FOUND'), undefined);
	});
});

describe('a limited request in Dart', () => {
	const code = (imports: string, body: string): string => `// api-errors: silentchat
${imports}
Future<Reply> load(Uri url) async {
  try {
    return await send(url);
  } on ApiException catch (e) {
    switch (e.code) {
      case 'RATE_LIMITED':
        ${body}
      case 'AUTH_INVALID_TOKEN':
        rethrow;
      default:
        rethrow;
    }
  }
}
`;
	const severities = async (text: string): Promise<readonly string[]> =>
		(await findingsOf('retry-after', text, { languageId: 'dart' })).map(({ severity }) => severity);

	it('that is repeated blindly is warned about', async () => {
		const blind = 'await Future.delayed(const Duration(seconds: 1)); return load(url);';
		assert.deepEqual(await severities(code('', blind)), ['warning']);
	});

	it('that waits as long as it is told is not', async () => {
		const told = "await wait(e.response.headers['retry-after']); return load(url);";
		assert.deepEqual(await severities(code('', told)), []);
	});

	it('is repeated by libraries that do so', async () => {
		const blind = 'return load(url);';
		const smart = "import 'package:dio_smart_retry/dio_smart_retry.dart';\nfinal all = [RetryInterceptor(dio: dio)];";
		assert.deepEqual(await severities(code(smart, blind)), []);
		const client = "import 'package:http/retry.dart';\nfinal client = RetryClient(Client(), WHEN);";
		const when = 'when: (r) => r.statusCode == 429';
		assert.deepEqual(await severities(code(client.replace('WHEN', when), blind)), []);
		assert.deepEqual(await severities(code(client.replace('WHEN', 'retries: 3'), blind)), ['warning']);
	});
});
