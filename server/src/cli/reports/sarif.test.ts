import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { fileWith, findingWith, reportWith, sampleReport, written } from '../../../../test/support/sample-report.ts';
import type { Report } from './report.ts';

// The schema of the standard's own committee, written for an older draft, from which nothing else differs here.
const place = import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(new URL(place), 'utf8'));
const isDate = (text: string) => !Number.isNaN(Date.parse(text));
const isReference = (text: string) => /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\dA-F]{2})*$/.test(text);
const formats = { uri: URL.canParse, 'uri-reference': isReference, 'date-time': isDate };
const isValid = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);

/** The run in a report, which is valid. */
function runOf(report: Report) {
	const log = JSON.parse(written('sarif', report));
	const valid: boolean = isValid(log);
	assert.ok(valid, JSON.stringify(isValid.errors));
	assert.equal(log.runs.length, 1);
	return log.runs[0];
}

const uriOf = (path: string): string =>
	runOf(reportWith([fileWith(path, [findingWith()])])).results[0].locations[0].physicalLocation.artifactLocation.uri;

test('the schema refuses what is no report', () => {
	assert.equal(isValid({ version: '2.1.0', runs: [{ results: [] }] }), false);
	assert.equal(isValid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'a', helpUri: 'b' } } }] }), false);
});

test('results have a place in the repository, a level and a fingerprint', () => {
	const { results, columnKind, invocations } = runOf(sampleReport);
	assert.equal(columnKind, 'utf16CodeUnits');
	assert.deepEqual(invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
	assert.deepEqual(results[0], {
		ruleId: 'missing-required',
		ruleIndex: 0,
		level: 'warning',
		message: { text: 'RATE_LIMITED is not handled' },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: 'app/a%20b/%C3%BC.ts' },
					region: { startLine: 7, startColumn: 2, endLine: 7, endColumn: 21 },
				},
			},
		],
		partialFingerprints: {
			'apiErrorsRulePathLine/v1': '4d753c794c44728b89608a261657bff0dca125ade29e78f8e9933263955786c4',
		},
	});
	const others = results.slice(1).map(({ ruleIndex, level }: Record<string, unknown>) => [ruleIndex, level]);
	assert.deepEqual(others, [
		[1, 'error'],
		[0, 'note'],
	]);
});

test('rules come with their pages and their levels', () => {
	const { driver } = runOf(sampleReport).tool;
	assert.deepEqual([driver.name, driver.version, driver.rules.length], ['API Error IntelliSense', '1.2.3', 2]);
	assert.deepEqual(driver.rules[0].defaultConfiguration, { enabled: true, level: 'warning' });
	assert.deepEqual(driver.rules[0].help, { text: 'No branch.', markdown: 'No branch.' });
	assert.deepEqual(driver.rules[1], {
		id: 'unknown-code',
		name: 'UnknownCode',
		shortDescription: { text: 'No such code.' },
		fullDescription: { text: 'Of a b' },
		help: { text: '# unknown-code\n\nOf `a` b\n', markdown: '# unknown-code\n\nOf `a` b\n' },
		defaultConfiguration: { enabled: false, level: 'none' },
		properties: { tags: ['api-errors', 'reliability'], 'problem.severity': 'recommendation' },
	});
});

test('a path is a relative reference whatever it is, and a file elsewhere has its own address', () => {
	assert.equal(uriOf('a,b:c%.ts'), 'a%2Cb%3Ac%25.ts');
	assert.equal(uriOf("src/[id]/#?&'(1)*!.ts"), 'src/%5Bid%5D/%23%3F%26%27%281%29%2A%21.ts');
	assert.equal(uriOf('"><\n\u001b\ud800.ts'), '%22%3E%3C%0A%1B%EF%BF%BD.ts');
	assert.equal(uriOf('/elsewhere/a b.ts'), 'file:///elsewhere/a%20b.ts');
	assert.equal(uriOf('C:/elsewhere/a b.ts'), 'file:///C%3A/elsewhere/a%20b.ts');
	assert.equal(uriOf('//server/share/a.ts'), 'file://server/share/a.ts');
});

test('a fingerprint stays when lines move, and no two are the same', () => {
	const named = (report: Report) =>
		runOf(report).results.map((one: { partialFingerprints: object }) => Object.values(one.partialFingerprints)[0]);
	const at = (line: number, code = 'switch (a) {') => findingWith({ line, endLine: line, code });
	const before = named(
		reportWith([fileWith('a.ts', [at(3), at(9), at(20, 'switch (b) {')]), fileWith('b.ts', [at(3)])]),
	);
	assert.equal(new Set(before).size, 4);
	const moved = named(
		reportWith([fileWith('a.ts', [at(5), at(6), at(7, 'switch  (b) {')]), fileWith('b.ts', [at(1)])]),
	);
	assert.deepEqual(moved, before);
	const fewer = named(reportWith([fileWith('a.ts', [at(5), at(7, 'switch (b) {')])]));
	assert.deepEqual(fewer, [before[0], before[2]]);
});

test('there are no more results than are kept, the most severe, in order, and it is said', () => {
	const many = Array.from({ length: 6000 }, (_, index) => findingWith({ line: index + 1, endLine: index + 1 }));
	const severe = findingWith({ severity: 'error' });
	const { results, invocations } = runOf(reportWith([fileWith('a.ts', many), fileWith('b.ts', [severe])]));
	assert.equal(results.length, 5000);
	assert.deepEqual([results.at(-1).level, results[0].locations[0].physicalLocation.region.startLine], ['error', 1]);
	assert.deepEqual(invocations[0].toolExecutionNotifications, [
		{ level: 'warning', message: { text: 'Here are 5000 findings of 6001, the most severe.' } },
	]);
});

test('a run in which something could not be read was none that succeeded', () => {
	const { invocations, results } = runOf(reportWith([], ['nowhere: there is no such file or folder']));
	const toolExecutionNotifications = [
		{ level: 'error', message: { text: 'nowhere: there is no such file or folder' } },
	];
	assert.deepEqual([invocations, results], [[{ executionSuccessful: false, toolExecutionNotifications }], []]);
});

test('hostile words are only words', () => {
	const message = '100% "><{0}\u001b[31m\r\n\ud800';
	const [result] = runOf(reportWith([fileWith('a.ts', [findingWith({ message })])])).results;
	assert.equal(result.message.text, message);
});
