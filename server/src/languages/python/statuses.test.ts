import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';
import { explainNumber } from '../../analysis/status/status-occurrences.ts';

/** Lines of code, and the integers in them that are HTTP statuses. */
const lines: readonly (readonly [source: string, statuses: readonly number[]])[] = [
	['if reply.status_code in (410, 503): pass', [410, 503]],
	['if reply.status_code not in {404}: pass', [404]],
	['raise HTTPException(status_code=409)', [409]],
	['abort(403)', [403]],
	['def view(): return jsonify(x), 404', [404]],
	['def view(): return {"error": text}, 400', [400]],
	['def size(): return width, 400', []],
	['self.assertEqual(reply.status_code, 403)', [403]],
	['self.assertEqual(len(rows), 403)', []],
	['assert client.get("/x").status_code == 200', [200]],
	['Retry(total=3, status_forcelist=[429, 502])', [429, 502]],
	['@pytest.mark.parametrize("status_code", [401, 403])\ndef test_it(status_code): pass', [401, 403]],
	['@pytest.mark.parametrize(("url", "status_code"), [("/a", 404)])\ndef test_it(url, status_code): pass', [404]],
	['@pytest.mark.parametrize(("url", "width"), [("/a", 404)])\ndef test_it(url, width): pass', []],
	[
		'CASES = [("/a", 400), ("/b", 500)]\n@pytest.mark.parametrize("url, status_code", CASES)\ndef test_it(): pass',
		[400, 500],
	],
	['CASES = [("/a", 400)]\nfor url, status in CASES: check(url, status)', [400]],
	['@app.post("/", responses={404: {"model": M}})\ndef view(): pass', [404]],
	['def is_fine(value): return 200 <= value < 300', [200, 300]],
	['def fits(width): return 150 <= width <= 320', []],
	['status_code = max((one for one in all), default=200)', [200]],
	['status, body = 404, ""', [404]],
	['class Codes(IntEnum):\n    NOT_FOUND = 404', [404]],
	['def answer(status: int = 404): pass', [404]],
	['match reply.status:\n    case 404 | 410: pass', [404, 410]],
	['match reply:\n    case {"status": 404}: pass', [404]],
	['name = CharField(max_length=404)', []],
	['time.sleep(429)', []],
	['random.randint(400, 500)', []],
	['if e.code == 429: pass', [429]],
	['answer = http.Response.make(500, b"x")', [500]],
	['self.assertRedirects(reply, "/x", 301)', [301]],
	['assert self.fetch("/x").code == 404', [404]],
	['client.get("/x", expect=404)', [404]],
	['sends("GET", 204)', [204]],
	['pages("list", 204)', []],
	['if len(x) > 500: pass', []],
];
for (const [source, statuses] of lines)
	test(source, async () => {
		const analysis = await analyzed(source, 'python');
		const numbers = analysis.blocks.flatMap(({ code }) => code.literals.filter(({ kind }) => kind === 'integer'));
		const found = numbers.filter((literal) => explainNumber(literal, analysis).isStatus).map(({ value }) => value);
		assert.deepEqual(found, statuses);
	});
