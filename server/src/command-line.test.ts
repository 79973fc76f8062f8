import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerToPerson } from './command-line.ts';
import { version } from './version.ts';

test('a person who asks is told, and a client is served', () => {
	assert.match(answerToPerson(['--help'], false)?.text ?? '', /^Usage: api-errors-language-server --stdio$/m);
	assert.deepEqual(answerToPerson(['--version'], true), { text: `${version}\n`, exitCode: 0 });
	assert.equal(answerToPerson(['--stdio', '--help'], true)?.exitCode, 0);
	assert.equal(answerToPerson([], false), undefined);
	assert.equal(answerToPerson(['--stdio'], true), undefined);
	assert.equal(answerToPerson(['--socket=6009'], true), undefined);
	assert.equal(answerToPerson(['--stdio', '--clientProcessId=17'], false), undefined);
});

test('a terminal without a client is told what the command is for, as of a mistake', () => {
	const answer = answerToPerson([], true);
	assert.equal(answer?.exitCode, 2);
	assert.match(answer?.text ?? '', /editors start it/);
});
