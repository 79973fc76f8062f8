import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findingsOf } from '../../support/check-rule.ts';
import { whyNot } from '../../support/toolchains.ts';
import { type Answer, type LimitingServer, limitingServer, type Visited } from '../limiting-server.ts';
import { fixedJava } from './fixed-java.ts';
import { type JavaProgram, javaCases, javaProgram } from './java-project.ts';

const cases = javaCases('retry.cases');

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

/** Calls the classes that it is told, all at once, and prints what each gives for its address. */
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
                    while (cause.getCause() != null && !String.valueOf(cause.getMessage()).startsWith("too many")) {
                        cause = cause.getCause();
                    }
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

describe('Retry-After handling that fixes write in Java', { skip: whyNot('java') }, () => {
	const visits = new Map<string, Visited>();
	let server: LimitingServer;
	let program: JavaProgram;
	let printed: readonly string[] = [];
	before(async () => {
		const texts: string[] = [];
		for (const { title, text } of cases) {
			const result = await fixedJava(text, 'retryAfter');
			assert.ok(result, `Nothing is offered for: ${title}`);
			assert.equal(await fixedJava(result, 'retryAfter'), undefined, `It is written again: ${title}`);
			texts.push(result);
		}
		program = javaProgram(
			texts.map((text, index) => (cases[index]?.skip === false ? text : undefined)),
			main,
		);
		server = await limitingServer();
		const words = cases.flatMap(({ skip }, index) =>
			(skip === false ? scenarios : []).flatMap(([what, answers]) => {
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

	for (const [index, { title, skip }] of cases.entries())
		for (const [what, answers, earliest, requests] of scenarios) {
			it(`${what}: ${title}`, { skip }, () => {
				const { url, arrivals } = visits.get(`${index} ${what}`) ?? { url: '', arrivals: [] };
				const line = printed.find((one) => one.startsWith(`${url} `)) ?? '';
				assert.match(line, answers.includes('ok') ? / \{"ok":true\}\s*$/ : / Error: (?:too many requests|429 )/);
				assert.equal(arrivals.length, requests);
				const [first = 0, second = first + earliest] = arrivals;
				assert.ok(second - first >= earliest, `after ${second - first} ms`);
			});
		}
});

describe('The status that OkHttp calls a code', () => {
	const repeating = (code: string): string => `// api-errors: silentchat
class Case {
	String load(Call call) throws Exception {
		Response response = call.execute();
		${code}
			Thread.sleep(1000);
			return load(call.clone());
		}
		return response.body().string();
	}
}
`;

	it('is warned about where a branch repeats blindly, whatever its name', async () => {
		for (const code of ['if (response.code() == 429) {', 'int code = response.code();\n\t\tif (code == 429) {'])
			assert.equal((await findingsOf('retry-after', repeating(code), { languageId: 'java' })).length, 1, code);
	});

	it('is none where it is something else that has a code', async () => {
		const other = repeating('if (country.code() == 429) {');
		assert.deepEqual(await findingsOf('retry-after', other, { languageId: 'java' }), []);
	});
});
