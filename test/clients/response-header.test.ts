import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientSite } from '../../server/src/languages/ecmascript/clients/client-site.ts';
import { responseAccess } from '../../server/src/languages/ecmascript/clients/response-access.ts';
import { placesOf } from './fixed-source.ts';

/** A client, the expression that reads Retry-After in the branch, and the source. */
type Row = readonly [string, string, string];

const typed: readonly Row[] = [
	[
		'fetch',
		"response.headers.get('retry-after')",
		'async function f() { const response = await fetch(u); if (response.status === 429) { x(); } }',
	],
	[
		'fetch',
		"res.headers.get('retry-after')",
		"async function f() { const res = await fetch(u); const body = await res.json(); switch (body.error.code) { case 'RATE_LIMITED': x(); } }",
	],
	[
		'fetch',
		"res.headers.get('retry-after')",
		"async function f(res: Response) { const { error } = await res.json(); if (error.code === 'RATE_LIMITED') { x(); } }",
	],
	[
		'fetch',
		"response.headers.get('retry-after')",
		'async function f(response: Response) { const { status } = response; if (status === 429) { x(); } }',
	],
	[
		'fetch',
		"response.headers.get('retry-after')",
		"async function f() { let response; response = await fetch(u); const text = await response.text(); const { error } = JSON.parse(text) as Body; if (error?.code === 'RATE_LIMITED') { x(); } }",
	],
	[
		'fetch',
		"response.headers.get('retry-after')",
		"async function f() { const response = await this.fetch(u); const { error: { code } } = await response.clone().json().catch(() => ({})); if (code === 'RATE_LIMITED') { x(); } }",
	],
	[
		'fetch',
		"res.headers.get('retry-after')",
		"function f() { return fetch(u).then(async (res) => { const problem = parseProblem(res); if (problem.code === 'RATE_LIMITED') { x(); } }); }",
	],
	[
		'fetch',
		"headers.get('retry-after')",
		'async function f() { const { status, headers } = await fetch(u); if (status === 429) { x(); } }',
	],
	[
		'axios',
		"error.response.headers['retry-after']",
		"import axios from 'axios'; async function f() { try { await axios.get(u); } catch (error: any) { if (error.response?.status === 429) { x(); } } }",
	],
	[
		'axios',
		"e.response.headers['retry-after']",
		"import axios from 'axios'; async function f() { try { await axios.get(u); } catch (e: any) { switch (e.response.data.error.code) { case 'RATE_LIMITED': x(); } } }",
	],
	[
		'axios',
		"err.response.headers['retry-after']",
		"import axios from 'axios'; async function f() { try { await axios.get(u); } catch (err: any) { const { code } = err.response.data; if (code === 'RATE_LIMITED') { x(); } } }",
	],
	[
		'axios',
		"err.response.headers['retry-after']",
		"import axios from 'axios'; axios.get(u).catch((err: any) => { if (err.response.status === 429) { x(); } });",
	],
	[
		'axios',
		"(e as AxiosError).response.headers['retry-after']",
		"import axios, { AxiosError } from 'axios'; async function f() { try { await axios.get(u); } catch (e) { if ((e as AxiosError).response?.status === 429) { x(); } } }",
	],
	[
		'axios',
		"response.headers['retry-after']",
		"import axios from 'axios'; async function f() { try { await axios.get(u); } catch (e: any) { const { response } = e; if (response.status === 429) { x(); } } }",
	],
	[
		'axios',
		"e.response.headers['retry-after']",
		"import axios from 'axios'; async function f() { try { await axios.get(u); } catch (e: any) { const { response: { status } } = e; if (status === 429) { x(); } } }",
	],
	[
		'axios',
		"error.response.headers['retry-after']",
		"import axios from 'axios'; async function f() { try { await axios.get(u); } catch (error) { if (axios.isAxiosError(error) && error.status === 429) { x(); } } }",
	],
	[
		'axios',
		"response.headers['retry-after']",
		"import { http } from './http'; import type { AxiosResponse } from 'axios'; async function f(response: AxiosResponse) { if (response.data.error.code === 'RATE_LIMITED') { x(); } }",
	],
	[
		'got',
		"e.response.headers['retry-after']",
		"import got from 'got'; async function f() { try { await got(u); } catch (e: any) { if (e.response.statusCode === 429) { x(); } } }",
	],
	[
		'got',
		"e.response.headers['retry-after']",
		"import got from 'got'; async function f() { try { await got(u); } catch (e: any) { const { error } = JSON.parse(e.response.body); if (error.code === 'RATE_LIMITED') { x(); } } }",
	],
	[
		'ky',
		"e.response.headers.get('retry-after')",
		"import ky from 'ky'; async function f() { try { await ky(u); } catch (e: any) { if (e.response.status === 429) { x(); } } }",
	],
	[
		'ky',
		"e.response.headers.get('retry-after')",
		"import ky from 'ky'; const api = ky.create({}); async function f() { try { await api.get(u); } catch (e: any) { if (e.data.error.code === 'RATE_LIMITED') { x(); } } }",
	],
	[
		'superagent',
		"err.response.headers['retry-after']",
		"import superagent from 'superagent'; async function f() { try { await superagent.get(u); } catch (err: any) { if (err.status === 429) { x(); } } }",
	],
	[
		'undici',
		"headers['retry-after']",
		"import { request } from 'undici'; async function f() { const { statusCode, headers, body } = await request(u); if (statusCode === 429) { x(); } }",
	],
	[
		'undici',
		"answered['retry-after']",
		"import { request } from 'undici'; async function f() { const { statusCode, headers: answered, body } = await request(u); if (statusCode === 429) { x(); } }",
	],
	[
		'node-http',
		"response.headers['retry-after']",
		"import http from 'node:http'; http.get(u, response => { if (response.statusCode === 429) { x(); } });",
	],
	[
		'node-http',
		"response.headers['retry-after']",
		"import { IncomingMessage } from 'http'; function f(response: IncomingMessage) { if (response.statusCode === 429) { x(); } }",
	],
];

const untyped: readonly Row[] = [
	[
		'jquery',
		"jqXHR.getResponseHeader('Retry-After')",
		'$.ajax(u).fail(function (jqXHR) { if (jqXHR.status === 429) { x(); } });',
	],
	[
		'axios',
		"error.response.headers['retry-after']",
		"const axios = require('axios'); async function f() { try { await axios.get(u); } catch (error) { if (error.code === 'RATE_LIMITED') { x(); } } }",
	],
	[
		'node-http',
		"res.headers['retry-after']",
		"const https = require('https'); const request = https.request(u); request.on('response', (res) => { let text = ''; res.on('end', () => { const body = JSON.parse(text); if (body.error.code === 'RATE_LIMITED') { x(); } }); });",
	],
	[
		'undici',
		"res.headers['retry-after']",
		"const { Pool } = require('undici'); const pool = new Pool(u); async function f() { const res = await pool.request({}); if (res.statusCode === 429) { x(); } }",
	],
	[
		'fetch',
		"response.headers.get('retry-after')",
		"const fetch = require('node-fetch'); async function f() { const response = await fetch(u); if (response.status === 429) { x(); } }",
	],
];

/** Where no response can be told, or none that has headers. */
const unknown: readonly string[] = [
	"function f(error: ApiError) { if (error.code === 'RATE_LIMITED') { x(); } }",
	'function f(request: Request, response: express.Response) { if (response.status === 429) { x(); } }',
	"import { Response } from 'express'; function f(response: Response) { if (response.statusCode === 429) { x(); } }",
	"app.get('/x', (req, res) => { if (res.statusCode === 429) { x(); } });",
	'async function f() { const job = await queue.take(); if (job.status === 429) { x(); } }',
	'async function f() { try { await fetch(u); } catch (error: any) { if (error.status === 429) { x(); } } }',
	"import axios from 'axios'; async function f() { try { await axios.get(u); } catch (error) { if (isApiError(error) && error.code === 'RATE_LIMITED') { x(); } } }",
];

async function found(source: string, languageId: string): Promise<readonly (string | undefined)[]> {
	const [place] = await placesOf(source, languageId, 'retryAfter');
	assert.ok(place);
	const site = clientSite(place);
	const header = site && responseAccess(site)?.header?.text;
	return [header === undefined ? undefined : site?.client, header?.replaceAll('?.', '.')];
}

describe('The response of a branch, and its Retry-After header', () => {
	for (const [client, header, source] of typed) {
		it(`${header} in ${source}`, async () => assert.deepEqual(await found(source, 'typescript'), [client, header]));
	}
	for (const [client, header, source] of untyped) {
		it(`${header} in ${source}`, async () => assert.deepEqual(await found(source, 'javascript'), [client, header]));
	}
	for (const source of unknown) {
		it(`none in ${source}`, async () => assert.deepEqual(await found(source, 'typescript'), [undefined, undefined]));
	}
});
