import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogs } from '../../../../test/support/analyzed.ts';
import { knownLabels, mayRepeatLabels, repeatedLabels } from './repeated-labels.ts';
import { namesThatRepeat } from './text-keys.ts';

const isKnown = knownLabels(namesThatRepeat([catalogs]));

/** Each label once. */
function repeatedIn(text: string): readonly string[] {
	const labels = [...new Set(repeatedLabels(text, isKnown))];
	assert.equal(mayRepeatLabels(text, isKnown), labels.length > 0);
	return labels;
}

/** A chain of two tests. */
const chain = (one: string, other = one): string => `if (${one}) {\n\tcreate();\n} else if (${other}) {\n\tretry();\n}`;

describe('the same twice in a switch is seen', () => {
	const texts: Readonly<Record<string, string>> = {
		TypeScript: 'switch (response.status) {\n\tcase 404:\n\t\treturn create();\n\tcase 404:\n\t\treturn retry();\n}',
		Go: 'switch response.StatusCode {\ncase 404:\n\tcreate()\ncase 409, 404:\n\tretry()\n}',
		Java: 'switch (status) {\n    case 404 -> create();\n    case 409, 404 -> retry();\n}',
		'C#': 'return status switch\n{\n    404 => Create(),\n    404 => Retry(),\n};',
		PHP: 'return match ($status) {\n    404 => create(),\n    404 => retry(),\n};',
		Python: 'match response.status_code:\n    case 404:\n        create()\n    case 409 | 404:\n        retry()',
		Ruby: 'case response.code\nwhen 404 then create\nwhen 409, 404 then again\nend',
		Rust: 'match status {\n    404 => create(),\n    409 | 404 => retry(),\n    _ => {}\n}',
		Kotlin: 'when (status) {\n    404 -> create()\n    409, 404 -> retry()\n}',
		Swift: 'switch response.statusCode {\ncase 404:\n    create()\ncase 409, 404:\n    retry()\n}',
		Dart: 'switch (response.statusCode) {\n  case 404:\n    create();\n  case 409 || 404:\n    retry();\n}',
	};
	for (const [language, text] of Object.entries(texts))
		test(`of ${language}`, () => assert.deepEqual(repeatedIn(text), ['404']));

	test('by the name of a constant', () => {
		const text =
			'switch (status) {\n\tcase HttpStatus.NOT_FOUND:\n\t\tcreate();\n\tcase HttpStatus.NOT_FOUND:\n\t\tretry();\n}';
		assert.deepEqual(repeatedIn(text), ['HttpStatus.NOT_FOUND']);
		const go =
			'switch response.StatusCode {\ncase http.StatusNotFound:\n\tcreate()\ncase http.StatusNotFound:\n\tretry()\n}';
		assert.deepEqual(repeatedIn(go), ['http.StatusNotFound']);
	});

	const named: Readonly<Record<string, string>> = {
		Rust: 'match response.status() {\n    StatusCode::NOT_FOUND => create(),\n    StatusCode::NOT_FOUND => again(),\n}',
		'C#': 'return status switch\n{\n    HttpStatusCode.NotFound => Create(),\n    HttpStatusCode.NotFound => Again(),\n};',
		Kotlin: 'when (status) {\n    HttpStatusCode.NotFound -> create()\n    HttpStatusCode.NotFound -> again()\n}',
		Java: 'switch (status) {\n    case NOT_FOUND -> create();\n    case NOT_FOUND -> again();\n}',
		Swift: 'switch response.status {\ncase .notFound:\n    create()\ncase .notFound:\n    again()\n}',
		'Go, as a second label':
			'switch status {\ncase http.StatusNotFound:\n\tcreate()\ncase http.StatusConflict, http.StatusNotFound:\n\tagain()\n}',
	};
	for (const [language, text] of Object.entries(named))
		test(`by the name of a constant in ${language}`, () => assert.equal(repeatedIn(text).length, 1));

	test('below 400, where it chooses by a status', () => {
		const text = 'switch (response.status) {\n\tcase 304:\n\t\treturn keep();\n\tcase 304:\n\t\treturn retry();\n}';
		assert.deepEqual(repeatedIn(text), ['304']);
	});
});

describe('the same twice in a chain is seen', () => {
	const conditions: readonly (readonly [string, string])[] = [
		['response.status === 404', '404'],
		['response.status !== 404', '404'],
		['404 === response.status', '404'],
		['status === 304', '304'],
		['response.statusCode() == 404', '404'],
		['statusOf(reply) === 304', '304'],
		['response.status === HttpStatus.NOT_FOUND', 'HttpStatus.NOT_FOUND'],
		['status.equals(404)', '404'],
	];
	for (const [condition, label] of conditions)
		test(condition, () => assert.deepEqual(repeatedIn(chain(condition)), [label]));

	test('in Python', () => {
		const text = 'if response.status_code == 404:\n    create()\nelif response.status_code == 404:\n    again()';
		assert.deepEqual(repeatedIn(text), ['404']);
	});

	test('though no catalog has the status', () =>
		assert.deepEqual(repeatedIn(chain('response.status === 299')), ['299']));

	test('in one condition', () =>
		assert.deepEqual(repeatedIn('return response.status === 404 || response.status === 404;'), ['404']));

	test('by a constant of the file, whatever it is called', () => {
		assert.deepEqual(repeatedIn(`const GONE = 410;\n${chain('status === GONE')}`), ['GONE']);
		assert.deepEqual(repeatedIn(`const AWAY = 410;\n${chain('status === AWAY')}`), ['AWAY']);
	});

	test('by a constant of which only a status beside it tells what it is', () => {
		const text = `if (status === 404) create();\nelse if (status === Away) keep();\nelse if (status === Away) retry();`;
		assert.deepEqual(repeatedIn(text), ['Away']);
	});
});

describe('the same twice in a table or a list is seen', () => {
	const texts: Readonly<Record<string, string>> = {
		'numbers as keys': "const texts = {\n\t404: 'gone',\n\t409: 'taken',\n\t404: 'away',\n};",
		'keys in quotes': "const texts = {\n\t'404': 'gone',\n\t'409': 'taken',\n\t'404': 'away',\n};",
		'lists for rows': "const texts = new Map([\n\t[404, 'gone'],\n\t[409, 'taken'],\n\t[404, 'away'],\n]);",
		arrows: "$texts = [\n    404 => 'gone',\n    409 => 'taken',\n    404 => 'away',\n];",
	};
	for (const [title, text] of Object.entries(texts))
		test(`with ${title}`, () => assert.deepEqual(repeatedIn(text), ['404']));

	test('with constants as keys', () => {
		const text = "const texts = {\n\t[HttpStatus.NOT_FOUND]: 'gone',\n\t[HttpStatus.NOT_FOUND]: 'away',\n};";
		assert.deepEqual(repeatedIn(text), ['HttpStatus.NOT_FOUND']);
	});

	for (const text of [
		'if ([404, 409, 404].includes(response.status)) retry();',
		"if (['404', '409', '404'].includes(response.status)) retry();",
		'if response.status_code in (404, 409, 404):\n    again()',
		'if ([200, 304, 200].includes(status)) keep();',
	])
		test(text, () => assert.equal(mayRepeatLabels(text, isKnown), true));
});

describe('what is no status tested twice is left out', () => {
	// A status is tested for in each of these texts, but far away: without one, they would not be looked at.
	const status = `if (response.status === 503) wait();\n${'draw();\n'.repeat(30)}`;
	const twice = (label: string): string =>
		`switch (opcode) {\n\tcase ${label}:\n\t\tpush();\n}\nswitch (opcode) {\n\tcase ${label}:\n\t\tpop();\n}`;
	const texts: Readonly<Record<string, string>> = {
		widths: chain('width === 300'),
		'widths in a row': 'resize({ small: 200, medium: 300, large: 300 });',
		colours: 'fill([100, 100]);',
		'colours of three numbers': 'fill([200, 200, 200]);',
		'opcodes of two switches': twice('104'),
		'opcodes of one switch': 'switch (opcode) {\n\tcase 104:\n\t\tpush();\n\tcase 104:\n\t\tpop();\n}',
		keys: chain('event.keyCode === 38'),
		'constants of other things': chain('side === Side.LEFT'),
		'a constant for a number that is no status': `const LEFT = 12;\n${chain('side === LEFT')}`,
		'different statuses': chain('response.status === 404', 'response.status === 409'),
		'the status of two values': chain('first.status === 404', 'second.status === 404'),
	};
	for (const [title, text] of Object.entries(texts)) test(title, () => assert.deepEqual(repeatedIn(status + text), []));
});

describe('what a closing line stands between is of two dispatches', () => {
	const body = '\tswitch (status) {\n\t\tcase 404:\n\t\t\treturn create();\n\t}\n';
	const texts: Readonly<Record<string, string>> = {
		'tests in two functions':
			'function one(status) {\n\tif (status === 404) create();\n}\nfunction other(status) {\n\tif (status === 404) retry();\n}',
		'switches in two functions': `function one(status) {\n${body}}\nfunction other(status) {\n${body}}`,
		'tests in two methods':
			'class Chat {\n\tone(status) {\n\t\tif (status === 404) create();\n\t}\n\tother(status) {\n\t\tif (status === 404) retry();\n\t}\n}',
		'functions without braces':
			'def one(status):\n    if status == 404:\n        create()\n\ndef other(status):\n    if status == 404:\n        again()',
		'two tables': "const texts = {\n\t404: 'gone',\n};\nconst titles = {\n\t404: 'Gone',\n};",
	};
	for (const [title, text] of Object.entries(texts)) test(title, () => assert.deepEqual(repeatedIn(text), []));

	test('a closing line that is indented as they are is none', () =>
		assert.deepEqual(repeatedIn('if (status === 404) {\n\tcreate();\n}\nelse if (status === 404) retry();'), ['404']));
});

test('labels are known as catalogs and libraries write them', () => {
	const known = ['404', '418', 'NOT_FOUND', 'NotFound', 'notFound', 'StatusNotFound', 'SC_NOT_FOUND', 'RATE_LIMITED'];
	for (const word of [...known, 'HTTP_NOT_FOUND', 'HTTP_404_NOT_FOUND']) assert.ok(isKnown(word), word);
	for (const word of ['38', '600', 'LEFT', 'Status', '']) assert.equal(isKnown(word), false, word);
	assert.equal(knownLabels([])('404'), false);
});
