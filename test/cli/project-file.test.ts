import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readProjectFile } from '../../server/src/project-file/project-file.ts';
import { folderWith } from './folder-with.ts';

/** A dispatch that misses codes that must be handled. */
const source = `const { error } = await (await fetch('https://api.silentchat.de/v1')).json();
switch (error.code) {
	case 'CONFLICT':
		break;
}
`;

suite('api-errors.json on the command line', () => {
	test('counts for all that is below it, and its overrides for what they name', async (context) => {
		const folder = await folderWith(context, {
			'api-errors.json': `{
				"rules": { "missing-required": "error" },
				"exclude": ["generated"],
				"testFiles": ["checks/**"],
				"overrides": [{ "files": "old/**", "rules": { "missing-required": "off" } }],
			}`,
			'a.ts': source,
			'old/a.ts': source,
			'generated/a.ts': source,
			'checks/a.ts': source,
			'test/a.ts': source,
			'deep/api-errors.json': '{ "rules": { "missing-required": "information" } }',
			'deep/a.ts': source,
		});
		const { code, out, errors } = await folder.run(['check', '--format', 'json']);
		const found = JSON.parse(out).findings.map(
			(one: { file: string; severity: string }) => `${one.file} ${one.severity}`,
		);
		assert.deepEqual([code, errors, found], [1, '', ['a.ts error', 'deep/a.ts information', 'test/a.ts error']]);
	});

	test('counts in the same way in a part of the project as at its root', async (context) => {
		const folder = await folderWith(context, {
			'.git/HEAD': 'ref: refs/heads/main\n',
			'api-errors.json':
				'{ "apis": ["silentchat"], "testFiles": ["packages/a/checks/**"], "overrides": [{ "files": "packages/a/**", "whenDefault": "off" }] }',
			'packages/a/send.ts': source,
			'packages/a/default.ts': source.replace('}\n', '\tdefault:\n\t\tbreak;\n}\n'),
			'packages/a/checks/a.ts': source,
		});
		const whole = await folder.run(['check', '--format', 'json']);
		const part = await folder.run(['check', '--format', 'json'], '', 'packages/a');
		const findings = (out: string) => JSON.parse(out).findings;
		assert.equal(findings(whole.out).length, 1);
		assert.deepEqual(
			findings(part.out).map((one: { file: string }) => ({ ...one, file: `packages/a/${one.file}` })),
			findings(whole.out),
		);
	});

	test('is told of with the place of each fault, and the rest of it counts', async (context) => {
		const folder = await folderWith(context, {
			'api-errors.json':
				'{\n\t"rules": { "missing-requird": "error", "missing-required": "off" },\n\t"apis": ["silentcht"],\n\t"exclude": ["{a"]\n}',
			'a.ts': source,
		});
		const { code, errors, out } = await folder.run(['check']);
		assert.equal(code, 2);
		assert.deepEqual(
			errors
				.trim()
				.split('\n')
				.sort()
				.map((line) => line.replace(/ There are .*/, '')),
			[
				'api-errors.json:2:13: "missing-requird" is not known here. Did you mean "missing-required"?',
				'api-errors.json:3:11: There is no catalog "silentcht" here. Did you mean "silentchat"?',
				'api-errors.json:4:14: A brace { or } has no partner.',
			],
		);
		assert.match(out, /No problems/);
	});

	test('is told of also where no file has anything to say', async (context) => {
		const folder = await folderWith(context, { 'api-errors.json': '{ "rule": {} }', 'a.ts': 'export {};\n' });
		const { code, errors } = await folder.run(['check']);
		assert.equal(code, 2);
		assert.match(errors, /^api-errors\.json:1:3: "rule" is not known here\. Did you mean "rules"\?\n$/);
	});
});

suite('print-config', () => {
	const files = {
		'api-errors.json': `{
	"apis": ["silentchat"],
	"rules": { "missing-required": "error" },
	"requiredCodes": ["CONFLICT", "!RATE_LIMITED"],
	"exclude": ["generated"],
	"overrides": [
		{ "files": "src/*.ts", "whenDefault": "off", "apis": ["chatness"] }
	]
}`,
		'src/api-errors.json': '{\n\t"rules": { "retry-after": "off" }\n}',
		'.api-errors/acme.json': JSON.stringify({ id: 'acme', entries: [{ value: 'A', title: 'A', description: 'A.' }] }),
		'src/send.ts': source,
	};

	test('says what counts for a file, and where each value is written', async (context) => {
		const folder = await folderWith(context, files);
		const { code, out, errors } = await folder.run(['print-config', 'src/send.ts']);
		assert.deepEqual([code, errors], [0, '']);
		for (const line of [
			/Project files: api-errors\.json, src\/api-errors\.json/,
			/enable +yes +default/,
			/whenDefault +off +api-errors\.json:7 for src\/\*\.ts/,
			/rules\.missing-required +error +api-errors\.json:3/,
			/rules\.retry-after +off +src\/api-errors\.json:2/,
			/rules\.unknown-code +\w+ +default/,
			/requiredCodes +!RATE_LIMITED +api-errors\.json:4/,
			/apis +silentchat +api-errors\.json:2/,
			/apis of this file +chatness +api-errors\.json:7 for src\/\*\.ts/,
			/excluded +no +default/,
			/acme +acme +\.api-errors\/acme\.json/,
			/chatness +Chatness +comes with us/,
			/APIs in play\n +chatness +told +the settings name it for this file/,
		])
			assert.match(out, line);
	});

	test('says so of a file that is not there, from any folder, and for programs', async (context) => {
		const folder = await folderWith(context, { ...files, '.git/HEAD': '' });
		const { code, out } = await folder.run(['print-config', '../generated/a.ts', '--format', 'json'], '', 'src');
		const { file, projectFiles, values, inPlay } = JSON.parse(out);
		assert.deepEqual([code, file, projectFiles, inPlay], [0, '../generated/a.ts', ['../api-errors.json'], []]);
		assert.deepEqual(
			values.find(({ name }: { name: string }) => name === 'excluded'),
			{ name: 'excluded', value: 'by generated', from: { file: '../api-errors.json', line: 5 } },
		);
	});

	test('is asked in the right way', async (context) => {
		const folder = await folderWith(context, { 'api-errors.json': '{ "rule": {} }' });
		assert.equal((await folder.run(['print-config'])).code, 2);
		assert.equal((await folder.run(['print-config', 'a.ts', '--format', 'yaml'])).code, 2);
		const { code, errors } = await folder.run(['print-config', 'a.ts']);
		assert.equal(code, 2);
		assert.match(errors, /^api-errors\.json:1:3: /);
	});
});

suite('init', () => {
	const files = {
		'package.json': '{ "dependencies": { "acme": "1.0.0" } }',
		'.api-errors/acme.json': JSON.stringify({
			...{ id: 'acme', evidence: { packages: ['acme'] } },
			entries: [{ value: 'ACME_OLD', title: 'Old', description: 'Old.' }],
		}),
		'src/send.ts': source,
	};

	test('writes a file that names the APIs in use with the reason, and that can be read', async (context) => {
		const folder = await folderWith(context, files);
		const { code, out, errors } = await folder.run(['init']);
		assert.deepEqual([code, errors], [0, '']);
		assert.match(out, /^api-errors\.json is written\.\nIt names:\n/);
		const text = await folder.read('api-errors.json');
		const { parts, problems } = readProjectFile('file:///api-errors.json', { text });
		assert.deepEqual([problems, [...(parts[0]?.inUse ?? [])].sort()], [[], ['acme', 'silentchat']]);
		assert.match(text, /\/\/ acme: .*acme/);
		assert.match(text, /\/\/ silentchat: .*api\.silentchat\.de/);
		assert.equal((await folder.run(['check'])).code, 1);
	});

	test('writes nothing where it is only tried, and never over a file', async (context) => {
		const folder = await folderWith(context, files);
		const tried = await folder.run(['init', '--dry-run']);
		assert.equal(tried.code, 0);
		assert.ok(!(await folder.files()).includes('api-errors.json'));
		await folder.write('api-errors.json', '{}');
		const { code, errors } = await folder.run(['init']);
		assert.deepEqual([code, errors], [2, 'There is an api-errors.json already; it stays as it is.\n']);
		assert.equal(await folder.read('api-errors.json'), '{}');
	});

	test('finds no API where there is none', async (context) => {
		const folder = await folderWith(context, { 'a.ts': 'export {};\n' });
		assert.match((await folder.run(['init'])).out, /No API was found/);
	});
});
