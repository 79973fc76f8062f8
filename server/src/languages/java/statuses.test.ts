import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';

/** Java, and the integers in it that are statuses. */
const statuses: readonly (readonly [string, readonly number[]])[] = [
	['if (response.code() == 429) {}', [429]],
	['assertEquals(404, response.getStatusCode());', [404]],
	['assertThat(res.getStatus()).isEqualTo(404);', [404]],
	['return ResponseEntity.status(409).build();', [409]],
	['server.enqueue(new MockResponse().setResponseCode(503));', [503]],
	['new Response.Builder().code(200).message("OK").build(); new Size.Builder().code(200);', [200]],
	['HttpStatus s = HttpStatus.valueOf(422);', [422]],
	['new Dimension(404, 300); Thread.sleep(500);', []],
	['if (Set.of(429, 503).contains(response.code())) {}', [429, 503]],
	['assertThat(api.send()).isNotNull().extracting(Response::status).isEqualTo(200);', [200]],
	['assertThat(api.send()).extracting(r -> r.getStatus()).isEqualTo(409);', [409]],
	['assertThat(api.send()).extracting("size").isEqualTo(409);', []],
	['server.enqueue(new MockResponse().setStatus("HTTP/1.1 " + 200));', [200]],
	['log.info("Lines: " + 404);', []],
	['ctx.fail(500); when("http://a.b/").set(c -> c.name("a")).respond(200);', [500, 200]],
	['when(list.size()).thenReturn(200);', []],
	['mvc.perform(get("/")).andExpect(status().is(404)).andExpect(jsonPath("$.status").value(409));', [404, 409]],
	['mvc.perform(get("/")).andExpect(jsonPath("$.status", is(404))).andExpect(jsonPath("$.age", is(409)));', [404]],
	['client.get().exchange().expectStatus().isEqualTo(409);', [409]],
	['exchange.sendResponseHeaders(200, -1);', [200]],
	['var s = HttpResponseStatus.valueOf(404);', [404]],
	['int rc = connection.getResponseCode(); if (rc >= 400) {}', [400]],
	['int length = connection.getContentLength(); if (length == 404) {}', []],
	['request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);', [404]],
	['request.setAttribute(Sizes.LARGEST_PAGE_SIZE, 404);', []],
	['boolean retry = code == 429 || code >= 500 && code < 600;', [429, 500]],
	['switch (response.statusCode()) { case 401, 403 -> a(); default -> b(); }', [401, 403]],
];

describe('statuses in Java', () => {
	const found = async (text: string): Promise<readonly unknown[]> => {
		const { blocks } = await analyzed(text, 'java');
		return blocks
			.flatMap(({ occurrences }) => occurrences.map(({ value }) => value))
			.filter((value) => typeof value === 'number')
			.filter((value, index, all) => value !== all[index - 1]);
	};
	for (const [body, expected] of statuses) {
		it(body, async () => {
			assert.deepEqual(await found(`class A {\n\tvoid f() {\n\t\t${body}\n\t}\n}\n`), expected);
		});
	}
	it('in an enum', async () =>
		assert.deepEqual(await found('enum HttpStatus { NOT_FOUND(404, "Not Found"), GONE(410, "Gone"); }'), [404, 410]));
	it('in annotations', async () =>
		assert.deepEqual(
			await found('class A { @ResponseStatus(code = 404) @ApiError(status = 409) void f() {} }'),
			[404, 409],
		));
});
