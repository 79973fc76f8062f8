import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdown } from '../index.ts';

async function entriesOf(source: string) {
	return (await markdown.read({ text: source })).draft.entries;
}

test('components of MDX are text, and do not hide the heading or the table beneath them', async () => {
	const page = `import { Note } from './note.mdx'

# Errors

<Note kind="x">
  Read this.
</Note>
<Anchor id="codes" />
## Error codes

<Tabs>
  <Tab title="All">
    | Code | Description |
    |------|-------------|
    | \`NO_FILE\` | No file <Badge>new</Badge>. {/* old */} |
    | \`NO_KEY\` | No key for \`<KEY>\` \\| none. |
  </Tab>
</Tabs>
`;
	assert.deepEqual(await entriesOf(page), [
		{ kind: 'code', value: 'NO_FILE', description: 'No file new.' },
		{ kind: 'code', value: 'NO_KEY', description: 'No key for `<KEY>` | none.' },
	]);
});

test('lists of codes: with a status, in bold, with a dash, with more beneath', async () => {
	const page = `## Errors

- \`NO_FILE\` (404): The file is missing.
- **NO_KEY** – The key is missing:
  - in the header,
  - or in the body.
- NO_LUCK: Try again.
- \`400\` — what was sent is wrong
`;
	assert.deepEqual(await entriesOf(page), [
		{ kind: 'code', value: 'NO_FILE', status: 404, description: 'The file is missing.' },
		{ kind: 'code', value: 'NO_KEY', description: 'The key is missing:\n- in the header,\n- or in the body.' },
		{ kind: 'code', value: 'NO_LUCK', description: 'Try again.' },
		{ kind: 'status', value: 400, description: 'what was sent is wrong' },
	]);
});

test('a list of the parts of a body is none of errors', async () => {
	const page = `## Error format

\`\`\`json
{ "error": { "error_code": "NO_FILE", "error_message": "x", "request_id": "1" } }
\`\`\`

- \`error_code\`: the code
- \`error_message\`: what people read
- \`request_id\`: for the support

## Error codes

| Code | Meaning |
|---|---|
| NO_FILE | The file is missing. |
`;
	const { draft } = await markdown.read({ text: page });
	assert.deepEqual(
		draft.entries.map(({ value }) => value),
		['NO_FILE'],
	);
	assert.deepEqual(draft.envelope, { code: 'error.error_code', message: 'error.error_message' });
});

test('headings: a code and prose, or a number and a title', async () => {
	const page = `# Errors

## \`rate_limited\` (429)

Too often. See [limits](https://acme.example/limits) and [local](./limits.md).

**Solution:** Wait.

## Error 1010: The owner has banned you

Ask the owner.
`;
	assert.deepEqual(await entriesOf(page), [
		{
			...{ kind: 'code', value: 'rate_limited', status: 429, remedy: 'Wait.' },
			description: 'Too often. See [limits](https://acme.example/limits) and local.',
		},
		{ kind: 'code', value: 1010, title: 'The owner has banned you', description: 'Ask the owner.' },
	]);
});

test('the name comes from the front matter or the text, and the envelope from a table of fields', async () => {
	const page = `---
title: 'Error Reference – Acme API Docs'
---

## The error object

| Field | Type | Description |
|---|---|---|
| \`error.code\` | string | The code. |
| \`error.message\` | string | The text. |
| \`error.status\` | integer | The status. |

## Error codes

| Code | Description |
|---|---|
| NO_FILE | No file. |
`;
	const { draft } = await markdown.read({ text: page });
	assert.equal(draft.name, 'Acme');
	assert.deepEqual(draft.envelope, { code: 'error.code', message: 'error.message', status: 'error.status' });
});

test('code between fences is no list of errors', async () => {
	const page = '# Errors\n\n```md\n| Code | Description |\n|---|---|\n| NO_FILE | x |\n- `NO_KEY`: y\n```\n';
	assert.deepEqual(await entriesOf(page), []);
});
