import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixedPhp } from './fixed-php.ts';

const limited = "    if ($response->getStatusCode() === 429) {\n        throw new RuntimeException('slow');\n    }\n";
const body = (before: string, after = limited): string => `{\n${before}${after}}`;
const sends = '    $response = $client->get($url);\n';

describe('Retry-After handling is not offered in PHP', () => {
	for (const [why, source] of [
		['something else was sent before', `function f($client, $url) ${body(`    $client->post($url);\n${sends}`)}`],
		['what it was given has changed', `function f($client, $url) ${body(`    $url = 'x';\n${sends}`)}`],
		['it gives values one by one', `function f($client, $url) ${body(sends, `${limited}    yield 1;\n`)}`],
		['a stream is sent', `function f($client, StreamInterface $url) ${body(sends)}`],
		['what it is given is changed for the caller', `function f($client, &$url) ${body(sends)}`],
		['the function has no name', `$f = function ($client, $url) ${body(sends)};`],
		['PHP calls the method', `class A { function __get($url) ${body(sends)} }`],
		['the response was made elsewhere', `function f($response) ${body('')}`],
		[
			'the header is read already',
			`function f($client, $url) ${body(sends, `    $a = $response->getHeader('Retry-After');\n${limited}`)}`,
		],
		[
			'each turn of the loop has its own request',
			`function f($client, $urls) {\n    foreach ($urls as $url) {\n    ${sends}        if ($response->getStatusCode() === 429) {\n            continue;\n        }\n    }\n}`,
		],
		[
			'the next turn of the loop asks for something else',
			`function f($client, $url) {\n    while (true) {\n        $page++;\n        $url = 'x' . $page;\n    ${sends}        if ($response->getStatusCode() === 429) {\n            continue;\n        }\n    }\n}`,
		],
		[
			'a turn of the loop depends on its number',
			`function f($client, $url) {\n    for ($i = 0; $i < 9; $i++) {\n        $response = $client->get($url . $i);\n        if ($response->getStatusCode() === 429) {\n            continue;\n        }\n    }\n}`,
		],
		[
			'the branch does something that must not be done twice',
			`function f($client, $url) ${body(sends, '    if ($response->getStatusCode() === 429) {\n        save($url);\n    }\n')}`,
		],
		[
			'the branch is for others as well',
			`function f($client, $url) ${body(sends, '    if ($response->getStatusCode() === 429 || $response->getStatusCode() >= 500) {\n        return null;\n    }\n')}`,
		],
		[
			'a promise calls back what says that it gives a text',
			`function f($client, $url) {\n    return $client->getAsync($url)->then(function ($response): string ${body('')});\n}`,
		],
		[
			'a promise calls back what has no object',
			`class A {\n    function f($client, $url) {\n        return $client->getAsync($url)->then(static function ($response) ${body('')});\n    }\n}`,
		],
		[
			'a promise is not given back',
			`function f($client, $url) {\n    $client->getAsync($url)->then(function ($response) ${body('')});\n}`,
		],
		[
			'a promise has a delay of its own',
			`function f($client, $url) {\n    return $client->getAsync($url, ['delay' => 10])->then(function ($response) ${body('')});\n}`,
		],
		[
			'a promise of another response calls back',
			`function f($client, $url) {\n    $other = $client->get($url);\n    return $client->getAsync($url)->then(function ($r) use ($other) {\n        if ($other->getStatusCode() === 429) {\n            throw new RuntimeException('slow');\n        }\n    });\n}`,
		],
	] as const) {
		it(`where ${why}`, async () => {
			assert.equal(await fixedPhp(`<?php\nuse GuzzleHttp\\Client;\n${source}\n`, 'retryAfter'), undefined);
		});
	}
});

const refused = "    if ($response->getStatusCode() === 401) {\n        throw new RuntimeException('out');\n    }\n";

describe('a token refresh is not offered in PHP', () => {
	for (const [why, source] of [
		['nothing refreshes the token', `class A {\n    function f($client, $url) ${body(sends, refused)}\n}`],
		[
			'the token is given to the function',
			`class A {\n    function f($client, $url, $token) ${body(sends, refused)}\n    function refreshToken() { $this->token = make(); }\n}`,
		],
		[
			'the new token is only given back',
			`function f($client, $url) ${body(sends, refused)}\nfunction refreshToken() { return make(); }`,
		],
		[
			'what refreshes needs something for it',
			`class A {\n    function f($client, $url) ${body(sends, refused)}\n    function refreshToken(string $old) { $this->token = make($old); }\n}`,
		],
		[
			'the refresh makes its request through the function itself',
			`class A {\n    function f($client, $url) ${body(sends, refused)}\n    function refreshToken() { $this->token = $this->f('token'); }\n}`,
		],
		[
			'a promise calls back, and others would while the refresh waits',
			`class A {\n    function f($client, $url) {\n        return $client->getAsync($url)->then(function ($response) ${body('', refused)});\n    }\n    function refreshToken() { $this->token = make(); }\n}`,
		],
		[
			'a static function has no object that could refresh',
			`class A {\n    static function f($client, $url) ${body(sends, refused)}\n    function refreshToken() { $this->token = make(); }\n}`,
		],
	] as const) {
		it(`where ${why}`, async () => {
			assert.equal(await fixedPhp(`<?php\nuse GuzzleHttp\\Client;\n${source}\n`, 'refreshToken'), undefined);
		});
	}
});
