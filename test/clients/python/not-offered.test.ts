import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasSyntaxError, readBlocks } from '../../support/read-blocks.ts';
import { type FixName, fixedPython } from './fixed-python.ts';

/** A function that asks for a page, with what makes it unfit in its place. */
function source({
	above = '',
	head = 'def run(url):',
	before = '',
	request = 'requests.get(url)',
	inside = '',
	file = '',
}): string {
	const lines = [
		'import requests',
		file,
		above,
		head,
		before && `    ${before}`,
		`    response = ${request}`,
		'    if response.status_code == 429:',
		`        ${inside || 'raise RuntimeError("limited")'}`,
		'    return response.json()',
	];
	return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

const unfit: readonly (readonly [why: string, text: string])[] = [
	['it is called by a test runner', source({ head: 'def test_run(url):' })],
	[
		'a file is at its end once it was sent',
		source({ head: 'def run(url, file):', request: 'requests.put(url, data=file)' }),
	],
	[
		'a generator is at its end once it was sent',
		source({ head: 'def run(url, rows: Iterator[bytes]):', request: 'requests.put(url, data=rows)' }),
	],
	['what is streamed cannot be sent again', source({ request: 'requests.post(url, files={"f": open(url)})' })],
	['its client would block the loop', source({ head: 'async def run(url):' })],
	['the header is read already', source({ inside: 'wait(response.headers["Retry-After"])' })],
	['what it does repeats by itself', source({ inside: 'while True: time.sleep(1)' })],
	['a name is taken', source({ file: 'from time import time' })],
	[
		'the response is given to it',
		'import requests\ndef check(response):\n    if response.status_code == 429:\n        raise RuntimeError("limited")\n',
	],
	['no client is known', source({}).replace('import requests', 'import clients')],
	[
		'a file that was opened is at its end',
		source({ before: 'rows = open(url)', request: 'requests.put(url, data=rows)' }),
	],
	[
		'giving up would be caught, and the next try be made at once',
		'import requests\nimport time\ndef run(url):\n    last = None\n    for attempt in range(9):\n        try:\n            response = requests.get(url)\n            if response.status_code == 429:\n                time.sleep(1)\n                continue\n            return response.json()\n        except Exception as error:\n            last = error\n    raise last\n',
	],
	[
		'each turn asks with another key',
		'import requests\nimport time\ndef run(url, keys):\n    for key in keys:\n        response = requests.get(url, params=key)\n        if response.status_code == 429:\n            time.sleep(1)\n            continue\n        return response.json()\n',
	],
	[
		'what sends it waits by itself',
		'import requests\nimport time\ndef fetch(url):\n    time.sleep(1)\n    return requests.get(url)\ndef run(url):\n    response = fetch(url)\n    if response.status_code == 429:\n        raise RuntimeError("limited")\n    return response.json()\n',
	],
	[
		'an error of its own has no headers',
		'import requests\ndef run(url):\n    try:\n        load(url)\n    except ApiError as error:\n        if error.code == "RATE_LIMITED":\n            pass\n',
	],
];

describe('Retry-After handling is not offered where', () => {
	for (const [why, text] of unfit)
		it(why, async () => {
			assert.ok(!hasSyntaxError(await readBlocks(text, 'python')), text);
			assert.equal(await fixedPython(text, 'retryAfter'), undefined, text);
		});

	it('nothing of that is so', async () => assert.ok(await fixedPython(source({}), 'retryAfter')));
});

/** Code that cannot be done a second time as a whole, or that was not yet done when the request was made. */
const onlySent: readonly (readonly [why: string, text: string])[] = [
	['a decorator may call it otherwise', source({ above: '@app.get("/")' })],
	['a decorator of several lines too', source({ above: '@app.get(\n    "/",\n)' })],
	['Python calls it', source({ head: 'def __call__(url):' })],
	['it yields', source({ before: 'yield 1' })],
	['it does something that would be done twice', source({ before: 'queue.put(url)' })],
	['it takes something that would be gone', source({ before: 'url = queue.pop()' })],
	['its parameter has another value by then', source({ before: 'url = url + "/"' })],
	['the branch is for other errors as well', source({}).replace('== 429', 'in (429, 404)')],
	[
		'nothing repeats the top level',
		'import requests\nresponse = requests.get(url)\nif response.status_code == 429:\n    raise SystemExit(1)\n',
	],
];

describe('only the request is sent again where', () => {
	for (const [why, text] of onlySent)
		it(why, async () => {
			const fixed = (await fixedPython(text, 'retryAfter')) ?? '';
			assert.ok(!hasSyntaxError(await readBlocks(fixed, 'python')), fixed);
			assert.match(fixed, /response = send_with_retry_after\(lambda: requests\.get\(url\)\)/);
		});
});

describe('of several clients in a file', () => {
	const both = (body: string) => `import aiohttp\nimport httpx\nimport requests\n\n\n${body}`;
	const waits = async (body: string) => {
		const fixed = (await fixedPython(both(body), 'retryAfter')) ?? '';
		return /asyncio\.sleep|time\.sleep/.exec(fixed)?.join();
	};
	const method = (head: string, request: string, status: string) =>
		`class Client:\n    ${head}\n        response = ${request}\n        if response.${status} == 429:\n            raise RuntimeError("limited")\n        return response\n`;

	it('the one that is called so waits', async () => {
		const call = 'self.session.get(url)';
		assert.equal(await waits(method('def run(self, url):', call, 'status_code')), 'time.sleep');
		assert.equal(await waits(method('async def run(self, url):', `await ${call}`, 'status_code')), 'asyncio.sleep');
		assert.equal(await waits(method('async def run(self, url):', `await ${call}`, 'status')), 'asyncio.sleep');
	});

	it('none does where it would block the loop, or where no client is asked so', async () => {
		assert.equal(await waits(method('async def run(self, url):', 'requests.get(url)', 'status_code')), undefined);
		assert.equal(await waits(method('def run(self, url):', 'self.session.get(url)', 'status')), undefined);
	});
});

describe('a refreshed token is not offered where', () => {
	const refresh = 'def refresh_token():\n    pass\n\n\n';
	const plain = `import requests\n\n\n${refresh}def run(url):\n    response = requests.get(url)\n    if response.status_code == 401:\n        raise RuntimeError("signed out")\n    return response.json()\n`;
	const others: readonly (readonly [why: string, text: string])[] = [
		['nothing refreshes it', plain.replace(refresh, '')],
		['refreshing needs something', plain.replace('refresh_token()', 'refresh_token(session)')],
		['refreshing makes the same request', plain.replace('    pass', '    run("/token")')],
		['refreshing has to be waited for', plain.replace('def refresh', 'async def refresh')],
		['the caller gives the token', plain.replace('run(url)', 'run(url, token)')],
	];
	for (const [why, text] of others)
		it(why, async () => assert.equal(await fixedPython(text, 'refreshToken'), undefined, text));

	it('nothing of that is so', async () => assert.ok(await fixedPython(plain, 'refreshToken')));
});

it('waiting and refreshing pass on to each other what was tried', async () => {
	const text = `import requests\n\ntoken = ""\n\n\ndef refresh_token():\n    pass\n\n\ndef run(url):\n    response = requests.get(url)\n    if response.status_code == 401:\n        raise RuntimeError("signed out")\n    elif response.status_code == 429:\n        raise RuntimeError("limited")\n    return response.json()\n`;
	const fixes: readonly (readonly FixName[])[] = [
		['retryAfter', 'refreshToken'],
		['refreshToken', 'retryAfter'],
	];
	for (const [first = 'retryAfter', second = 'retryAfter'] of fixes) {
		const both = await fixedPython((await fixedPython(text, first)) ?? '', second);
		assert.match(
			both ?? '',
			/run\(url, (?:refreshed=refreshed, attempt=attempt \+ 1|attempt=attempt \+ 1, refreshed=refreshed)\)/,
		);
		assert.match(both ?? '', /run\(url, (?:attempt=attempt, refreshed=True|refreshed=True, attempt=attempt)\)/);
	}
});
