import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

const root = path.join(import.meta.dirname, '..');

function run(...args: string[]): string {
	return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).stdout.replaceAll('\\', '/');
}

test('the examples report what their page says, and nothing else', () => {
	const output = run('dist/cli.js', 'check', 'examples');
	const files = output.split('\n\n').flatMap((part) => {
		const [file, ...findings] = part.split('\n');
		const rules = findings.flatMap((line) => /^ +\d+:.* {2}([a-z-]+)$/.exec(line)?.[1] ?? []);
		return file && rules.length > 0 ? [[path.basename(file), ...rules.sort()].join(' ')] : [];
	});
	assert.deepEqual(files, [
		'SilentChatDrafts.java retry-after',
		'SilentChatPictures.cs missing-required retry-after',
		'SilentChatReactions.kt missing-required',
		'SilentChatStickers.swift missing-required retry-after',
		'chatness-contacts.js missing-required',
		'silentchat-members.php missing-required retry-after',
		'silentchat-members.ts status-mismatch status-mismatch undocumented-status',
		'silentchat-messages.ts missing-required',
		'silentchat-widgets.ts duplicate-branch retry-after unknown-code',
		'silentchat_contacts.dart duplicate-branch missing-required retry-after',
		'silentchat_presence.rb missing-required retry-after',
		'silentchat_reactions.rs missing-required retry-after',
		'silentchat_rooms.go missing-required retry-after',
		'silentchat_search.py missing-required retry-after',
	]);
});

test('the compiler has nothing against the examples', () => {
	assert.equal(run('node_modules/typescript/bin/tsc', '--project', 'examples', '--pretty', 'false'), '');
});
