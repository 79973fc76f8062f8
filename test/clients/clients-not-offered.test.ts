import { describe } from 'node:test';
import { checkNotOffered, type NotOffered } from './not-offered.ts';

/** A function that makes a request with a client that throws. */
const caught = (module: string, before: string, request: string, status = 'status'): string =>
	`${module} async function load(): Promise<void> { ${before} try { ${request} } catch (error: any) { if (error.response.${status} === 429) { show('No'); } } }`;

const retries: readonly NotOffered[] = [
	{
		why: 'SuperAgent repeats at once by itself',
		source: caught("import superagent from 'superagent';", '', 'await superagent.get(url).retry(2);'),
		piece: '.retry(2)',
		instead: '.set(headers)',
	},
	{
		why: 'what jQuery gave is kept',
		source:
			"function load(url: string) { return $.get(url).fail((xhr) => { if (xhr.status === 429) { show('No'); } }); }",
		piece: 'return ',
		instead: '',
	},
	{
		why: 'another request of jQuery may have failed',
		source:
			"function load(url: string) { $.get(url).then(() => $.get('/x')).fail((xhr) => { if (xhr.status === 429) { show('No'); } }); }",
		piece: "$.get('/x')",
		instead: "show('x')",
	},
	{
		why: 'it is no error of jQuery that the function is given',
		source:
			"function load(url: string) { $.extend({ url, error: (xhr) => { if (xhr.status === 429) { show('No'); } } }); }",
		piece: 'extend',
		instead: 'ajax',
	},
	{
		why: 'the error comes without a response',
		source: caught('', '', 'await fetch(url);'),
		piece: /^.*$/,
		instead: caught("import axios from 'axios';", '', 'await axios.get(url);'),
	},
	{
		why: 'the request of axios is not in a function',
		source:
			"import axios from 'axios'; axios.get('/x').catch((error: any) => { if (error.response.status === 429) { show('No'); } });",
		piece: /axios\.get.*/,
		instead: caught('', '', 'await axios.get(url);'),
	},
	{
		why: 'two requests of axios may have failed',
		source: caught("import axios from 'axios';", '', "await axios.post('/x'); await axios.post('/y');"),
		piece: "await axios.post('/y');",
		instead: '',
	},
	{
		why: 'ky has been told',
		source: caught("import ky from 'ky';", '', "await ky('/x', { retry: 5 });"),
		piece: 'retry: 5',
		instead: 'timeout: 5',
	},
	{
		why: 'the request of ky is not there',
		source: caught("import ky from 'ky';", '', 'await send();'),
		piece: 'send()',
		instead: "ky.get('/x')",
	},
	{
		why: 'what ky no longer needs would be left over',
		source: `${caught("import ky from 'ky'; import { sleep } from './sleep';", '', "await ky.get('/x');").replace("show('No')", 'await sleep(5)')}`,
		piece: /$/,
		instead: ' void sleep;',
	},
	{
		why: 'the method is not known',
		source: caught(
			"import got from 'got';",
			"const method = pick() as 'post';",
			"await got('/x', { method });",
			'statusCode',
		),
		piece: '{ method }',
		instead: "{ method: 'post' }",
	},
	{
		why: 'axios-retry decides itself',
		source: caught(
			"import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: () => 5 });",
			'',
			'await axios.get(url);',
		),
		piece: 'retryDelay: () => 5',
		instead: 'retries: 5',
	},
	{
		why: 'the promise is not what is returned',
		source:
			"import http from 'node:http'; function load(url: string): Promise<string> { const loading = new Promise<string>((resolve, reject) => { http.get(url, (response) => { if (response.statusCode === 429) { reject(new Error('No')); } }); }); return loading.then((text) => text.trim()); }",
		piece: /const loading = (.*?\}\); \}\);) return .*/,
		instead: 'return $1 }',
	},
	{
		why: 'there is no way to give the error on',
		source:
			"import http from 'node:http'; function load(url: string): void { http.get(url, (response) => { if (response.statusCode === 429) { } }); }",
		piece: '(url: string)',
		instead: '(url: string, callback: (error: Error) => void)',
	},
	{
		why: 'what is sent comes from elsewhere',
		source:
			"import http from 'node:http'; function load(url: string): void { const request = http.request(url); source.pipe(request); request.on('response', (response) => { if (response.statusCode === 429) { show('No'); } }); }",
		piece: 'source.pipe(request);',
		instead: 'request.end();',
	},
];

describe('Retry-After handling is not offered for a client', () => checkNotOffered('retryAfter', retries));
