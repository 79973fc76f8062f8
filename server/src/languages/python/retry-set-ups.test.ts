import assert from 'node:assert/strict';
import { test } from 'node:test';
import { warnedIn } from '../../../../test/support/warned.ts';

const both = ['AUTH_INVALID_TOKEN', 'RATE_LIMITED'];
const adapter = 'from requests.adapters import HTTPAdapter\nfrom urllib3.util.retry import Retry\n';

/** Code above a dispatch, and what is still to be handled. */
const setUps: readonly (readonly [source: string, missing: readonly string[]])[] = [
	['import requests\n', both],
	[`${adapter}session.mount("https://", HTTPAdapter(max_retries=Retry(total=3)))\n`, ['AUTH_INVALID_TOKEN']],
	[
		`${adapter}retry = Retry(\n    total=5,\n    status_forcelist=[429, 503],\n    respect_retry_after_header=True,\n)\n`,
		['AUTH_INVALID_TOKEN'],
	],
	[`${adapter}session.mount("https://", HTTPAdapter(max_retries=3))\n`, ['AUTH_INVALID_TOKEN']],
	[`${adapter}session.mount("https://", HTTPAdapter(max_retries=0))\n`, both],
	[`${adapter}session.mount("https://", HTTPAdapter(max_retries=Retry(total=0)))\n`, both],
	[`${adapter}session.mount("https://", HTTPAdapter(max_retries=Retry(False)))\n`, both],
	['from tenacity import retry\n@retry\ndef send(): pass\n', ['AUTH_INVALID_TOKEN']],
	['import backoff\n@backoff.on_exception(backoff.expo, Limited)\ndef send(): pass\n', ['AUTH_INVALID_TOKEN']],
	['from aiohttp_retry import RetryClient\nclient = RetryClient()\n', ['AUTH_INVALID_TOKEN']],
	['from requests_oauthlib import OAuth2Session\nclient = OAuth2Session(id, auto_refresh_url=url)\n', ['RATE_LIMITED']],
	[
		'import httpx\nclass Auth(httpx.Auth):\n    def auth_flow(self, request):\n        response = yield request\n        if response.status_code == 401:\n            yield refreshed(request)\n',
		['RATE_LIMITED'],
	],
];
for (const [source, missing] of setUps)
	test(source.trim().split('\n').at(-1) ?? '', async () => {
		const text = `# api-errors: silentchat\n${source}def f(e):\n    if e.code == "NOT_FOUND":\n        a()\n    elif e.code == "CONFLICT":\n        b()\n`;
		assert.deepEqual([...(await warnedIn(text, 'python'))].sort(), missing);
	});
