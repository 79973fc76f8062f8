import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { newAnalyzer, noContext } from '../../../test/support/analyzed.ts';

const lacking = "switch (error.code) { case 'AUTH_INVALID_TOKEN': a(); break; case 'CONFLICT': b(); }";

/** What is warned about in each version of one document. */
async function warnedInVersions(versions: readonly string[]): Promise<readonly (readonly string[])[]> {
	const analyzer = newAnalyzer();
	const found: (readonly string[])[] = [];
	for (const [version, source] of versions.entries()) {
		const text = `// api-errors: silentchat\n${source}`;
		const analysis = await analyzer.analyze(
			TextDocument.create('test:///src/a.ts', 'typescript', version, text),
			noContext,
		);
		const dispatches = analysis?.blocks.flatMap((block) => block.dispatches) ?? [];
		found.push(
			dispatches.flatMap(({ silence, missingRequired }) =>
				silence === undefined ? missingRequired.map(({ value }) => String(value)) : [],
			),
		);
	}
	return found;
}

const handled: readonly string[] = [];
const missing = ['RATE_LIMITED'];

test('a block that did not change is judged anew where what it depends on did', async (t) => {
	const changes: readonly (readonly [title: string, one: string, other: string])[] = [
		['a statement after it', `${lacking}\nthrow error;`, `${lacking}\nlog(error);`],
		[
			'a statement before it',
			`if (error.code === 'RATE_LIMITED') { await retry(); }\n${lacking}`,
			`if (error.code === 'RATE_LIMITED') { log(error); }\n${lacking}`,
		],
		[
			'a type',
			`type Code = 'AUTH_INVALID_TOKEN' | 'CONFLICT';\nfunction f(error: { code: Code }) { ${lacking} }`,
			`type Code = 'AUTH_INVALID_TOKEN' | 'CONFLICT' | 'RATE_LIMITED';\nfunction f(error: { code: Code }) { ${lacking} }`,
		],
		[
			'a field of a class',
			`class Failure { code: 'AUTH_INVALID_TOKEN' | 'CONFLICT'; }\nfunction f(error: Failure) { ${lacking} }`,
			`class Failure { code: 'AUTH_INVALID_TOKEN' | 'CONFLICT' | 'RATE_LIMITED'; }\nfunction f(error: Failure) { ${lacking} }`,
		],
		[
			'a function that its default calls',
			`function giveUp() { throw new Error('failed'); }\nfunction f(error) { ${lacking.replace(/ }$/, ' break; default: giveUp(); }')} }`,
			`function giveUp() { log('failed'); }\nfunction f(error) { ${lacking.replace(/ }$/, ' break; default: giveUp(); }')} }`,
		],
		[
			'a predicate',
			`const isSlow = (error) => error.code === 'RATE_LIMITED';\nfunction f(error) { if (isSlow(error)) return retry(); ${lacking} }`,
			`const isSlow = (error) => error.code === 'NOT_FOUND';\nfunction f(error) { if (isSlow(error)) return retry(); ${lacking} }`,
		],
	];
	for (const [title, one, other] of changes)
		await t.test(title, async () =>
			assert.deepEqual(await warnedInVersions([one, other, one, other]), [handled, missing, handled, missing]),
		);
});
