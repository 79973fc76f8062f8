import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { ableClient, plainClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { startClient } from '../support/test-client.ts';

/** Handles every required code, so there is nothing to be warned about once it is whole. */
const handled = `const origin = 'https://api.silentchat.de';

export async function listConversations(session, tries = 0) {
	const response = await fetch(origin + '/v1/conversations', {
		headers: { Authorization: 'Bearer ' + session.token },
	});
	if (response.ok) return response.json();
	const { error } = await response.json();
	switch (error.code) {
		case 'AUTH_INVALID_TOKEN':
			// The token is too old.
			return session.refresh();
		case 'RATE_LIMITED': {
			const seconds = Number(response.headers.get('Retry-After'));
			return later(seconds, () => listConversations(session, tries + 1));
		}
		case 'VALIDATION_ERROR':
			session.show(error.message);
			break;
		default:
			console.error(\`\${error.code}: \${error.message}\`);
	}
}
`;

/** Lacks \`AUTH_INVALID_TOKEN\`. */
const incomplete = `const response = await fetch("https://api.silentchat.de/v1/widgets");
const { error } = await response.json();
if (error.code === "RATE_LIMITED") {
	wait(response.headers.get("Retry-After"));
} else if (error.code === "CONFLICT") {
	rename();
} else if (error.code === "NOT_FOUND") {
	create();
}
`;

/** Offsets in the text at which a person wants a label in the list: before and behind its quote, and in its word. */
const wanted: ReadonlyMap<number, string> = new Map(
	[...handled.matchAll(/(?<=case )'(\w+)'/g)].flatMap(({ index, 1: label = '' }) =>
		[0, 1, 6].map((typed) => [index + typed, label] as const),
	),
);

for (const languageId of ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'])
	test(`${languageId} is typed character by character without a fault`, async () => {
		const client = await startClient(connectInMemory(), { capabilities: ableClient });
		const document = client.open('', { languageId });
		for (let length = 0; length < handled.length; length++) {
			await document.change(length, length, handled[length] ?? '');
			await askAll(document, length + 1);
			const label = wanted.get(length + 1);
			if (label !== undefined) await checkOffered(document, length + 1, label, handled);
		}
		assert.equal(wanted.size, 9);
		assert.deepEqual(await document.diagnostics(), []);
		assert.deepEqual(client.log, []);
		await client.stop();
	});

test('a missing code is reported once the code is whole, and typed text is no more broken than written text', async () => {
	const client = await startClient(connectInMemory(), { capabilities: ableClient });
	const document = client.open('');
	for (let length = 0; length < incomplete.length; length++) {
		await document.change(length, length, incomplete[length] ?? '');
		await askAll(document, length + 1);
	}
	const typed = await document.diagnostics();
	assert.deepEqual(typed, await client.open(incomplete).diagnostics());
	assert.deepEqual(
		typed.map(({ code, severity }) => [code, severity]),
		[['missing-required', 2]],
	);
	assert.deepEqual(client.log, []);
	await client.stop();
});

test('what is pushed while somebody types ends with what holds', async () => {
	const client = await startClient(connectInMemory(), { capabilities: plainClient });
	const document = client.open('');
	for (let length = 0; length < incomplete.length; length++)
		await document.change(length, length, incomplete[length] ?? '');
	await client.pushed(document.uri, (diagnostics) => isMissing(diagnostics, 'AUTH_INVALID_TOKEN'));
	await document.replaceAll(handled);
	await client.pushed(document.uri, (diagnostics) => diagnostics.length === 0);
	assert.deepEqual(client.log, []);
	await client.stop();
});

test('an editor closes quotes and brackets, and the right code is offered between them', async () => {
	const client = await startClient(connectInMemory(), { capabilities: ableClient });
	const [before, after] = handled.split("'RATE_LIMITED':");
	for (const quotes of ["''", '""', '``', "'", '"', ''])
		for (const mark of [':', '']) {
			const document = client.open(before + quotes + mark + after);
			await checkOffered(document, (before?.length ?? 0) + Math.min(1, quotes.length), 'RATE_LIMITED');
		}
	await client.stop();
});

test('all missing required cases look the same in every client, and are all that is missing', async () => {
	const branch = (code: string, comment: string) => `\t\tcase '${code}':\n\t\t\t// ${comment}\n\t\t\tbreak;\n`;
	for (const capabilities of [ableClient, plainClient]) {
		const client = await startClient(connectInMemory(), { capabilities });
		const document = client.open(
			"fetch('https://api.silentchat.de');\nfunction f() {\n\tswitch (error.code) {\n\t\tcase 'CONFLICT':\n\t\t\tbreak;\n\t\tcase '\n\t}\n}\n",
		);
		const items = await document.complete(document.text().indexOf("case '\n") + 6);
		const all = items.find(({ label }) => label === 'All 2 missing required cases');
		assert.ok(all);
		const accepted = document.accept(all);
		const added = accepted.slice(accepted.indexOf("\t\tcase 'AUTH"), accepted.indexOf('\t}\n}'));
		const comments = [...added.matchAll(/\/\/ (.+)/g)].map(([, comment = '']) => comment);
		assert.equal(added, branch('AUTH_INVALID_TOKEN', comments[0] ?? '') + branch('RATE_LIMITED', comments[1] ?? ''));
		await client.stop();
	}
});

test('text that is typed into a comment, a string or a name is left alone', async () => {
	const client = await startClient(connectInMemory(), { capabilities: ableClient });
	const document = client.open(`${handled}\n`);
	for (const typed of ["// case 'RATE_", "/* case 'RATE_", "const text = 'RATE_", 'const RATE_', "log('case RATE_"]) {
		await document.replaceAll(`${handled}\n${typed}`);
		assert.deepEqual(await document.complete(document.text().length), [], typed);
	}
	await client.stop();
});

async function askAll(document: OpenDocument, offset: number): Promise<void> {
	await document.hover(offset);
	await document.complete(offset);
	await document.codeActions(0, offset);
	await document.diagnostics();
}

async function checkOffered(document: OpenDocument, offset: number, label: string, whole?: string): Promise<void> {
	const items = await document.complete(offset);
	const item = items.find((one) => one.label === label);
	assert.ok(item, `${label} is not offered in ${JSON.stringify(document.text().slice(-80))}`);
	const accepted = document.accept(item);
	if (whole !== undefined) assert.ok(whole.startsWith(accepted), accepted.slice(-80));
	else assert.match(accepted, new RegExp(`case (['"\`])${label}\\1:?\\s*\\{`));
}

function isMissing(diagnostics: readonly Diagnostic[], code: string): boolean {
	return diagnostics.some(({ message }) => String(message).includes(code));
}
