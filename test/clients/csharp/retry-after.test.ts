import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { whyNot } from '../../support/toolchains.ts';
import { type Answer, type LimitingServer, limitingServer, type Visited } from '../limiting-server.ts';
import { type CsharpProgram, csharpCases, csharpProgram } from './csharp-project.ts';
import { fixedCsharp } from './fixed-csharp.ts';

const cases = csharpCases('retry.cases');

/** A date far enough away that it is at least one second away when the answer comes, though dates have whole seconds. */
const soon = (): string => new Date(Date.now() + 2200).toUTCString();
const once = (retryAfter: string | (() => string) | undefined): [Answer, Answer] => [{ retryAfter }, 'ok'];

/** What a server answers, after how many milliseconds the second request may come, and how many come in all. */
const scenarios: readonly (readonly [string, readonly [Answer, ...Answer[]], number, number])[] = [
	['seconds', once('1'), 1000, 2],
	['an HTTP-date', once(soon), 1000, 2],
	['a date that is over', once('Sun, 06 Nov 1994 08:49:37 GMT'), 0, 2],
	['rubbish', once('soon'), 1000, 2],
	['a negative number', once('-5'), 1000, 2],
	['nothing', once(undefined), 1000, 2],
	['a number too large to hold', [{ retryAfter: '99999999999999999999' }], 0, 1],
	['too often', [{ retryAfter: '0' }], 0, 3],
	['more than a minute', [{ retryAfter: '3600' }], 0, 1],
];

/** Calls the classes that it is told, all at once, and prints what each gives for its address. */
const main = `using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Threading.Tasks;

public static class Program
{
    public static void Main(string[] words)
    {
        ServicePointManager.DefaultConnectionLimit = 200;
        var types = Assembly.GetExecutingAssembly().GetTypes();
        var all = Enumerable.Range(0, words.Length / 2).Select(async at =>
        {
            var url = words[2 * at + 1];
            string result;
            try
            {
                var type = types.First(one => one.Name == words[2 * at]);
                result = await (Task<string>)type.GetMethod("Run").Invoke(null, new object[] { url });
            }
            catch (Exception error)
            {
                result = "Error: " + error.GetBaseException().Message;
            }

            return url + " " + result;
        }).ToArray();
        foreach (var line in Task.WhenAll(all).Result)
        {
            Console.WriteLine(line);
        }
    }
}

/// <summary>Stands in for a method of HttpClient that only newer platforms have.</summary>
public static class HttpClientStandIn
{
    public static HttpResponseMessage Send(this HttpClient client, HttpRequestMessage request) =>
        client.SendAsync(request).Result;
}
`;

describe('Retry-After handling that fixes write in C#', { skip: whyNot('csharp') }, () => {
	const visits = new Map<string, Visited>();
	let server: LimitingServer;
	let program: CsharpProgram;
	let printed: readonly string[] = [];
	before(async () => {
		const texts: string[] = [];
		for (const { title, text } of cases) {
			const result = await fixedCsharp(text, 'retryAfter');
			assert.ok(result, `Nothing is offered for: ${title}`);
			assert.equal(await fixedCsharp(result, 'retryAfter'), undefined, `It is written again: ${title}`);
			texts.push(result);
		}
		program = csharpProgram(texts, main);
		server = await limitingServer();
		const words = cases.flatMap((_, index) =>
			scenarios.flatMap(([what, answers]) => {
				const visited = server.visit(...answers);
				visits.set(`${index} ${what}`, visited);
				return [`Case${index}`, visited.url];
			}),
		);
		printed = (await program.run(...words)).split('\n');
	});
	after(() => {
		server?.close();
		program?.remove();
	});

	for (const [index, { title }] of cases.entries())
		for (const [what, answers, earliest, requests] of scenarios) {
			it(`${what}: ${title}`, () => {
				const { url, arrivals } = visits.get(`${index} ${what}`) ?? { url: '', arrivals: [] };
				const line = printed.find((one) => one.startsWith(`${url} `)) ?? '';
				assert.match(line, answers.includes('ok') ? / \{"ok":true\}\s*$/ : / Error: too many requests/);
				assert.equal(arrivals.length, requests);
				const [first = 0, second = first + earliest] = arrivals;
				assert.ok(second - first >= earliest, `after ${second - first} ms`);
			});
		}
});
