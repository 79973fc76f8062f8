import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { whyNot } from '../../support/toolchains.ts';
import { type LimitingServer, limitingServer, type Tokens, type Visited } from '../limiting-server.ts';
import { type CsharpProgram, csharpCases, csharpProgram } from './csharp-project.ts';
import { fixedCsharp } from './fixed-csharp.ts';

const cases = csharpCases('refresh.cases');
const refused = { status: 401, code: 'AUTH_INVALID_TOKEN' };

/** What is tried, how many callers there are at once, and whether there is a new token and it is accepted. */
const scenarios = [
	['once for all requests', 10, true, true],
	['repeats once, then gives the error on', 1, true, false],
	['does not repeat where there is no new token', 1, false, false],
] as const;

/** For each four words, calls a new object of the class as often at once as it is told and prints what it gets. */
const main = `using System;
using System.Linq;
using System.Net;
using System.Reflection;
using System.Threading.Tasks;

public static class Program
{
    public static void Main(string[] words)
    {
        ServicePointManager.DefaultConnectionLimit = 200;
        var types = Assembly.GetExecutingAssembly().GetTypes();
        for (var at = 0; at < words.Length; at += 4)
        {
            var type = types.First(one => one.Name == words[at]);
            var url = words[at + 1];
            var loader = Activator.CreateInstance(type, words[at + 2]);
            var all = Enumerable.Range(0, int.Parse(words[at + 3])).Select(_ => Task.Run(async () =>
            {
                try
                {
                    return await (Task<string>)type.GetMethod("Load").Invoke(loader, new object[] { url });
                }
                catch (Exception error)
                {
                    return "Error: " + error.GetBaseException().Message;
                }
            })).ToArray();
            foreach (var line in Task.WhenAll(all).Result.Distinct())
            {
                Console.WriteLine(url + " " + line);
            }
        }
    }
}
`;

describe('Refreshing a token that fixes write in C#', { skip: whyNot('csharp') }, () => {
	const visits = new Map<string, { readonly visited: Visited; readonly tokens: Tokens }>();
	let server: LimitingServer;
	let program: CsharpProgram;
	let printed: readonly string[] = [];
	before(async () => {
		const texts: string[] = [];
		for (const { title, text } of cases) {
			const result = await fixedCsharp(text, 'refreshToken');
			assert.ok(result, `Nothing is offered for: ${title}`);
			assert.equal(await fixedCsharp(result, 'refreshToken'), undefined, `It is written again: ${title}`);
			texts.push(result);
		}
		program = csharpProgram(texts, main);
		server = await limitingServer();
		const words = cases.flatMap((_, index) =>
			scenarios.flatMap(([what, callers, isThere, isAccepted]) => {
				const tokens = server.tokens(!isThere);
				const visited = server.visit((request) => (isAccepted && tokens.accepts(request) ? 'ok' : refused));
				visits.set(`${index} ${what}`, { visited, tokens });
				return [`Case${index}`, visited.url, tokens.url, String(callers)];
			}),
		);
		printed = (await program.run(...words)).split('\n');
	});
	after(() => {
		server?.close();
		program?.remove();
	});

	for (const [index, { title }] of cases.entries())
		for (const [what, callers, isThere, isAccepted] of scenarios) {
			it(`${what}: ${title}`, () => {
				const { visited, tokens } = visits.get(`${index} ${what}`) ?? {};
				assert.ok(visited && tokens);
				const lines = printed
					.filter((line) => line.startsWith(`${visited.url} `))
					.map((line) => line.split(' ').slice(1).join(' '));
				assert.deepEqual(lines, [isAccepted ? '{"ok":true}' : 'Error: signed out']);
				assert.equal(tokens.asked(), 1);
				const most = isThere ? 2 * callers : callers;
				if (callers === 1) assert.equal(visited.arrivals.length, most);
				else assert.ok(visited.arrivals.length <= most);
			});
		}
});
