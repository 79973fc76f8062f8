import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import { warnedIn } from '../../../../test/support/warned.ts';

/** Code, and the required codes that it is warned about. */
const handled: readonly (readonly [string, string, readonly string[]])[] = [
	[
		'an error that is thrown again',
		'switch (e.getCode()) { case "NOT_FOUND": create(); break; default: throw e; }',
		[],
	],
	[
		'an error that is thrown in another',
		'switch (e.getCode()) { case "NOT_FOUND" -> create(); default -> throw new IllegalStateException(e); }',
		[],
	],
	[
		'an error that a future fails with',
		'switch (e.getCode()) { case "NOT_FOUND": create(); break; default: return CompletableFuture.failedFuture(e); }',
		[],
	],
	[
		'an error with which what comes later fails',
		'switch (e.getCode()) { case "NOT_FOUND": create(); break; default: return Mono.error(new IllegalStateException(e)); }',
		[],
	],
	[
		'nothing in place of what comes later',
		'switch (e.getCode()) { case "NOT_FOUND": create(); break; default: return Mono.empty(); }',
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'an error that is caught by what Spring has for it',
		'try { send(); } catch (HttpClientErrorException.TooManyRequests | HttpClientErrorException.Unauthorized x) { again(); } catch (ApiException x) { switch (x.getCode()) { case "NOT_FOUND": create(); } }',
		[],
	],
	[
		'a default that only reports',
		'switch (e.getCode()) { case "NOT_FOUND" -> create(); default -> log.warn("x", e); }',
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'a list that is asked before',
		'if (Set.of("RATE_LIMITED", "AUTH_INVALID_TOKEN").contains(e.getCode())) return again(); switch (e.getCode()) { case "NOT_FOUND": create(); }',
		[],
	],
];

describe('what Java does with other errors', () => {
	for (const [value, expected] of [
		['this::create', ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
		['() -> create()', ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
		['"It is gone."', []],
	] as const) {
		it(`a table with ${value}`, async () => {
			const rows = `"NOT_FOUND", ${value}, "CONFLICT", ${value}`;
			const text = `// api-errors: silentchat\nclass A {\n\tMap<String, Runnable> all = Map.of(${rows});\n\tvoid f(ApiException e) {\n\t\tall.get(e.getCode()).run();\n\t}\n}\n`;
			assert.deepEqual([...(await warnedIn(text, 'java'))].sort(), expected);
		});
	}
	for (const [title, body, expected] of handled) {
		it(title, async () => {
			const text = `// api-errors: silentchat\nclass A {\n\tObject f(ApiException e) {\n\t\t${body}\n\t\treturn null;\n\t}\n}\n`;
			assert.deepEqual([...(await warnedIn(text, 'java'))].sort(), expected);
		});
	}

	it('an error that is caught by its class', async () => {
		const text = `// api-errors: silentchat
class A {
	void f() {
		try {
			send();
		} catch (RateLimitException e) {
			again();
		} catch (ApiException e) {
			switch (e.getCode()) {
				case "NOT_FOUND" -> create();
				case "AUTH_INVALID_TOKEN" -> refresh();
			}
		}
	}
}
`;
		assert.deepEqual([...(await warnedIn(text, 'java'))], []);
	});

	it('constants and enum constants of the file', async () => {
		const text = `// api-errors: silentchat
enum Code {
	LIMITED("RATE_LIMITED", 429), GONE("NOT_FOUND", 404);
	Code(String code, int status) {}
}
class A {
	private static final String TOKEN = "AUTH_INVALID_TOKEN";
	void f(ApiException e) {
		if (TOKEN.equals(e.getCode())) {
			refresh();
		} else if (Code.LIMITED.getCode().equals(e.getCode())) {
			again();
		} else if (Code.GONE.getCode().equals(e.getCode())) {
			create();
		}
	}
}
`;
		assert.deepEqual([...(await warnedIn(text, 'java'))], []);
	});

	it('constants of an enum by what annotations say, by their own names, and by the one argument that is a code', async () => {
		const text = `// api-errors: silentchat
enum Code {
	@JsonProperty("RATE_LIMITED") LIMITED,
	TOKEN(401, "AUTH_INVALID_TOKEN", "The token has expired");
}
class A {
	enum Kind { NOT_FOUND, CONFLICT }
	void f(ApiException e) {
		switch (e.getCode()) {
			case LIMITED -> again();
			case TOKEN -> refresh();
			case NOT_FOUND -> create();
		}
	}
}
`;
		assert.deepEqual([...(await warnedIn(text, 'java'))], []);
		assert.deepEqual([...(await warnedIn(text.replace('case LIMITED -> again();', ''), 'java'))], ['RATE_LIMITED']);
	});

	it('statuses that a switch over one names without their enum', async () => {
		const text = `// api-errors: silentchat
class A {
	void f(HttpClientErrorException e) {
		switch (e.getStatusCode()) {
			case NOT_FOUND -> create();
			case UNAUTHORIZED -> refresh();
			case CONFLICT -> again();
		}
	}
}
`;
		assert.deepEqual([...(await warnedIn(text, 'java'))], ['429']);
	});
});

const switched = `class A {
	void f() {
		SET_UP
		switch (error.getCode()) {
			case "NOT_FOUND" -> create();
			case "CONFLICT" -> again();
		}
	}
}
`;

/** What sets something up, with its imports, and the required codes that are not dealt with by it. */
const setUps: readonly (readonly [string, string, string, readonly string[]])[] = [
	['Resilience4j', 'io.github.resilience4j.retry.Retry', 'Retry.of("a", config);', ['AUTH_INVALID_TOKEN']],
	['Spring Retry', 'org.springframework.retry.support.RetryTemplate', '', ['AUTH_INVALID_TOKEN']],
	['Failsafe', 'dev.failsafe.RetryPolicy', 'RetryPolicy.ofDefaults();', ['AUTH_INVALID_TOKEN']],
	['a breaker of Failsafe', 'dev.failsafe.CircuitBreaker', '', ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
	['Reactor', 'reactor.util.retry.Retry', 'mono.retryWhen(Retry.max(3));', ['AUTH_INVALID_TOKEN']],
	[
		'the client of Apache',
		'org.apache.hc.client5.http.impl.classic.HttpClients',
		'HttpClients.createDefault();',
		['AUTH_INVALID_TOKEN'],
	],
	[
		'the client of Apache, which is told not to',
		'org.apache.hc.client5.http.impl.classic.HttpClients',
		'HttpClients.custom().disableAutomaticRetries().build();',
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	[
		'an interceptor of OkHttp',
		'okhttp3.OkHttpClient',
		'builder.addInterceptor(new RateLimitInterceptor());',
		['AUTH_INVALID_TOKEN'],
	],
	[
		'another interceptor of OkHttp',
		'okhttp3.OkHttpClient',
		'builder.addInterceptor(new LoggingInterceptor());',
		['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
	],
	['an authenticator of OkHttp', 'okhttp3.*', 'builder.authenticator(new TokenRefresher());', ['RATE_LIMITED']],
	["Spring's tokens", 'org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager', '', ['RATE_LIMITED']],
];

describe('libraries of Java that repeat and refresh by themselves', () => {
	for (const [title, imported, code, expected] of setUps)
		it(title, async () => {
			const text = `// api-errors: silentchat\nimport ${imported};\n\n${switched.replace('SET_UP', code)}`;
			assert.deepEqual([...(await warnedIn(text, 'java'))].sort(), expected);
		});
});

/** What a branch for 429 does, and whether it is reported that nothing reads the header. */
const limited: readonly (readonly [string, string, boolean])[] = [
	['a pause of its own', 'Thread.sleep(1000); f();', true],
	['another try by a scheduler', 'scheduler.schedule(this::f, 5, TimeUnit.SECONDS);', true],
	['a pause as long as the header asks', 'pause(response.headers().firstValue("Retry-After")); f();', false],
	['the header by a constant of the class', 'pause(response.headers().firstValue(WAIT)); f();', false],
	['another header by a constant', 'pause(response.headers().firstValue(OTHER)); f();', true],
	["the header by Spring's constant", 'pause(e.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)); f();', false],
	['a method of the file that reads it', 'backOff(response); f();', false],
	['an error of its own', 'throw new RateLimitException();', false],
];

describe('a branch of Java for too many requests that does', () => {
	for (const [title, statements, isReported] of limited)
		it(title, async () => {
			const text = `// api-errors: silentchat
class A {
	static final String WAIT = "Retry-After", OTHER = "X-Request-Id";
	void f() throws Exception {
		var response = client.send(request, handler);
		if (response.statusCode() == 429) {
			${statements}
		}
	}
	void backOff(HttpResponse<?> response) {
		pause(response.headers().firstValue("Retry-After"));
	}
}
`;
			assert.equal((await findingsOf('retry-after', text, { languageId: 'java' })).length, isReported ? 1 : 0);
		});
});
