import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commands } from '../../server/src/cli/commands/index.ts';
import { folderWith } from './folder-with.ts';

const files = readdirSync(new URL('../../server/src/cli/commands', import.meta.url));

test('every command’s file is listed, and the command is called like it', () => {
	const names = files.filter((file) => file !== 'index.ts').map((file) => file.replace(/\.ts$/, ''));
	assert.deepEqual(commands.map(({ name }) => name).sort(), names.sort());
});

test('the README names every command', () => {
	const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
	for (const { name } of commands) assert.ok(readme.includes(`\n| \`api-errors ${name}`), name);
});

test('help names every command, and each has help of its own', async (context) => {
	const folder = await folderWith(context, {});
	const { code, out: help } = await folder.run(['--help']);
	assert.equal(code, 0);
	for (const { name, takes, summary } of commands) {
		const line = help.split('\n').find((one) => one.startsWith(`  ${name} `));
		assert.ok(line?.includes(takes) && line.endsWith(summary), name);
		for (const args of [
			[name, '--help'],
			['help', name],
			[name, 'x', '-h'],
		]) {
			const own = await folder.run(args);
			assert.deepEqual([own.code, own.errors], [0, '']);
			assert.match(own.out, new RegExp(`^Usage: api-errors ${name} `));
			assert.match(own.out, /\nEnds with 0\b/);
		}
	}
	for (const line of [help, ...commands.map(({ usage }) => usage)].flatMap((text) => text.split('\n')))
		assert.ok(line.length <= 100, line);
});

test('every option that a help names is taken, and every help has an example', async (context) => {
	for (const { name, usage } of commands) {
		assert.match(usage, new RegExp(`\\nExamples:\\n\\n {2}(?:.* )?api-errors ${name}\\b`), name);
		for (const [, option = '', value] of usage.matchAll(/^ {2}(--[a-z-]+)(?:, -\w)?( [A-Z]+)? /gm)) {
			const folder = await folderWith(context, {});
			const { errors } = await folder.run([name, value ? `${option}=1` : option]);
			assert.doesNotMatch(errors, /has no option|needs a value|takes no value/, `${name} ${option}`);
		}
	}
});

test('a command that there is not is bad usage, and the one that was meant is named', async (context) => {
	const folder = await folderWith(context, {});
	const { code, out, errors } = await folder.run(['vaildate']);
	assert.deepEqual([code, out], [2, '']);
	assert.equal(errors, 'There is no command “vaildate”. Did you mean “validate”?\nTry: api-errors --help\n');
	for (const { name } of commands) {
		const wrong = await folder.run([name, '--no-such-option']);
		assert.equal(wrong.code, 2);
		assert.equal(wrong.errors, `api-errors ${name} has no option --no-such-option.\nTry: api-errors ${name} --help\n`);
	}
});

for (const [args, said] of [
	[['check', '--max-warning=3'], 'api-errors check has no option --max-warning. Did you mean --max-warnings?'],
	[['check', '-q'], 'api-errors check has no option -q.'],
	[['check', '--format'], '--format needs a value.'],
	[['check', '--format', '--quiet'], '--format needs a value; one that begins with a dash is written --format=-x.'],
	[['check', '--quiet=yes'], '--quiet takes no value.'],
] as const) {
	test(`${args.join(' ')} is answered with what is wrong with it`, async (context) => {
		const { code, errors } = await (await folderWith(context, {})).run(args);
		assert.deepEqual([code, errors], [2, `${said}\nTry: api-errors check --help\n`]);
	});
}
