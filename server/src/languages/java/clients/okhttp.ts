import type { HttpClient } from '../../../syntax/language.ts';
import { childIn, type Part } from '../../../syntax/part.ts';
import { importsOf } from './imports.ts';
import { sentRequest } from './request.ts';
import { retryEdits, type Sender } from './retry-code.ts';

const sender: Sender = {
	method: {
		name: 'executeWithRetryAfter',
		text: `/** Sends a request, and again where there were too many. After three tries the last response is the caller's. */
private static Response executeWithRetryAfter(Call call) throws IOException {
	Call next = call;
	for (int attempt = 0; ; attempt++) {
		Response response = next.execute();
		Duration wait = response.code() == 429 ? retryAfterWait(response.header("Retry-After"), attempt) : null;
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
	call: callOf,
};

/** A call of the method with what the client was to execute. */
function callOf(sent: Part): string | undefined {
	const callee = childIn(sent, 'callee');
	const call = callee && childIn(callee, 'object');
	return call && !call.text.includes('\n') ? `executeWithRetryAfter(${call.text})` : undefined;
}

/** OkHttp: the call is cloned for another try, and the response closed before. */
export const okHttp: HttpClient = {
	name: 'OkHttp',
	imports: ['okhttp3', 'okhttp3.OkHttpClient', 'okhttp3.Response'],
	retryAfter(place) {
		if (!importsOf(place.blocks).some(({ module }) => /^okhttp3(?:\.|$)/.test(module))) return undefined;
		const sent = sentRequest(place, (method, count) => method === 'execute' && count === 0);
		return sent && retryEdits(place, sent, sender);
	},
	refreshToken: () => undefined,
};
