import assert from 'node:assert/strict';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { reportFormats } from '../../server/src/cli/reports/index.ts';
import { rules } from '../../server/src/rules/index.ts';
import { folderWith, type TestFolder } from './folder-with.ts';

const workspace = fileURLToPath(new URL('../workspace', import.meta.url));
const evidence = "fetch('https://api.silentchat.de');\n";
/** Two warnings, on line 2 where nothing stands before it. */
const bad = `${evidence}switch (error.code) {\n\tcase 'CONFLICT':\n\tcase 'CONFLICT':\n\t\tbreak;\n}\n`;
const misspelt = `${evidence}switch (error.code) {\n\tcase 'CONFLIKT':\n\tcase 'NOT_FOUND':\n\tcase 'RATE_LIMITED':\n\t\tbreak;\n}\n`;

/** The files of the workspace that all tests on a terminal share. */
async function sharedCorpus(context: TestContext): Promise<TestFolder> {
	const folder = await folderWith(context, {});
	await cp(workspace, folder.path, { recursive: true });
	return folder;
}

/** What a check writes into a file, and how it ended. */
async function output(folder: TestFolder, format: string, ...args: readonly string[]) {
	const ended = await folder.run(['check', ...args, '--format', format, '--output', 'out/report.txt']);
	return { ...ended, text: await folder.read('out/report.txt') };
}

type Read = (text: string) => readonly string[];

const matching =
	(pattern: RegExp): Read =>
	(text) =>
		[...text.matchAll(pattern)].map(({ groups }) => `${groups?.line} ${groups?.rule}`);

interface SarifResult {
	readonly ruleId: string;
	readonly locations: readonly [{ readonly physicalLocation: { readonly region: { readonly startLine: number } } }];
}

/** The line and the rule of each finding, as whoever reads the format finds them. */
const readings: Readonly<Record<string, Read>> = {
	stylish: matching(/^ {2}(?<line>\d+):\d+ .* (?<rule>\S+)$/gm),
	json: (text) => JSON.parse(text).findings.map(({ line, rule }: { line: number; rule: string }) => `${line} ${rule}`),
	sarif: (text) =>
		JSON.parse(text).runs[0].results.map(({ ruleId, locations: [{ physicalLocation }] }: SarifResult) => {
			return `${physicalLocation.region.startLine} ${ruleId}`;
		}),
	github: matching(/^::warning .*,line=(?<line>\d+),.*,title=(?<rule>[\w-]+)::/gm),
	junit: matching(/<testcase name="(?<rule>[\w-]+) \((?<line>\d+):/g),
	gitlab: matching(/"check_name": "(?<rule>.+)",[^}]*"begin": (?<line>\d+)/g),
	markdown: matching(/^\| warning \| .*:(?<line>\d+):\d+ \| .* \| (?<rule>\S+) \|$/gm),
};

test('every format tells of the same findings', async (context) => {
	const folder = await sharedCorpus(context);
	for (const { name } of reportFormats) {
		const { code, out, errors, text } = await output(folder, name);
		assert.deepEqual([code, out, errors], [1, '', ''], name);
		assert.deepEqual(readings[name]?.(text), ['7 missing-required', '12 duplicate-branch'], name);
		assert.match(text, /src\/conversations\.ts/, name);
		const { out: printed } = await folder.run(['check', '--format', name]);
		assert.equal(printed, text.replaceAll('\\', '/'), name);
	}
});

test('SARIF has the page of every rule', async (context) => {
	const folder = await sharedCorpus(context);
	const { driver } = JSON.parse((await output(folder, 'sarif')).text).runs[0].tool;
	const titles = driver.rules.map((rule: { help: { markdown: string } }) => rule.help.markdown.split('\n')[0]);
	assert.deepEqual(
		titles,
		rules.map(({ name }) => `# ${name}`),
	);
	for (const { fullDescription } of driver.rules) assert.match(fullDescription.text, /^[A-Z][^#[\]]+\.$/);
});

test('files are in the order of their paths, whichever way they were named, and none is there twice', async (context) => {
	const folder = await folderWith(context, { 'b.ts': bad, 'a/c.ts': bad, 'a.ts': bad, 'a-b/d.ts': bad });
	for (const args of [[], ['b.ts', 'a/', './a.ts', '.'], ['a', 'a-b', 'b.ts', 'a.ts', 'a/../a.ts']]) {
		const found = JSON.parse((await output(folder, 'json', ...args)).text).findings;
		const files = found.map(({ file }: { file: string }) => file);
		assert.deepEqual([...new Set(files)], ['a-b/d.ts', 'a.ts', 'a/c.ts', 'b.ts']);
		assert.equal(files.length, 8);
	}
});

test('JSON says where a finding begins and ends, which API it is about, and whether it can be fixed unseen', async (context) => {
	const folder = await folderWith(context, { 'a.ts': misspelt });
	const { findings } = JSON.parse((await output(folder, 'json')).text);
	assert.deepEqual(
		findings.find(({ rule }: { rule: string }) => rule === 'unknown-code'),
		{
			...{ file: 'a.ts', line: 3, column: 7, endLine: 3, endColumn: 17, rule: 'unknown-code', severity: 'warning' },
			...{
				message: "SilentChat documents no code 'CONFLIKT'; did you mean 'CONFLICT'?",
				api: 'silentchat',
				fixable: true,
			},
		},
	);
});

test('build servers get paths from the root of the repository, people from where they are', async (context) => {
	const folder = await folderWith(context, { 'app/src/a b.ts': bad, 'c.ts': bad });
	await mkdir(path.join(folder.path, '.git'));
	const run = async (format: string) => {
		const args = ['check', 'src', '../c.ts', '--format', format, '--output', '../report'];
		const ended = await folder.run(args, '', 'app');
		assert.deepEqual([ended.code, ended.errors], [1, '']);
		return folder.read('report');
	};
	assert.match(await run('stylish'), /^\.\.\/c\.ts\n[\s\S]*\n\nsrc\/a b\.ts\n/);
	const { results } = JSON.parse(await run('sarif')).runs[0];
	const uris = results.map((one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) => {
		return one.locations[0]?.physicalLocation.artifactLocation.uri;
	});
	assert.deepEqual([...new Set(uris)], ['c.ts', 'app/src/a%20b.ts']);
	assert.match(await run('github'), /^::warning file=c\.ts,line=2,[\s\S]*\n::warning file=app\/src\/a b\.ts,line=2,/);
});

test('fingerprints stay when lines are added above', async (context) => {
	const folder = await folderWith(context, { 'a.ts': bad });
	const fingerprints = async () =>
		JSON.parse((await output(folder, 'gitlab')).text).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
	const before = await fingerprints();
	assert.equal(new Set(before).size, 2);
	await folder.write('a.ts', `// A line more.\n\n${bad.replaceAll('\t', '    ')}`);
	assert.deepEqual(await fingerprints(), before);
});

test('warnings up to a number are no failure, more are', async (context) => {
	const folder = await folderWith(context, { 'a.ts': bad });
	assert.equal((await folder.run(['check', '--max-warnings', '2'])).code, 0);
	const { code, out, errors } = await folder.run(['check', '--max-warnings=1']);
	assert.deepEqual([code, errors], [1, 'There are 2 warnings; --max-warnings allows 1.\n']);
	assert.match(out, /\n2 problems in 1 file/);
});

test('quiet tells of errors only; warnings count no longer, unless their number is limited', async (context) => {
	const folder = await folderWith(context, { 'a.ts': bad });
	assert.deepEqual(await folder.run(['check', '--quiet']), { code: 0, out: 'No problems in 1 file.\n', errors: '' });
	assert.deepEqual(await folder.run(['check', '--quiet', '--max-warnings', '1']), {
		code: 1,
		out: 'No problems in 1 file.\n',
		errors: 'There are 2 warnings; --max-warnings allows 1.\n',
	});
});

test('text on standard input is checked under the name that it will have, among the files around it', async (context) => {
	const folder = await folderWith(context, {
		'src/ask.ts': `export const ask = () => ${evidence}`,
		'src/a.ts': 'export {};\n',
	});
	const text = bad.replace(evidence, "import { ask } from './ask';\n");
	const { code, out, errors } = await folder.run(['check', '--stdin-filename', 'src/a.ts'], text);
	assert.deepEqual([code, errors], [1, '']);
	assert.match(out, /^src\/a\.ts\n {2}2:1 {2}warning .+ missing-required\n/);
	const fresh = await folder.run(['check', '--stdin-filename', 'src/new/b.ts'], bad);
	assert.match(fresh.out, /^src\/new\/b\.ts\n {2}2:1 /);
	assert.deepEqual(await folder.files(), ['src/a.ts', 'src/ask.ts']);
	const none = await folder.run(['check', '--stdin-filename', 'notes.txt'], bad);
	assert.deepEqual([none.code, none.out], [0, 'No problems in 0 files.\n']);
});

test('what cannot be done is said, and nothing is written', async (context) => {
	const folder = await folderWith(context, { 'a.ts': bad, 'out/x': '' });
	const wrong: readonly (readonly [readonly string[], RegExp])[] = [
		[['--format', 'markdwn'], /^There is no format “markdwn”\. Did you mean “markdown”\?\nTry: /],
		[['--format', 'xml2'], /^There is no format “xml2”\. There are stylish, json, .+\nTry: /],
		[['--max-warnings', 'few'], /^--max-warnings is a number of warnings, not “few”\.\nTry: /],
		[['--max-warnings', '1.5'], /not “1\.5”/],
		[['--max-warnings=-1'], /not “-1”/],
		[['--stdin-filename', 'a.ts', 'a.ts'], /^--stdin-filename checks standard input alone; .+\nTry: /],
		[['--stdin-filename='], /^--stdin-filename needs the name of a file\.\nTry: /],
		[['--output', 'out'], /^out: this is no file\n$/],
	];
	for (const [args, message] of wrong) {
		const { code, out, errors } = await folder.run(['check', ...args]);
		assert.deepEqual([code, out], [2, ''], args.join(' '));
		assert.match(errors, message);
	}
	assert.deepEqual(await folder.files(), ['a.ts', 'out/x']);
});

test('what could not be read is said in the report too', async (context) => {
	const folder = await folderWith(context, { 'a.ts': evidence });
	const { code, errors, text } = await output(folder, 'json', 'a.ts', 'nowhere');
	assert.deepEqual([code, errors], [2, 'nowhere: there is no such file or folder\n']);
	assert.deepEqual(JSON.parse(text).problems, ['nowhere: there is no such file or folder']);
});

const skip = process.platform === 'linux' ? false : 'only here may a name be no text';
test('a problem names its file from where the command runs', { skip }, async (context) => {
	const folder = await folderWith(context, { 'a.ts': bad });
	await writeFile(Buffer.concat([Buffer.from(`${folder.path}/b`), Buffer.of(0xff), Buffer.from('.ts')]), bad);
	const { code, errors, text } = await output(folder, 'markdown');
	const problem = 'b\ufffd.ts: the name is no valid Unicode, so the file is not read';
	assert.deepEqual([code, errors], [2, `${problem}\n`]);
	assert.ok(text.endsWith(`\n\n- ${problem}\n`) && text.includes('2 problems in 1 file'), text);
});

test('help names every format', async (context) => {
	const folder = await folderWith(context, {});
	const { out } = await folder.run(['check', '--help']);
	for (const { name, summary } of reportFormats) assert.match(out, new RegExp(`\\n +${name} +${summary}\\n`));
});
