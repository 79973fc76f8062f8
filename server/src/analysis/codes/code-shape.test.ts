import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodeShape, shapeOf } from './code-shape.ts';

const shapes: Readonly<Record<CodeShape, readonly string[]>> = {
	own: [
		'AUTH_INVALID_TOKEN',
		'ENOENT',
		'EAI_AGAIN',
		'ERR_NETWORK',
		'auth/user-not-found',
		'CardError',
		'CardWasDeclined',
	],
	wordy: ['lock_timeout', 'card_declined', '42P01', 'no-such-user', 'CardDeclined'],
	common: ['NOT_FOUND', 'EOF', 'UNKNOWN', 'missing', 'Gone', '23505', '-32600', 'USER_NOT_FOUND', 'invalid_grant'],
};

for (const [shape, codes] of Object.entries(shapes))
	for (const code of codes) test(`${code} is ${shape}`, () => assert.equal(shapeOf(code), shape));
