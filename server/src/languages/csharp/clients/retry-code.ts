import type { ClientPlace } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt, lineBreakAt, lineEndAt, lineStartAt } from '../../../syntax/text-lines.ts';
import { type Member, memberEdits, unitOf } from './members.ts';
import { senderOf } from './send-again.ts';
import type { SentRequest } from './sent-request.ts';
import { usingEdits } from './usings.ts';

const retryAfterWait: Member = {
	name: 'RetryAfterWait',
	text: `/// <summary>
/// How long to wait before another try: as long as Retry-After asks (seconds or an HTTP-date, RFC 9110, section 10.2.3),
/// else one second, then two; and a little longer, so that not all come back at the same time. Null after three tries,
/// and where more than a minute is asked for: then it is time to give up.
/// </summary>
private static TimeSpan? RetryAfterWait(HttpResponseMessage response, int attempt)
{
	var asked = response.Headers.RetryAfter;
	var wait = asked?.Delta ?? asked?.Date - DateTimeOffset.UtcNow ?? TimeSpan.FromSeconds(1 << attempt);
	// A number that is too large to be read is longer than a minute, too.
	var said = response.Headers.TryGetValues("Retry-After", out var values) ? string.Concat(values) : "";
	var isTooLarge = said.Length > 9 && said.Trim("0123456789".ToCharArray()) == "";
	if (attempt >= 2 || isTooLarge || wait > TimeSpan.FromMinutes(1))
	{
		return null;
	}

	var jitter = TimeSpan.FromMilliseconds(50 + (Guid.NewGuid().GetHashCode() & 127));
	return (wait < TimeSpan.Zero ? TimeSpan.Zero : wait) + jitter;
}`,
};

const sendWithRetryAfter: Member = {
	name: 'SendWithRetryAfterAsync',
	text: `/// <summary>Sends a request, and again where there were too many. After three tries the last response is the caller's.</summary>
private static async Task<HttpResponseMessage> SendWithRetryAfterAsync(
	Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken = default(CancellationToken))
{
	for (var attempt = 0; ; attempt++)
	{
		var response = await send().ConfigureAwait(false);
		var wait = (int)response.StatusCode == 429 ? RetryAfterWait(response, attempt) : null;
		if (wait == null)
		{
			return response;
		}

		response.Dispose();
		await Task.Delay(wait.Value, cancellationToken).ConfigureAwait(false);
	}
}`,
};

/** UTF-16 units in a line. */
const widest = 120;

/** Namespaces of all that the members name. */
export const usings = ['System', 'System.Net.Http', 'System.Threading', 'System.Threading.Tasks'];

/** Sends the request by a method that waits as Retry-After asks; undefined where the place does so already. */
export function retryEdits(place: ClientPlace, sent: SentRequest): readonly Edit[] | undefined {
	const { branch, offset } = place;
	if (/retry-?after/i.test(branch.body.map((part) => part.text).join('\n'))) return undefined;
	const whole = wholeResponse(sent);
	const sender = senderOf(whole.sent);
	if (!sender || (whole.reads !== '' && !/\basync\b/.test(sent.around.text.slice(0, 200)))) return undefined;
	const token = sent.token === undefined ? '' : `, ${sent.token}`;
	const call = callOf('SendWithRetryAfterAsync', `${sender.text}${token}`, sent, place);
	const text = whole.reads === '' ? call : `(await ${call}).EnsureSuccessStatusCode().Content.${whole.reads}`;
	const members = memberEdits([sendWithRetryAfter, retryAfterWait, ...sender.members], place, sent.call);
	if (!members) return undefined;
	const edits = [
		{ start: offset + sent.call.start, end: offset + sent.call.end, text },
		...members,
		...usingEdits([...usings, ...sender.usings], place),
	];
	return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A call in place of the one that sends, in two lines where one would be too long. */
function callOf(name: string, given: string, { call }: SentRequest, place: ClientPlace): string {
	const { text, offset } = place;
	const start = offset + call.start;
	const line = text.slice(lineStartAt(text, start), lineEndAt(text, start));
	const isLong = line.length - call.text.length + name.length + given.length > widest;
	return isLong
		? `${name}(${lineBreakAt(text, start)}${indentationAt(text, start)}${unitOf(place)}${given})`
		: `${name}(${given})`;
}

/** The request whose response has the header, and what reads of it what the call gave: `GetStringAsync` gives a text. */
function wholeResponse(sent: SentRequest): { readonly sent: SentRequest; readonly reads: string } {
	const { call, client, given, method } = sent;
	const [, what = ''] = /^Get(String|ByteArray|Stream|FromJson)Async$/.exec(method) ?? [];
	if (what === '') return { sent, reads: '' };
	const type = /GetFromJsonAsync(<.+?>)\(/.exec(call.text)?.[1] ?? '';
	const text = `${client}.GetAsync(${given.map((one) => one.text).join(', ')})`;
	const reads = `Read${what === 'FromJson' ? what : `As${what}`}Async${type}()`;
	return { sent: { ...sent, method: 'GetAsync', call: { ...call, text } }, reads };
}
