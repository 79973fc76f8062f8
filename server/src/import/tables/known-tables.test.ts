import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, readingOf } from '../../../../test/support/page-facts.ts';
import { html, markdown, text } from './index.ts';

// Each page has the layout of a well-known one, with a few of its codes and sentences of our own.

const discord = `---
title: Opcodes and Status Codes
---

import {ManualAnchor} from '/snippets/manualanchor.jsx'

## Gateway

<ManualAnchor id="gateway-opcodes" />
###### Gateway Opcodes

| Code | Name      | Client Action | Description    |
|------|-----------|---------------|----------------|
| 0    | Dispatch  | Receive       | Something came |

###### Gateway Close Event Codes

| Code | Description   | Explanation |
|------|---------------|-------------|
| 4000 | Unknown error | Try again?  |

## HTTP

###### HTTP Response Codes

| Code                   | Meaning                        |
|------------------------|--------------------------------|
| 200 (OK)               | It worked.                     |
| 201 (CREATED)          | It is there.                   |
| 429 (TOO MANY REQUESTS)| Slower, see [Limits](/limits). |
| 5xx (SERVER ERROR)     | The server broke.              |

## JSON

<ManualAnchor id="json-json-error-codes" />
###### JSON Error Codes

| Code   | Meaning                                |
|--------|----------------------------------------|
| 0      | Anything (such as a body of no shape)  |
| 10003  | No such channel                        |
| 50014  | The token is wrong                     |

###### Example JSON Error Response

\`\`\`json
{
  "message": "Wrong token",
  "code": 50014
}
\`\`\`
`;

test('Discord: numbers are codes where the body has them, and what closes a connection is passed over', async () => {
	assert.deepEqual(await factsOf(markdown, discord), [
		['status', 200, 'OK', 'It worked.'],
		['status', 201, 'CREATED', 'It is there.'],
		['status', 429, 'TOO MANY REQUESTS', 'Slower, see Limits.'],
		['code', 0, 'Anything (such as a body of no shape)'],
		['code', 10003, 'No such channel'],
		['code', 50014, 'The token is wrong'],
	]);
	const { draft, notes } = await readingOf(markdown, discord);
	assert.deepEqual(draft.envelope, { code: 'code', message: 'message' });
	assert.deepEqual(notes, [
		'A table with the columns Code, Name, Client Action, Description is no table of errors.',
		'A table with the columns Code, Description, Explanation is no table of errors.',
		'1 row names a range, which is no entry.',
	]);
});

test('X: statuses in three tables, and codes with the status before them in a body that has a list', async () => {
	const page = `## HTTP status codes

### Success codes

| Code | Meaning | Description |
|:-----|:--------|:------------|
| **200** | OK | It worked |

### Server error codes

| Code | Meaning | What to do |
|:-----|:--------|:-----------|
| **500** | Internal Server Error | Wait; see the [status page](https://developer.x.com/status) |

## Error response structure

\`\`\`json title="Example response"
{
  "errors": [
    { "parameter": "start_time", "code": "INVALID_PARAMETER", "value": "", "message": "No \\"time\\"" }
  ],
  "request": { /* what was sent */ }
}
\`\`\`

| HTTP Code | Error Code |
| :--- | :--- |
| 403 | \`ACCOUNT_LOCKED_OUT\` |
| 400 | \`INVALID_PARAMETER\` |
`;
	assert.deepEqual(await factsOf(markdown, page), [
		['status', 200, 'OK', 'It worked'],
		['status', 500, 'Internal Server Error', 'Wait; see the [status page](https://developer.x.com/status)'],
		['code', 'ACCOUNT_LOCKED_OUT', 403],
		['code', 'INVALID_PARAMETER', 400],
	]);
	const { draft } = await readingOf(markdown, page);
	assert.deepEqual(draft.envelope, { code: 'errors[0].code', message: 'errors[0].message' });
});

test('Amazon S3: a column after the status, in Markdown and where the columns have run together', async () => {
	const expected = [
		['code', 'AccessDenied', 403, 'Access Denied'],
		['code', 'BucketNotEmpty', 409, 'There are things in the bucket.'],
		['code', 'SlowDown', 503, 'Send less.'],
	];
	const page = `# List of Error Codes

| Error Code | Description | HTTP Status Code | SOAP Fault Code Prefix |
| --- | --- | --- | --- |
| AccessDenied | Access Denied | 403 Forbidden | Client |
| BucketNotEmpty | There are things in the bucket. | 409 Conflict (not everywhere) | Client |
| SlowDown | Send less. | 503 Slow Down | Server |
`;
	const pasted = `List of Error Codes

Error CodeDescriptionHTTP Status CodeSOAP Fault Code Prefix
AccessDeniedAccess Denied403 ForbiddenClient
BucketNotEmptyThere are things in the bucket.409 ConflictClient
SlowDownSend less.503 Service UnavailableServer
`;
	assert.deepEqual(await factsOf(markdown, page), expected);
	assert.deepEqual(await factsOf(text, pasted), expected);
});

test('Azure Storage: the status in brackets after its words; one code with two statuses is a gap with a note', async () => {
	const page = `# Common REST API error codes

| Error code | HTTP status code | User message |
|---|---|---|
| AccountIsDisabled | Forbidden (403) | The account is off. |
| ConditionHeadersNotSupported | BadRequest (400) | No conditions here. |
| ConditionNotMet | Not Modified (304) | Reading: not so. |
| ConditionNotMet | Precondition Failed (412) | Writing: not so. |
`;
	assert.deepEqual(await factsOf(markdown, page), [
		['code', 'AccountIsDisabled', 403, 'The account is off.'],
		['code', 'ConditionHeadersNotSupported', 400, 'No conditions here.'],
		['code', 'ConditionNotMet', '- Reading: not so.\n- Writing: not so.'],
	]);
	const { notes } = await readingOf(markdown, page);
	assert.deepEqual(notes, [
		'Documented with more than one status, so none is written down: ConditionNotMet (304, 412).',
	]);
	const spaced = `Common REST API error codes

Error code HTTP status code User message
AccountIsDisabled Forbidden (403) The account is off.
InternalError Internal Server Error (500) It broke. Try again.
`;
	assert.deepEqual(await factsOf(text, spaced), [
		['code', 'AccountIsDisabled', 403, 'The account is off.'],
		['code', 'InternalError', 500, 'It broke. Try again.'],
	]);
});

test('OpenAI: cause and solution stand in one cell, and one status in several rows', async () => {
	const page = `<h2>API errors</h2><table><thead><tr><th>Code</th><th>Overview</th></tr></thead><tbody>
<tr><td>401 - Invalid Authentication</td><td><strong>Cause:</strong> Nobody is logged in<br/><strong>Solution:</strong> Send a <a href="/keys">key</a>.</td></tr>
<tr><td>401 - Incorrect API key provided</td><td><strong>Cause:</strong> The key is wrong.<br/><strong>Solution:</strong> Make another.</td></tr>
<tr><td>500 - The server had an error</td><td><strong>Cause:</strong> It broke.<br/><strong>Solution:</strong> Wait.</td></tr>
</tbody></table>`;
	assert.deepEqual(await factsOf(html, page), [
		[
			'status',
			401,
			'- **Invalid Authentication**: Nobody is logged in\n- **Incorrect API key provided**: The key is wrong.',
			'- Send a key.\n- Make another.',
		],
		['status', 500, 'The server had an error', 'It broke.', 'Wait.'],
	]);
});

test('SendGrid: an HTML table in Markdown, with gaps between its rows; SMTP’s numbers are no HTTP statuses', async () => {
	const page = `---
title: SMTP Errors and Troubleshooting
---

## Response codes

<table class="table">
  <tr>
    <th>Error</th>
    <th>Message</th>
    <th>Explanation</th>
  </tr>

  <tr>
    <td>250</td>
    <td>\`Queued\`</td>
    <td>It is on its way! See the <a href="https://sendgrid.com/docs">docs</a>.</td>
  </tr>
  <tr>
    <td>550</td>
    <td>\`No mailbox\`</td>
    <td>Nobody lives there.</td>
  </tr>
  <tr>
    <td>Other</td>
    <td>\`Delayed\`</td>
    <td>Nothing was said.</td>
  </tr>
</table>
`;
	assert.deepEqual(await factsOf(markdown, page), [
		['code', 250, 'Queued', 'It is on its way! See the [docs](https://sendgrid.com/docs).'],
		['code', 550, 'No mailbox', 'Nobody lives there.'],
	]);
	const { notes } = await readingOf(markdown, page);
	assert.deepEqual(notes, ['1 row of the table under “Response codes” names no error.']);
});

test('Firebase: codes with a stroke in them, meaning and solution in one column', async () => {
	const page = `<h1>Admin Authentication API Errors</h1><table><tr><th>Error Code</th><th>Description and Resolution Steps</th></tr>
<tr><td><code>auth/id-token-expired</code></td><td>The <b>token</b> is old.</td></tr>
<tr><td><code>auth/uid-already-exists</code></td><td>Call <code>setUser()</code> with another id.</td></tr></table>`;
	assert.deepEqual(await factsOf(html, page), [
		['code', 'auth/id-token-expired', 'The **token** is old.'],
		['code', 'auth/uid-already-exists', 'Call `setUser()` with another id.'],
	]);
});

test('Stripe: rows that begin with a header cell and no header row; one row may be of several statuses', async () => {
	const page = `<h2>HTTP status code summary</h2><table><tbody>
<tr><th>200</th><td>OK</td><td>It worked.</td></tr>
<tr><th>402</th><td>Request Failed</td><td>It was right but failed.</td></tr>
<tr><th>500, 502</th><td>Server Errors</td><td>It broke.</td></tr></tbody></table>`;
	assert.deepEqual(await factsOf(html, page), [
		['status', 200, 'OK', 'It worked.'],
		['status', 402, 'Request Failed', 'It was right but failed.'],
		['status', 500, 'Server Errors', 'It broke.'],
		['status', 502, 'Server Errors', 'It broke.'],
	]);
});

test('Adyen: numbers that begin with zeros are text, all of them', async () => {
	const page = `# API error codes

| Error code | Message | Http status code |
|---|---|---|
| 000 | It is not known | 500 |
| 010 | Not allowed | 403 |
| 101 | The card is wrong | 422 |
`;
	assert.deepEqual(await factsOf(markdown, page), [
		['code', '000', 500, 'It is not known'],
		['code', '010', 403, 'Not allowed'],
		['code', '101', 422, 'The card is wrong'],
	]);
});

test('Gemini: a column called Status holds the codes where another holds the numbers', async () => {
	const page = `# Troubleshooting

| HTTP Code | Status | Description | Example | Solution |
|---|---|---|---|---|
| 400 | INVALID_ARGUMENT | The body is wrong. | A typing error. | Look it up. |
| 429 | RESOURCE_EXHAUSTED | Too often. | Two at once. | Wait. |
`;
	assert.deepEqual(await factsOf(markdown, page), [
		['code', 'INVALID_ARGUMENT', 400, 'The body is wrong.', 'Look it up.'],
		['code', 'RESOURCE_EXHAUSTED', 429, 'Too often.', 'Wait.'],
	]);
});
