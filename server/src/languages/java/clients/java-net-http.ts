import type { HttpClient } from '../../../syntax/language.ts';
import { childIn, type Part } from '../../../syntax/part.ts';
import { argumentsOf } from '../../../syntax/subject.ts';
import { isImported } from './imports.ts';
import { sentRequest } from './request.ts';
import { retryEdits, type Sender } from './retry-code.ts';

const classes = ['java.net.http.HttpClient', 'java.net.http.HttpRequest', 'java.net.http.HttpResponse'];

const sync: Sender = {
	method: {
		name: 'sendWithRetryAfter',
		text: `/** Sends a request, and again where there were too many. After three tries the last response is the caller's. */
private static <T> HttpResponse<T> sendWithRetryAfter(
		HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler)
		throws IOException, InterruptedException {
	for (int attempt = 0; ; attempt++) {
		HttpResponse<T> response = client.send(request, handler);
		String asked = response.headers().firstValue("Retry-After").orElse(null);
		Duration wait = response.statusCode() == 429 ? retryAfterWait(asked, attempt) : null;
		if (wait == null) {
			return response;
		}
		Thread.sleep(wait.toMillis());
	}
}`,
	},
	imports: ['java.io.IOException', ...classes],
	call: (sent) => callOf('sendWithRetryAfter', sent),
};

const async: Sender = {
	method: {
		name: 'sendAsyncWithRetryAfter',
		text: `/** Sends a request, and again where there were too many. After three tries the last response is the caller's. */
private static <T> CompletableFuture<HttpResponse<T>> sendAsyncWithRetryAfter(
		HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler, int attempt) {
	return client.sendAsync(request, handler).thenCompose(response -> {
		String asked = response.headers().firstValue("Retry-After").orElse(null);
		Duration wait = response.statusCode() == 429 ? retryAfterWait(asked, attempt) : null;
		if (wait == null) {
			return CompletableFuture.completedFuture(response);
		}
		return CompletableFuture.runAsync(
						() -> {}, CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS))
				.thenCompose(waited -> sendAsyncWithRetryAfter(client, request, handler, attempt + 1));
	});
}`,
	},
	imports: [...classes, 'java.util.concurrent.CompletableFuture', 'java.util.concurrent.TimeUnit'],
	call: (sent) => callOf('sendAsyncWithRetryAfter', sent, '0'),
};

/** A call of the method with the client in front of what the client was given. */
function callOf(name: string, sent: Part, ...more: readonly string[]): string | undefined {
	const callee = childIn(sent, 'callee');
	const client = callee && childIn(callee, 'object');
	// A client that is made in the call would be made again.
	if (!client || !/^[\w$.]+$/.test(client.text)) return undefined;
	return `${name}(${[client.text, ...argumentsOf(sent).map(({ text }) => text), ...more].join(', ')})`;
}

/** The client of the standard library. What sends the request is what waits: the branch deals with what is given up. */
export const javaNetHttp: HttpClient = {
	name: 'java.net.http',
	imports: ['java.net.http', ...classes],
	retryAfter(place) {
		if (!classes.some((name) => isImported(name, place.blocks))) return undefined;
		const sent = sentRequest(place, (method, count) => /^send(?:Async)?$/.test(method) && count === 2);
		const callee = sent && childIn(sent, 'callee');
		const isAsync = callee && childIn(callee, 'property')?.text === 'sendAsync';
		return sent && retryEdits(place, sent, isAsync ? async : sync);
	},
	refreshToken: () => undefined,
};
