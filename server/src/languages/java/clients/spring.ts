import { bindingOf } from '../../../syntax/dispatches/binding.ts';
import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace, HttpClient } from '../../../syntax/language.ts';
import { childIn, type Part } from '../../../syntax/parts/part.ts';
import { indentationAt, indentationUnit, lineBreakAt, lineStartAt } from '../../../syntax/text-lines.ts';
import type { AddedMethod } from './added-methods.ts';
import { importsOf } from './imports.ts';
import { methodEdits, type Replacement, retryEdits, type Sender } from './retry-code.ts';
import { isCapturable, type TriedRequest, triedRequest } from './spring-request.ts';
import { tokenRefresh } from './token-refresh.ts';

/** Columns that google-java-format leaves a line. */
const lineLength = 100;

/** The errors of a client and where their headers are. */
interface ClientErrors {
	readonly type: string;
	readonly module: string;
	readonly retry: string;
	readonly refresh: string;
	header(error: string): string;
}

const templateErrors: ClientErrors = {
	type: 'HttpClientErrorException',
	module: 'org.springframework.web.client.HttpClientErrorException',
	retry: 'sendWithRetryAfter',
	refresh: 'sendWithFreshToken',
	header: (error) =>
		`${error}.getResponseHeaders() == null ? null : ${error}.getResponseHeaders().getFirst("Retry-After")`,
};
const reactiveErrors: ClientErrors = {
	type: 'WebClientResponseException',
	module: 'org.springframework.web.reactive.function.client.WebClientResponseException',
	retry: 'retrieveWithRetryAfter',
	refresh: 'retrieveWithFreshToken',
	header: (error) => `${error}.getHeaders().getFirst("Retry-After")`,
};

const senderFor = (errors: ClientErrors, place: ClientPlace, tried: TriedRequest): Sender => ({
	method: {
		name: errors.retry,
		text: `/**
 * Sends a request, and again where there were too many. After three tries the last error is
 * the caller's.
 */
private static <T> T ${errors.retry}(Supplier<T> request) {
	for (int attempt = 0; ; attempt++) {
		try {
			return request.get();
		} catch (${errors.type} e) {
			String asked = ${errors.header('e').replace(/ (?=[?:])/g, '\n\t\t\t\t\t')};
			Duration wait = e.getStatusCode().value() == 429 ? retryAfterWait(asked, attempt) : null;
			if (wait == null) {
				throw e;
			}
			try {
				Thread.sleep(wait.toMillis());
			} catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				throw e;
			}
		}
	}
}`,
	},
	imports: ['java.util.function.Supplier', errors.module],
	call: () => supplied(errors.retry, '', tried.call.text, place, tried),
	header: errors.header,
	giveUp: (error) => `throw ${error};`,
});

const refreshed = (
	errors: ClientErrors,
	isStatic: string,
	authorization: string,
	set: string | undefined,
): AddedMethod => {
	const parameters = set === undefined ? 'Supplier<T> request' : 'HttpHeaders headers, Supplier<T> request';
	return {
		name: errors.refresh,
		isOwn: true,
		text: `/**
 * Sends a request. Where its token is not accepted, the request is sent once more with a fresh
 * one. Where that cannot be done the first error is the caller's.
 */
private ${isStatic}<T> T ${errors.refresh}(${parameters}) {
	String used = ${set === undefined ? authorization : 'headers.getFirst("Authorization")'};
	try {
		return request.get();
	} catch (${errors.type} e) {
		String fresh = e.getStatusCode().value() == 401 ? authorizationAfter(used) : null;
		if (fresh == null) {
			throw e;
		}${set === undefined ? '' : '\n\t\theaders.set("Authorization", fresh);'}
	}
	return request.get();
}`,
	};
};

/** The call of a method that is given the request as a lambda expression. */
function supplied(
	name: string,
	first: string,
	request: string,
	{ text, offset }: ClientPlace,
	{ call, isVoid }: TriedRequest,
): Replacement {
	const { start, end } = call;
	const unit = indentationUnit(text) ?? '    ';
	const margin = lineBreakAt(text, offset + start) + indentationAt(text, offset + start);
	const before = offset + start - lineStartAt(text, offset + start);
	const isLong = before + `${name}(${first}() -> ${request})`.length > lineLength && !request.includes('\n');
	if (!isVoid) return { start, end, text: `${name}(${isLong ? margin + unit + unit : ''}${first}() -> ${request})` };
	const lines = [`${name}(${first}() -> {`, `${unit}${request};`, `${unit}return null;`, '})'];
	return { start, end, text: lines.join(margin) };
}

/** The request with what holds its headers made anew each time, where it was made before; the name of the headers. */
function withHeaders(
	tried: TriedRequest,
	header: Part,
): { readonly request: string; readonly headers: string | undefined } | undefined {
	const { call, around } = tried;
	if (header.start >= call.start && header.end <= call.end) return { request: call.text, headers: undefined };
	const callee = childIn(header, 'callee');
	const headers = callee && childIn(callee, 'object')?.text;
	if (
		headers === undefined ||
		!new RegExp(`\\bHttpHeaders\\s+${headers}\\b|\\b${headers}\\s*=\\s*new HttpHeaders\\(`).test(around.text)
	)
		return undefined;
	const isGiven = new RegExp(`new HttpEntity<[^>]*>\\([^;]*\\b${headers}\\)`);
	if (isGiven.test(call.text)) return { request: call.text, headers };
	const entity = argumentsOf(call).find(({ kind, text }) => kind === undefined && isGiven.test(entityOf(text, call)));
	if (!entity) return undefined;
	const [from, to] = [entity.start - call.start, entity.end - call.start];
	const request = call.text.slice(0, from) + entityOf(entity.text, call) + call.text.slice(to);
	return isCapturable(request, call, around) ? { request, headers } : undefined;
}

/** What makes the entity that goes by a name. */
function entityOf(name: string, at: Part): string {
	const binding = bindingOf(name, at)?.part;
	const value = binding?.kind === 'variable' ? childIn(binding, 'value') : undefined;
	return value?.kind === 'construction' && !value.text.includes('\n') ? value.text : '';
}

function triedIn(place: ClientPlace): TriedRequest | undefined {
	const isUsed = importsOf(place.blocks).some(({ module }) => module.startsWith('org.springframework.web.'));
	return isUsed ? triedRequest(place) : undefined;
}

/** RestTemplate, RestClient, and WebClient where it is waited for: a limited request is one whose error is caught. */
export const spring: HttpClient = {
	name: 'Spring',
	imports: ['org.springframework.web.client', 'org.springframework.web.reactive.function.client'],
	retryAfter(place) {
		const tried = triedIn(place);
		return (
			tried && retryEdits(place, tried, senderFor(tried.isReactive ? reactiveErrors : templateErrors, place, tried))
		);
	},
	refreshToken(place) {
		const tried = triedIn(place);
		const token = tried && tokenRefresh(place, tried);
		const anew = token && withHeaders(tried, token.header);
		if (!tried || !anew) return undefined;
		const errors = tried.isReactive ? reactiveErrors : templateErrors;
		const { headers, request } = anew;
		const method = refreshed(errors, token.isStatic, token.authorization, headers);
		const call = supplied(method.name, headers === undefined ? '' : `${headers}, `, request, place, tried);
		const imports = [
			...['java.util.function.Supplier', errors.module],
			...(headers === undefined ? [] : ['org.springframework.http.HttpHeaders']),
		];
		return methodEdits(place, call, [method, token.method], imports, token.branchEdits);
	},
};
