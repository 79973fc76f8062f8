import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed } from '../../../test/support/analyzed.ts';

/** Lines of code, and the integers in them that are HTTP statuses. */
const lines: readonly (readonly [source: string, statuses: readonly number[]])[] = [
	['if (res.status === 404) retry();', [404]],
	['if (404 === err.response?.status) retry();', [404]],
	['const isOk = statusCode >= 200 && statusCode < 300;', [200, 300]],
	['const isOk = n >= 200 && n < 300;', [200, 300]],
	['const inRange = n >= 150 && n < 320;', []],
	['switch (response.statusCode) { case 401: case 429: retry(); }', [401, 429]],
	['res.status(404).json({});', [404]],
	['res.sendStatus(204);', [204]],
	["res.writeHead(302, { Location: '/' });", [302]],
	['return new Response(null, { status: 204 });', [204]],
	["throw new HttpException('gone', 403);", [403]],
	['expect(res.status).toBe(401);', [401]],
	['expect(await page.status()).toEqual(500);', [500]],
	['expect(list.length).toBe(404);', []],
	['expect(total).toEqual(200);', []],
	['expect(res.writeHead).toHaveBeenCalledWith(404);', [404]],
	["request(app).get('/').expect(200, done);", [200]],
	['const RETRYABLE_STATUS_CODES = new Set([408, 429, 503]);', [408, 429, 503]],
	['[301, 302, 307].forEach((status) => run(status));', [301, 302, 307]],
	['type Status = 200 | 404;', [200, 404]],
	['const TOO_MANY_REQUESTS = 429;', [429]],
	['const MAX_WIDTH = 404;', []],
	['setTimeout(retry, 429);', []],
	['element.style.width = 404;', []],
	['const port = 404; server.listen(404);', []],
	['const first = list.slice(0, 200);', []],
	['const statusBarHeight = 404;', []],
	['if (exitStatus === 127 || job_status === 404) stop();', []],
	['if (event.keyCode === 229) stop();', []],
	['const sum = status + 404;', []],
	['if (error.code === 404) stop();', [404]],
	['const order = { productId: 404, amount: 500 };', []],
	['socket.close(404);', []],
	['if ([401, 403].includes(err.response.status)) stop();', [401, 403]],
	['if ([401, 403].includes(roomId)) stop();', []],
	['const gray = { 200: "#eee", 400: "#bbb", 500: "#999" };', []],
	['const reason = { 404: "Not Found", 409: "Conflict" }[response.status];', [404, 409]],
	['const a = b[404];', []],
	['wait(-404);', []],
	['const Codes = { Accepted: 202, PermanentRedirect: 308, Total: 308 };', [202, 308]],
	['enum Answer { NotFound = 404, Width = 404 }', [404]],
	['const status = response.status ?? 500;', [500]],
	['if (response.status === "429") retry();', [429]],
	['if (response.status === 0x1ad || response.status === 4_01) retry();', [429, 401]],
	['if (response.status === 404.5) retry();', []],
];

describe('integers that are HTTP statuses', () => {
	for (const [source, statuses] of lines) {
		it(source, async () => {
			const { blocks } = await analyzed(`${source}\n`);
			const found = blocks.flatMap(({ occurrences }) =>
				occurrences.filter(({ kind, name }) => kind === 'status' && name === undefined).map(({ value }) => value),
			);
			assert.deepEqual(found, statuses);
		});
	}

	it('are recognised in attributes of elements', async () => {
		const { blocks } = await analyzed('const page = <Page statusCode={404} width={300} />;\n', 'typescriptreact');
		assert.deepEqual(
			blocks.flatMap(({ occurrences }) => occurrences.map(({ value }) => value)),
			[404],
		);
	});
});
