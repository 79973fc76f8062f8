import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ableClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { type TestClient, withClient } from '../support/test-client.ts';

/** Findings of several rules, some of them in one line, in statements and among elements. */
const source = `// api-errors: silentchat
export function Details({ error, response }) {
	switch (error.code) {
		case 'CONFLICT': return undefined;
		case 'NOT_FOUND': return undefined;
		case 'CONFLICT': return undefined; case 'NOT_FUOND': return undefined;
	}
	if (error.code === 'RATE_LIMITED') return Details({ error, response });
	return (
		<p>
			{error.code === 'CONFLICT' ? 1 : error.code === 'NOT_FOUND' ? 2 : error.code === 'CONFLICT' ? 3 : 4}
		</p>
	);
}
`;

function inMemory(use: (client: TestClient) => Promise<void>): Promise<void> {
	return withClient(connectInMemory(), { capabilities: ableClient }, async (client) => {
		await use(client);
		assert.deepEqual(client.log, []);
	});
}

const openIn = (client: TestClient, text: string) => client.open(text, { languageId: 'javascriptreact' });

/** The rule and the words of a finding, whatever line it is in. */
const nameOf = ({ code, message }: Diagnostic) => `${code}: ${message}`;

/** What is offered for a finding, as its light bulb shows it. */
async function actionsFor(document: OpenDocument, finding: Diagnostic): Promise<readonly CodeAction[]> {
	const { start, end } = offsetsOf(document, finding);
	const actions = await document.codeActions(start, end, { shown: [finding] });
	return actions.filter(({ diagnostics }) => diagnostics?.length === 1);
}

function offsetsOf(document: OpenDocument, { range }: Diagnostic) {
	const text = TextDocument.create('', '', 1, document.text());
	return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

test('each finding can be suppressed for its line, and the directive is not one too many', () =>
	inMemory(async (client) => {
		const document = openIn(client, source);
		const before = await document.diagnostics();
		assert.ok(new Set(before.map(({ code }) => code)).size >= 4, before.map(nameOf).join('\n'));
		for (const finding of before) {
			const actions = await actionsFor(document, finding);
			const action = actions.find(({ title }) => title === `Suppress ${finding.code} for this line`);
			assert.ok(action, nameOf(finding));
			const sameLine = before.filter(
				({ code, range }) => code === finding.code && range.start.line === finding.range.start.line,
			);
			const after = await openIn(client, document.applied(action)).diagnostics();
			const gone = before.filter((one) => !sameLine.includes(one)).map(nameOf);
			assert.deepEqual(after.map(nameOf), gone, document.applied(action));
		}
	}));

test('all findings can be suppressed one after the other, line by line or for the file', () =>
	inMemory(async (client) => {
		for (const place of ['line', 'file']) {
			let document = openIn(client, source);
			for (let rounds = 0; rounds < 20; rounds++) {
				const [finding] = await document.diagnostics();
				if (!finding) break;
				const actions = await actionsFor(document, finding);
				const action = actions.find(({ title }) => title === `Suppress ${finding.code} for this ${place}`);
				assert.ok(action, nameOf(finding));
				document = openIn(client, document.applied(action));
			}
			assert.deepEqual((await document.diagnostics()).map(nameOf), [], document.text());
		}
	}));

test('every fix mends what it is for, and is not offered again', () =>
	inMemory(async (client) => {
		const document = openIn(client, source);
		for (const finding of await document.diagnostics()) {
			const fixes = (await actionsFor(document, finding)).filter(({ title }) => !title.startsWith('Suppress'));
			for (const fix of fixes) {
				const mended = openIn(client, document.applied(fix));
				const again = await mended.codeActions(0, mended.text().length);
				assert.notEqual(mended.text(), source, fix.title);
				const isLeft = (await mended.diagnostics()).some(
					(one) => nameOf(one) === nameOf(finding) && one.range.start.line === finding.range.start.line,
				);
				assert.ok(!isLeft || /^Add missing case /.test(fix.title), `${nameOf(finding)}: ${fix.title}`);
				assert.ok(
					again.every((one) => mended.applied(one) !== mended.text()),
					fix.title,
				);
			}
		}
	}));

test('what is safe can be fixed at once, and only that', () =>
	inMemory(async (client) => {
		const only = ['source.fixAll.apiErrors'];
		const unused = '// api-errors-disable-next-line unknown-code\n';
		const document = openIn(client, unused + source);
		const [fixAll, ...others] = await document.codeActions(0, 0, { only });
		assert.ok(fixAll);
		assert.deepEqual(others, []);
		const fixed = openIn(client, document.applied(fixAll));
		assert.equal(fixed.text(), source);
		assert.deepEqual(await fixed.codeActions(0, 0, { only }), []);
	}));
