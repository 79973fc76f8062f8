import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from './arguments.ts';

test('what is given is read, and what is not known is refused', () => {
	assert.deepEqual(readArguments([]), { quick: false, help: false });
	assert.deepEqual(readArguments(['--only', 'corpus', '--corpus', 'code', '--quick']), {
		...{ quick: true, help: false, only: 'corpus', corpus: 'code' },
	});
	assert.throws(() => readArguments(['--only', 'everything']), /corpus or typescript, not “everything”/);
	assert.throws(() => readArguments(['--fast']), TypeError);
});
