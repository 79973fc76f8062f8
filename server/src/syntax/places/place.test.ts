import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBlocks } from '../../../../test/support/read-blocks.ts';
import { type Place, placeOf } from './place.ts';

/** Code with a 404 in it, and where that stands: the kind of the place, and what names it. */
const places: readonly (readonly [source: string, kind: Place['kind'], name: string])[] = [
	['if ((await load({ id }))!.status === 404) stop();', 'comparison', 'load.status'],
	["if (get(error, 'response.status') !== 404) stop();", 'comparison', 'error.response.status'],
	['if (404 > size()) stop();', 'range', 'size'],
	['switch (answer.code) { case 404: stop(); }', 'case', 'answer.code'],
	['send(response, 404);', 'argument', ''],
	["stream.respond({ ':status': 404 });", 'pair', 'status'],
	['const titles = { 404: title };', 'key', 'titles'],
	['interface Routes { responses: { 404: Problem } }', 'key', 'responses'],
	['const codes = new Set([404]);', 'element', 'codes'],
	['const options = { codes: given ?? [404] };', 'element', 'codes'],
	['[404].forEach((status) => run(status));', 'element', 'status'],
	["[['x', 404]].forEach(([name, status]) => run(name, status));", 'element', 'status'],
	["it.each([['x', 404]])('%s', (name, status) => run(name, status));", 'element', 'status'],
	['for (const [name, status] of [["x", 404]]) run(name, status);', 'element', 'status'],
	['const [name, status] = ["x", 404];', 'element', 'status'],
	['const status: number = given ? 404 : 0;', 'assignment', 'status'],
	['response.status = 404 as number;', 'assignment', 'response.status'],
	['function stop(status = 404) {}', 'assignment', 'status'],
	['function stop({ status: code = 404 }) {}', 'assignment', 'status'],
	['const { status = 404 } = error;', 'assignment', 'status'],
	['status += 404;', 'arithmetic', ''],
	['enum Answer { Missing = 404 }', 'member', 'Missing'],
	['function statusOf() { return 404; }', 'return', 'statusOf'],
	['const status = match(error).otherwise(() => 404);', 'return', 'status'],
	['type Status = 200 | 404;', 'type', 'Status'],
	["type Item = Paths['/items']['responses'][404];", 'index', 'Paths.responses'],
	['const title = titles[404];', 'index', 'titles'],
	['wait(-404);', 'arithmetic', ''],
	['404;', 'other', ''],
];

async function placesIn(source: string): Promise<readonly Place[]> {
	const blocks = await readBlocks(source);
	return blocks.flatMap(({ code }) =>
		code.literals.filter(({ value }) => value === 404).map(({ part }) => placeOf(part)),
	);
}

describe('the place of a literal', () => {
	for (const [source, kind, name] of places) {
		it(source, async () => {
			assert.deepEqual(
				(await placesIn(source)).map((place) => [place.kind, place.name]),
				[[kind, name]],
			);
		});
	}

	it('knows what is called, on what, and which argument it is', async () => {
		const [place] = await placesIn("reply.header('a', 'b').code(body, 404);");
		assert.deepEqual([place?.callee, place?.receiver, place?.index], ['code', 'header', 1]);
	});

	it('knows what may stand instead, and what the value is taken for', async () => {
		const [place] = await placesIn('send((error.status ?? 404) as HttpStatus);');
		assert.deepEqual(
			place?.instead.map(({ text }) => text),
			['error.status'],
		);
		assert.ok(place?.casts.some((cast) => cast.includes('HttpStatus')));
	});
});
