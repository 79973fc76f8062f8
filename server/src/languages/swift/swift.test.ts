import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed, documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { readCursor } from '../../../../test/support/marked-source.ts';
import { warnedIn } from '../../../../test/support/warned.ts';

const both = ['AUTH_INVALID_TOKEN', 'RATE_LIMITED'];

/** Code in a function that is given `e`, and the required codes that it is warned about. */
const handled: readonly (readonly [string, string, readonly string[]])[] = [
	['an error that is thrown again', 'switch e.code { case "NOT_FOUND": create(); default: throw e }', []],
	[
		'an error that is thrown in another',
		'switch e.code { case "NOT_FOUND": create(); default: throw ChatError.other(e) }',
		[],
	],
	['an error that a result holds', 'switch e.code { case "NOT_FOUND": return a(); default: return .failure(e) }', []],
	['an error that is called back', 'switch e.code { case "NOT_FOUND": a(); default: completion(.failure(e)) }', []],
	['a default that only reports', 'switch e.code { case "NOT_FOUND": create(); default: log.warning(e) }', both],
	['a default that does nothing', 'switch e.code { case "NOT_FOUND": create(); default: break }', both],
	['a default that is a wildcard', 'switch e.code { case "NOT_FOUND": create(); case _: report() }', both],
	[
		'a case that runs on',
		'switch e.code { case "NOT_FOUND": fallthrough; case "RATE_LIMITED": a(); default: break }',
		['AUTH_INVALID_TOKEN'],
	],
	[
		'what a value is asked for',
		'switch e.code { case "NOT_FOUND": a(); case let code where code.hasPrefix("RATE"): b(); default: break }',
		[],
	],
	[
		'a list that is asked before',
		'if ["RATE_LIMITED", "AUTH_INVALID_TOKEN"].contains(e.code) { return again() }; switch e.code { case "NOT_FOUND": a(); default: break }',
		[],
	],
	[
		'guards before',
		'guard e.code != "RATE_LIMITED", e.code != "AUTH_INVALID_TOKEN" else { return again() }; switch e.code { case "NOT_FOUND": a(); default: break }',
		[],
	],
	[
		'early returns, after which it is thrown',
		'if e.code == "NOT_FOUND" { return a() }; if e.code == "CONFLICT" { return b() }; throw e',
		[],
	],
	[
		'one condition of several',
		'if e.code == "NOT_FOUND" && isNew { a() } else if e.code == "CONFLICT", isNew { b() } else { c() }',
		[],
	],
	['answers', 'switch e.code { case "NOT_FOUND", "CONFLICT": return true; default: return false }', []],
	[
		'a switch that chooses a text by a status',
		'switch e.status { case 404: return "It is gone."; case 409: return "Once more."; default: return "It failed." }',
		[],
	],
];

describe('what Swift does with other errors', () => {
	for (const [title, body, expected] of handled) {
		it(title, async () => {
			const text = `// api-errors: silentchat\nclass A {\n\tfunc f(_ e: ChatError) throws {\n\t\t${body}\n\t}\n}\n`;
			assert.deepEqual([...(await warnedIn(text, 'swift'))].sort(), expected);
		});
	}

	for (const [title, value, expected] of [
		['functions', '{ create() }', both],
		['texts', '"It is gone."', []],
	] as const) {
		it(`a table of ${title}`, async () => {
			const text = `// api-errors: silentchat\nclass A {\n\tlet all = ["NOT_FOUND": ${value}, "CONFLICT": ${value}]\n\tfunc f(_ e: ChatError) {\n\t\tall[e.code]?()\n\t}\n}\n`;
			assert.deepEqual([...(await warnedIn(text, 'swift'))].sort(), expected);
		});
	}

	it('enums, static constants and members without their owner', async () => {
		const source = (limited: string): string => `// api-errors: silentchat
enum Code: String { case limited = "RATE_LIMITED", gone = "NOT_FOUND" }
struct Codes { static let token = "AUTH_INVALID_TOKEN" }
func f(_ e: ChatError) {
	switch e.code {
	case Codes.token: refresh()
	case ${limited}.rawValue: again()
	default: break
	}
	switch Code(rawValue: e.code) {
	case .gone, ${limited.replace('Code', '')}: again()
	default: break
	}
}
`;
		assert.deepEqual([...(await warnedIn(source('Code.gone'), 'swift'))], ['RATE_LIMITED', 'RATE_LIMITED']);
		assert.deepEqual([...(await warnedIn(source('Code.limited'), 'swift'))], []);
	});
});

/** Unfinished code with the cursor at `█`, and what is offered first. */
const unfinished: readonly (readonly [string, string | undefined])[] = [
	['switch err.code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\tcase "█\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch err.code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\tcase █\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch err.code {\n\tcase "NOT_FOUND", "█":\n\t\tcreate()\n\tdefault: break\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch err.code {\n\tcase "NOT_FOUND", "█', '"AUTH_INVALID_TOKEN"'],
	['switch err.code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\tcase "█\n\tdefault: throw err', '"AUTH_INVALID_TOKEN"'],
	['if err.code == "NOT_FOUND" {\n\t} else if err.code == "█', '"AUTH_INVALID_TOKEN"'],
	['if err.code == "NOT_FOUND" || err.code == "█" {\n\t}', '"AUTH_INVALID_TOKEN"'],
	['if ["NOT_FOUND", "█"].contains(err.code) {\n\t}', '"AUTH_INVALID_TOKEN"'],
	['guard err.code == "NOT_FOUND" || err.code == "█', '"AUTH_INVALID_TOKEN"'],
	['switch err.status {\n\tcase 404: create()\n\tcase █\n\t}', '401'],
	['switch err.code {\n\tcase "NOT_FOUND": log("""█', undefined],
	['switch err.code {\n\tcase "NOT_FOUND": create() // █', undefined],
];

describe('completion in unfinished Swift', () => {
	for (const [body, expected] of unfinished) {
		it(body.replaceAll(/\s+/g, ' '), async () => {
			const { text, offset } = readCursor(
				`// api-errors: silentchat\nclass A {\n\tfunc f(_ err: ChatError) {\n\t${body}\n\t}\n}\n`,
			);
			const site = await labelSiteIn(documentOf(text, 'swift'), offset);
			const [first] = site?.offered.toSorted((a, b) => Number(b.entry.required) - Number(a.entry.required)) ?? [];
			assert.equal(first?.text, expected);
		});
	}
});

/** Swift in a function, and the integers in it that are statuses. */
const statuses: readonly (readonly [string, readonly number[]])[] = [
	['if response.statusCode == 429 { }', [429]],
	['if let http = response as? HTTPURLResponse, http.statusCode == 404 { }', [404]],
	['guard (200...299).contains(http.statusCode) else { return }', [200]],
	['guard (200..<300) ~= http.statusCode else { return }', [200, 300]],
	['switch response.statusCode { case 401, 403: a(); case 500...599: b(); default: c() }', [401, 403, 500, 599]],
	['XCTAssertEqual(response.statusCode, 404)', [404]],
	['request.validate(statusCode: 200..<400)', [200, 400]],
	['let r = HTTPURLResponse(url: url, statusCode: 503, httpVersion: nil, headerFields: nil)', [503]],
	['let retryable: Set<Int> = [408, 429, 503]; if retryable.contains(response.statusCode) { }', [408, 429, 503]],
	['view.frame = CGRect(x: 0, y: 404, width: 300, height: 200); sleep(500)', []],
	['UIView.animate(withDuration: 500) { }; label.font = .systemFont(ofSize: 404)', []],
];

describe('statuses in Swift', () => {
	const found = async (text: string): Promise<readonly unknown[]> => {
		const { blocks } = await analyzed(text, 'swift');
		return blocks
			.flatMap(({ occurrences }) => occurrences.map(({ value }) => value))
			.filter((value) => typeof value === 'number')
			.filter((value, index, all) => value !== all[index - 1]);
	};
	for (const [body, expected] of statuses) {
		it(body, async () => {
			assert.deepEqual(await found(`class A {\n\tfunc f() {\n\t\t${body}\n\t}\n}\n`), expected);
		});
	}
	it('in an enum', async () =>
		assert.deepEqual(await found('enum HTTPStatus: Int { case notFound = 404, gone = 410 }'), [404, 410]));
	it('given back without a word', async () =>
		assert.deepEqual(
			await found('var acceptableStatusCodes: Range<Int> { 200..<300 }\nvar emptyStatusCodes: Set<Int> { [204, 205] }'),
			[200, 300, 204, 205],
		));
	it('of parameters that have one by default', async () =>
		assert.deepEqual(await found('func fail(status: Int = 404, width: Int = 300) {}'), [404]));
});
