import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeStatus } from './describe-status.ts';

const silentchat = { id: 'silentchat', name: 'SilentChat', reason: 'the file names api.silentchat.de' };
const chatness = { id: 'chatness', name: 'Chatness', reason: 'a directive says so' };
const document = { uri: 'file:///a.ts', findings: 0, apis: [silentchat] };

test('the API in play is named with the reason', () => {
	const { text, detail, severity, command } = describeStatus('running', document);
	assert.deepEqual([text, detail, severity], ['SilentChat', 'the file names api.silentchat.de', 'Information']);
	assert.equal(command.title, 'Explain');
});

test('a broken catalog is a warning that leads to the fault, beside the APIs that are known all the same', () => {
	const uri = 'file:///.api-errors/acme.json';
	const message = '.api-errors/acme.json is no catalog, so what it said before stays in use: A comma is missing here.';
	const trouble = { message, uri, line: 3, character: 1 };
	const { text, detail, severity, command } = describeStatus('running', { ...document, catalogs: [trouble] });
	assert.deepEqual([text, detail, severity], ['SilentChat', message, 'Warning']);
	assert.deepEqual(command, { title: 'Open', opens: { uri, line: 3, character: 1 } });
	const two = describeStatus('running', { ...document, apis: [], catalogs: [trouble, trouble] });
	assert.deepEqual([two.text, two.detail], ['API errors', `${message} And 1 more file.`]);
});

test('a wrong path in the settings is a warning that leads to the log', () => {
	const catalogs = [{ message: 'apiErrors.catalogs: "../x.json" is left out.' }];
	const { severity, command } = describeStatus('running', { ...document, catalogs });
	assert.deepEqual([severity, command.title], ['Warning', 'Show Log']);
});

test('a catalog says what it has', () => {
	const { detail, severity } = describeStatus('running', { ...document, apis: [], catalog: 'Acme: 2 entries' });
	assert.deepEqual([detail, severity], ['Acme: 2 entries', 'Information']);
});

test('of several APIs each has its reason', () => {
	const { text, detail } = describeStatus('running', { ...document, apis: [silentchat, chatness] });
	assert.equal(text, 'SilentChat, Chatness');
	assert.equal(detail, 'SilentChat: the file names api.silentchat.de; Chatness: a directive says so');
});

test('a file without an API says so', () => {
	for (const status of [undefined, { ...document, apis: [] }]) {
		assert.equal(describeStatus('running', status).detail, 'No API is recognised in this file');
	}
});

test('a problem is a warning with the log at hand', () => {
	const { detail, severity, command } = describeStatus('running', { ...document, problem: 'took too long to read' });
	assert.deepEqual([detail, severity, command.title], ['took too long to read', 'Warning', 'Show Log']);
});

test('a stopped server can be started from the status item', () => {
	const { severity, command } = describeStatus('stopped', document);
	assert.deepEqual([severity, command], ['Error', { title: 'Restart', command: 'apiErrors.restartServer' }]);
});

test('a file that the project excludes says by which glob', () => {
	const { text, detail, command } = describeStatus('running', { ...document, excludedBy: 'generated/**' });
	assert.deepEqual(
		[text, detail, command.title],
		['SilentChat', 'Nothing is reported here: generated/** in api-errors.json excludes it', 'Explain'],
	);
});
