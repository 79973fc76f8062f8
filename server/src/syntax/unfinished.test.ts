import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languages } from '../languages/index.ts';
import { closingOf, scanUnfinished } from './unfinished.ts';

const token = /#[^\n]*(?=\n)|(?<silent>#[^\n]*$)|"[^"\n]*(?:"|(?=\n))|(?<quote>")[\s\S]*$|[()[\]{}]/g;

describe('what is open at the end of unfinished code', () => {
	it('brackets that are not closed, and none that stand in strings or comments', () => {
		const { brackets } = scanUnfinished('f(a[0], { "}" # )\n', token);
		assert.equal(closingOf(brackets), '})');
	});

	it('a quote, and where it stands', () => {
		assert.deepEqual(scanUnfinished('if (code == "RATE', token).quote, { mark: '"', at: 12 });
	});

	it('no quote where the line of it has ended', () => {
		assert.equal(scanUnfinished('if (code == "RATE\n', token).quote, undefined);
	});

	it('a comment', () => {
		assert.equal(scanUnfinished('f() # "RATE', token).isSilent, true);
		assert.equal(scanUnfinished('f() # "RATE\n', token).isSilent, false);
	});

	for (const { name, typedAt, closing } of languages) {
		it(`${name}: a megabyte of brackets is scanned to its end`, () => {
			const text = '([{'.repeat(350_000);
			typedAt(text);
			assert.ok(closing(text).length >= text.length);
		});
	}
});
