import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApi } from './index.ts';
import { readOpenApi } from './read-openapi.ts';

const inYaml = `
openapi: 3.0.3
info: { title: Acme Widgets, version: 2024-05-01 }
servers:
  - url: https://api.acme.example/v1
paths:
  /widgets/{id}:
    get:
      responses:
        200: { description: The widget. }
        404:
          description: No widget has this id.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Error' }
components:
  schemas:
    Error:
      properties:
        error:
          properties:
            code: { enum: [WIDGET_GONE, WIDGET_HIDDEN] }
            message: { type: string }
`;

const draft = {
	name: 'Acme Widgets',
	hosts: ['api.acme.example'],
	envelope: { code: 'error.code', message: 'error.message' },
	entries: [
		{ kind: 'code', value: 'WIDGET_GONE', status: 404 },
		{ kind: 'code', value: 'WIDGET_HIDDEN', status: 404 },
		{ kind: 'status', value: 404, description: 'No widget has this id.' },
	],
};

test('a description in YAML becomes a draft', () => {
	const reading = readOpenApi({ text: inYaml, fileName: 'openapi.yaml' });
	assert.deepEqual(reading, { draft: { ...draft, version: '2024-05-01' }, notes: [] });
});

test('a description in JSON says the same', () => {
	const schema = {
		properties: {
			error: { properties: { code: { enum: ['WIDGET_GONE', 'WIDGET_HIDDEN'] }, message: { type: 'string' } } },
		},
	};
	const text = JSON.stringify({
		openapi: '3.1.0',
		info: { title: 'Acme Widgets', version: '7' },
		servers: [{ url: 'https://api.acme.example/v1' }],
		paths: {
			'/widgets': {
				get: {
					responses: {
						404: { description: 'No widget has this id.', content: { 'application/json': { schema } } },
					},
				},
			},
		},
	});
	assert.deepEqual(readOpenApi({ text }), { draft: { ...draft, version: '7' }, notes: [] });
});

test('a description of Swagger 2 says the same', () => {
	const text = `
swagger: '2.0'
info: { title: Acme Widgets, version: 1.5 }
host: api.acme.example:8443
paths:
  /widgets:
    get:
      responses:
        '404': { $ref: '#/responses/NotFound' }
responses:
  NotFound:
    description: No widget has this id.
    schema: { $ref: '#/definitions/Failure' }
definitions:
  Failure:
    properties:
      error:
        properties:
          code: { type: string, enum: [WIDGET_GONE, WIDGET_HIDDEN] }
          message: { type: string }
`;
	assert.deepEqual(readOpenApi({ text }), { draft: { ...draft, version: '1.5' }, notes: [] });
});

test('hosts that are open, relative or nobody’s are left out with a note', () => {
	const servers = [
		...[
			'/v1',
			'http://localhost:8080',
			'https://{region}.acme.example',
			'https://127.0.0.1',
			'https://yourname.acme.example',
		],
		...['https://API.Acme.example/{version}', 'https://user@eu.acme.example:443/v1', '//us.acme.example'],
	].map((url) => ({ url }));
	const { draft: read, notes } = readOpenApi({
		text: JSON.stringify({
			openapi: '3.0.0',
			servers,
			paths: { '/a': { servers: [{ url: 'https://up.acme.example' }] } },
		}),
	});
	assert.deepEqual(read.hosts, ['api.acme.example', 'eu.acme.example', 'us.acme.example', 'up.acme.example']);
	assert.ok(
		notes.includes(
			`Servers that are no evidence of the API: ${servers
				.slice(0, 5)
				.map(({ url }) => url)
				.join(', ')}.`,
		),
	);
});

test('callbacks and webhooks are left out, and a note says so', () => {
	const responses = {
		410: { description: 'Stop.', content: { 'application/json': { example: { code: 'STOP_NOW', message: '' } } } },
	};
	const { draft: read, notes } = readOpenApi({
		text: JSON.stringify({
			openapi: '3.1.0',
			paths: { '/a': { post: { responses: {}, callbacks: { done: { '{$url}': { post: { responses } } } } } } },
			webhooks: { changed: { post: { responses } } },
		}),
	});
	assert.deepEqual(read.entries, []);
	assert.match(notes.join('\n'), /callbacks and webhooks/);
});

test('what is no description, and what has no errors, gives nothing and says so', () => {
	for (const text of ['', '[]', 'null', '{"openapi": {}}', 'title: Acme', '{"swagger": "1.2"}', '"text"']) {
		const { draft: read, notes } = readOpenApi({ text });
		assert.deepEqual(read, { entries: [] }, text);
		assert.ok(notes.includes('This is no description of OpenAPI or Swagger.'), text);
	}
	const { draft: read, notes } = readOpenApi({
		text: '{"openapi": "3.0.0", "paths": {"/a": {"get": {"responses": {"200": {}}}}}}',
	});
	assert.deepEqual(read, { entries: [] });
	assert.deepEqual(notes, ['This description names no errors.']);
});

test('a broken text is read as far as it goes, and a note says so', () => {
	const { draft: read, notes } = readOpenApi({
		text: '{"openapi": "3.0.0", "paths": {"/a": {"get": {"responses": {"409": {}}}}}',
	});
	assert.deepEqual(read.entries, [{ kind: 'status', value: 409 }]);
	assert.match(notes[0] ?? '', /^The text is broken/);
});

test('the format calls itself by a name that a command line can take', () => {
	assert.equal(openApi.name, 'openapi');
	assert.equal(openApi.likelihood({ text: inYaml, fileName: 'openapi.yaml' }), 1);
});
