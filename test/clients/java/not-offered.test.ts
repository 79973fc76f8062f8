import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixedJava } from './fixed-java.ts';

const jdk = `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
`;
const okhttp = 'import okhttp3.OkHttpClient;\nimport okhttp3.Response;\n';
const spring = 'import org.springframework.web.client.*;\n';

const sourceOf = (imports: string, body: string): string => `${imports}
public class Case {
    private static final HttpClient client = HttpClient.newHttpClient();
    private String token;

${body
	.split('\n')
	.map((line) => (line === '' ? '' : `    ${line}`))
	.join('\n')}
}
`;
const asked = (body: string, code = 429): string =>
	`void f() throws Exception {\n    ${body}\n    if (response.statusCode() == ${code}) {\n        stop();\n    }\n}`;

/** What it shows, imports, and what the class has. */
type NotOffered = readonly (readonly [string, string, string])[];

const noRetry: NotOffered = [
	[
		'a response that is handed in',
		jdk,
		'void f(HttpResponse<String> response) {\n    if (response.statusCode() == 429) {\n        stop();\n    }\n}',
	],
	[
		'a loop over requests, which may have tries of its own',
		jdk,
		'void f() throws Exception {\n    for (HttpRequest request : all) {\n        var response = client.send(request, handler);\n        if (response.statusCode() == 429) {\n            stop();\n        }\n    }\n}',
	],
	[
		'a loop that counts, with a switch that `break` would leave',
		jdk,
		'void f() throws Exception {\n    for (int i = 0; i < 3; i++) {\n        var response = client.send(request, handler);\n        switch (response.statusCode()) {\n            case 429:\n                Thread.sleep(1000);\n                break;\n            default:\n                return;\n        }\n    }\n}',
	],
	[
		'a client that is made for the request',
		jdk,
		asked('var response = HttpClient.newHttpClient().send(request, handler);'),
	],
	[
		'a name that the class has for something else',
		jdk,
		`void retryAfterWait(int times) {}\n\n${asked('var response = client.send(request, handler);')}`,
	],
	[
		'a request that a method sends which waits as well',
		jdk,
		`HttpResponse<String> send() throws Exception {\n    Thread.sleep(10);\n    return client.send(request, handler);\n}\n\n${asked('var response = send();')}`,
	],
	[
		'a request that a method sends in one way or another',
		jdk,
		`HttpResponse<String> send() throws Exception {\n    if (quick) {\n        return client.send(request, handler);\n    }\n    return client.send(other, handler);\n}\n\n${asked('var response = send();')}`,
	],
	[
		'a loop that counts down',
		jdk,
		'void f() throws Exception {\n    int left = 3;\n    while (left > 0) {\n        var response = client.send(request, handler);\n        if (response.statusCode() == 429) {\n            left--;\n            Thread.sleep(1000);\n        }\n    }\n}',
	],
	['another client', 'import org.example.Client;\n', asked('var response = client.send(request, handler);')],
	[
		'a callback that sends again itself',
		okhttp,
		'void f(Call sent) {\n    sent.enqueue(new Callback() {\n        public void onResponse(Call call, Response response) {\n            if (response.code() == 429) {\n                call.clone().enqueue(this);\n            }\n        }\n    });\n}',
	],
	[
		'a wait that is caught, where nothing else is interrupted',
		okhttp,
		'void f() {\n    try {\n        Response response = client.newCall(request).execute();\n        if (response.code() == 429) {\n            Thread.sleep(1000);\n            f();\n            return;\n        }\n    } catch (InterruptedException e) {\n        stop();\n    }\n}',
	],
	[
		'a branch that repeats for another status as well',
		jdk,
		'void f() throws Exception {\n    var response = client.send(request, handler);\n    if (response.statusCode() == 429 || response.statusCode() == 503) {\n        Thread.sleep(1000);\n        f();\n        return;\n    }\n}',
	],
	[
		'a body that is read while it comes',
		jdk,
		asked('var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());'),
	],
	[
		'a branch that repeats in a way of its own',
		jdk,
		asked('var response = client.send(request, handler);').replace('stop()', 'scheduler.schedule(this::f, 1, SECONDS)'),
	],
	[
		'a request of Spring with what is assigned twice',
		spring,
		'String f(String url) {\n    url = url + "/";\n    try {\n        return restTemplate.getForObject(url, String.class);\n    } catch (HttpClientErrorException e) {\n        switch (e.getRawStatusCode()) {\n            case 429: stop();\n        }\n        return null;\n    }\n}',
	],
	[
		'two requests of Spring, of which either may have failed',
		spring,
		'String f() {\n    try {\n        restTemplate.put("a", "b");\n        return restTemplate.getForObject("a", String.class);\n    } catch (HttpClientErrorException e) {\n        if (e.getRawStatusCode() == 429) {\n            stop();\n        }\n        return null;\n    }\n}',
	],
	[
		'a request of Spring with what may fail otherwise',
		spring,
		'String f() {\n    try {\n        return restTemplate.getForObject(address(), String.class);\n    } catch (HttpClientErrorException e) {\n        if (e.getRawStatusCode() == 429) {\n            stop();\n        }\n        return null;\n    }\n}',
	],
	[
		'a pipeline of Spring that nobody waits for',
		'import org.springframework.web.reactive.function.client.*;\n',
		'Mono<String> f() {\n    return webClient.get().uri("a").retrieve().bodyToMono(String.class).onErrorResume(WebClientResponseException.class, e -> {\n        if (e.getStatusCode().value() == 429) {\n            stop();\n        }\n        return Mono.error(e);\n    });\n}',
	],
];

const sent = 'HttpRequest request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();';
const response = 'var response = client.send(request, handler);';
const refresh = 'void refreshToken() {\n    token = "new";\n}\n\n';

const noRefresh: NotOffered = [
	['a class that refreshes nothing', jdk, asked(`${sent}\n    ${response}`, 401)],
	['a request without a token', jdk, refresh + asked(response, 401)],
	[
		'a token that is handed in',
		jdk,
		`${refresh}${asked(`${sent}\n    ${response}`, 401).replace('f()', 'f(String token)')}`,
	],
	[
		'a refresh that needs more than the class has',
		jdk,
		`void refreshToken(String user) {}\n\n${asked(`${sent}\n    ${response}`, 401)}`,
	],
	[
		'a refresh that sends the very request',
		jdk,
		`void refreshToken() throws Exception {\n    f();\n}\n\n${asked(`${sent}\n    ${response}`, 401)}`,
	],
	[
		'a method of the class where the refresh is one of its objects',
		jdk,
		`${refresh}static ${asked(`${sent}\n    ${response}`, 401)}`,
	],
	[
		'a branch that refreshes already',
		jdk,
		refresh + asked(`${sent}\n    ${response}`, 401).replace('stop()', 'refreshToken()'),
	],
	['another client', 'import org.example.Client;\n', refresh + asked(`${sent}\n    ${response}`, 401)],
];

describe('no Retry-After handling is offered in Java for', () => {
	for (const [title, imports, body] of noRetry)
		it(title, async () => assert.equal(await fixedJava(sourceOf(imports, body), 'retryAfter'), undefined));
});

describe('no refresh is offered in Java for', () => {
	for (const [title, imports, body] of noRefresh)
		it(title, async () => assert.equal(await fixedJava(sourceOf(imports, body), 'refreshToken'), undefined));
});
