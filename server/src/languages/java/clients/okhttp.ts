import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace, HttpClient } from '../../../syntax/language.ts';
import { childIn, type Part } from '../../../syntax/parts/part.ts';
import type { AddedMethod } from './added-methods.ts';
import { enqueuedRequest } from './enqueued-request.ts';
import { importsOf } from './imports.ts';
import { type SentRequest, sentRequest } from './request.ts';
import { methodEdits, type Replacement, retryEdits, type Sender } from './retry-code.ts';
import { tokenRefresh } from './token-refresh.ts';

const execute: Sender = {
	method: {
		name: 'executeWithRetryAfter',
		text: `/**
 * Sends a request, and again where there were too many. After three tries the last response is
 * the caller's.
 */
private static Response executeWithRetryAfter(Call call) throws IOException {
	Call next = call;
	for (int attempt = 0; ; attempt++) {
		Response response = next.execute();
		String asked = response.header("Retry-After");
		Duration wait = response.code() == 429 ? retryAfterWait(asked, attempt) : null;
		if (wait == null) {
			return response;
		}
		response.close();
		try {
			Thread.sleep(wait.toMillis());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted while waiting to repeat a request");
		}
		next = call.clone();
	}
}`,
	},
	imports: ['java.io.IOException', 'java.io.InterruptedIOException', 'okhttp3.Call', 'okhttp3.Response'],
	call: (sent) => inPlace(sent, (call) => `executeWithRetryAfter(${call.text})`),
	header: (response) => `${response}.header("Retry-After")`,
	release: (response) => `${response}.close();`,
};

const enqueue: Sender = {
	method: {
		name: 'enqueueWithRetryAfter',
		text: `/**
 * Sends a request, and again where there were too many. After three tries the last response is
 * the caller's.
 */
private static void enqueueWithRetryAfter(Call call, int attempt, Callback callback) {
	call.enqueue(new Callback() {
		@Override
		public void onFailure(Call failed, IOException e) {
			callback.onFailure(failed, e);
		}

		@Override
		public void onResponse(Call answered, Response response) throws IOException {
			String asked = response.header("Retry-After");
			Duration wait = response.code() == 429 ? retryAfterWait(asked, attempt) : null;
			if (wait == null) {
				callback.onResponse(answered, response);
				return;
			}
			response.close();
			Timer timer = new Timer(true);
			timer.schedule(new TimerTask() {
				@Override
				public void run() {
					timer.cancel();
					enqueueWithRetryAfter(call.clone(), attempt + 1, callback);
				}
			}, wait.toMillis());
		}
	});
}`,
	},
	imports: [
		...['java.io.IOException', 'java.util.Timer', 'java.util.TimerTask'],
		...['okhttp3.Call', 'okhttp3.Callback', 'okhttp3.Response'],
	],
	call: (sent) => beforeCallback(sent, (call) => `enqueueWithRetryAfter(${call.text}, 0, `),
};

/** The request once more, with another token. */
const requestAgain = (isStatic: string): AddedMethod => ({
	name: 'withFreshToken',
	text: `/** The request with another token than the one that was not accepted; null where there is none. */
private ${isStatic}Request withFreshToken(Request request) {
	String fresh = authorizationAfter(request.header("Authorization"));
	return fresh == null ? null : request.newBuilder().header("Authorization", fresh).build();
}`,
});

const refreshing = `/**
 * Sends a request. Where its token is not accepted, the request is sent once more with a fresh
 * one. Where that cannot be done the caller gets the first response.
 */`;

const executeRefreshed = (isStatic: string, send: (call: string) => string): AddedMethod => ({
	name: 'executeWithFreshToken',
	isOwn: true,
	text: `${refreshing}
private ${isStatic}Response executeWithFreshToken(Call.Factory client, Request request)
		throws IOException {
	Response response = ${send('client.newCall(request)')};
	Request again = response.code() == 401 ? withFreshToken(request) : null;
	if (again == null) {
		return response;
	}
	response.close();
	return ${send('client.newCall(again)')};
}`,
});

const enqueueRefreshed = (isStatic: string): AddedMethod => ({
	name: 'enqueueWithFreshToken',
	text: `${refreshing}
private ${isStatic}void enqueueWithFreshToken(
		Call.Factory client, Request request, Callback callback) {
	client.newCall(request).enqueue(new Callback() {
		@Override
		public void onFailure(Call call, IOException e) {
			callback.onFailure(call, e);
		}

		@Override
		public void onResponse(Call call, Response response) throws IOException {
			Request again = response.code() == 401 ? withFreshToken(request) : null;
			if (again == null) {
				callback.onResponse(call, response);
				return;
			}
			response.close();
			client.newCall(again).enqueue(callback);
		}
	});
}`,
});

/** What a call is made of, and the request that it sends: `client.newCall(request)`. */
function calledOn(sent: Part): Part | undefined {
	const callee = childIn(sent, 'callee');
	return callee?.kind === 'member' ? childIn(callee, 'object') : argumentsOf(sent)[0];
}

/** Another call in place of the one that sends. */
function inPlace(sent: Part, write: (call: Part) => string): Replacement | undefined {
	const call = calledOn(sent);
	return call && { start: sent.start, end: sent.end, text: write(call) };
}

/** The same where a callback is given, which stays as it is. */
function beforeCallback(sent: Part, write: (call: Part) => string): Replacement | undefined {
	const call = calledOn(sent);
	const [callback] = argumentsOf(sent);
	return call && callback && { start: sent.start, end: callback.start, text: write(call) };
}

/** The client and the request of `client.newCall(request)`. */
function madeOf(sent: Part): { readonly client: Part; readonly request: Part } | undefined {
	const call = calledOn(sent);
	const callee = call?.kind === 'call' ? childIn(call, 'callee') : undefined;
	const client = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	const [request] = call ? argumentsOf(call) : [];
	const isMade = callee?.kind === 'member' && childIn(callee, 'property')?.text === 'newCall';
	// A client that is made in the call would be made again.
	return isMade && client && request && /^[\w$.]+$/.test(client.text) ? { client, request } : undefined;
}

/** The request, and whether a callback is given to what sends it. */
function sentIn(
	place: ClientPlace,
	own?: RegExp,
): { readonly sent: SentRequest; readonly isEnqueued: boolean } | undefined {
	if (!importsOf(place.blocks).some(({ module }) => /^okhttp3(?:\.|$)/.test(module))) return undefined;
	const enqueued = enqueuedRequest(place);
	if (enqueued) return { sent: enqueued, isEnqueued: true };
	const sent = sentRequest(place, (method, count) => method === 'execute' && count === 0, own);
	return sent && { sent, isEnqueued: false };
}

/** The method that sends calls again, which may send those with a fresh token as well. */
const waiting = /^executeWithRetryAfter$/;

/** OkHttp: the call is cloned for another try, and the response closed before. */
export const okHttp: HttpClient = {
	name: 'OkHttp',
	imports: ['okhttp3', 'okhttp3.OkHttpClient', 'okhttp3.Response'],
	retryAfter(place) {
		const found = sentIn(place);
		return found && retryEdits(place, found.sent, found.isEnqueued ? enqueue : execute);
	},
	refreshToken(place) {
		const found = sentIn(place, waiting);
		const made = found && madeOf(found.sent.call);
		const token = made && tokenRefresh(place, found.sent);
		if (!found || !token) return undefined;
		const { sent, isEnqueued } = found;
		const given = `${made.client.text}, ${made.request.text}`;
		const isWaiting = waiting.test(childIn(sent.call, 'callee')?.text ?? '');
		const send = (call: string): string => (isWaiting ? `executeWithRetryAfter(${call})` : `${call}.execute()`);
		const method = isEnqueued ? enqueueRefreshed(token.isStatic) : executeRefreshed(token.isStatic, send);
		const call = isEnqueued
			? beforeCallback(sent.call, () => `${method.name}(${given}, `)
			: inPlace(sent.call, () => `${method.name}(${given})`);
		const methods = [method, requestAgain(token.isStatic), token.method];
		const imports = [
			...['java.io.IOException', 'okhttp3.Call', 'okhttp3.Request', 'okhttp3.Response'],
			...(isEnqueued ? ['okhttp3.Callback'] : []),
		];
		return methodEdits(place, call, methods, imports, token.branchEdits);
	},
};
