import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { readCursor } from '../../../../test/support/marked-source.ts';

/** Unfinished code with the cursor at `█`, and what is offered first. */
const unfinished: readonly (readonly [string, string])[] = [
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND":\n\t\t\tcreate();\n\t\tcase █\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND":\n\t\t\tcreate();\n\t\tcase "█\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND" -> create();\n\t\tcase "█\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND", "█" -> create();\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND", "█', '"AUTH_INVALID_TOKEN"'],
	['if ("NOT_FOUND".equals(err.getCode())) {\n\t} else if (err.getCode().equals("█', '"AUTH_INVALID_TOKEN"'],
	['if (Set.of("NOT_FOUND", "█").contains(err.getCode())) {\n\t}', '"AUTH_INVALID_TOKEN"'],
	['if (Objects.equals(err.getCode(), "█', '"AUTH_INVALID_TOKEN"'],
	['if (StringUtils.equalsAny(err.getCode(), "NOT_FOUND", "█', '"AUTH_INVALID_TOKEN"'],
	['if (Stream.of("NOT_FOUND", "█").anyMatch(err.getCode()::equals)) {\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch (err.getCode()) {\n\t\tcase "NOT_FOUND",\n\t\t\t"█" -> create();\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch (err) {\n\t\tcase ApiException e when e.getCode().equals("█") -> create();\n\t}', '"AUTH_INVALID_TOKEN"'],
	['if (response.statusCode() == HttpStatus.█) {\n\t}', '401'],
	['if (response.statusCode() == 4█) {\n\t}', '401'],
];

describe('completion in unfinished Java', () => {
	for (const [body, expected] of unfinished) {
		it(body.replaceAll(/\s+/g, ' '), async () => {
			const { text, offset } = readCursor(
				`// api-errors: silentchat\nclass A {\n\tvoid f(ApiException err) {\n\t${body}\n\t}\n}\n`,
			);
			const site = await labelSiteIn(documentOf(text, 'java'), offset);
			assert.equal(
				site?.offered.toSorted((a, b) => Number(b.entry.required) - Number(a.entry.required))[0]?.text,
				expected,
			);
		});
	}
	it('offers nothing in a comment', async () => {
		const { text, offset } = readCursor(
			'// api-errors: silentchat\nclass A { void f() { switch (err.getCode()) { case "NOT_FOUND": // █\n } } }\n',
		);
		assert.equal(await labelSiteIn(documentOf(text, 'java'), offset), undefined);
	});
});
