import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { builtinCatalogs } from './builtin/index.ts';
import { isAnybodysWord, isCommonCode } from './common-codes.ts';

suite('codes in common use', () => {
	for (const code of [
		...['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'UNAUTHORIZED', 'TOO_MANY_REQUESTS', 'PAYLOAD_TOO_LARGE'],
		...['UNPROCESSABLE_CONTENT', 'INTERNAL_SERVER_ERROR', 'RESOURCE_EXHAUSTED', 'UNAUTHENTICATED'],
		...['VALIDATION_ERROR', 'INTERNAL_ERROR', 'RATE_LIMITED', 'TENANT_NOT_FOUND', 'USER_NOT_FOUND', 'FILE_TOO_LARGE'],
		...['authorization_pending', 'expired_token', 'unsupported_token_type', 'PERSISTED_QUERY_NOT_SUPPORTED'],
		...['INVALID_TOKEN', 'TOKEN_EXPIRED', 'EMAIL_REQUIRED', 'ECONNRESET', 'invalid_grant', 'CLIENT_CLOSED_REQUEST'],
	])
		test(`have ${code} among them`, () => assert.ok(isCommonCode(code)));

	for (const code of ['notFound', 'NotFound', 'not-found', 'not found', 'NOTFOUND'])
		test(`are so in any spelling: ${code}`, () => assert.ok(isCommonCode(code)));

	for (const code of [
		...['AUTH_INVALID_TOKEN', 'WIDGET_KEY_INVALID', 'WIDGET_DOMAIN_NOT_ALLOWED', 'AUTH_MISSING_TOKEN'],
		...['card_declined', 'expired_card', 'parameter_invalid_empty', 'auth/user-disabled', 'has_own', '', '_', '40001'],
	])
		test(`do not have ${code || 'the empty text'} among them`, () => assert.ok(!isCommonCode(code)));

	test('have every number among them', () => {
		for (const number of [429, '429', 40_001, '-1']) assert.ok(isCommonCode(number));
	});

	test('have any one word in small letters among them', () => {
		for (const word of ['missing', 'fraudulent', 'constructor']) assert.ok(isCommonCode(word));
	});

	test('are words that may mean anything, but for the names of system errors', () => {
		for (const word of ['NOT_FOUND', 'missing', '429', 'USER_NOT_FOUND']) assert.ok(isAnybodysWord(word));
		for (const code of ['ENOENT', 'ECONNRESET', 'ERR_NETWORK', 'AUTH_INVALID_TOKEN']) assert.ok(!isAnybodysWord(code));
	});

	test('have what HTTP calls its statuses among them', () => {
		for (const { title } of builtinCatalogs.find(({ id }) => id === 'http')?.entries ?? [])
			assert.ok(isCommonCode(title));
	});

	test('leave SilentChat codes that show it is meant', () => {
		const silentchat = builtinCatalogs.find(({ id }) => id === 'silentchat');
		const own = silentchat?.entries.filter(({ value }) => !isCommonCode(value)).map(({ value }) => value);
		assert.deepEqual(own, [
			...['AUTH_MISSING_TOKEN', 'AUTH_INVALID_TOKEN', 'AUTH_TOKEN_REVOKED'],
			...['WIDGET_KEY_INVALID', 'WIDGET_DOMAIN_NOT_ALLOWED'],
		]);
	});
});
