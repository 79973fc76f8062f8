import type { ClientPlace } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt, lineBreakAt, lineEndAt, lineStartAt } from '../../../syntax/text-lines.ts';
import { withoutRepeat } from './branch-repeat.ts';
import { laidOut, type Member, memberEdits, unitOf } from './members.ts';
import { retryAfterWait } from './retry-after-wait.ts';
import { senderOf } from './send-again.ts';
import type { SentRequest } from './sent-request.ts';
import { usingEdits, usings } from './usings.ts';
import { waitInLoop } from './wait-in-loop.ts';

const sendAsync: Member = {
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

const send: Member = {
	name: 'SendWithRetryAfter',
	text: `/// <summary>Sends a request, and again where there were too many. After three tries the last response is the caller's.</summary>
private static HttpResponseMessage SendWithRetryAfter(
	Func<HttpResponseMessage> send, CancellationToken cancellationToken = default(CancellationToken))
{
	for (var attempt = 0; ; attempt++)
	{
		var response = send();
		var wait = (int)response.StatusCode == 429 ? RetryAfterWait(response, attempt) : null;
		if (wait == null)
		{
			return response;
		}

		response.Dispose();
		cancellationToken.WaitHandle.WaitOne(wait.Value);
		cancellationToken.ThrowIfCancellationRequested();
	}
}`,
};

/** UTF-16 units in a line. */
const widest = 120;

/** Sends the request by a method that waits as Retry-After asks; undefined where the place does so already. */
export function retryEdits(place: ClientPlace, sent: SentRequest): readonly Edit[] | undefined {
	const { branch, offset } = place;
	if (sent.loop) return waitInLoop(place, sent, sent.loop);
	if (/retry-?after/i.test(branch.body.map((part) => part.text).join('\n'))) return undefined;
	const whole = wholeResponse(sent);
	const sender = senderOf(whole.sent);
	if (!sender || (whole.reads !== '' && !/\basync\b/.test(sent.around.text.slice(0, 200)))) return undefined;
	const token = sent.token === undefined ? '' : `, ${sent.token}`;
	const call = callOf(sender.isAsync ? sendAsync.name : send.name, `${sender.text}${token}`, sent, place);
	const text = whole.reads === '' ? call : `(await ${call}).EnsureSuccessStatusCode().Content.${whole.reads}`;
	const members = memberEdits([sender.isAsync ? sendAsync : send, retryAfterWait, ...sender.members], place, sent.call);
	const repeat = withoutRepeat(place, sent);
	if (!members || !repeat) return undefined;
	const edits = [
		...repeat,
		{ start: offset + sent.call.start, end: offset + sent.call.end, text },
		...members,
		...usingEdits(usings, place),
	];
	return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A call in place of the one that sends, in two lines where one would be too long. */
function callOf(name: string, given: string, { call }: SentRequest, place: ClientPlace): string {
	const { text, offset } = place;
	const start = offset + call.start;
	const line = text.slice(lineStartAt(text, start), lineEndAt(text, start));
	if (given.includes('\n')) {
		const margin = indentationAt(text, start);
		const written = `${name}(\n\t${given.replaceAll('\n', '\n\t')})`;
		return laidOut(written, margin, place).slice(margin.length);
	}
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
