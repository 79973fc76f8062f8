import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';
import type { Sign } from './sign.ts';
import { explainNumber } from './status-occurrences.ts';

/** Lines of code, and the integers in them that are HTTP statuses. */
type Line = readonly [source: string, statuses: readonly number[]];

/** By what says it. */
const lines: Readonly<Record<string, readonly Line[]>> = {
	'what it is compared with': [
		['if (res.status === 404) retry();', [404]],
		['if (404 === err.response?.status) retry();', [404]],
		['if ((await load({ id })).status !== 200) stop();', [200]],
		['if (reply.getStatusCode() == 500) stop();', [500]],
		["if (_.get(err, 'context.response.statusCode') === 404) stop();", [404]],
		["if (headers[':status'] === 200) stop();", [200]],
		['if (error.code === 404) stop();', [404]],
		['if (response.code === 200) stop();', [200]],
		['if (error.code === 403 || error.status === 403) stop();', [403, 403]],
		['if (err.code === 400 || err.status === 400) stop();', [400, 400]],
		['if (statusDupe === 422) stop();', [422]],
		['if (response.status === "429") retry();', [429]],
		['if (headers["http-status"] !== "200") stop();', [200]],
		['async function f() { fetch(url); expect(await page.text()).toBe("404"); }', []],
		['if (response.status === 0x1ad || response.status === 4_01) retry();', [429, 401]],
		['if (response.status === 404.5) retry();', []],
		['const sum = status + 404;', []],
		['const a = b[404];', []],
		['wait(-404);', []],
		['if (exitStatus === 127 || job_status === 404) stop();', []],
		['if (event.keyCode === 229) stop();', []],
		['if (order.status === 200) stop();', []],
		['if (smtp.responseCode === 421) stop();', []],
		['if (odbcError.sqlcode === 204) stop();', []],
		['if (error.code === 208) stop();', []],
		['if (country.code === 423) stop();', []],
		['if (items.length > 400) stop();', []],
	],
	'where the compared name comes from': [
		['function f(res) { const { status: s } = res; if (s === 500) stop(); }', [500]],
		['function f(res) { const actual = res.statusCode; expect(actual).toBe(200); }', [200]],
		['const validateStatus = (n) => n < 500;', [500]],
		['const ok = statuses.every((one) => one === 200);', [200]],
		['const ok = sizes.every((one) => one === 200);', []],
	],
	'a range that is a class': [
		['const isOk = statusCode >= 200 && statusCode < 300;', [200, 300]],
		['const isOk = n >= 200 && n < 300;', [200, 300]],
		['const isBad = 400 <= n && n <= 499;', [400, 499]],
		['fetch(url).then(({ code }) => (code >= 400 ? fail() : done()));', [400]],
		['const isNone = n < 200 || n >= 300;', [200, 300]],
		['const inRange = n >= 150 && n < 320;', []],
		['const isMiddle = width >= 200 && width < 300;', []],
		['for (let i = 0; i < 500; i++) send({ status: i % 2 });', []],
	],
	'the subject of a switch': [
		['switch (response.statusCode) { case 401: case 429: retry(); }', [401, 429]],
		['switch (code) { case 400: a(); break; case 404: b(); break; case 503: c(); }', [400, 404, 503]],
		['switch (error.code) { case 10: a(); break; case 400: case 401: b(); }', []],
		['switch (level) { case 100: a(); break; case 200: b(); break; case 300: c(); }', []],
		["const text = match(errorCode).with(404, () => 'gone').with(401, () => 'who').exhaustive();", [404, 401]],
	],
	'the call that it is given to': [
		['res.status(404).json({});', [404]],
		['res.sendStatus(204);', [204]],
		["res.writeHead(302, { Location: '/' });", [302]],
		['reply.code(200).send(body);', [200]],
		["reply.header('content-type', type).code(200);", [200]],
		['const pages = createMockResponses(100, 5000);', []],
		['const [controller] = abortAfter(404);', []],
		['h.response(body).code(200);', [200]],
		['ctx.throw(400);', [400]],
		["throw createError(400, 'no name');", [400]],
		["throw error(500, 'Oops');", [500]],
		["throw new RequestError(answer, 50_035, 400, 'POST', url);", [400]],
		["return fail(400, { name: 'missing' });", [400]],
		["throw new HttpException('gone', 403);", [403]],
		["throw new ApiError('File is missing', 400);", [400]],
		["throw new (errors.ApiError as any)('No embeddings', 503);", [503]],
		['return c.json({ ok: true }, 200); ', [200]],
		["return c.text('', 201);", [201]],
		["throw json('not a valid key', 500);", [500]],
		['return jsonResponse(body, 500);', [500]],
		['return problemResponse(400, message);', [400]],
		["function f() { expectFetch('/items', 200, { method: 'PUT' }); }", [200]],
		['server.forGet(url).thenStream(200, stream);', [200]],
		['function f() { fetch(url); return new FixedResponseStep(200, text); }', [200]],
		["function f() { fetch(url); waitForRequest('/items', 500, done); poll('/items', 500); }", []],
		['function f() { fetch(url); sendPage(res, 200, body); }', [200]],
		['function f() { fetch(url); setTimeout(res, 200, body); }', []],
		['@HttpCode(200) class Controller {}', [200]],
		['@OpenApi(200, 401, 404) class Controller {}', [200, 401, 404]],
		["@OpenApi({ code: 200, description: 'The item' }, 404) class Controller {}", [200, 404]],
		['@Answers(401, 403, 429) class Controller {}', [401, 403, 429]],
		['@ApiResponse(Answer, 200, true) class Controller {}', [200]],
		["class NotAllowed extends HttpError { constructor() { super(405, 'Not here'); } }", [405]],
		["class BadInput extends ApiError { constructor() { super('Wrong', 400); } }", [400]],
		['class Box extends Shape { constructor() { super(400, 200); } }', []],
		[
			"class Refusal extends Problem { static of() { return new this('Wrong', 3, 400); } constructor(message, code, status) {} }",
			[400],
		],
		["class RefusalError { static of() { return new this('Wrong', 401); } }", [401]],
		['class RouteException { constructor(message, code = 404) {} }', [404]],
		['class Route { constructor(message, code = 404) {} }', []],
		['self.assertResponseStatusCodeSame(200);', [200]],
		["return redirect('/home', 302);", [302]],
		["return Response.redirect('https://example.org', 307);", [307]],
		['return redirect(303, `/items/first`);', [303]],
		["nock(host).get('/').reply(200, {});", [200]],
		["fetchMock.get('/items', 500);", [500]],
		['mockFetch(500, {});', [500]],
		['stubResponse(200);', [200]],
		["request(app).get('/').expect(200, done);", [200]],
		["request(app).get('/').expect('Content-Type', /json/).expect(200);", [200]],
		["request(app).get('/').expect(200).expect(hasHeader('Vary'));", [200]],
		['const res = await req.expect(200).buffer(true);', [200]],
		['reply.serializerOf(201)({});', [201]],
		["table.string('key', 200);", []],
		["column.text('note', 500);", []],
		['expectStatusCode(400, res);', [400]],
		['const text = getStatusText(500);', [500]],
		['setTimeout(retry, 429);', []],
		['setTimeout(() => { res.status(code); }, 500);', []],
		['const first = list.slice(0, 200);', []],
		['const port = 404; server.listen(404);', []],
		['socket.close(404);', []],
		['await page.waitForResponse(500);', []],
		['context.fillText(label, 404, 200);', []],
		['mouse.moveTo(410, 251);', []],
		["doc.text('Title', 200, 400);", []],
		['const limit = schema.number().prefault(500);', []],
		["console.error('took', 500);", []],
		["throw new TimeoutError('too slow', 500);", []],
		['const throttled = useThrottle(save, 500);', []],
		['loadUser(201);', []],
	],
	'what a function of the file calls its parameter': [
		['function send(res, statusCode, body) { res.end(body); }\nsend(res, 200, text);', [200]],
		['function draw(width, height) {}\ndraw(404, 200);', []],
		['class Failure { constructor(message, status) {} }\nconst a = new Failure(text, 500);', [500]],
		['function fail({ status = 500, text = "" }) {}', [500]],
		['function fail(status = 500) {}', [500]],
		['function fail(timeout = 500) {}', []],
	],
	'the key before it': [
		["map.set('status', 200);", [200]],
		["expect(error).toHaveProperty('status', 403);", [403]],
		["expect(error).toHaveProperty(['httpStatus'], 400);", [400]],
		["expect(error).to.have.property('statusCode').that.equals(500);", [500]],
		["const status = get(error, 'response.status', 500);", [500]],
		["style.set('width', 404);", []],
	],
	'the other side of an assertion': [
		['expect(res.status).toBe(401);', [401]],
		['expect((result as Response).status).toBe(500);', [500]],
		['expect((await load({ id })).status).toBe(200);', [200]],
		['expect(await page.status()).toEqual(500);', [500]],
		['expect(res.status()).toBeGreaterThanOrEqual(400);', [400]],
		['expect(res.status).not.toBe(500);', [500]],
		['expect(200).toEqual(res.status);', [200]],
		["cy.request(url).its('status').should('eq', 200);", [200]],
		["cy.get(box).its('width').should('eq', 200);", []],
		['expect([400, 500]).toContain(res.status());', [400, 500]],
		['expect(res.statusCode, 404);', [404]],
		['expect(404, res.statusCode);', [404]],
		['expect(res.statusCode, equals(503));', [503]],
		['expect(list.length, 200);', []],
		['expect(list.length, equals(200));', []],
		['expect(res.status).to.be.oneOf([200, 500]);', [200, 500]],
		['expect(res).to.have.status(200);', [200]],
		['res.status.should.equal(200);', [200]],
		['t.is(res.statusCode, 200);', [200]],
		['p.strictEqual(statusCode, 200);', [200]],
		['assert.equal(200, res.status);', [200]],
		['expect(response.body.error.code).toBe(409);', [409]],
		['expect(list.length).toBe(404);', []],
		['expect(total).toEqual(200);', []],
		['expect(box.width).toBeCloseTo(404);', []],
		['t.equal(process.exitCode, 404);', []],
		['expect(res.writeHead).toHaveBeenCalledWith(404);', [404]],
		['expect(validateStatus).toHaveBeenCalledWith(500);', [500]],
		['sinon.assert.calledWith(res.status, 500);', [500]],
		['expect(res.status.calledWith(500)).toBe(true);', [500]],
		['expect(res.status.mock.calls[0][0]).toBe(500);', [500]],
		['expect(resize.mock.calls[0][0]).toBe(500);', []],
		['expect(setTimeout).toHaveBeenCalledWith(expect.any(Function), 500);', []],
		['const load = { status: vi.fn().mockReturnValue(500) };', [500]],
		['when(response.getStatus()).thenReturn(200);', [200]],
		["sinon.stub(response, 'status').returns(200);", [200]],
	],
	'the list that it is in': [
		['const RETRYABLE_STATUS_CODES = new Set([408, 429, 503]);', [408, 429, 503]],
		['const retryOn = [500, 502, 503];', [500, 502, 503]],
		['const options = { retry: { statusCodes: codes ?? [500, 503] } };', [500, 503]],
		['cache({ statuses: [0, 200] });', [200]],
		['const FINE = [200, 204];\nconst ok = FINE.includes(response.status);', [200, 204]],
		['const FINE = [200, 204];\nconst ok = FINE.includes(box.width);', []],
		['[301, 302, 307].forEach((status) => run(status));', [301, 302, 307]],
		['if ([401, 403].includes(err.response.status)) stop();', [401, 403]],
		['if (![200, 500].includes(status)) stop();', [200, 500]],
		['return [200, { "content-type": "text/plain" }, body];', [200]],
		["mock.onGet(url).reply(() => [200, 'x']);", [200]],
		["nock(host).get('/').reply(function () { return [200]; });", [200]],
		['rows.map(() => [200, 1]);', []],
		['const rule = { redirectStatusCode: z.union([z.literal(307), z.literal(400)]).optional() };', [307, 400]],
		['const sizes = [200, 400, 500];', []],
		['intervals([200, 400, 800]);', []],
		['const bytes = [105, 217, 201, 404];', []],
		['const point = [404, 300];', []],
	],
	'tests with rows': [
		["it.each([200])('keeps %i as other status codes', async (code) => fetch(code));", [200]],
		["it.each([400, 500])('answers %i', async (statusCode) => run(statusCode));", [400, 500]],
		["it.each([[400, 'x'], [500, 'y']])('answers %i', async (status, text) => run(status));", [400, 500]],
		["it.each([['a 400', 400], ['a 404', 404]])('answers %s', (label, expected) => run(expected));", [400, 404]],
		["const CASES = [['/a', 200], ['/b', 500]];\nfor (const [url, status] of CASES) check(url, status);", [200, 500]],
		["const CASES = [['/a', 200], ['/b', 500]];\ntest.each(CASES)('%s', (url, status) => check(url));", [200, 500]],
		["const CASES = [['/a', 200], ['/b', 500]];\nfor (const [url, width] of CASES) check(url, width);", []],
		["it('answers 404', () => { fetchMock(); expect(result).toBe(404); });", [404]],
		["it('cuts after 500 characters', () => { fetchMock(); expect(result).toBe(500); });", []],
		['function f(res) { const expected = 200; expect(res.status).toBe(expected); }', [200]],
		['function f(res) { let code = 500; res.statusCode = code; }', [500]],
		['function f(box) { const expected = 200; expect(box.width).toBe(expected); }', []],
	],
	'the table that it is a key or a value of': [
		['const reason = { 404: "Not Found", 409: "Conflict" }[response.status];', [404, 409]],
		['const operation = { responses: { 200: schema, 400: problem } };', [200, 400]],
		['const route = { response: { 200: schema, 400: a, 500: b } };', [200, 400, 500]],
		['function getResponseSchema() { return { 200: { type: "object" } }; }', [200]],
		['const defaultResponseRefs = { 200: schema };', [200]],
		['type Route = { Reply: { 200: Item; 400: Problem } };', [200, 400]],
		['type Answers = { responses: { 200: Item; 400: Problem } };', [200, 400]],
		["type Item = paths['/items']['get']['responses'][200];", [200]],
		['const pages = { 404: { text: "404 not found" }, 500: { text: "500 Internal Server Error" } };', [404, 500]],
		['const errorCodeMap = { 400: a, 404: b };', [400, 404]],
		['const TEXTS = { 200: a, 500: b };\nconst text = TEXTS[response.status];', [200, 500]],
		['const TEXTS = { 200: a, 500: b };\nconst text = TEXTS[size];', []],
		['const text = http.STATUS_CODES[500];', [500]],
		['const page = pages[errorCode || 500] ?? errorCodePages[404];', [404]],
		['const statusOf = { INVALID_NAME: 400, IN_USE: 409, TOO_FAST: 429 };', [400, 409, 429]],
		[
			'const Codes = { BAD_REQUEST: 400, EXCEEDED_LIMIT: 403, A: 404, B: 409, C: 422, D: 429 };',
			[400, 403, 404, 409, 422, 429],
		],
		['const gray = { 200: "#eee", 400: "#bbb", 500: "#999" };', []],
		['const shades = { 50: a, 100: b, 200: c, 300: d, 400: e, 500: f };', []],
		['const delays = { 200: "200ms", 400: "400ms" };', []],
		['const color = palette.red[500];', []],
		['const calling = { BE: 32, BZ: 501, SV: 503, GT: 502 };', []],
		['const box = { x: 301, y: 404, width: 302, height: 410 };', []],
	],
	'the key that it is the value of': [
		['return new Response(null, { status: 204 });', [204]],
		["stream.respond({ ':status': 200 });", [200]],
		['const answer = { statusCode: 500, body: "" };', [500]],
		["const body = { error: { code: 400, message: 'Wrong' } };", [400]],
		['const failure = { code: 400, status: 400 };', [400, 400]],
		["const check = { type: 'status', compare: 'eq', target: 200 };", [200]],
		["const check = { type: 'latency', compare: 'lt', target: 200 };", []],
		["const rule = { source: '/a', destination: '/b', type: 301 };", [301]],
		['const order = { productId: 404, amount: 500 };', []],
		['const place = { zip: { code: 500 } };', []],
		['const data = { id: 404, value: 415, count: 423 };', []],
		["const failed = { code: 103, error: 'no such class' };", []],
		['element.style.width = 404;', []],
	],
	'the name that it is given to': [
		['const status = response.status ?? 500;', [500]],
		['const code = isAnswer(error) ? error.status : 500;', [500]],
		['send(error.status || 500);', [500]],
		['const { status = 500 } = error;', [500]],
		['const [status, setStatus] = useState(200);', [200]],
		['setStatus(500);', [500]],
		['const wanted: HttpStatus = 200;', [200]],
		['const wanted = 500 as ContentfulStatusCode;', [500]],
		['const Codes = { Accepted: 202, PermanentRedirect: 308, Total: 308 };', [202, 308]],
		['const TOO_MANY_REQUESTS = 429;', [429]],
		['const REQUEST_TIMEOUT = 408;', [408]],
		['const PRODUCT_NOT_FOUND = 404;', [404]],
		['const UNPROCESSABLE = 422;', [422]],
		['enum Answer { NotFound = 404, Width = 404 }', [404]],
		['enum HttpStatus { Fine = 200, Odd = 500 }', [200, 500]],
		['const MAX_WIDTH = 404;', []],
		['const statusBarHeight = 404;', []],
		['const timeout = options.timeout ?? 500;', []],
		['function f() { fetch(url); const limits = { monthlyResponses: 500, errors: 400 }; }', []],
		['const [size, setSize] = useState(400);', []],
	],
	'what gives it back': [
		['function statusOf(error) { return 500; }', [500]],
		['const toHttpStatus = (error) => (error.known ? 400 : 500);', [400, 500]],
		["const status = match(error).with('a', () => 401).otherwise(() => 500);", [401, 500]],
		["function codeFor(error) { fetch(url); switch (error) { case 'NOT_FOUND': return 404; } }", [404]],
		['function width() { return 404; }', []],
		['const later = wait(() => 500);', []],
	],
	'a type': [
		['type Status = 200 | 404;', [200, 404]],
		['type Expected = 200 | 401;', [200, 401]],
		['interface Answer { status: 200 | 500 }', [200, 500]],
		['type Size = 200 | 400;', []],
	],
};

async function statusesIn(source: string, language?: string): Promise<readonly (string | number)[]> {
	const { blocks } = await analyzed(`${source}\n`, language);
	return blocks.flatMap(({ occurrences }) =>
		occurrences.filter(({ kind, name }) => kind === 'status' && name === undefined).map(({ value }) => value),
	);
}

for (const [sign, rows] of Object.entries(lines)) {
	describe(`a status is told by ${sign}`, () => {
		for (const [source, statuses] of rows) {
			it(source, async () => assert.deepEqual(await statusesIn(source), statuses));
		}
	});
}

describe('a status is told in JavaScript', () => {
	const javascript: readonly Line[] = [
		['function fail(status = 500) {}', [500]],
		['function fail({ status: code = 500 }) {}', [500]],
		[
			'class Client { retryCodes = [500, 503]; #status = 200; has() { return this.#status < 400; } }',
			[500, 503, 200, 400],
		],
	];
	for (const [source, statuses] of javascript) {
		it(source, async () => assert.deepEqual(await statusesIn(source, 'javascript'), statuses));
	}
});

describe('a status is told in elements of a page', () => {
	const elements: readonly Line[] = [
		['const page = <Page statusCode={404} width={300} />;', [404]],
		['const page = <ErrorPage code={500} />;', [500]],
		['const page = <ErrorPage code={404}>x</ErrorPage>;', [404]],
		['const chart = <Chart height={400} value={404} />;', []],
	];
	for (const [source, statuses] of elements) {
		it(source, async () => assert.deepEqual(await statusesIn(source, 'typescriptreact'), statuses));
	}
});

describe('why a number is a status or is none', () => {
	async function signsOf(source: string): Promise<readonly string[]> {
		const analysis = await analyzed(`${source}\n`);
		const numbers = analysis.blocks.flatMap(({ code }) => code.literals.filter(({ kind }) => kind === 'integer'));
		return numbers.flatMap((literal) => explainNumber(literal, analysis).signs.map(said));
	}
	const said = ({ weight, reason }: Sign): string => `${weight > 0 ? 'for' : 'against'}: ${reason}`;

	it('is told as half-sentences for it', async () => {
		assert.deepEqual(await signsOf('if (answer.status === 404) retry();'), [
			'for: 404 is seldom anything else',
			'for: it is compared with `answer.status`',
		]);
	});

	it('is told as half-sentences against it', async () => {
		assert.deepEqual(await signsOf('const width = 500;'), [
			'against: `width` is the name of a size, a time, an amount or a place',
		]);
	});
});
