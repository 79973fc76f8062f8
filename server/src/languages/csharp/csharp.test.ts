import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed, documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { readCursor } from '../../../../test/support/marked-source.ts';
import { warnedIn } from '../../../../test/support/warned.ts';

/** Code, and the required codes that it is warned about. */
const handled: readonly (readonly [string, string, readonly string[]])[] = [
	['an error that is thrown again', 'switch (e.Code) { case "NOT_FOUND": Create(); break; default: throw; }', []],
	[
		'an error that is thrown in another',
		'var r = e.Code switch { "NOT_FOUND" => 1, _ => throw new InvalidOperationException("", e) };',
		[],
	],
	[
		'an error that a task fails with',
		'switch (e.Code) { case "NOT_FOUND": Create(); break; default: return Task.FromException(e); }',
		[],
	],
	[
		'an error that a task is completed with',
		'switch (e.Code) { case "NOT_FOUND": Create(); break; default: source.SetException(e); break; }',
		[],
	],
	[
		'an error that is thrown with its trace',
		'switch (e.Code) { case "NOT_FOUND": Create(); break; default: ExceptionDispatchInfo.Capture(e).Throw(); break; }',
		[],
	],
	['arms that answer yes or no', 'var r = e.Code switch { "NOT_FOUND" => Answer.True(), _ => Answer.False() };', []],
	[
		'a function that is asked',
		'var o = new Options { ShouldHandle = a => { switch (a.Code) { case "NOT_FOUND": return Count(); default: return 0; } } };',
		[],
	],
	[
		'a default that only reports',
		'switch (e.Code) { case "NOT_FOUND": Create(); break; default: Log(e); break; }',
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'a list that is asked before',
		'if (new[] { "RATE_LIMITED", "AUTH_INVALID_TOKEN" }.Contains(e.Code)) return Again(); switch (e.Code) { case "NOT_FOUND": Create(); break; }',
		[],
	],
	[
		'a pattern that is asked before',
		'if (e.Code is "RATE_LIMITED" or "AUTH_INVALID_TOKEN") return Again(); switch (e.Code) { case "NOT_FOUND": Create(); break; }',
		[],
	],
	[
		'ranges of the statuses',
		'switch ((int)e.StatusCode) { case 404: Create(); break; case >= 400 and < 500: Again(); break; }',
		[],
	],
	[
		'a filter that lets other errors go on',
		'try { X(); } catch (ApiException a) when (a.Code == "NOT_FOUND") { Create(); }',
		[],
	],
	[
		'filters, and a handler for all other errors of the type',
		'try { X(); } catch (ApiException a) when (a.Code == "NOT_FOUND") { Create(); } catch (ApiException a) when (a.Code is "CONFLICT") { Again(); } catch (ApiException a) { Log(a); }',
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'an arm with a condition of its own',
		'var r = e.Code switch { "NOT_FOUND" => 1, "RATE_LIMITED" when again => 2, "AUTH_INVALID_TOKEN" => 3 };',
		[],
	],
];

describe('what C# does with other errors', () => {
	for (const [value, expected] of [
		['Create', ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
		['() => Create()', ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
		['"It is gone."', []],
	] as const) {
		for (const look of ['all[e.Code]()', 'if (all.TryGetValue(e.Code, out var found)) found()'])
			it(`a table with ${value}, asked by ${look}`, async () => {
				const text = `// api-errors: silentchat\nclass A\n{\n    Dictionary<string, Action> all = new() { ["NOT_FOUND"] = ${value}, ["CONFLICT"] = ${value} };\n    void F(ApiException e)\n    {\n        ${look};\n    }\n\n    static void Create() { }\n}\n`;
				assert.deepEqual([...(await warnedIn(text, 'csharp'))].sort(), expected);
			});
	}
	for (const [title, body, expected] of handled) {
		it(title, async () => {
			const text = `// api-errors: silentchat\nclass A\n{\n    object F(ApiException e)\n    {\n        ${body}\n        return null;\n    }\n}\n`;
			assert.deepEqual([...(await warnedIn(text, 'csharp'))].sort(), expected);
		});
	}

	it('an error that is caught by its class', async () => {
		const text = `// api-errors: silentchat
class A
{
    void F()
    {
        try
        {
            Send();
        }
        catch (RateLimitException)
        {
            Again();
        }
        catch (ApiException e)
        {
            switch (e.Code)
            {
                case "NOT_FOUND": Create(); break;
                case "AUTH_INVALID_TOKEN": Refresh(); break;
            }
        }
    }
}
`;
		assert.deepEqual([...(await warnedIn(text, 'csharp'))], []);
	});

	it('constants, and members of enums with the texts that they are written as', async () => {
		const text = `// api-errors: silentchat
enum ErrorCode
{
    [EnumMember(Value = "RATE_LIMITED")]
    Limited,
    [JsonStringEnumMemberName("NOT_FOUND")]
    Gone = 3,
}
class A
{
    private const string Other = "CONFLICT", Token = "AUTH_INVALID_TOKEN";
    void F(ApiException e)
    {
        if (e.Code == ErrorCode.Limited) Again();
        else if (e.Code == ErrorCode.Gone) Create();
        else if (e.Code == Token) Refresh();
        const string mine = "NOT_FOUND";
        var plain = "RATE_LIMITED";
    }
}
`;
		assert.deepEqual([...(await warnedIn(text, 'csharp'))], []);
		const { facts } = await analyzed(text, 'csharp');
		assert.deepEqual([...facts.constants].map(([name, { literal }]) => `${name} = ${literal.value}`).sort(), [
			...['A.Other = CONFLICT', 'A.Token = AUTH_INVALID_TOKEN', 'ErrorCode.Gone = NOT_FOUND'],
			...['ErrorCode.Limited = RATE_LIMITED', 'Other = CONFLICT', 'Token = AUTH_INVALID_TOKEN', 'mine = NOT_FOUND'],
		]);
	});

	it('properties that are named after what they ask', async () => {
		const text = `// api-errors: silentchat
class Failure : ApiException
{
    bool IsRateLimited => Code == "RATE_LIMITED";
    void F()
    {
        if (IsRateLimited) { Again(); return; }
        switch (Code)
        {
            case "NOT_FOUND": Create(); break;
            case "AUTH_INVALID_TOKEN": Refresh(); break;
        }
    }
}
`;
		assert.deepEqual([...(await warnedIn(text, 'csharp'))], []);
	});
});

/** Unfinished code with the cursor at `█`, and what is offered first. */
const unfinished: readonly (readonly [string, string])[] = [
	[
		'switch (err.Code) {\n        case "NOT_FOUND":\n            Create();\n            break;\n        case █\n    }',
		'"AUTH_INVALID_TOKEN"',
	],
	[
		'switch (err.Code) {\n        case "NOT_FOUND":\n            Create();\n            break;\n        case "█\n    }',
		'"AUTH_INVALID_TOKEN"',
	],
	[
		'switch (err.Code) {\n        case "NOT_FOUND":\n            Create();\n            break;\n        case "█',
		'"AUTH_INVALID_TOKEN"',
	],
	[
		'switch (err.Code) {\n        case "NOT_FOUND" or "█":\n            Create();\n            break;\n    }',
		'"AUTH_INVALID_TOKEN"',
	],
	['var r = err.Code switch\n    {\n        "NOT_FOUND" => 1,\n        "█\n    };', '"AUTH_INVALID_TOKEN"'],
	['var r = err.Code switch\n    {\n        "NOT_FOUND" => 1,\n        █\n    };', '"AUTH_INVALID_TOKEN"'],
	['var r = err.Code switch\n    {\n        "NOT_FOUND" or "█" => 1,\n    };', '"AUTH_INVALID_TOKEN"'],
	['var r = err.Code switch { "NOT_FOUND" => 1, "█', '"AUTH_INVALID_TOKEN"'],
	['if (err.Code == "NOT_FOUND") {\n    } else if (err.Code == "█', '"AUTH_INVALID_TOKEN"'],
	['if (err.Code is "NOT_FOUND" or "█', '"AUTH_INVALID_TOKEN"'],
	['if (err is { Code: "NOT_FOUND" or "█', '"AUTH_INVALID_TOKEN"'],
	['if (new[] { "NOT_FOUND", "█" }.Contains(err.Code)) {\n    }', '"AUTH_INVALID_TOKEN"'],
	['try { X(); } catch (ApiException e) when (e.Code == "NOT_FOUND" || e.Code == "█', '"AUTH_INVALID_TOKEN"'],
	['var s = @"C:\\"; switch (err.Code) { case "NOT_FOUND": break; case "█', '"AUTH_INVALID_TOKEN"'],
];

describe('completion in unfinished C#', () => {
	for (const [body, expected] of unfinished) {
		it(body.replaceAll(/\s+/g, ' '), async () => {
			const { text, offset } = readCursor(
				`// api-errors: silentchat\nclass A {\n    void F(ApiException err) {\n    ${body}\n    }\n}\n`,
			);
			const site = await labelSiteIn(documentOf(text, 'csharp'), offset);
			assert.equal(
				site?.offered.toSorted((a, b) => Number(b.entry.required) - Number(a.entry.required))[0]?.text,
				expected,
			);
		});
	}
	for (const place of ['// █', "var c = '█", '/* █', 'var s = @"█', 'var s = """\n█'])
		it(`offers nothing in ${place.replaceAll(/\s+/g, ' ')}`, async () => {
			const { text, offset } = readCursor(
				`// api-errors: silentchat\nclass A { void F() { switch (err.Code) { case "NOT_FOUND": ${place}\n } } }\n`,
			);
			assert.equal(await labelSiteIn(documentOf(text, 'csharp'), offset), undefined);
		});
});

describe('libraries that repeat requests or refresh tokens', () => {
	const choice = 'switch (e.Code) { case "NOT_FOUND": Create(); break; }';
	const warned = async (head: string, body: string): Promise<readonly string[]> =>
		[
			...(await warnedIn(
				`// api-errors: silentchat\n${head}\nclass A\n{\n    void F(ApiException e)\n    {\n        ${body}\n        ${choice}\n    }\n}\n`,
				'csharp',
			)),
		].sort();
	const both = ['AUTH_INVALID_TOKEN', 'RATE_LIMITED'];
	const set: readonly (readonly [string, string, readonly string[]])[] = [
		['using Polly;', 'var p = Policy.Handle<ApiException>().WaitAndRetryAsync(3, n => wait);', both.slice(0, 1)],
		['using Polly;', 'var b = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions());', both.slice(0, 1)],
		['using Polly;', 'var t = Policy.Timeout(3);', both],
		[
			'using Microsoft.Extensions.DependencyInjection;',
			'services.AddHttpClient("a").AddStandardResilienceHandler();',
			both.slice(0, 1),
		],
		['', 'services.AddHttpClient("a").AddUserAccessTokenHandler();', both.slice(1)],
		[
			'class T : DelegatingHandler { bool Is(HttpResponseMessage r) => r.StatusCode == HttpStatusCode.Unauthorized; }',
			'',
			both.slice(1),
		],
	];
	for (const [head, body, expected] of set)
		it(`${head} ${body}`.trim(), async () => assert.deepEqual(await warned(head, body), expected));
});
