import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, readingOf } from '../../../../test/support/page-facts.ts';
import { html, markdown, text } from './index.ts';

// Each page has the layout of a well-known one, with a few of its codes and sentences of our own.

test('Amazon: each code is a paragraph with its status on the last line, in Markdown and HTML', async () => {
	const expected = [
		['code', 'IncompleteSignature', 400, 'The signature is not as it should be.'],
		['code', 'Throttling', 400, 'That was too often.'],
		['code', 'ServiceUnavailable', 503, 'It is down for now.'],
	];
	const page = `# Common Errors<a name="CommonErrors"></a>

This lists the errors that all actions return\\.

 **IncompleteSignature**${'   '}
The signature is not as it should be\\.${'  '}
HTTP Status Code: 400

 **Throttling**${'   '}
That was too often\\.${'  '}
HTTP Status Code: 400

 **ServiceUnavailable**${'   '}
It is down for now\\.${'  '}
HTTP Status Code: 503
`;
	assert.deepEqual(await factsOf(markdown, page), expected);
	const items = expected.map(([, code, status, said]) => {
		return `<dt><span class="term"><b>${code}</b></span></dt><dd><p>${said}</p><p>HTTP Status Code: ${status}</p></dd>`;
	});
	const list = `<h1>Common Errors</h1><dl>${items.join('')}</dl>`;
	assert.deepEqual(await factsOf(html, list), expected);
});

test('Anthropic: a list of status, code and sentence, and the code is called type in the body', async () => {
	const page = `# Errors

## HTTP errors

Our API follows a predictable HTTP error code format:

* 400 - \`invalid_request_error\`: Something about the request is off.
* 429 - \`rate_limit_error\`: Too often.
* 529 - \`overloaded_error\`: The API is busy.

## Error shapes

\`\`\`json
{ "type": "error", "error": { "type": "rate_limit_error", "message": "Too often" } }
\`\`\`

\`\`\`bash
curl https://api.anthropic.com/v1/messages
\`\`\`
`;
	assert.deepEqual(await factsOf(markdown, page), [
		['code', 'invalid_request_error', 400, 'Something about the request is off.'],
		['code', 'rate_limit_error', 429, 'Too often.'],
		['code', 'overloaded_error', 529, 'The API is busy.'],
	]);
	const { draft } = await readingOf(markdown, page);
	assert.deepEqual(draft.envelope, { code: 'error.type', message: 'error.message' });
	assert.deepEqual(draft.hosts, ['api.anthropic.com']);
});

test('Binance: headings with a number below zero and a name', async () => {
	const page = `# Error codes for Binance

\`\`\`javascript
{
  "code":-1121,
  "msg":"No such symbol."
}
\`\`\`

## 10xx - General issues
### -1000 UNKNOWN
 * Something happened.

### -1003 TOO_MANY_REQUESTS
 * Too many wait.
 * Too much weight; at most %s.

## 11xx - Request issues
### -1121 BAD_SYMBOL
 * \`SYMBOL(1)\` is wrong.
`;
	assert.deepEqual(await factsOf(markdown, page), [
		['code', -1000, 'UNKNOWN', 'Something happened.'],
		['code', -1003, 'TOO_MANY_REQUESTS', '- Too many wait.\n- Too much weight; at most %s.'],
		['code', -1121, 'BAD_SYMBOL', '`SYMBOL(1)` is wrong.'],
	]);
	const { draft } = await readingOf(markdown, page);
	assert.deepEqual(draft.envelope, { code: 'code', message: 'msg' });
});

test('Slack: a list of codes, some of one small word, as Markdown and as pasted', async () => {
	const expected = [
		['code', 'channel_not_found', 'There is no such channel.'],
		['code', 'ratelimited', 'Too often. See `Retry-After`.', 'retry-after'],
		['code', 'invalid_auth', 'The token is wrong.'],
	];
	const lines = expected.map(([, code, said]) => `\`${code}\` - ${said}`);
	assert.deepEqual(await factsOf(markdown, `## Errors\n\n- ${lines.join('\n- ')}\n`), expected);
	const pasted = 'Errors\n\nchannel_not_found— There is no such channel.\ninvalid_auth— The token is wrong.\n';
	assert.deepEqual(await factsOf(text, pasted), [expected[0], expected[2]]);
});

test('Plaid: a heading for each code, small headings for causes and steps, a sample with the status', async () => {
	const page = `<title>Errors - Invalid Request | Plaid Docs</title><h1>Invalid Request Errors</h1>
<h4 id="missing_fields"><code>MISSING_FIELDS</code></h4><h5>A field is missing.</h5><p>The request lacks a field.</p>
<h5>Common causes</h5><ul><li>Nobody sent it.</li><li>It is empty.</li></ul>
<h5>Troubleshooting steps</h5><p>Send it.</p>
<pre>http code 400
{
 "error_type": "INVALID_REQUEST",
 "error_code": "MISSING_FIELDS",
 "error_message": "no field"
}</pre>
<h4 id="invalid_field"><code>INVALID_FIELD</code></h4><p>A field is wrong.</p>`;
	const { draft } = await readingOf(html, page);
	const [first, second] = draft.entries;
	assert.equal(first?.value, 'MISSING_FIELDS');
	assert.equal(second?.value, 'INVALID_FIELD');
	assert.equal(second?.description, 'A field is wrong.');
	assert.deepEqual(draft.envelope, { code: 'error_code', message: 'error_message' });
	assert.equal(draft.name, 'Plaid');
});

test('Cloudflare: headings with a number and a title, causes and resolutions beneath small headings', async () => {
	const page = `# Cloudflare 1xxx errors

## Error 1000: DNS points to a wrong address

### Common cause

The record is wrong.

### Resolution

Change it.

## Error 1001: DNS fails

### Common causes

- one
- two
`;
	assert.deepEqual(await factsOf(markdown, page), [
		['code', 1000, 'DNS points to a wrong address', 'The record is wrong.', 'Change it.'],
		['code', 1001, 'DNS fails', '- one\n- two'],
	]);
});
