import type { ClientPlace, HttpClient } from '../../../syntax/language.ts';
import { childIn, closest, partsIn } from '../../../syntax/parts/part.ts';
import { refreshToken } from './refresh-token.ts';
import { type HeaderWords, retryAfter } from './retry-after.ts';
import { retryPromised } from './retry-promised.ts';

/** A client whose response can be asked for the header. */
function client(name: string, imports: readonly string[], words: HeaderWords): HttpClient {
	const isUsed = ({ text }: ClientPlace): boolean => imports.length === 0 || imports.some((one) => text.includes(one));
	return {
		name,
		imports,
		retryAfter: (place) => (isUsed(place) ? retryAfter(place, words) : undefined),
		refreshToken: (place) => (isUsed(place) ? refreshToken(place, words) : undefined),
	};
}

/** A variable, and what is reached from it. */
const reached = String.raw`(\$\w+(?:\??->\w+(?:\(\))?)*?)`;
const asked = (methods: string): RegExp => new RegExp(`^${reached}\\??->(?:${methods})\\(\\)$`);
const read = (methods: string): RegExp => new RegExp(`${reached}\\??->(?:${methods})\\(`);

const guzzleWords: HeaderWords = {
	status: asked('getStatusCode'),
	body: read('getBody'),
	error: { type: /(?:^|\\)(?:Client|Server|BadResponse|Request)Exception$/, response: '->getResponse()' },
	header: ({ text }) => `${text}->getHeaderLine('Retry-After')`,
};
const plainGuzzle = client('Guzzle', ['GuzzleHttp\\'], guzzleWords);
const guzzle: HttpClient = {
	...plainGuzzle,
	retryAfter: (place) =>
		plainGuzzle.retryAfter(place) ??
		(place.text.includes('GuzzleHttp\\') ? retryPromised(place, guzzleWords) : undefined),
};

const symfony = client('Symfony HttpClient', ['Symfony\\Contracts\\HttpClient', 'Symfony\\Component\\HttpClient'], {
	status: asked('getStatusCode'),
	body: read('getContent|toArray'),
	error: {
		type: /(?:^|\\)(?:Client|Server|Http)Exception(?:Interface)?$/,
		response: '->getResponse()',
	},
	header: ({ text }) => `${text}->getHeaders(false)['retry-after'][0] ?? ''`,
});

const laravel = client('Laravel', ['Illuminate\\Support\\Facades\\Http', 'Illuminate\\Http\\Client'], {
	status: asked('status|getStatusCode'),
	body: read('json|object|body|collect'),
	error: { type: /(?:^|\\)RequestException$/, response: '->response' },
	array: /\bHttp::|->(?:get|post|put|patch|delete|send)\(/,
	header: ({ text }) => `${text}->header('Retry-After')`,
});

/** curl keeps no headers: they are collected while they come. */
const curl = client('curl', [], {
	status: /^curl_getinfo\(\s*(\$\w+)\s*,\s*CURLINFO_(?:HTTP|RESPONSE)_CODE\s*\)$/,
	body: /^(?:json_decode\()?(?:\(string\)\s*)?curl_(?:exec|getinfo)\(\s*(\$\w+)\s*\)/,
	header: () => '$retryAfter',
	before({ text }, around) {
		const calls = partsIn(around).filter(
			(part) => part.kind === 'call' && childIn(part, 'callee')?.text === 'curl_exec' && part.text.includes(text),
		);
		const [request] = calls;
		const at = request && closest(request, 'statement');
		if (!at || calls.length > 1 || /CURLOPT_HEADERFUNCTION/.test(around.text)) return undefined;
		return {
			at,
			lines: [
				"$retryAfter = '';",
				`curl_setopt(${text}, CURLOPT_HEADERFUNCTION, static function ($handle, string $line) use (&$retryAfter): int {`,
				"\tif (stripos($line, 'Retry-After:') === 0) {",
				"\t\t$retryAfter = trim(substr($line, strlen('Retry-After:')));",
				'\t}',
				'',
				'\treturn strlen($line);',
				'});',
			],
		};
	},
});

/** Every client that fixes write code for. */
export const clients: readonly HttpClient[] = [guzzle, symfony, laravel, curl];
