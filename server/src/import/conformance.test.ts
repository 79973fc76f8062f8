import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAsset } from '../../../test/support/test-assets.ts';
import { languages } from '../languages/index.ts';
import { CodeReader } from '../syntax/code-reader.ts';
import type { Draft } from './draft.ts';
import { importFormats, importFrom } from './index.ts';

/** One small API, as each kind of source has it, and what a source of the kind cannot say. */
interface Telling {
	readonly title: string;
	readonly fileName?: string;
	readonly format: string;
	/** Fields of entries that this kind of source has no place for. */
	readonly without?: readonly string[];
	/** Whether the source has samples of bodies, and so tells where the code stands in them. */
	readonly hasBodies?: true;
	readonly text: string;
}

const entries = [
	{
		...{ kind: 'code', value: 'ADDRESS_UNKNOWN', status: 422, title: 'Unknown address' },
		...{ description: 'No street is called so.', remedy: 'Ask for another address.' },
	},
	{
		...{ kind: 'code', value: 'TOO_MANY_PARCELS', status: 429, title: 'Too many parcels' },
		...{ description: 'All parcels of the day are sent.', remedy: 'Wait until tomorrow.', retry: 'retry-after' },
	},
	{
		...{ kind: 'code', value: 'LABEL_LOST', status: 409, title: 'Label lost' },
		...{ description: 'The label was thrown away.', retry: 'never', deprecated: true },
	},
] as const;

const envelope = { code: 'error.code', message: 'error.message' };
const sample = '{ "error": { "code": "LABEL_LOST", "message": "The label is gone." } }';

const tellings: readonly Telling[] = [
	{
		title: 'OpenAPI 3.1 in YAML',
		fileName: 'openapi.yaml',
		format: 'openapi',
		hasBodies: true,
		text: `
openapi: 3.1.0
info: { title: Parcel, version: 1.0.0 }
paths:
  /parcels:
    post:
      responses:
        '201': { description: Sent }
        '409': { $ref: '#/components/responses/Gone' }
        '422':
          description: Not such an address
          x-errors:
            - { code: ADDRESS_UNKNOWN, title: Unknown address, description: No street is called so., remedy: Ask for another address. }
          content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } }
        '429':
          description: Slow down
          headers: { Retry-After: { schema: { type: integer } } }
          x-errors:
            TOO_MANY_PARCELS: { title: Too many parcels, description: All parcels of the day are sent., remedy: Wait until tomorrow. }
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Error' }
              example: { error: { code: TOO_MANY_PARCELS, message: Enough } }
components:
  responses:
    Gone:
      description: It is gone
      x-errors:
        LABEL_LOST: { title: Label lost, description: The label was thrown away., retryable: false, deprecated: true }
      content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } }
  schemas:
    Error:
      type: object
      properties:
        error:
          type: object
          properties: { code: { type: string }, message: { type: string } }
`,
	},
	{
		title: 'a Markdown table',
		fileName: 'errors.md',
		format: 'markdown',
		hasBodies: true,
		text: `# Error codes

| Code | HTTP status | Title | Description | Solution | Retry | Deprecated |
| --- | --- | --- | --- | --- | --- | --- |
| \`ADDRESS_UNKNOWN\` | 422 | Unknown address | No street is called so. | Ask for another address. | | |
| \`TOO_MANY_PARCELS\` | 429 | Too many parcels | All parcels of the day are sent. | Wait until tomorrow. | after \`Retry-After\` | |
| \`LABEL_LOST\` | 409 | Label lost | The label was thrown away. | | no | yes |

\`\`\`json
${sample}
\`\`\`
`,
	},
	{
		title: 'an HTML page',
		fileName: 'errors.html',
		format: 'html',
		hasBodies: true,
		text: `<!doctype html><title>Error codes</title><h1>Error codes</h1>
<table><thead><tr><th>Code<th>HTTP status<th>Title<th>Description<th>Solution<th>Retry<th>Deprecated</thead>
<tr><td><code>ADDRESS_UNKNOWN</code><td>422<td>Unknown address<td>No street is called so.<td>Ask for another address.<td><td>
<tr><td><code>TOO_MANY_PARCELS</code><td>429<td>Too many parcels<td>All parcels of the day are sent.<td>Wait until tomorrow.<td>after <code>Retry-After</code><td>
<tr><td><code>LABEL_LOST</code><td>409<td>Label lost<td>The label was thrown away.<td><td>no<td>yes
</table><pre><code>${sample}</code></pre>`,
	},
	{
		title: 'text pasted from a page',
		format: 'text',
		hasBodies: true,
		text: `Error codes

Code	HTTP status	Title	Description	Solution	Retry	Deprecated
ADDRESS_UNKNOWN	422	Unknown address	No street is called so.	Ask for another address.		
TOO_MANY_PARCELS	429	Too many parcels	All parcels of the day are sent.	Wait until tomorrow.	after Retry-After	
LABEL_LOST	409	Label lost	The label was thrown away.		no	yes

${sample}
`,
	},
	{
		title: 'CSV',
		fileName: 'errors.csv',
		format: 'csv',
		text: `code,status,title,description,remedy,retry,deprecated
ADDRESS_UNKNOWN,422,Unknown address,No street is called so.,Ask for another address.,,
TOO_MANY_PARCELS,429,Too many parcels,All parcels of the day are sent.,Wait until tomorrow.,Retry-After,
LABEL_LOST,409,Label lost,The label was thrown away.,,false,true
`,
	},
	{
		title: 'a TypeScript object of objects',
		fileName: 'errors.ts',
		format: 'typescript',
		text: `export const errors = {
	ADDRESS_UNKNOWN: { status: 422, title: 'Unknown address', description: 'No street is called so.', remedy: 'Ask for another address.' },
	TOO_MANY_PARCELS: { status: 429, title: 'Too many parcels', description: 'All parcels of the day are sent.', remedy: 'Wait until tomorrow.', retryable: 'Retry-After' },
	LABEL_LOST: { status: 409, title: 'Label lost', description: 'The label was thrown away.', retryable: false, deprecated: true },
} as const;
`,
	},
	...(
		[
			['an enum', 'enum ErrorCode {', (name: string) => `${name} = '${name}',`, '}'],
			['a union', 'type ErrorCode =', (name: string) => `| '${name}'`, ';'],
			['a constant object', 'const ErrorCode = {', (name: string) => `${name}: '${name}',`, '} as const;'],
		] as const
	).map(
		([title, start, member, end]): Telling => ({
			title: `${title} of TypeScript`,
			fileName: 'errors.ts',
			format: 'typescript',
			without: ['title', 'remedy', 'retry'],
			text: `export ${start}
	/**
	 * No street is called so.
	 * @status 422
	 */
	${member('ADDRESS_UNKNOWN')}
	/**
	 * All parcels of the day are sent.
	 * @status 429
	 */
	${member('TOO_MANY_PARCELS')}
	/**
	 * The label was thrown away.
	 * @status 409
	 * @deprecated
	 */
	${member('LABEL_LOST')}
${end}
`,
		}),
	),
];

const formats = importFormats(new CodeReader(languages, readAsset));

for (const { title, format, without = [], hasBodies, fileName, text } of tellings) {
	test(`the same API is the same catalog from ${title}`, async () => {
		const source = fileName === undefined ? { text } : { text, fileName };
		const imported = await importFrom(source, formats);
		assert.equal(imported.format, format);
		const expected = entries.map((entry) =>
			Object.fromEntries(Object.entries(entry).filter(([field]) => !without.includes(field))),
		);
		assert.deepEqual(codesOf(imported.draft), expected);
		assert.deepEqual(imported.draft.envelope, hasBodies && envelope);
	});
}

/** The codes in one order, with their fields in one order; samples and statuses are what only some sources have. */
function codesOf({ entries: all }: Draft): readonly object[] {
	const values = entries.map(({ value }) => value as string | number);
	return all
		.filter(({ kind }) => kind === 'code')
		.map(({ sample: _, ...entry }) => entry)
		.toSorted((one, other) => values.indexOf(one.value) - values.indexOf(other.value));
}
