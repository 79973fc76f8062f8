import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { java } from '../../../server/src/languages/java/index.ts';
import type { Label } from '../../../server/src/syntax/code.ts';
import { applyEdits } from '../../support/apply-edits.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { type Answer, type LimitingServer, limitingServer, type Visited } from '../limiting-server.ts';

const isLimit = (label: Label): boolean =>
	label.kind === 'literal' && (label.literal.value === 429 || label.literal.value === 'RATE_LIMITED');

/** A source after the fix at the first branch for the error; undefined where none is offered there. */
async function fixed(text: string): Promise<string | undefined> {
	const blocks = await readBlocks(text, 'java');
	const [dialect] = java.dialects;
	for (const { start, code } of blocks)
		for (const dispatch of code.dispatches) {
			const branch = dispatch.branches.find((one) => one.labels.some(isLimit));
			if (!branch || !dialect) continue;
			const place = { text, offset: start, dialect, dispatch, branch, code, blocks };
			const edits = java.clients.map((client) => client.retryAfter(place)).find((one) => one !== undefined);
			return edits && applyEdits(text, edits);
		}
	throw new Error(`No branch to fix in: ${text}`);
}

const head = `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
`;
const around = (body: string): string => `public class Case {
    private static final HttpClient client = HttpClient.newHttpClient();

${body}
}
`;

/** What it shows, and a class \`Case\` with a method \`run\`. */
const cases: readonly (readonly [string, string])[] = [
	[
		'a status that is asked for',
		head +
			around(`    public static String run(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 429) {
            throw new IllegalStateException("too many requests");
        }
        return response.body();
    }`),
	],
	[
		'a code in the body, with imports of whole packages',
		`import java.net.URI;
import java.net.http.*;
import java.util.*;

${around(`    public static String run(String url) throws Exception {
        var response = client.send(
                HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        String code = parse(response.body());
        switch (code) {
            case "RATE_LIMITED" -> throw new IllegalStateException("too many requests");
            default -> {
                return response.body();
            }
        }
    }

    private static String parse(String body) {
        return body.contains("RATE_LIMITED") ? "RATE_LIMITED" : body.contains("true") ? "OK" : "RATE_LIMITED";
    }`)}`,
	],
	[
		'a request that is not waited for',
		head +
			around(`    public static String run(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(response -> {
            if (response.statusCode() == 429) {
                throw new IllegalStateException("too many requests");
            }
            return response.body();
        }).join();
    }`),
	],
	...(existsSync('/usr/share/java/okhttp.jar')
		? ([
				[
					'a call of OkHttp',
					`import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

public class Case {
    private static final OkHttpClient client = new OkHttpClient();

    public static String run(String url) throws IOException {
        Request request = new Request.Builder().url(url).build();
        try (Response response = client.newCall(request).execute()) {
            if (response.code() == 429) {
                throw new IllegalStateException("too many requests");
            }
            return response.body().string();
        }
    }
}
`,
				],
			] as const)
		: []),
];
/** Libraries as Debian installs them. */
const libraries = ['okhttp', 'okio'].map((name) => `/usr/share/java/${name}.jar`).join(path.delimiter);
if (!existsSync('/usr/share/java/okhttp.jar'))
	console.log('libokhttp-java is not installed: what fixes write for OkHttp is not run');

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const soon = (form: (date: Date) => string) => () => form(new Date(Date.now() + 2200));
const once = (retryAfter: string | (() => string) | undefined): [Answer, Answer] => [{ retryAfter }, 'ok'];

function rfc850Date(date: Date): string {
	const [, day, month, year = '', time] = date.toUTCString().split(' ');
	return `${days[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

function asctimeDate(date: Date): string {
	const [name, day = '', month, year, time] = date.toUTCString().replace(',', '').split(' ');
	return `${name} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`;
}

/** What a server answers, after how many milliseconds the second request may come, and how many come in all. */
const scenarios: readonly (readonly [string, readonly [Answer, ...Answer[]], number, number])[] = [
	['seconds', once('1'), 1000, 2],
	['an HTTP-date', once(soon((date) => date.toUTCString())), 1100, 2],
	['a date of RFC 850', once(soon(rfc850Date)), 1100, 2],
	['a date of asctime', once(soon(asctimeDate)), 1100, 2],
	['rubbish', once('soon'), 1000, 2],
	['a negative number', once('-5'), 1000, 2],
	['nothing', once(undefined), 1000, 2],
	['a number too large to hold', [{ retryAfter: '99999999999999999999' }], 0, 1],
	['too often', [{ retryAfter: '0' }], 0, 3],
	['more than a minute', [{ retryAfter: '3600' }], 0, 1],
];

const main = `import java.util.*;

public class Main {
    public static void main(String[] words) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int at = 0; at < words.length; at += 2) {
            String name = words[at];
            String url = words[at + 1];
            Thread thread = new Thread(() -> {
                String result;
                try {
                    result = (String) Class.forName(name).getMethod("run", String.class).invoke(null, url);
                } catch (Throwable error) {
                    Throwable cause = error;
                    while (cause.getCause() != null) cause = cause.getCause();
                    result = "Error: " + cause.getMessage();
                }
                System.out.println(url + " " + result);
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) thread.join();
        System.exit(0);
    }
}
`;

const missing =
	spawnSync('javac', ['-version']).status === 0 ? undefined : 'javac is not installed: what fixes write is not run';
if (missing !== undefined) console.log(missing);

describe('Retry-After handling that fixes write in Java', { skip: missing ?? false }, () => {
	const visits = new Map<string, Visited>();
	let server: LimitingServer;
	let folder: string;
	let printed = '';
	before(async () => {
		folder = mkdtempSync(path.join(tmpdir(), 'api-errors-java-'));
		const texts = [main];
		for (const [index, [title, text]] of cases.entries()) {
			const result = await fixed(text);
			assert.ok(result, `Nothing is offered for: ${title}`);
			assert.equal(await fixed(result), undefined, `It is written again: ${title}`);
			texts.push(result.replaceAll(/\bCase\b/g, `Case${index}`));
		}
		const files = texts.map((_, index) => path.join(folder, index === 0 ? 'Main.java' : `Case${index - 1}.java`));
		for (const [index, file] of files.entries()) writeFileSync(file, texts[index] ?? '');
		const { stderr } = spawnSync('javac', ['-Xlint:all,-path,-classfile', '-cp', libraries, '-d', folder, ...files], {
			encoding: 'utf8',
		});
		assert.equal(stderr, '');
		server = await limitingServer();
		const words = cases.flatMap((_, index) =>
			scenarios.flatMap(([what, answers]) => {
				const visited = server.visit(...answers);
				visits.set(`${index} ${what}`, visited);
				return [`Case${index}`, visited.url];
			}),
		);
		const { stdout } = await promisify(execFile)('java', [
			'-cp',
			folder + path.delimiter + libraries,
			'Main',
			...words,
		]);
		printed = stdout;
	});
	after(() => {
		server.close();
		rmSync(folder, { recursive: true, force: true });
	});

	for (const [index, [title]] of cases.entries())
		for (const [what, answers, earliest, requests] of scenarios) {
			it(`${what}: ${title}`, () => {
				const { url, arrivals } = visits.get(`${index} ${what}`) ?? { url: '', arrivals: [] };
				const line = printed.split('\n').find((one) => one.startsWith(`${url} `)) ?? '';
				assert.match(line, answers.includes('ok') ? / \{"ok":true\}\s*$/ : / Error: too many requests/);
				assert.equal(arrivals.length, requests);
				const [first = 0, second = first + earliest] = arrivals;
				assert.ok(second - first >= earliest, `after ${second - first} ms`);
			});
		}
});

/** Code for which nothing right can be written. */
const notOffered: readonly (readonly [string, string])[] = [
	[
		'a response that is handed in',
		'    void f(HttpResponse<String> response) {\n        if (response.statusCode() == 429) {\n            again();\n        }\n    }',
	],
	[
		'a loop, which may have tries of its own',
		'    void f() throws Exception {\n        for (HttpRequest request : all) {\n            var response = client.send(request, handler);\n            if (response.statusCode() == 429) {\n                again();\n            }\n        }\n    }',
	],
	[
		'a client that is made for the request',
		'    void f() throws Exception {\n        var response = HttpClient.newHttpClient().send(request, handler);\n        if (response.statusCode() == 429) {\n            again();\n        }\n    }',
	],
	[
		'a name that the class has for something else',
		'    void retryAfterWait(int times) {}\n\n    void f() throws Exception {\n        var response = client.send(request, handler);\n        if (response.statusCode() == 429) {\n            again();\n        }\n    }',
	],
];

describe('no Retry-After handling is offered in Java for', () => {
	for (const [title, text] of notOffered) {
		it(title, async () => {
			assert.equal(await fixed(head + around(text)), undefined);
		});
	}
	it('another client', async () => {
		const text =
			'void f() { var response = client.send(request, handler); if (response.statusCode() == 429) { again(); } }';
		assert.equal(await fixed(`import org.example.Client;\n\n${around(`    ${text}`)}`), undefined);
	});
});
