import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { whyNot } from '../../support/toolchains.ts';
import { type LimitingServer, limitingServer, type Tokens, type Visited } from '../limiting-server.ts';
import { fixedJava } from './fixed-java.ts';
import { type JavaProgram, javaCases, javaProgram } from './java-project.ts';

const cases = javaCases('refresh.cases');
const refused = { status: 401, code: 'AUTH_INVALID_TOKEN' };

/** What is tried, how many callers there are at once, and whether there is a new token and it is accepted. */
const scenarios = [
	['once for all requests', 10, true, true],
	['repeats once, then gives the error on', 1, true, false],
	['does not repeat where there is no new token', 1, false, false],
] as const;

/** For each four words, calls a new object of the class as often at once as it is told and prints what it gets. */
const main = `import java.util.*;
import java.util.concurrent.*;

public class Main {
    public static void main(String[] words) throws Exception {
        for (int at = 0; at < words.length; at += 4) {
            Object object = Class.forName(words[at]).getConstructor(String.class).newInstance(words[at + 2]);
            String url = words[at + 1];
            Set<String> seen = ConcurrentHashMap.newKeySet();
            List<Thread> threads = new ArrayList<>();
            for (int caller = 0; caller < Integer.parseInt(words[at + 3]); caller++) {
                Thread thread = new Thread(() -> {
                    try {
                        seen.add((String) object.getClass().getMethod("load", String.class).invoke(object, url));
                    } catch (Throwable error) {
                        Throwable cause = error;
                        while (cause.getCause() != null) cause = cause.getCause();
                        seen.add("Error: " + cause.getMessage());
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) thread.join();
            for (String one : seen) System.out.println(url + " " + one);
        }
        System.exit(0);
    }
}
`;

describe('Refreshing a token that fixes write in Java', { skip: whyNot('java') }, () => {
	const visits = new Map<string, { readonly visited: Visited; readonly tokens: Tokens }>();
	let server: LimitingServer;
	let program: JavaProgram;
	let printed: readonly string[] = [];
	before(async () => {
		const texts: string[] = [];
		for (const { title, text } of cases) {
			const given = title.startsWith('after') ? await fixedJava(text, 'retryAfter') : text;
			const result = given && (await fixedJava(given, 'refreshToken'));
			assert.ok(result, `Nothing is offered for: ${title}`);
			assert.equal(await fixedJava(result, 'refreshToken'), undefined, `It is written again: ${title}`);
			texts.push(result);
		}
		program = javaProgram(
			texts.map((text, index) => (cases[index]?.skip === false ? text : undefined)),
			main,
		);
		server = await limitingServer();
		const words = cases.flatMap(({ skip }, index) =>
			(skip === false ? scenarios : []).flatMap(([what, callers, isThere, isAccepted]) => {
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

	for (const [index, { title, skip }] of cases.entries())
		for (const [what, callers, isThere, isAccepted] of scenarios) {
			it(`${what}: ${title}`, { skip }, () => {
				const { visited, tokens } = visits.get(`${index} ${what}`) ?? {};
				assert.ok(visited && tokens);
				const lines = printed
					.filter((line) => line.startsWith(`${visited.url} `))
					.map((line) => line.split(' ').slice(1).join(' '));
				const expected = isAccepted ? /^\{"ok":true\}$/ : /^Error: (?:signed out|the token is not accepted)$/;
				assert.match(lines.join('\n'), expected);
				assert.equal(tokens.asked(), 1);
				const most = isThere ? 2 * callers : callers;
				if (callers === 1) assert.equal(visited.arrivals.length, most);
				else assert.ok(visited.arrivals.length <= most);
			});
		}
});
