import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ableClient, plainClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import { type ClientOptions, type TestClient, withClient } from '../support/test-client.ts';

const source = `const { error } = await (await fetch('https://api.silentchat.de/v1')).json();
switch (error.code) {
	case 'CONFLICT':
		break;
}
`;
const code = source.indexOf('CONFLICT');

function inMemory(options: ClientOptions, use: (client: TestClient) => Promise<void>): Promise<void> {
	return withClient(connectInMemory(), options, use);
}

test('each feature can be switched off, and on again, while documents are open', () =>
	inMemory({ capabilities: ableClient }, async (client) => {
		const document = client.open(source);
		const answers = async () => ({
			hovers: (await document.hover(code)) !== null,
			completions: (await document.complete(code)).length > 0,
			diagnostics: (await document.diagnostics()).length > 0,
			codeActions: (await document.codeActions(source.indexOf('switch'))).some(({ title }) => /^Suppress/.test(title)),
		});
		const all = { hovers: true, completions: true, diagnostics: true, codeActions: true };
		const nothing = { hovers: false, completions: false, diagnostics: false, codeActions: false };
		assert.deepEqual(await answers(), all);
		for (const feature of ['hovers', 'completions', 'codeActions'] as const) {
			await client.configure({ [feature]: false });
			assert.deepEqual(await answers(), { ...all, [feature]: false });
		}
		await client.configure({ diagnostics: false });
		assert.deepEqual(await answers(), { ...all, diagnostics: false, codeActions: false });
		await client.configure({ enable: false });
		assert.deepEqual(await answers(), nothing);
		await client.configure(null);
		assert.deepEqual(await answers(), all);
		assert.equal(client.refreshes(), 6);
		assert.deepEqual(client.log, []);
	}));

test('a rule’s severity can be set, and the rule switched off', () =>
	inMemory({ capabilities: ableClient, configuration: { rules: { 'missing-required': 'error' } } }, async (client) => {
		const document = client.open(source);
		assert.deepEqual(
			(await document.diagnostics()).map(({ severity }) => severity),
			[1],
		);
		await client.configure({ rules: { 'missing-required': 'off' } });
		assert.deepEqual(await document.diagnostics(), []);
	}));

test('a client that cannot be asked sends its settings at the start, and when they change', () =>
	inMemory({ capabilities: plainClient, initializationOptions: { settings: { hovers: false } } }, async (client) => {
		const document = client.open(source);
		assert.equal(await document.hover(code), null);
		await client.configure({ rules: { 'missing-required': 'error' } });
		assert.notEqual(await document.hover(code), null);
		await client.pushed(document.uri, ([first]) => first?.severity === 1);
	}));

test('what is wrong in the settings is logged once, and costs nothing else', () =>
	inMemory({ capabilities: ableClient, configuration: { hovers: 'yes', completions: false } }, async (client) => {
		const [first, second] = [client.open(source), client.open(source)];
		assert.notEqual(await first.hover(code), null);
		assert.notEqual(await second.hover(code), null);
		assert.deepEqual(await first.complete(code), []);
		assert.deepEqual(client.log, ['apiErrors.hovers: expected true or false.']);
	}));

test('options of any form are taken', async () => {
	for (const initializationOptions of [null, 'x', 7, [], { settings: 'x', rulePages: 7, readFile: 'no' }])
		await inMemory({ capabilities: ableClient, initializationOptions }, async (client) => {
			assert.notEqual(await client.open(source).hover(code), null);
		});
});

test('the settings say which API a file speaks of, and which codes must be handled', () =>
	inMemory(
		{ capabilities: ableClient, configuration: { apis: [{ files: 'src/chat/**', apis: ['chatness'] }] } },
		async (client) => {
			const text = 'switch (error.code) {\n\tcase 400:\n\t\tbreak;\n}\n';
			const told = client.open(text, { uri: 'test:///project/src/chat/send.ts' });
			const untold = client.open(text, { uri: 'test:///project/src/send.ts' });
			assert.match(String((await told.diagnostics())[0]?.message), /429/);
			assert.deepEqual(await untold.diagnostics(), []);
			await client.configure({ apis: [{ files: '**', apis: ['chatness'] }], requiredCodes: ['404', '!429', '!401'] });
			assert.match(String((await untold.diagnostics())[0]?.message), /404/);
			await client.configure({ apis: [{ files: '**', apis: ['none'] }] });
			assert.deepEqual(await told.diagnostics(), []);
			assert.equal(await told.hover(text.indexOf('400')), null);
		},
	));

test('nothing is warned about in tests, which are told by their paths', () =>
	inMemory({ capabilities: ableClient }, async (client) => {
		const inTest = client.open(source, { uri: 'test:///project/src/send.test.ts' });
		assert.deepEqual(await inTest.diagnostics(), []);
		assert.notEqual(await inTest.hover(code), null);
		await client.configure({ testFiles: [] });
		assert.equal((await inTest.diagnostics()).length, 1);
	}));
