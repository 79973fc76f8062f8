import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDescription } from './read-openapi.ts';

interface Rest {
	readonly components?: unknown;
	readonly definitions?: unknown;
}

/** Reads the responses of one operation, each with the schema of its body, and gives the codes. */
function codesOf(schemas: Readonly<Record<string, unknown>>, rest: Rest = {}) {
	const responses = Object.fromEntries(
		Object.entries(schemas).map(([status, schema]) => [status, { content: { 'application/json': { schema } } }]),
	);
	const root = { openapi: '3.1.0', paths: { '/a': { get: { responses: { 204: {}, ...responses } } } }, ...rest };
	return readDescription(root).draft.entries.filter(({ kind }) => kind === 'code');
}
const valuesOf = (schema: unknown, rest?: Rest) => codesOf({ 400: schema }, rest).map(({ value }) => value);
const text = { type: 'string' };
/** An error with a message and a property that has the schema. */
const withProperty = (name: string, schema: unknown) => ({ properties: { message: text, [name]: schema } });

test('codes stand in properties with the names of codes', () => {
	for (const name of [
		'code',
		'error_code',
		'errorCode',
		'ErrorCode',
		'errcode',
		'sub_code',
		'reasonCode',
		'codes',
		'error',
	]) {
		assert.deepEqual(valuesOf(withProperty(name, { enum: ['no_credit', 'late'] })), ['no_credit', 'late'], name);
	}
});

test('a type, a reason, a name or a status is a code where its values sound like errors', () => {
	for (const name of ['type', 'reason', 'name', 'status', 'kind', 'id']) {
		assert.deepEqual(
			valuesOf(withProperty(name, { enum: ['no_credit', 'card_declined'] })),
			['no_credit', 'card_declined'],
			name,
		);
		assert.deepEqual(valuesOf(withProperty(name, { enum: ['active', 'paused', 'waiting'] })), [], name);
	}
	assert.deepEqual(valuesOf(withProperty('error_type', { enum: ['funding', 'routing'] })), ['funding', 'routing']);
});

test('codes of other things are none: countries, currencies, HTTP statuses, words for success', () => {
	const listed = { properties: { code: { enum: ['DE', 'FR'] }, name: text } };
	assert.deepEqual(valuesOf(withProperty('country', listed)), []);
	assert.deepEqual(valuesOf(withProperty('country_code', { enum: ['DE', 'FR'] })), []);
	assert.deepEqual(valuesOf(withProperty('currencyCode', { enum: ['EUR'] })), []);
	assert.deepEqual(valuesOf(withProperty('status_code', { enum: ['GONE_FOR_EVER'] })), []);
	assert.deepEqual(valuesOf(withProperty('code', { enum: [400, 404, '500'] })), []);
	assert.deepEqual(
		valuesOf(withProperty('code', { enum: ['OK', 'success', 'error', 'created', 'CODE_UNSPECIFIED', 'TOO_LATE'] })),
		['TOO_LATE'],
	);
	assert.deepEqual(valuesOf(withProperty('error', { enum: ['Not Found', 'Forbidden'] })), []);
});

test('what a success or a thing that an error hands over is made of is no code', () => {
	const widget = {
		properties: {
			id: text,
			name: text,
			type: { enum: ['round', 'failed'] },
			status: { enum: ['new'] },
			code: { enum: ['W1'] },
		},
	};
	assert.deepEqual(codesOf({ 200: withProperty('code', { enum: ['A_B'] }) }), []);
	assert.deepEqual(valuesOf(widget), []);
	assert.deepEqual(valuesOf({ properties: { message: text, widget } }), []);
	assert.deepEqual(
		valuesOf({ properties: { message: text, data: widget } }),
		['W1'],
		'but data of an error may have its code',
	);
});

test('codes are found however deep the error wraps them', () => {
	const error = { properties: { code: { const: 'TOO_LATE' }, message: text } };
	for (const schema of [
		{ properties: { error } },
		{ properties: { errors: { type: 'array', items: error } } },
		{ type: 'array', items: error },
		{ properties: { response: { properties: { fault: error } } } },
		{ properties: { errors: { additionalProperties: { type: 'array', items: error } } } },
		{ properties: { error: { oneOf: [{ type: 'string' }, { anyOf: [{ allOf: [error] }] }] } } },
		{ properties: { message: text, details: { items: { properties: { issue: { enum: ['TOO_LATE'] } } } } } },
	]) {
		assert.deepEqual(valuesOf(schema), ['TOO_LATE'], JSON.stringify(schema));
	}
});

test('references are followed, and schemas may contain themselves', () => {
	const components = {
		schemas: {
			Failure: {
				allOf: [{ $ref: '#/components/schemas/Base' }],
				properties: {
					inner: { $ref: '#/components/schemas/Failure' },
					causes: { items: { $ref: '#/components/schemas/Failure' } },
				},
			},
			Base: { properties: { code: { $ref: '#/components/schemas/Which' }, message: text } },
			Which: { type: 'string', enum: ['TOO_LATE', 'TOO_SOON'] },
		},
	};
	assert.deepEqual(valuesOf({ $ref: '#/components/schemas/Failure' }, { components }), ['TOO_LATE', 'TOO_SOON']);
});

test('an `allOf` that leaves fewer values leaves fewer codes', () => {
	const all = withProperty('code', { enum: ['TOO_LATE', 'TOO_SOON', 'NOT_NOW'] });
	const narrowed = (...codes: string[]) => ({ allOf: [all, { properties: { code: { enum: codes } } }] });
	assert.deepEqual(codesOf({ 404: narrowed('TOO_LATE'), 409: narrowed('TOO_SOON', 'NOT_NOW') }), [
		{ kind: 'code', value: 'TOO_LATE', status: 404 },
		{ kind: 'code', value: 'TOO_SOON', status: 409 },
		{ kind: 'code', value: 'NOT_NOW', status: 409 },
	]);
});

test('a code that more than one status, a range or `default` may have has none', () => {
	const schema = withProperty('code', { enum: ['TOO_LATE'] });
	assert.deepEqual(codesOf({ 404: schema, 409: schema }), [{ kind: 'code', value: 'TOO_LATE' }]);
	assert.deepEqual(codesOf({ '4XX': schema }), [{ kind: 'code', value: 'TOO_LATE' }]);
	assert.deepEqual(codesOf({ 404: schema, default: schema }), [{ kind: 'code', value: 'TOO_LATE' }]);
});

test('the status that always stands beside a code is its own', () => {
	const one = (code: string, status: number) => ({
		properties: { code: { const: code }, status: { const: status }, message: text },
	});
	assert.deepEqual(codesOf({ default: { oneOf: [one('TOO_LATE', 409), one('NOT_HERE', 404)] } }), [
		{ kind: 'code', value: 'TOO_LATE', status: 409 },
		{ kind: 'code', value: 'NOT_HERE', status: 404 },
	]);
});

test('numbers are codes, and a name for each becomes its title', () => {
	const schema = withProperty('code', {
		type: 'integer',
		enum: [1001, 1002, 404, 0],
		'x-enum-varnames': ['NO_CREDIT', 'TooLate', 'Gone', 'None'],
	});
	assert.deepEqual(codesOf({ 402: schema }), [
		{ kind: 'code', value: 1001, status: 402, title: 'No credit', otherNames: ['NO_CREDIT'] },
		{ kind: 'code', value: 1002, status: 402, title: 'Too late', otherNames: ['TooLate'] },
		{ kind: 'code', value: 404, status: 402, title: 'Gone', otherNames: ['Gone'] },
	]);
});

test('every way of describing the values of an `enum` is read', () => {
	const values = { enum: ['A_B', 'C_D'] };
	for (const schema of [
		{ ...values, 'x-enum-descriptions': ['About a.', 'About c.'] },
		{ ...values, 'x-enumDescriptions': { A_B: 'About a.', C_D: 'About c.' } },
		{
			...values,
			'x-ms-enum': {
				name: 'Codes',
				values: [
					{ value: 'C_D', description: 'About c.' },
					{ value: 'A_B', description: 'About a.' },
				],
			},
		},
		{
			...values,
			'x-enum-elements': [
				{ name: 'A_B', description: 'About a.' },
				{ name: 'C_D', description: 'About c.' },
			],
		},
		{ ...values, description: 'One of:\n- `A_B`: About a.\n* "C_D" - About c.\n' },
		{ ...values, description: '| code | meaning |\n|---|---|\n| A_B | About a. |\n| `C_D` | About c. | more |' },
		{
			oneOf: [
				{ const: 'A_B', description: 'About a.' },
				{ const: 'C_D', description: 'About c.' },
			],
		},
		{
			anyOf: [
				{ enum: ['A_B'], description: 'About a.' },
				{ enum: ['C_D'], description: 'About c.' },
				{ type: 'string' },
			],
		},
	]) {
		assert.deepEqual(
			codesOf({ 400: withProperty('code', schema) }),
			[
				{ kind: 'code', value: 'A_B', status: 400, description: 'About a.' },
				{ kind: 'code', value: 'C_D', status: 400, description: 'About c.' },
			],
			JSON.stringify(schema),
		);
	}
});

test('deprecated values are marked, in each of the ways', () => {
	const values = { enum: ['A_B', 'C_D'] };
	for (const schema of [
		{ ...values, 'x-enum-deprecated': ['C_D'] },
		{ ...values, 'x-deprecated-enum': [false, true] },
		{ ...values, 'x-enum-deprecated': { C_D: true, A_B: false } },
		{ oneOf: [{ const: 'A_B' }, { const: 'C_D', deprecated: true }] },
	]) {
		assert.deepEqual(
			codesOf({ 400: withProperty('code', schema) }).map(({ deprecated }) => deprecated),
			[undefined, true],
			JSON.stringify(schema),
		);
	}
});

test('an object that always has the one code tells about it', () => {
	const schema = {
		oneOf: [
			{ description: 'The widget has been sold already.', properties: { code: { const: 'SOLD_OUT' }, message: text } },
			{ properties: { code: { enum: ['TOO_LATE'] }, message: { const: 'The sale is over.' } } },
			{ description: 'ErrorObject', properties: { code: { const: 'NO_WORDS' }, message: text } },
		],
	};
	assert.deepEqual(
		codesOf({ 409: schema }).map(({ description }) => description),
		['The widget has been sold already.', 'The sale is over.', undefined],
	);
});

test('the mapping of a discriminator lists codes', () => {
	const components = {
		schemas: {
			Gone: { description: 'It is gone for good.', properties: { message: text } },
			Late: { title: 'Late', description: 'It came too late.' },
		},
	};
	const schema = {
		properties: { message: text, code: text },
		discriminator: {
			propertyName: 'code',
			mapping: { FOR_EVER: '#/components/schemas/Gone', LATE: '#/components/schemas/Late' },
		},
	};
	assert.deepEqual(codesOf({ 410: schema }, { components }), [
		{ kind: 'code', value: 'FOR_EVER', status: 410, description: 'It is gone for good.' },
		{ kind: 'code', value: 'LATE', status: 410, description: 'It came too late.' },
	]);
});

test('examples and defaults of a property that lists no codes are codes', () => {
	assert.deepEqual(valuesOf(withProperty('code', { type: 'string', example: 'TOO_LATE', default: 'SOMETHING_ELSE' })), [
		'TOO_LATE',
		'SOMETHING_ELSE',
	]);
	assert.deepEqual(
		valuesOf(withProperty('code', { type: 'string', examples: ['TOO_LATE', 'string', '', 'a sentence', 404] })),
		['TOO_LATE'],
	);
	assert.deepEqual(valuesOf(withProperty('code', { enum: ['ONLY_THIS'], example: 'NOT_THIS' })), ['ONLY_THIS']);
});

test('lists of codes in the components are read even where nobody refers to them', () => {
	const schemas = {
		ErrorCode: { type: 'string', enum: ['A_B'] },
		api_error_codes: { oneOf: [{ const: 'C_D', title: 'Third' }] },
		ErrorTypeEnum: { enum: ['sending'] },
		WidgetStatus: { enum: ['failed', 'broken'] },
		RefundFailureReason: { enum: ['expired_card'] },
		ProblemType: { enum: ['medical', 'technical'] },
	};
	const expected = [
		{ kind: 'code', value: 'A_B' },
		{ kind: 'code', value: 'C_D', title: 'Third' },
		{ kind: 'code', value: 'sending' },
	];
	assert.deepEqual(codesOf({}, { components: { schemas } }), expected);
	assert.deepEqual(codesOf({}, { definitions: schemas }), expected);
});

test('so are the codes of errors in the components', () => {
	const schemas = {
		'api/Error': { properties: { code: { enum: ['A_B'] }, severity: text } },
		Fault: { properties: { code: { enum: ['E01'] }, engine: text, since: text } },
	};
	assert.deepEqual(codesOf({}, { components: { schemas } }), [{ kind: 'code', value: 'A_B' }]);
});

test('a code in responses keeps the status that a list of all codes does not know', () => {
	const components = { schemas: { ErrorCode: { enum: ['A_B', 'C_D'] } } };
	assert.deepEqual(codesOf({ 404: withProperty('code', { const: 'A_B' }) }, { components }), [
		{ kind: 'code', value: 'A_B', status: 404 },
		{ kind: 'code', value: 'C_D' },
	]);
});

test('a `default` beside which no success is documented may be the success', () => {
	const read = (name: string) =>
		readDescription({
			swagger: '2.0',
			paths: { '/a': { get: { responses: { default: { schema: { $ref: `#/definitions/${name}` } } } } } },
			definitions: {
				Widget: withProperty('code', { enum: ['W1'] }),
				WidgetError: withProperty('code', { enum: ['TOO_LATE'] }),
			},
		}).draft.entries.map(({ value }) => value);
	assert.deepEqual(read('Widget'), ['TOO_LATE'], 'only that of the error among the definitions');
	assert.deepEqual(read('WidgetError'), ['TOO_LATE']);
});

test('names that every object has are codes like others', () => {
	const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
	assert.deepEqual(valuesOf(withProperty('code', { enum: names })), names);
});
