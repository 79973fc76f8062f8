import type { ClientPlace, HttpClient } from '../../../syntax/language.ts';
import { madeBy } from './made-by.ts';
import { namedAround } from './method-around.ts';
import { refreshToken } from './refresh-token.ts';
import { responseOf } from './response-of.ts';
import { type HeaderWords, retryAfter } from './retry-after.ts';

const netHttp: HeaderWords = {
	sign: /\bNet::HTTP\b|\brequire[ (]+['"]net\/https?\b/,
	status: /^(@?[a-z_]\w*)\.code$/,
	body: /^(@?[a-z_]\w*)\.(?:read_)?body\b/,
	classes: /^(?:::)?Net::HTTP[A-Z]/,
	header: ({ name }) => `${name}["Retry-After"]`,
};

const faraday: HeaderWords = {
	sign: /\bFaraday\b|\brequire[ (]+['"]faraday\b/,
	status: /^(@?[a-z_]\w*)\.status$/,
	body: /^(@?[a-z_]\w*)\.body\b/,
	rescued: /^([a-z_]\w*)\.response(?:\[:(?:status|body)\]|\.(?:dig|fetch)\(:(?:status|body)\b|_status$|_body\b)/,
	header: ({ name, isRescued }) =>
		isRescued ? `${name}.response[:headers]["Retry-After"]` : `${name}.headers["Retry-After"]`,
};

const httparty: HeaderWords = {
	sign: /\bHTTParty\b|\brequire[ (]+['"]httparty\b/,
	status: /^(@?[a-z_]\w*)\.code$/,
	body: /^(@?[a-z_]\w*)(?:\.(?:body|parsed_response|to_h)\b|\[|\.(?:dig|fetch)\()/,
	header: ({ name }) => `${name}.headers["retry-after"]`,
};

const all = [netHttp, faraday, httparty];

/** Whether the response is the client's: it is the only one of the file, or what made the request says so. */
function isFrom(words: HeaderWords, place: ClientPlace): boolean {
	const used = all.filter(({ sign }) => sign.test(place.text));
	if (used.length < 2) return used[0] === words;
	const around = namedAround(place.dispatch.part);
	const response = around && responseOf(place, around, words);
	const made = response ? madeBy(response.request.text, place) : undefined;
	const said = used.filter(({ sign }) => made !== undefined && sign.test(made));
	return said.length === 1 && said[0] === words;
}

function client(name: string, imports: readonly string[], words: HeaderWords): HttpClient {
	return {
		name,
		imports,
		retryAfter: (place) => (isFrom(words, place) ? quoted(retryAfter(place, words), place) : undefined),
		refreshToken: (place) => (isFrom(words, place) ? quoted(refreshToken(place, words), place) : undefined),
	};
}

/** What is written, in the quotes of the file: double ones where it has both. */
function quoted(edits: ReturnType<HttpClient['retryAfter']>, { text }: ClientPlace): typeof edits {
	if (/"[^"\n]*"/.test(text) || !/'[^'\n]*'/.test(text)) return edits;
	return edits?.map((edit) => ({ ...edit, text: edit.text.replaceAll(/"((?!Rate limited)[^"#\n]*)"/g, "'$1'") }));
}

/** Every client that fixes write code for. */
export const clients: readonly HttpClient[] = [
	client('Net::HTTP', ['net/http'], netHttp),
	client('Faraday', ['faraday'], faraday),
	client('HTTParty', ['httparty'], httparty),
];
