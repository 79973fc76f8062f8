import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposedId } from '../../../server/src/catalogs/writing/proposed-id.ts';
import { problemOfId } from './catalog-id.ts';

test('what is proposed may be used, however long or odd the name', () => {
	const names = ['Acme Payments (v2)', 'Default', 'None', 'a'.repeat(500), `${'ab '.repeat(80)}`, '--x--', '日本', ''];
	for (const name of [...names, '../../etc/passwd', '__proto__', '3scale'])
		assert.equal(problemOfId(proposedId(name)), undefined, name);
});

test('an id that cannot be used says why', () => {
	assert.match(problemOfId('') ?? '', /needs an id/);
	assert.match(problemOfId('Acme') ?? '', /small letters/);
	assert.match(problemOfId('3scale') ?? '', /begins with a letter/);
	assert.match(problemOfId('../acme') ?? '', /small letters/);
	assert.match(problemOfId('none') ?? '', /something else/);
	assert.match(problemOfId('a'.repeat(65)) ?? '', /at most 64/);
	assert.equal(problemOfId('acme-payments-2'), undefined);
});
