import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it, test } from 'node:test';
import { analyzed, catalogs, documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { readChange } from '../../../../test/support/changed-source.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import { readCursor } from '../../../../test/support/marked-source.ts';
import { warnedIn } from '../../../../test/support/warned.ts';

const head = '// api-errors: silentchat\npackage p\n\n';

/** What gofmt makes of a file; undefined where it is not installed. */
function formatted(text: string): string | undefined {
	const { stdout, stderr, error } = spawnSync('gofmt', [], { input: text, encoding: 'utf8' });
	if (error) return undefined;
	assert.equal(stderr, '', text);
	return stdout;
}

/** Lines with `+` in front are what the first fix adds. gofmt must have nothing against the result. */
async function checkFixed(source: string): Promise<void> {
	const { before, after } = readChange(head + source);
	const [finding] = await findingsOf('missing-required', before, { languageId: 'go' });
	const edits = finding?.fixes?.()[0]?.edits.toSorted((a, b) => a.start - b.start);
	assert.ok(edits, 'there is no fix');
	assert.equal(applyEdits(before, edits), after);
	assert.equal(formatted(after) ?? after, after);
	assert.deepEqual(await findingsOf('missing-required', after, { languageId: 'go' }), []);
}

describe('missing cases are added as people write Go', () => {
	it('after the last case', () =>
		checkFixed(`func f(err *APIError) {
	switch err.Code {
	case "NOT_FOUND":
		create()
	case "CONFLICT":
		again() // soon
+	case "AUTH_INVALID_TOKEN":
+		// Token invalid or expired: refresh the token once and repeat the request once.
+	case "RATE_LIMITED":
+		// Too many requests: wait as long as Retry-After says
	}
}
`));
	it('before the default, which says what is returned', () =>
		checkFixed(`func f(err *APIError) (string, int) {
	switch err.Code {
	case "NOT_FOUND":
		return create()
+	case "AUTH_INVALID_TOKEN":
+		// Token invalid or expired: refresh the token once and repeat the request once.
+		return "", 0
+	case "RATE_LIMITED":
+		// Too many requests: wait as long as Retry-After says
+		return "", 0
	case "CONFLICT":
		fallthrough
	default:
		log.Print(err.Code)
		return "", 0
	}
}
`));
	it('by the names of statuses', () =>
		checkFixed(`func f(resp *http.Response) error {
	switch resp.StatusCode {
	case http.StatusNotFound:
		create()
	case http.StatusConflict:
		again()
+	case http.StatusUnauthorized:
+		// Unauthorized: refresh once for AUTH_INVALID_TOKEN
+	case http.StatusTooManyRequests:
+		// Wait as long as Retry-After says, then repeat a few times at most.
	}
	return nil
}
`));
	it('in a chain', () =>
		checkFixed(`func f(err *APIError) {
	if err.Code == "NOT_FOUND" {
		create()
	} else if err.Code == "CONFLICT" {
		again()
+	} else if err.Code == "AUTH_INVALID_TOKEN" {
+		// Token invalid or expired: refresh the token once and repeat the request once.
+	} else if err.Code == "RATE_LIMITED" {
+		// Too many requests: wait as long as Retry-After says
	}
}
`));
	it('in a switch without a value', () =>
		checkFixed(`func f(err *APIError) {
	switch {
	case err.Code == "NOT_FOUND":
		create()
	case err.Code == "CONFLICT":
		again()
+	case err.Code == "AUTH_INVALID_TOKEN":
+		// Token invalid or expired: refresh the token once and repeat the request once.
+	case err.Code == "RATE_LIMITED":
+		// Too many requests: wait as long as Retry-After says
	}
}
`));
	it('in a table, with functions of the type that it says', () =>
		checkFixed(`var handlers = map[string]func(err error) bool{
	"NOT_FOUND": create,
+	"AUTH_INVALID_TOKEN": func(err error) bool {
+		// Token invalid or expired: refresh the token once and repeat the request once.
+		panic("AUTH_INVALID_TOKEN")
+	},
+	"RATE_LIMITED": func(err error) bool {
+		// Too many requests: wait as long as Retry-After says
+		panic("RATE_LIMITED")
+	},
}

func f(err *APIError) {
	handlers[err.Code](err)
}
`));
	it('in a table whose types the file declares', () =>
		checkFixed(`// Handler deals with an error.
type Handler func(err error)

type handlers map[string]Handler

var all = handlers{
	"NOT_FOUND": create,
	"CONFLICT":  again,
+	"AUTH_INVALID_TOKEN": func(err error) {
+		// Token invalid or expired: refresh the token once and repeat the request once.
+	},
+	"RATE_LIMITED": func(err error) {
+		// Too many requests: wait as long as Retry-After says
+	},
}

func f(err *APIError) {
	all[err.Code](err)
}
`));
	it('not in a table of a type that is declared elsewhere', async () => {
		const text = `${head}var handlers = map[string]Handler{
	"NOT_FOUND": create,
	"CONFLICT":  again,
}

func f(err *APIError) {
	handlers[err.Code](err)
}
`;
		const [finding] = await findingsOf('missing-required', text, { languageId: 'go' });
		assert.ok(finding);
		assert.ok(!finding.fixes?.().some(({ title }) => /^Add/.test(title)));
	});
	if (formatted('') === undefined) console.log('gofmt is not installed: what it makes of the results is not checked');
});

/** Code, and the required codes that it is warned about. */
const handled: readonly (readonly [string, string, readonly string[]])[] = [
	[
		'an error that is returned in the end',
		'switch e.Code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\t}\n\treturn nil, err',
		[],
	],
	[
		'an error that is wrapped by the default',
		'switch e.Code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\tdefault:\n\t\treturn fmt.Errorf("send: %w", err)\n\t}',
		[],
	],
	['a panic', 'switch e.Code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\tdefault:\n\t\tpanic(e)\n\t}', []],
	['an error of its own', 'switch e.Code {\n\tcase "NOT_FOUND":\n\t\treturn nil\n\t}\n\treturn ErrUnknown', []],
	[
		'nothing',
		'switch e.Code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\t}\n\treturn nil',
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'an error of something else that may be returned later',
		'switch e.Code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\t}\n\tif err := save(); err != nil {\n\t\treturn err\n\t}\n\treturn nil',
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'types that are asked for before',
		'var limited *RateLimitError\n\tif errors.As(err, &limited) {\n\t\twait()\n\t}\n\tif errors.Is(err, ErrUnauthorized) {\n\t\tlogIn()\n\t}\n\tswitch e.Code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\t}',
		[],
	],
	[
		'a switch on types',
		'switch err.(type) {\n\tcase *RateLimitError:\n\t\twait()\n\t}\n\tswitch e.Code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\t}',
		['AUTH_INVALID_TOKEN'],
	],
	[
		'a table with an else',
		'if h, ok := map[string]func(){"NOT_FOUND": create, "CONFLICT": again}[e.Code]; ok {\n\t\th()\n\t} else {\n\t\treturn e\n\t}',
		[],
	],
	[
		'a set that is looked into before it is asked',
		'retryable := map[string]struct{}{"RATE_LIMITED": {}}\n\tif _, ok := retryable[e.Code]; ok {\n\t\twait()\n\t} else if e.Code == "NOT_FOUND" {\n\t\tcreate()\n\t} else if e.Code == "CONFLICT" {\n\t\tagain()\n\t}',
		['AUTH_INVALID_TOKEN'],
	],
	[
		'an empty case, which does not run into the next',
		'switch e.Code {\n\tcase "RATE_LIMITED":\n\tcase "NOT_FOUND":\n\t\tcreate()\n\t}',
		['AUTH_INVALID_TOKEN'],
	],
];

describe('what Go does with other errors', () => {
	for (const [title, body, expected] of handled) {
		it(title, async () => {
			const text = `${head}func f(e *APIError, err error) error {\n\t${body}\n}\n`;
			assert.deepEqual([...(await warnedIn(text, 'go'))].sort(), expected);
		});
	}
});

/** Unfinished code with the cursor at `█`, and what is offered first. */
const unfinished: readonly (readonly [string, string])[] = [
	['switch err.Code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\tcase █\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch err.Code {\n\tcase "NOT_FOUND":\n\t\tcreate()\n\tcase "█\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch err.Code {\n\tcase "NOT_FOUND", "R█":\n\t\tcreate()\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch err.Code {\n\tcase `NOT_FOUND`:\n\tcase `█', '`AUTH_INVALID_TOKEN`'],
	['if err.Code == "NOT_FOUND" {\n\t} else if err.Code == "█" {\n\t}', '"AUTH_INVALID_TOKEN"'],
	['if err.Code == █', '"AUTH_INVALID_TOKEN"'],
	['if slices.Contains([]string{"NOT_FOUND", "█"}, err.Code) {\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch {\n\tcase err.Code == "█"\n\t}', '"AUTH_INVALID_TOKEN"'],
	['switch resp.StatusCode {\n\tcase http.StatusNotFound:\n\tcase █\n\t}', 'http.StatusUnauthorized'],
];

describe('completion in unfinished Go', () => {
	for (const [body, expected] of unfinished) {
		it(body.replaceAll(/\s+/g, ' '), async () => {
			const { text, offset } = readCursor(`${head}func f(err *APIError) {\n\t${body}\n}\n`);
			const site = await labelSiteIn(documentOf(text, 'go'), offset);
			assert.equal(
				site?.offered.toSorted((a, b) => Number(b.entry.required) - Number(a.entry.required))[0]?.text,
				expected,
			);
		});
	}
	it('offers nothing in a comment', async () => {
		const { text, offset } = readCursor(`${head}func f() {\n\tswitch err.Code {\n\tcase "NOT_FOUND": // █\n\t}\n}\n`);
		assert.equal(await labelSiteIn(documentOf(text, 'go'), offset), undefined);
	});
});

/** Go, and the integers in it that are statuses. */
const statuses: readonly (readonly [string, readonly number[]])[] = [
	['http.Error(w, "x", 404)', [404]],
	['if rr.Code != 200 { t.Fatal() }', [200]],
	['c.JSON(200, body); c.AbortWithStatusJSON(422, body)', [200, 422]],
	['tests := []struct{ name string; status, size int }{{"a", 200, 500}, {name: "b", status: 500}}', [200, 500]],
	['m := map[string]struct{ size, wantStatus int }{"a": {400, 200}}', [200]],
	['t.Fatalf("status code %d, not %d", 200, got)', [200]],
	['t.Fatalf("%d rows with status %d", 500, 200)', [200]],
	['h := func(e *web.RequestEvent) error { return e.String(200, "x") }', [200]],
	['h := func(e *Builder) error { return e.String(200, "x") }', []],
	['tester.AssertGetResponse("http://a/version", 200, "hello"); AssertGet("x", 200)', [200]],
	['httpmock.RESTPayload(201, "{}")', [201]],
	['assert.EqualValues(t, 404, apiErr.Code)', [404]],
	['code := resp.StatusCode; if code != 200 { t.Fatal(code) }', [200]],
	['if code := recorder.Code; code != 200 { t.Fatal(code) }', [200]],
	['if code := cmd.Code; code != 200 { t.Fatal(code) }', []],
	['os.Chmod(name, 0400); x := make([]byte, 404)', []],
	['status, size := 200, 500', [200]],
	['for i, status := range []int{400, 500} { use(i, status) }', [400, 500]],
];

describe('statuses in Go', () => {
	for (const [body, expected] of statuses) {
		it(body, async () => {
			const { blocks } = await analyzed(`package p\n\nfunc f() {\n\t${body}\n}\n`, 'go');
			const found = blocks.flatMap(({ occurrences }) => occurrences.map(({ value }) => value));
			assert.deepEqual(
				found.filter((value) => typeof value === 'number'),
				expected,
			);
		});
	}
});

test('every name that net/http has for a status is known', () => {
	for (const name of [
		'StatusTooManyRequests',
		'StatusTeapot',
		'StatusRequestEntityTooLarge',
		'StatusNonAuthoritativeInfo',
	])
		assert.ok(catalogs.byStatusName(name), name);
});
