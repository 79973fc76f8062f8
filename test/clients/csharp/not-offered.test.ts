import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixedCsharp } from './fixed-csharp.ts';

const net = 'using System.Net.Http;\nusing System.Threading.Tasks;\n';

const sourceOf = (usings: string, body: string): string => `${usings}
public class Case
{
    private readonly HttpClient client;
    private string token;

${body
	.split('\n')
	.map((line) => (line === '' ? '' : `    ${line}`))
	.join('\n')}
}
`;
const asked = (body: string, status = 429): string =>
	`async Task F()\n{\n    ${body}\n    if ((int)response.StatusCode == ${status})\n    {\n        Again();\n    }\n}`;
const get = 'var response = await client.GetAsync(url);';

/** What it shows, directives, and what the class has. */
type NotOffered = readonly (readonly [string, string, string])[];

const noRetry: NotOffered = [
	['a response that is handed in', net, asked('').replace('F()', 'F(HttpResponseMessage response)')],
	['a request that another method sends', net, asked('var response = await Send(url);')],
	['a client that is made for the request', net, asked('var response = await new HttpClient().GetAsync(url);')],
	['an address that another call may change', net, asked('var response = await client.GetAsync(NextPage());')],
	['an address that counts', net, asked('var response = await client.GetAsync(url + page++);')],
	['a request that is made where it is sent by another', net, asked('var response = await client.SendAsync(Make());')],
	[
		'a request with options that a copy would not have',
		net,
		asked(
			'var request = new HttpRequestMessage();\n    request.Options.Set(key, 1);\n    var response = await client.SendAsync(request);',
		),
	],
	[
		'contents that can be read but once',
		net,
		asked('var content = new StreamContent(stream);\n    var response = await client.PostAsync(url, content);'),
	],
	[
		'a loop over requests',
		net,
		`async Task F()\n{\n    foreach (var url in all)\n    {\n        ${get}\n        if ((int)response.StatusCode == 429)\n        {\n            Again();\n        }\n    }\n}`,
	],
	[
		'a loop that counts, with a switch that `break` would leave',
		net,
		`async Task F()\n{\n    for (var i = 0; i < 3; i++)\n    {\n        ${get}\n        switch ((int)response.StatusCode)\n        {\n            case 429:\n                await Task.Delay(1000);\n                break;\n            default:\n                return;\n        }\n    }\n}`,
	],
	['a name that the class has for something else', net, `void RetryAfterWait(int times) { }\n\n${asked(get)}`],
	['a branch that reads the header', net, asked(get).replace('Again()', 'Wait(response.Headers.RetryAfter)')],
	['a branch that waits for a reason of its own', net, asked(get).replace('Again()', 'await Task.Delay(1000)')],
	[
		'a branch that sends the request again',
		net,
		asked(get).replace('Again()', 'response = await client.GetAsync(url)'),
	],
	['a branch that repeats by another method', net, asked(get).replace('Again()', 'await RetryLater(url)')],
	['a method that calls itself for something else', net, asked(get).replace('Again()', 'var other = F().Result + 1')],
	['another client', 'using RestSharp;\n', asked(get)],
	[
		'an error of what may be one of two requests',
		net,
		'async Task F()\n{\n    try\n    {\n        await client.GetAsync(a);\n        await client.GetAsync(b);\n    }\n    catch (ApiException e) when (e.StatusCode == 429)\n    {\n        Again();\n    }\n}',
	],
	[
		'an error of what another method sends',
		net,
		'async Task F()\n{\n    try\n    {\n        await Send();\n    }\n    catch (HttpRequestException e)\n    {\n        if ((int)e.StatusCode == 429)\n        {\n            Again();\n        }\n    }\n}',
	],
];

const made =
	'var request = new HttpRequestMessage(HttpMethod.Get, url);\n    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);\n    var response = await client.SendAsync(request);';
const refresh = 'async Task RefreshTokenAsync()\n{\n    token = await Ask();\n}\n\n';

const noRefresh: NotOffered = [
	['a class that refreshes nothing', net, asked(made, 401)],
	['a request without a token', net, refresh + asked(get, 401)],
	[
		'a token that is handed in',
		net,
		refresh + asked(made, 401).replace('F()', 'F(string own)').replace('token)', 'own)'),
	],
	[
		'a refresh that needs more than the class has',
		net,
		refresh.replace('Async()', 'Async(string user)') + asked(made, 401),
	],
	['a refresh that sends the very request', net, refresh.replace('Ask()', 'F()') + asked(made, 401)],
	['a refresh that keeps the token elsewhere', net, refresh.replace('token =', 'var other =') + asked(made, 401)],
	['a method of the class where the refresh is one of its objects', net, `${refresh}static ${asked(made, 401)}`],
	['a branch that refreshes already', net, refresh + asked(made, 401).replace('Again()', 'await RefreshTokenAsync()')],
	[
		'a loop of tries',
		net,
		`${refresh}async Task F()\n{\n    while (true)\n    {\n        ${made}\n        if ((int)response.StatusCode == 401)\n        {\n            Again();\n        }\n    }\n}`,
	],
	['another client', 'using Flurl.Http;\n', refresh + asked(made, 401)],
];

describe('no Retry-After handling is offered in C# for', () => {
	for (const [title, usings, body] of noRetry)
		it(title, async () => assert.equal(await fixedCsharp(sourceOf(usings, body), 'retryAfter'), undefined));
});

describe('no refresh is offered in C# for', () => {
	for (const [title, usings, body] of noRefresh)
		it(title, async () => assert.equal(await fixedCsharp(sourceOf(usings, body), 'refreshToken'), undefined));
});

describe('where what is written in C# stands', () => {
	const call = 'SendWithRetryAfterAsync(() => client.GetAsync(url))';
	const written = async (text: string): Promise<string> => (await fixedCsharp(text, 'retryAfter')) ?? '';

	it('needs no directives where the project has them for all files', async () => {
		const text = await written(sourceOf('namespace Shop;\n', asked(get)));
		assert.ok(text.includes(call));
		assert.doesNotMatch(text, /^using/m);
	});
	it('needs directives in order, in a namespace where they are', async () => {
		const source = `namespace Shop\n{\n    using System.Threading.Tasks;\n    using Shop.Core;\n\n${sourceOf(
			'',
			asked(get),
		)
			.trim()
			.replaceAll(/^(?=.)/gm, '    ')}\n}\n`;
		const [, directives = ''] = /\{\n([\s\S]*?)\n\n/.exec(await written(source)) ?? [];
		assert.deepEqual(directives.split('\n'), [
			'    using System;',
			'    using System.Net.Http;',
			'    using System.Threading;',
			'    using System.Threading.Tasks;',
			'    using Shop.Core;',
		]);
	});
	it('is a local function at the top of a file', async () => {
		const source = `using System.Net.Http;\n\nvar client = new HttpClient();\napp.MapGet("/", async (string url) =>\n{\n    ${get}\n    if ((int)response.StatusCode == 429)\n    {\n        Again();\n    }\n});\n`;
		const text = await written(source);
		assert.ok(text.includes(call));
		assert.match(
			text,
			/\n\}\);\n\n\/\/\/ <summary>Sends[^\n]*\nasync Task<HttpResponseMessage> SendWithRetryAfterAsync\(/,
		);
	});
	it('has the line ends of the file', async () => {
		const text = await written(sourceOf(net, asked(get)).replaceAll('\n', '\r\n'));
		assert.ok(text.includes(call));
		assert.doesNotMatch(text, /[^\r]\n/);
	});
	it('is written once for two requests', async () => {
		const twice = `${asked(get)}\n\n${asked(get).replace('F()', 'G()')}`;
		const first = await written(sourceOf(net, twice));
		const second = await written(first.replace('== 429', '== 404'));
		assert.equal(second.split('TimeSpan? RetryAfterWait(').length, 2);
		assert.equal(second.split(call).length, 3);
	});
});
