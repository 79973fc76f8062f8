import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf } from '../../../../test/support/check-rule.ts';

const dispatch = `function f($e) {
    switch ($e->code) {
        case 'NOT_FOUND':
            a();
            break;
        case 'AUTH_INVALID_TOKEN':
            b();
            break;
    }
}
`;

/** What the rule finds in a file that has the lines before a dispatch without a branch for rate limits. */
const findings = (lines: string) =>
	findingsOf('missing-required', `<?php\n// api-errors: silentchat\n${lines}\n${dispatch}`, { languageId: 'php' });

describe('a limit needs no branch in PHP', () => {
	for (const lines of [
		'use Symfony\\Component\\HttpClient\\RetryableHttpClient;\n$client = new RetryableHttpClient($client);',
		'use Symfony\\Component\\HttpClient\\{HttpClient, RetryableHttpClient};\n$client = new RetryableHttpClient(HttpClient::create());',
		'use GuzzleRetry\\GuzzleRetryMiddleware;\n$stack->push(GuzzleRetryMiddleware::factory());',
		'use GuzzleHttp\\Middleware;\n$stack->push(Middleware::retry($decide, $delay));',
		'$stack->push(\\GuzzleHttp\\Middleware::retry($decide, $delay));',
		'use Illuminate\\Support\\Facades\\Http;\nfunction g() { return Http::retry(3, 100)->get("/"); }',
	]) {
		it(`after ${lines.replaceAll('\n', ' ')}`, async () => assert.deepEqual(await findings(lines), []));
	}

	for (const lines of [
		'use GuzzleHttp\\Middleware;\n$stack->push(Middleware::log($logger, $format));',
		'use Illuminate\\Support\\Facades\\Http;\nfunction g() { return Http::get("/"); }',
	]) {
		it(`but it does after ${lines.replaceAll('\n', ' ')}`, async () => assert.equal((await findings(lines)).length, 1));
	}
});
