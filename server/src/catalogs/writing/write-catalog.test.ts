import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { titleFor } from '../../catalog/words-for.ts';
import type { Draft, DraftEntry } from '../../import/draft.ts';
import { readCatalogFile } from '../files/catalog-file.ts';
import { readDataText } from '../text/data-text.ts';
import { proposedId } from './proposed-id.ts';
import { writeCatalog } from './write-catalog.ts';

const draft: Draft = {
	name: 'Acme Pay',
	version: '2',
	hosts: ['API.acme.example', 'localhost:3000'],
	envelope: { code: 'error.code' },
	entries: [
		{ kind: 'status', value: 429, description: 'Too fast.', retry: 'retry-after' },
		{
			kind: 'code',
			value: 'CARD_DECLINED',
			status: 402,
			title: 'Card declined',
			description: 'The bank said no.\nAsk the *holder*.',
			sample: '{"error":{"code":"CARD_DECLINED"}}',
		},
		{ kind: 'code', value: 'unknown_customer_id' },
	],
};

const about = { id: 'acme', from: 'acme.yaml', importFormat: 'openapi' };

/** As `text` says it, without what it remembers of the import. */
function saidBy(text: string): object {
	const { imported, $schema, ...value } = JSON.parse(JSON.stringify(readDataText(text).value));
	assert.ok(imported);
	assert.equal($schema, /^\{/.test(text) ? 'api-errors:/schemas/catalog-1.json' : undefined);
	return value;
}

suite('a draft written as a catalog', () => {
	test('has what the source says, and names what nobody knows', () => {
		assert.deepEqual(saidBy(writeCatalog(draft, { ...about, format: 'json' })), {
			id: 'acme',
			name: 'Acme Pay',
			version: '2',
			evidence: { hosts: ['api.acme.example'] },
			envelope: { code: 'error.code' },
			complete: false,
			entries: [
				{
					value: 'CARD_DECLINED',
					status: 402,
					title: 'Card declined',
					description: 'The bank said no.\nAsk the *holder*.',
					sample: { error: { code: 'CARD_DECLINED' } },
					todo: ['retry'],
				},
				{ value: 'unknown_customer_id', title: 'Unknown customer ID', todo: ['status', 'description', 'retry'] },
				{ kind: 'status', value: 429, title: 'Too Many Requests', description: 'Too fast.', retry: 'retry-after' },
			],
		});
	});

	test('says the same in YAML, with texts of several lines as they are read', () => {
		const yaml = writeCatalog(draft, { ...about, format: 'yaml' });
		assert.deepEqual(saidBy(yaml), saidBy(writeCatalog(draft, { ...about, format: 'json' })));
		assert.match(yaml, /^id: acme\n/);
		assert.match(yaml, /\n {4}description: \|-\n {6}The bank said no\.\n {6}Ask the \*holder\*\.\n/);
	});

	test('has a line for each field of an entry, and short lists in one line', () => {
		const text = writeCatalog(draft, { ...about, format: 'json' });
		assert.match(
			text,
			/\n\t\t\{\n\t\t\t"value": "unknown_customer_id",\n\t\t\t"title": .+,\n\t\t\t"todo": \["status", /,
		);
		assert.match(text, /\n\t\t\t"status 429": \{ "title": "\w+", "description": "\w+", "retry": "\w+" \}\n/);
		assert.ok(text.endsWith('}\n'));
	});

	test('takes another name where one is given', () => {
		assert.match(writeCatalog(draft, { ...about, format: 'yaml', name: 'Acme' }), /\nname: Acme\n/);
	});

	test('is a catalog without an error, whatever a source has in it', () => {
		const odd: DraftEntry[] = [
			{ kind: 'code', value: '__proto__', description: 'x'.repeat(9000), url: 'javascript:alert(1)' },
			{ kind: 'code', value: 'constructor', title: '', otherNames: ['', 'a', 'a'], replacedBy: 'GONE' },
			{ kind: 'code', value: ' spaced ' },
			{ kind: 'code', value: 'TWICE', sample: '{ "id": 12345678901234567890 }' },
			{ kind: 'code', value: 'TWICE', status: 999 },
			{ kind: 'code', value: '429', status: 42 },
			{ kind: 'code', value: 429 },
			{ kind: 'status', value: 42 },
			{ kind: 'code', value: 'MORE', title: 'y'.repeat(500), sample: '[1, {"__proto__": 1}]' },
		];
		for (const format of ['json', 'yaml'] as const) {
			const text = writeCatalog({ entries: odd, url: 'acme', envelope: { code: 'a b' } }, { ...about, format });
			const { layer, problems } = readCatalogFile(`file:///acme.${format}`, text);
			assert.deepEqual(
				problems.filter(({ severity }) => severity !== 'information').map(({ message }) => message),
				[],
			);
			assert.deepEqual(
				layer?.entries.map(({ entry }) => entry.value),
				['__proto__', 'constructor', 'TWICE', '429', 429, 'MORE'],
			);
		}
	});
});

test('a title says what the code says, and abbreviations stay', () => {
	const titles = {
		AUTH_MISSING_TOKEN: 'Auth missing token',
		invalidApiKey: 'Invalid API key',
		'rate-limit-exceeded': 'Rate limit exceeded',
		'https://acme.example/problems/out-of-credit': 'Out of credit',
		'urn:acme:problem:no-url': 'No URL',
		E1001: 'E1001',
		'***': '***',
	};
	for (const [code, title] of Object.entries(titles)) assert.equal(titleFor({ kind: 'code', value: code }), title);
	assert.equal(titleFor({ kind: 'status', value: 404 }), 'Not Found');
	assert.equal(titleFor({ kind: 'status', value: 599 }), 'Status 599');
	assert.equal(titleFor({ kind: 'code', value: 1001 }), 'Error 1001');
});

test('an id is proposed from the name, or else from the file', () => {
	assert.equal(proposedId('Acme Pay API'), 'acme-pay');
	assert.equal(proposedId('The Börse REST API v2'), 'borse');
	assert.equal(proposedId(undefined, 'docs/acme-pay.errors.md'), 'acme-pay');
	assert.equal(proposedId('', 'C:\\docs\\acme.json'), 'acme');
	assert.equal(proposedId('API', 'openapi.yaml'), 'api');
	assert.equal(proposedId('错误', 'x.md'), 'x');
	assert.equal(proposedId('3scale'), 'api-3scale');
	assert.equal(proposedId('default'), 'api-default');
	assert.equal(proposedId(undefined), 'api');
});
