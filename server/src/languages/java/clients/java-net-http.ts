import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace, HttpClient } from '../../../syntax/language.ts';
import { childIn, type Part } from '../../../syntax/parts/part.ts';
import type { AddedMethod } from './added-methods.ts';
import { isImported } from './imports.ts';
import { type SentRequest, sentRequest } from './request.ts';
import { methodEdits, type Replacement, retryEdits, type Sender } from './retry-code.ts';
import { tokenRefresh } from './token-refresh.ts';

const classes = ['java.net.http.HttpClient', 'java.net.http.HttpRequest', 'java.net.http.HttpResponse'];

const sync: Sender = {
	method: {
		name: 'sendWithRetryAfter',
		text: `/**
 * Sends a request, and again where there were too many. After three tries the last response is
 * the caller's.
 */
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
	header: (response) => `${response}.headers().firstValue("Retry-After").orElse(null)`,
};

const async: Sender = {
	method: {
		name: 'sendAsyncWithRetryAfter',
		text: `/**
 * Sends a request, and again where there were too many. After three tries the last response is
 * the caller's.
 */
private static <T> CompletableFuture<HttpResponse<T>> sendAsyncWithRetryAfter(
		HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler, int attempt) {
	return client.sendAsync(request, handler).thenCompose(response -> {
		String asked = response.headers().firstValue("Retry-After").orElse(null);
		Duration wait = response.statusCode() == 429 ? retryAfterWait(asked, attempt) : null;
		if (wait == null) {
			return CompletableFuture.completedFuture(response);
		}
		Executor later = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
		return CompletableFuture.runAsync(() -> {}, later)
				.thenCompose(waited -> sendAsyncWithRetryAfter(client, request, handler, attempt + 1));
	});
}`,
	},
	imports: [
		...classes,
		'java.util.concurrent.CompletableFuture',
		'java.util.concurrent.Executor',
		'java.util.concurrent.TimeUnit',
	],
	call: (sent) => callOf('sendAsyncWithRetryAfter', sent, '0'),
};

/** The request once more, with another token. */
const requestAgain = (isStatic: string): AddedMethod => ({
	name: 'withFreshToken',
	text: `/** The request with another token than the one that was not accepted; null where there is none. */
private ${isStatic}HttpRequest withFreshToken(HttpRequest request) {
	String fresh = authorizationAfter(request.headers().firstValue("Authorization").orElse(""));
	if (fresh == null) {
		return null;
	}
	HttpRequest.Builder again = HttpRequest.newBuilder(request.uri());
	again.expectContinue(request.expectContinue());
	if (request.bodyPublisher().isPresent() || !request.method().equals("GET")) {
		again.method(
				request.method(),
				request.bodyPublisher().orElseGet(HttpRequest.BodyPublishers::noBody));
	}
	request.headers()
			.map()
			.forEach((name, values) -> values.forEach(value -> again.header(name, value)));
	request.timeout().ifPresent(again::timeout);
	request.version().ifPresent(again::version);
	return again.setHeader("Authorization", fresh).build();
}`,
});

const refreshing = `/**
 * Sends a request. Where its token is not accepted, the request is sent once more with a fresh
 * one. Where that cannot be done the caller gets the first response.
 */`;

/** How a request is sent: by the client, or by the method that waits. */
type Send = (request: string) => string;

const syncRefresh = (isStatic: string, send: Send): AddedMethod => ({
	name: 'sendWithFreshToken',
	isOwn: true,
	text: `${refreshing}
private ${isStatic}<T> HttpResponse<T> sendWithFreshToken(
		HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler)
		throws IOException, InterruptedException {
	HttpResponse<T> response = ${send('request')};
	HttpRequest again = response.statusCode() == 401 ? withFreshToken(request) : null;
	return again == null ? response : ${send('again')};
}`,
});

const asyncRefresh = (isStatic: string, send: Send): AddedMethod => ({
	name: 'sendAsyncWithFreshToken',
	isOwn: true,
	text: `${refreshing}
private ${isStatic}<T> CompletableFuture<HttpResponse<T>> sendAsyncWithFreshToken(
		HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler) {
	return ${send('request')}.thenComposeAsync(response -> {
		HttpRequest again = response.statusCode() == 401 ? withFreshToken(request) : null;
		return again == null
				? CompletableFuture.completedFuture(response)
				: ${send('again')};
	});
}`,
});

/** A call of the method with the client in front of what the client was given. */
function callOf(name: string, sent: Part, ...more: readonly string[]): Replacement | undefined {
	const callee = childIn(sent, 'callee');
	const { start, end } = sent;
	const given = argumentsOf(sent).map(({ text }) => text);
	if (callee?.kind === undefined) return { start, end, text: `${name}(${given.slice(0, 3).join(', ')})` };
	const client = childIn(callee, 'object');
	// A client that is made in the call would be made again.
	if (!client || !/^[\w$.]+$/.test(client.text)) return undefined;
	return { start, end, text: `${name}(${[client.text, ...given, ...more].join(', ')})` };
}

function sentIn(place: ClientPlace, own?: RegExp): SentRequest | undefined {
	if (!classes.some((name) => isImported(name, place.blocks))) return undefined;
	const sent = sentRequest(place, (method, count) => /^send(?:Async)?$/.test(method) && count === 2, own);
	return sent && onceOnly.test(sent.around.text) ? undefined : sent;
}

/** Bodies that are read while they come, and would hold the connection; and what may be sent but once. */
const onceOnly = /\bof(?:InputStream|Lines|Publisher|ByteArrayConsumer)\(|\bfromPublisher\(/;

/** The methods that send requests again, which may send those with a fresh token as well. */
const waiting = /^send(?:Async)?WithRetryAfter$/;

const isAsync = ({ call }: SentRequest): boolean =>
	/\bsendAsync(?:WithRetryAfter)?$/.test(childIn(call, 'callee')?.text ?? '');

/** How the method around a call sends what it is given. */
function senderOf({ call }: SentRequest): Send {
	const name = childIn(call, 'callee')?.text ?? '';
	if (!waiting.test(name)) return (request) => `client.${name.slice(name.lastIndexOf('.') + 1)}(${request}, handler)`;
	return (request) => `${name}(client, ${request}, handler${name.startsWith('sendAsync') ? ', 0' : ''})`;
}

/** The client of the standard library. What sends the request is what waits: the branch deals with what is given up. */
export const javaNetHttp: HttpClient = {
	name: 'java.net.http',
	imports: ['java.net.http', ...classes],
	retryAfter(place) {
		const sent = sentIn(place);
		return sent && retryEdits(place, sent, isAsync(sent) ? async : sync);
	},
	refreshToken(place) {
		const sent = sentIn(place, waiting);
		const token = sent && tokenRefresh(place, sent);
		if (!sent || !token) return undefined;
		const send = (isAsync(sent) ? asyncRefresh : syncRefresh)(token.isStatic, senderOf(sent));
		const methods = [send, requestAgain(token.isStatic), token.method];
		const imports = [...classes, isAsync(sent) ? 'java.util.concurrent.CompletableFuture' : 'java.io.IOException'];
		return methodEdits(place, callOf(send.name, sent.call), methods, imports, token.branchEdits);
	},
};
