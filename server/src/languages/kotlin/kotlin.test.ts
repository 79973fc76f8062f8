import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed, documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import { readCursor } from '../../../../test/support/marked-source.ts';
import { warnedIn } from '../../../../test/support/warned.ts';

const both = ['AUTH_INVALID_TOKEN', 'RATE_LIMITED'];

/** Code in a function that is given `e`, and the required codes that it is warned about. */
const handled: readonly (readonly [string, string, readonly string[]])[] = [
	['an error that is thrown again', 'when (e.code) { "NOT_FOUND" -> create(); else -> throw e }', []],
	[
		'an error that is thrown in another',
		'when (e.code) { "NOT_FOUND" -> create(); else -> throw IllegalStateException("x", e) }',
		[],
	],
	['an error that a result holds', 'return when (e.code) { "NOT_FOUND" -> create(); else -> Result.failure(e) }', []],
	[
		'a result that holds a new error',
		'return when (e.code) { "NOT_FOUND" -> create(); else -> Result.failure(ChatException("x")) }',
		[],
	],
	['a new error as a value', 'return when (e.code) { "NOT_FOUND" -> Gone; else -> UnknownError(e.message) }', []],
	['an else that only reports', 'when (e.code) { "NOT_FOUND" -> create(); else -> log.warn("x", e) }', both],
	['an else that does nothing', 'when (e.code) { "NOT_FOUND" -> create(); else -> {} }', both],
	['an else that gives a text', 'val text = when (e.code) { "NOT_FOUND" -> create(); else -> "failed" }', both],
	['no else', 'when (e.code) { "NOT_FOUND" -> create() }', both],
	[
		'a list that is asked before',
		'if (e.code in setOf("RATE_LIMITED", "AUTH_INVALID_TOKEN")) return again(); when (e.code) { "NOT_FOUND" -> create() }',
		[],
	],
	[
		'a set that is a label',
		'when (e.code) { "NOT_FOUND" -> a(); in setOf("RATE_LIMITED", "AUTH_INVALID_TOKEN") -> b() }',
		[],
	],
	['a range', 'when (e.status) { 404 -> create(); in 400..499 -> again() }', []],
	['all but a range', 'when (e.status) { 404 -> create(); !in 200..299 -> again() }', ['401', '429']],
	['what is a class', 'when (e.code) { "NOT_FOUND" -> create(); is String -> again() }', []],
	[
		'early returns, the last of which throws',
		'if (e.code == "NOT_FOUND") return a(); if (e.code == "CONFLICT") return b(); throw e',
		[],
	],
	[
		'a table of functions',
		'val all = mapOf("NOT_FOUND" to ::create, "CONFLICT" to ::again); all[e.code]?.invoke()',
		both,
	],
	[
		'a choice of a text by a status',
		'val text = when (e.status) { 404 -> "It is gone."; 409 -> "Once more."; else -> "It failed." }',
		[],
	],
	['answers', 'return when (e.code) { "NOT_FOUND", "CONFLICT" -> true; else -> false }', []],
	['ifs that choose a value', 'val x = if (e.code == "NOT_FOUND") 1 else if (e.code == "CONFLICT") 2 else 3', []],
	['a table of texts', 'val all = mapOf("NOT_FOUND" to "gone", "CONFLICT" to "again"); show(all[e.code])', []],
];

describe('what Kotlin does with other errors', () => {
	for (const [title, body, expected] of handled) {
		it(title, async () => {
			const text = `// api-errors: silentchat\nclass A {\n\tfun f(e: ApiException): Any? {\n\t\t${body}\n\t\treturn null\n\t}\n}\n`;
			assert.deepEqual([...(await warnedIn(text, 'kotlin'))].sort(), expected);
		});
	}

	it('an error that is caught by its class', async () => {
		const text = `// api-errors: silentchat
fun f() {
	try {
		send()
	} catch (e: RateLimitException) {
		again()
	} catch (e: ApiException) {
		when (e.code) {
			"NOT_FOUND" -> create()
			"AUTH_INVALID_TOKEN" -> refresh()
		}
	}
}
`;
		assert.deepEqual([...(await warnedIn(text, 'kotlin'))], []);
	});

	it('constants of the file, of an object and of an enum', async () => {
		const text = `// api-errors: silentchat
private const val TOKEN = "AUTH_INVALID_TOKEN"
enum class Code(val code: String, val status: Int) {
	LIMITED("RATE_LIMITED", 429), GONE("NOT_FOUND", 404);
	companion object { const val CONFLICT = "CONFLICT" }
}
object Codes {
	const val BARRED = "FORBIDDEN"
}
fun f(e: ApiException) {
	when (e.code) {
		TOKEN -> refresh()
		Code.GONE.code, Code.CONFLICT, Codes.BARRED -> create()
	}
}
`;
		assert.deepEqual([...(await warnedIn(text, 'kotlin'))], ['RATE_LIMITED']);
		const all = text.replace('Code.GONE.code,', 'Code.LIMITED.code, Code.GONE.code,');
		assert.deepEqual([...(await warnedIn(all, 'kotlin'))], []);
	});

	it('a directive at the else, and a file for another API', async () => {
		const source = (directive: string): string =>
			`// api-errors: silentchat\nfun f(e: ApiException) {\n\twhen (e.code) {\n\t\t"NOT_FOUND" -> a()\n\t\t// ${directive}\n\t\telse -> b()\n\t}\n}\n`;
		const found = await findingsOf('missing-required', source('api-errors: default covers RATE_LIMITED'), {
			languageId: 'kotlin',
		});
		assert.equal(found.length, 1);
		assert.match(found[0]?.message ?? '', /AUTH_INVALID_TOKEN/);
		assert.doesNotMatch(found[0]?.message ?? '', /RATE_LIMITED/);
		assert.deepEqual([...(await warnedIn(source('').replace('silentchat', 'none'), 'kotlin'))], []);
	});
});

/** Unfinished code with the cursor at `█`, and what is offered first. */
const unfinished: readonly (readonly [string, string | undefined])[] = [
	['when (err.code) {\n\t\t"NOT_FOUND" -> create()\n\t\t"█\n\t}', '"AUTH_INVALID_TOKEN"'],
	['when (err.code) {\n\t\t"NOT_FOUND" -> create()\n\t\t█\n\t}', '"AUTH_INVALID_TOKEN"'],
	['when (err.code) {\n\t\t"NOT_FOUND" -> create()\n\t\t"█"\n\t}', '"AUTH_INVALID_TOKEN"'],
	['when (err.code) {\n\t\t"NOT_FOUND", "█" -> create()\n\t}', '"AUTH_INVALID_TOKEN"'],
	['when (err.code) {\n\t\t"NOT_FOUND", "█', '"AUTH_INVALID_TOKEN"'],
	[
		'when (err.code) {\n\t\t"NOT_FOUND" -> {\n\t\t\tcreate()\n\t\t}\n\t\t"█\n\t\telse -> throw err',
		'"AUTH_INVALID_TOKEN"',
	],
	['when {\n\t\terr.code == "NOT_FOUND" -> create()\n\t\terr.code == "█\n\t}', '"AUTH_INVALID_TOKEN"'],
	['if (err.code == "NOT_FOUND") {\n\t} else if (err.code == "█', '"AUTH_INVALID_TOKEN"'],
	['if (err.code in setOf("NOT_FOUND", "█")) {\n\t}', '"AUTH_INVALID_TOKEN"'],
	['val x = if (err.code == "NOT_FOUND") 1 else if (err.code == █', '"AUTH_INVALID_TOKEN"'],
	['when (err.status) {\n\t\t404 -> create()\n\t\t█\n\t}', '401'],
	['when (err.code) {\n\t\t"NOT_FOUND" -> log("""█', undefined],
	['when (err.code) {\n\t\t"NOT_FOUND" -> create() // █', undefined],
];

describe('completion in unfinished Kotlin', () => {
	for (const [body, expected] of unfinished) {
		it(body.replaceAll(/\s+/g, ' '), async () => {
			const { text, offset } = readCursor(
				`// api-errors: silentchat\nclass A {\n\tfun f(err: ApiException) {\n\t${body}\n\t}\n}\n`,
			);
			const site = await labelSiteIn(documentOf(text, 'kotlin'), offset);
			const [first] = site?.offered.toSorted((a, b) => Number(b.entry.required) - Number(a.entry.required)) ?? [];
			assert.equal(first?.text, expected);
		});
	}
});

/** Kotlin in a function, and the integers in it that are statuses. */
const statuses: readonly (readonly [string, readonly number[]])[] = [
	['if (response.code == 429) {}', [429]],
	['if (response.code() in 500..599) {}', [500, 599]],
	['when (response.status.value) { 401, 403 -> a(); in 500 until 600 -> b(); else -> c() }', [401, 403, 500]],
	['assertEquals(404, response.code)', [404]],
	['assertEquals(404, status.value)', [404]],
	['assertThat(response2.code).isEqualTo(200)', [200]],
	['response.status shouldBe 404', [404]],
	['assertThat(response.statusCode).isEqualTo(404)', [404]],
	['return ResponseEntity.status(409).build()', [409]],
	['server.enqueue(MockResponse().setResponseCode(503))', [503]],
	['call.respond(HttpStatusCode(422, "x"))', [422]],
	['throw HttpException(code = 404, message = "gone")', [404]],
	['val retryable = setOf(408, 429, 503); if (response.code in retryable) {}', [408, 429, 503]],
	['Dimension(404, 300); Thread.sleep(500); delay(500); repeat(200) {}; list.take(404)', []],
	['modifier.width(404.dp).padding(top = 200); animate(durationMillis = 500)', []],
];

describe('statuses in Kotlin', () => {
	const found = async (text: string): Promise<readonly unknown[]> => {
		const { blocks } = await analyzed(text, 'kotlin');
		return blocks
			.flatMap(({ occurrences }) => occurrences.map(({ value }) => value))
			.filter((value) => typeof value === 'number')
			.filter((value, index, all) => value !== all[index - 1]);
	};
	for (const [body, expected] of statuses) {
		it(body, async () => {
			assert.deepEqual(await found(`class A {\n\tfun f() {\n\t\t${body}\n\t}\n}\n`), expected);
		});
	}
	it('in an enum', async () =>
		assert.deepEqual(await found('enum class Status(val code: Int) { NOT_FOUND(404), GONE(410) }'), [404, 410]));
	it('of parameters that have one by default', async () =>
		assert.deepEqual(
			await found('class E(val status: Int = 409)\nfun fail(status: Int = 404, width: Int = 300, code: Int = 1) {}'),
			[409, 404],
		));
	it('in annotations and of classes that extend an error', async () =>
		assert.deepEqual(
			await found('@ApiError(status = 409) class A : HttpException(404, "gone") { constructor() : super(404) }'),
			[409, 404],
		));
});
