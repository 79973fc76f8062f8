import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { containers } from '../server/src/containers/index.ts';
import { languages } from '../server/src/languages/index.ts';
import { version } from '../server/src/version.ts';
import { folderOfFiles, installLink } from './support/folder-of-files.ts';
import { filesIn } from './support/page-programs.ts';
import { whyNot } from './support/toolchains.ts';

const require = createRequire(import.meta.url);
const project = path.resolve(import.meta.dirname, '..');
const textOf = (file: string): string => readFileSync(path.join(project, file), 'utf8');
const parsed = (file: string) => parse(textOf(file));
const pipelineSchema = 'gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json';
const hooksSchema = 'pre-commit-hooks.json';

/** What is ready to be copied or used, and the schema of what reads it. */
const schemas = {
	'docs/ci/github-workflow.yml': 'github-workflow.json',
	'docs/ci/gitlab-ci.yml': pipelineSchema,
	'docs/ci/pre-commit-config.yaml': 'pre-commit-config.json',
	'.pre-commit-hooks.yaml': hooksSchema,
	'action.yml': 'github-action.json',
} as const;

const unhandled = `const response = await fetch('https://api.silentchat.de/v1/messages');
const { error } = await response.json();
switch (error.code) {
	case 'CONFLICT':
	case 'VALIDATION_ERROR':
		break;
}
`;

/** A repository whose code forgets two errors, with the package where `npx` looks first. */
function repository(context: TestContext, source = unhandled): string {
	const files = { 'src/send.ts': source, 'package.json': '{ "private": true }\n', '.gitignore': 'node_modules\n' };
	const folder = folderOfFiles(context, files);
	installLink(folder);
	ended('git', ['init', '--quiet'], folder);
	return folder;
}

function ended(command: string, words: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}) {
	const { status, stdout, stderr } = spawnSync(command, words, {
		cwd: folder,
		encoding: 'utf8',
		// Nothing is fetched: what would be is not there.
		env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9', npm_config_offline: 'true', ...env },
	});
	return { status, stdout, said: `${stdout}${stderr}` };
}

/** Runs commands as a build server does: the first that fails ends it. */
const inShell = (commands: string, folder: string, env: NodeJS.ProcessEnv = {}) =>
	ended('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', commands], folder, env);

for (const [file, schema] of Object.entries(schemas)) {
	test(`${file} is what its reader expects`, () => {
		const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
		if (schema !== hooksSchema) ajv.addSchema(require(`schemastore/schemas/json/${hooksSchema}`));
		const isValid = ajv.validate(require(`schemastore/schemas/json/${schema}`), parsed(file));
		assert.ok(isValid, ajv.errorsText());
	});
}

test('the examples install the version of this project', () => {
	for (const file of [...Object.keys(schemas), 'docs/ci.md']) {
		for (const [, named] of textOf(file).matchAll(/api-error-intellisense[@-](\d+\.\d+\.\d+)/g))
			assert.equal(named, version, file);
	}
});

test('the page on continuous integration shows the examples as they are', () => {
	const shown = filesIn(textOf('docs/ci.md'));
	assert.deepEqual(Object.keys(shown), [
		'docs/ci/github-workflow.yml',
		'docs/ci/gitlab-ci.yml',
		'docs/ci/pre-commit-config.yaml',
	]);
	for (const [file, text] of Object.entries(shown)) assert.equal(text, textOf(file));
});

test('the workflow annotates what is wrong, and writes what code scanning reads', (context) => {
	const folder = repository(context);
	const { jobs } = parsed('docs/ci/github-workflow.yml');
	const [check, scan] = [jobs.check, jobs['code-scanning']].map(commandsOf);
	const annotated = inShell(check ?? '', folder);
	assert.equal(annotated.status, 1, annotated.said);
	assert.match(annotated.stdout, /^::warning file=src\/send\.ts,line=3,.*AUTH_INVALID_TOKEN/m);
	const scanned = inShell(scan ?? '', folder);
	assert.equal(scanned.status, 0, scanned.said);
	const { sarif_file: log } = jobs['code-scanning'].steps.at(-1).with;
	assert.equal(JSON.parse(readFileSync(path.join(folder, log), 'utf8')).runs[0].results.length, 1);
});

test('the workflow gives no more rights than it needs, and none to what comes from a fork', () => {
	const { permissions, jobs } = parsed('docs/ci/github-workflow.yml');
	assert.deepEqual(permissions, { contents: 'read' });
	assert.equal(jobs.check.permissions, undefined);
	assert.deepEqual(jobs['code-scanning'].permissions, { contents: 'read', 'security-events': 'write' });
	assert.match(jobs['code-scanning'].if, /head\.repo\.full_name == github\.repository/);
});

function commandsOf(job: { readonly steps: readonly { readonly run?: string }[] }): string {
	return job.steps.flatMap(({ run }) => run ?? []).join('\n');
}

test('the pipeline writes both reports, and fails', (context) => {
	const folder = repository(context);
	const { script, artifacts } = parsed('docs/ci/gitlab-ci.yml')['api-errors'];
	const { status, said } = inShell(script.join('\n'), folder);
	assert.equal(status, 1, said);
	const { codequality, junit } = artifacts.reports;
	const [issue] = JSON.parse(readFileSync(path.join(folder, codequality), 'utf8'));
	assert.deepEqual([issue.check_name, issue.location.path], ['missing-required', 'src/send.ts']);
	assert.match(readFileSync(path.join(folder, junit), 'utf8'), /<testsuites .* failures="1"/);
});

test('the action annotates, obeys its inputs, and writes a log for code scanning where it is asked to', (context) => {
	const folder = repository(context);
	const { inputs, runs } = parsed('action.yml');
	const [{ run, env }] = runs.steps;
	const act = (given: Readonly<Record<string, string>>) => {
		const values = Object.entries<string>(env).map(([name, expression]) => {
			const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(expression)?.[1] ?? '';
			return [name, given[input] ?? inputs[input].default];
		});
		return inShell(run, folder, Object.fromEntries(values));
	};
	const plain = act({});
	assert.equal(plain.status, 1, plain.said);
	assert.match(plain.stdout, /^::warning file=src\/send\.ts/m);
	const quiet = act({ paths: 'package.json\n\nsrc\n', options: '--quiet\n', sarif: 'out/log.sarif' });
	assert.equal(quiet.status, 0, quiet.said);
	assert.deepEqual(JSON.parse(readFileSync(path.join(folder, 'out/log.sarif'), 'utf8')).runs[0].results, []);
	const wrong = act({ options: '--nonsense', sarif: 'log.sarif' });
	assert.deepEqual([wrong.status === 0, wrong.said.includes('--nonsense')], [false, true]);
});

test('old findings are adopted as the page says, and new ones are told', (context) => {
	const folder = repository(context);
	const [adopt = '', check = '', since = ''] = [
		...textOf('docs/ci.md').matchAll(/^npx .* check (?:--baseline|--since) .*$/gm),
	].map(([command]) => command);
	assert.equal(inShell(check, folder).status, 2);
	assert.equal(inShell(adopt, folder).status, 0);
	assert.equal(inShell(check, folder).status, 0);
	const commit = 'git add . && git -c user.name=a -c user.email=a@example.com commit --quiet -m a';
	inShell(`${commit} && git update-ref refs/remotes/origin/main HEAD`, folder);
	assert.equal(inShell(since, folder).status, 0);
	writeFileSync(path.join(folder, 'src/other.ts'), unhandled);
	for (const command of [check, since]) {
		const { status, stdout } = inShell(command, folder);
		assert.equal(status, 1);
		assert.match(stdout, /^src\/other\.ts\n/m);
		assert.doesNotMatch(stdout, /send\.ts/);
	}
});

test('the hooks are asked about every kind of file that is read, and no other', () => {
	const endings = [
		...languages.flatMap(({ dialects }) => dialects.flatMap(({ extensions }) => extensions)),
		...containers.flatMap(({ extensions }) => extensions),
	];
	const [hook] = parsed('.pre-commit-hooks.yaml');
	const [local] = parsed('docs/ci/pre-commit-config.yaml').repos[0].hooks;
	for (const { files } of [hook, local]) {
		const isAsked = new RegExp(files);
		for (const ending of endings) assert.ok(isAsked.test(`src/a${ending}`), ending);
		for (const name of ['a.txt', 'a.json', 'ts', 'a.ts.map', 'a.css']) assert.ok(!isAsked.test(name), name);
	}
});

test('pre-commit lets nothing through that forgets an error', { skip: whyNot('pre-commit') }, (context) => {
	const folder = repository(context);
	const config = parsed('docs/ci/pre-commit-config.yaml');
	const [{ additional_dependencies: named, ...hook }] = config.repos[0].hooks;
	assert.equal(named.length, 1);
	// The package is not fetched into a folder of pre-commit's own: it is there.
	const there = { ...hook, entry: `npx ${hook.entry}`, language: 'system' };
	const file = path.join(folder, 'node_modules/pre-commit.json');
	writeFileSync(file, JSON.stringify({ repos: [{ repo: 'local', hooks: [there] }] }));
	const env = { PRE_COMMIT_HOME: path.join(folder, 'node_modules/.pre-commit'), GIT_CONFIG_GLOBAL: '/dev/null' };
	ended('git', ['add', '.'], folder, env);
	const run = () => ended('pre-commit', ['run', '--config', file], folder, env);
	const first = run();
	assert.equal(first.status, 1, first.said);
	assert.match(first.stdout, /src\/send\.ts\n.*AUTH_INVALID_TOKEN \(401\) and RATE_LIMITED \(429\)/);
});
