import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf } from '../../../../test/support/check-rule.ts';

/** What is said to be missing in a function with these statements, in a file about SilentChat. */
async function missingIn(statements: string, rest = ''): Promise<readonly string[]> {
	const text = `// api-errors: silentchat\n${rest}\nFuture<void> f(ApiException error, Response response) async {\n${statements}\n}\n`;
	return (await findingsOf('missing-required', text, { languageId: 'dart' })).map(
		({ message }) => message.split(' of SilentChat')[0] ?? '',
	);
}

const twoCases = "switch (error.code) { case 'NOT_FOUND': gone(); case 'CONFLICT': merge(); }";
const both = ['AUTH_INVALID_TOKEN (401) and RATE_LIMITED (429)'];
const onlyToken = ['AUTH_INVALID_TOKEN (401)'];

describe('an error that must be handled in Dart', () => {
	it('is missing in a switch, a chain, a switch that is a value and a table of functions', async () => {
		assert.deepEqual(await missingIn(twoCases), both);
		assert.deepEqual(
			await missingIn("if (error.code == 'NOT_FOUND') { gone(); } else if (error.code == 'CONFLICT') { merge(); }"),
			both,
		);
		assert.deepEqual(
			await missingIn("await switch (error.code) { 'NOT_FOUND' => gone(), 'CONFLICT' => merge(), _ => log(error) };"),
			both,
		);
		const table = "final handlers = {'NOT_FOUND': () { gone(); }, 'CONFLICT': () { merge(); }};";
		assert.deepEqual(await missingIn('handlers[error.code]?.call();', table), both);
	});

	it('is handled by a pattern with others, a range, a name of dart:io and a constant', async () => {
		assert.deepEqual(
			await missingIn(
				"switch (error.code) { case 'NOT_FOUND': a(); case 'RATE_LIMITED' || 'AUTH_INVALID_TOKEN': b(); }",
			),
			[],
		);
		assert.deepEqual(
			await missingIn('switch (response.statusCode) { case HttpStatus.notFound: a(); case >= 400 && < 500: b(); }'),
			[],
		);
		assert.deepEqual(
			await missingIn(
				'switch (response.statusCode) { case HttpStatus.notFound: a(); case HttpStatus.tooManyRequests: b(); }',
			),
			['401'],
		);
		assert.deepEqual(
			await missingIn(
				"switch (error.code) { case 'NOT_FOUND': a(); case Codes.limited: b(); case Code.token: c(); }",
				"class Codes { static const limited = 'RATE_LIMITED'; }\nenum Code { @JsonValue('AUTH_INVALID_TOKEN') token }",
			),
			[],
		);
	});

	it('is handled by what is caught by its name, with the error or without', async () => {
		const after = (handler: string): string =>
			`try { await send(); } ${handler} on ApiException catch (error) { ${twoCases} }`;
		assert.deepEqual(await missingIn(after('')), both);
		assert.deepEqual(await missingIn(after('on RateLimitException catch (e, stack) { await wait(e); }')), onlyToken);
		assert.deepEqual(await missingIn(after('on api.RateLimitException { await wait(1); }')), onlyToken);
		assert.deepEqual(await missingIn(after('on TimeoutException { await wait(1); }')), both);
	});

	it('is handled by an earlier test, by a getter that asks, and by a default that throws', async () => {
		assert.deepEqual(await missingIn(`if (response.statusCode == 429) return wait();\n${twoCases}`), onlyToken);
		const getter = "extension on ApiException { bool get isLimited => code == 'RATE_LIMITED'; }";
		assert.deepEqual(await missingIn(`if (error.isLimited) return wait();\n${twoCases}`, getter), onlyToken);
		assert.deepEqual(await missingIn(twoCases.replace(/\}$/, 'default: rethrow; }')), []);
		assert.deepEqual(await missingIn(twoCases.replace(/\}$/, 'case _: throw error; }')), []);
	});
});
