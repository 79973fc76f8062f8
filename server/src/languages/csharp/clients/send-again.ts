import { bindingOf } from '../../../syntax/dispatches/binding.ts';
import { childIn, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Member } from './members.ts';
import type { SentRequest } from './sent-request.ts';

/** A function that sends the request anew each time it is called, and what it needs. */
export interface Sender {
	/** As it is written: `() => client.GetAsync(url)`. */
	readonly text: string;
	readonly members: readonly Member[];
	/** Whether it gives a task. */
	readonly isAsync: boolean;
}

const copyOf: Member = {
	name: 'CopyOfAsync',
	text: `/// <summary>A request can be sent but once: this is another that says the same.</summary>
private static async Task<HttpRequestMessage> CopyOfAsync(HttpRequestMessage request)
{
	var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version };
	foreach (var header in request.Headers)
	{
		copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
	}

	if (request.Content != null)
	{
		copy.Content = new ByteArrayContent(await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
		foreach (var header in request.Content.Headers)
		{
			copy.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
		}
	}

	return copy;
}`,
};

/** Contents that are made where they are given are made anew each time; others are sent but once by old platforms. */
const isMadeAnew = (content: Part): boolean =>
	content.kind === 'construction' || /^(?:JsonContent\.Create|null)\b/.test(content.text);

/** What a copy of a request does not have. */
const beyondCopy = /\.(?:Options|Properties|VersionPolicy)\b|\bStreamContent\b/;

/**
 * How a request is sent again; undefined where it cannot be told what it says.
 * @param authorization a header to be set on each, where it is not that of the request
 */
export function senderOf(sent: SentRequest, authorization?: string): Sender | undefined {
	const { call, client, given, method } = sent;
	const [first, second, ...more] = given;
	if (!first || call.text.includes('\n')) return undefined;
	if (method === 'SendAsync' && client === 'base') return passedOn(call, first, authorization);
	if (method === 'SendAsync') {
		const rest = [second, ...more].flatMap((one) => (one ? [`, ${one.text}`] : [])).join('');
		return copied(sent, first, (copy) => `${client}.SendAsync(${copy}${rest})`, authorization);
	}
	if (authorization !== undefined) return undefined;
	if (method === 'Send') return copiedAtOnce(sent, first, [second, ...more]);
	if (/^(?:Post|Put|Patch)Async$/.test(method) && second && !isMadeAnew(second)) {
		if (beyondCopy.test(sourceOf(second, call))) return undefined;
		const rest = more.map(({ text }) => `, ${text}`).join('');
		const verb = method.slice(0, -'Async'.length);
		const request = `new HttpRequestMessage(${verbs[verb]}, ${first.text}) { Content = ${second.text} }`;
		return {
			text: `async () => await ${client}.SendAsync(await CopyOfAsync(${request})${rest})`,
			members: [copyOf],
			isAsync: true,
		};
	}
	return { text: `() => ${call.text}`, members: [], isAsync: true };
}

/** `HttpMethod.Patch` is younger than the rest. */
const verbs: Readonly<Record<string, string>> = {
	Post: 'HttpMethod.Post',
	Put: 'HttpMethod.Put',
	Patch: 'new HttpMethod("PATCH")',
};

/** What stands between a client and its requests may hand on the same request again, once its content is kept. */
function passedOn(call: Part, request: Part, authorization: string | undefined): Sender | undefined {
	if (!/^\w+$/.test(request.text)) return undefined;
	const header = authorization === undefined ? '' : `\t${request.text}.Headers.Authorization = ${authorization};\n`;
	const kept = `\tawait (${request.text}.Content?.LoadIntoBufferAsync() ?? Task.FromResult(0));\n`;
	return { text: `async () =>\n{\n${kept}${header}\treturn await ${call.text};\n}`, members: [], isAsync: true };
}

/** A request that was made before is copied for each try. */
function copied(
	{ call, around }: SentRequest,
	request: Part,
	send: (copy: string) => string,
	authorization: string | undefined,
): Sender | undefined {
	if (!/^\w+$/.test(request.text) || beyondCopy.test(around.text)) return undefined;
	const made = sourceOf(request, call);
	if (made === '' && !isParameter(request.text, around)) return undefined;
	if (authorization === undefined)
		return {
			text: `async () => await ${send(`await CopyOfAsync(${request.text})`)}`,
			members: [copyOf],
			isAsync: true,
		};
	return {
		text: `async () =>\n{\n\tvar copy = await CopyOfAsync(${request.text});\n\tcopy.Headers.Authorization = ${authorization};\n\treturn await ${send('copy')};\n}`,
		members: [copyOf],
		isAsync: true,
	};
}

/** The same where nothing is asynchronous. */
function copiedAtOnce(sent: SentRequest, request: Part, more: readonly (Part | undefined)[]): Sender | undefined {
	const rest = more.flatMap((one) => (one ? [`, ${one.text}`] : [])).join('');
	const found = copied(sent, request, () => '', undefined);
	if (!found) return undefined;
	const copy = `CopyOfAsync(${request.text}).GetAwaiter().GetResult()`;
	return { ...found, text: `() => ${sent.client}.Send(${copy}${rest})`, isAsync: false };
}

/** What a name was given, as it is written; empty where it cannot be told. */
function sourceOf(name: Part, at: Part): string {
	const binding = bindingOf(name.text, at)?.part;
	const value = binding && (childIn(binding, 'value') ?? childIn(binding, 'right'));
	return value?.text ?? '';
}

const isParameter = (name: string, around: Part): boolean =>
	partsIn(around).some((part) => part.kind === 'parameter' && childIn(part, 'name')?.text === name);
