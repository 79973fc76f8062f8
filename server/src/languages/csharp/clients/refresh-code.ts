import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt } from '../../../syntax/text-lines.ts';
import { laidOut, type Member, memberEdits } from './members.ts';
import { senderOf } from './send-again.ts';
import type { SentRequest } from './sent-request.ts';
import { usingEdits, usings } from './usings.ts';

const gate: Member = {
	name: 'RefreshGate',
	text: `/// <summary>Held while the token is refreshed.</summary>
private static readonly SemaphoreSlim RefreshGate = new SemaphoreSlim(1, 1);`,
};

const sendWithFreshToken: Member = {
	name: 'SendWithFreshTokenAsync',
	text: `/// <summary>
/// Sends a request. Where its token is not accepted, the token is refreshed, once for all requests that went out with
/// it, and the request is sent once more. Where that cannot be done the caller gets the first response.
/// </summary>
private static async Task<HttpResponseMessage> SendWithFreshTokenAsync(
	Func<Task<HttpResponseMessage>> send,
	Func<string> token,
	Func<Task> refresh,
	CancellationToken cancellationToken = default(CancellationToken))
{
	var used = token();
	var response = await send().ConfigureAwait(false);
	if ((int)response.StatusCode != 401)
	{
		return response;
	}

	await RefreshGate.WaitAsync(cancellationToken).ConfigureAwait(false);
	try
	{
		if (token() == used)
		{
			await refresh().ConfigureAwait(false);
		}
	}
	catch (Exception error) when (!(error is OperationCanceledException))
	{
		return response;
	}
	finally
	{
		RefreshGate.Release();
	}

	if (token() == used)
	{
		return response;
	}

	response.Dispose();
	return await send().ConfigureAwait(false);
}`,
};

/** A method that gets another token and needs nothing for it, or only what ends it. */
const refreshing =
	/^(?:[Rr]efresh|[Rr]enew)(?:Access|Auth|Id|Api|Bearer)?(?:Tokens?|Session|Auth|Credentials)(?:Async)?$/;
/** What says in a request or in a client who sends it. */
const header =
	/^([\w.]+)\.Authorization\s*=\s*new\s+(?:[\w.]+\.)?AuthenticationHeaderValue\(\s*"Bearer"\s*,\s*([\w.]+)\s*\);?$/;

/** Refreshes the token once and repeats once; undefined where the class has no method that refreshes. */
export function refreshEdits(place: ClientPlace, sent: SentRequest): readonly Edit[] | undefined {
	const { offset, branch, text } = place;
	const { around, call } = sent;
	const owner = sent.loop ? undefined : closest(around, 'class');
	const refresher = owner && refresherIn(owner, around);
	const told = owner && refresher && tokenOf(sent, owner, refresher);
	if (!told || branch.body.some((part) => part.text.includes(`${nameOfFunction(refresher)}(`))) return undefined;
	const refresh = refreshText(refresher, told.token, sent);
	const sender = senderOf(sent, told.authorization);
	const members = memberEdits([sendWithFreshToken, gate, ...(sender?.members ?? [])], place, call);
	if (!sender || refresh === undefined || !members) return undefined;
	const parts = [sender.text, `() => ${told.token}`, refresh, ...(sent.token === undefined ? [] : [sent.token])];
	const start = offset + call.start;
	const margin = indentationAt(text, start);
	const many = sender.text.includes('\n');
	const given = many ? `\n\t${parts.map((one) => one.replaceAll('\n', '\n\t')).join(',\n\t')}` : parts.join(', ');
	const written = laidOut(`SendWithFreshTokenAsync(${given})`, margin, place).slice(margin.length);
	const edits = [{ start, end: offset + call.end, text: written }, ...members, ...usingEdits(usings, place)];
	return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where the token is kept, and the header that is made of it for a request. */
interface Token {
	readonly token: string;
	/** Undefined where the client sets the header by itself. */
	readonly authorization: string | undefined;
}

function tokenOf(sent: SentRequest, owner: Part, refresher: Part): Token | undefined {
	const { around, client, given, method } = sent;
	const request = method === 'SendAsync' ? given[0]?.text : undefined;
	for (const part of partsIn(around)) {
		if (part.kind !== 'assignment') continue;
		const [, target, token = ''] = header.exec(part.text) ?? [];
		if (target === undefined || target !== `${request}.Headers` || part.start > sent.call.start) continue;
		if (!isKept(token, owner)) return undefined;
		return { token, authorization: `new AuthenticationHeaderValue("Bearer", ${token})` };
	}
	if (request !== undefined) return undefined;
	const defaults = partsIn(refresher).some(
		(part) => part.kind === 'assignment' && header.exec(part.text)?.[1] === `${client}.DefaultRequestHeaders`,
	);
	return defaults
		? { token: `${client}.DefaultRequestHeaders.Authorization?.Parameter`, authorization: undefined }
		: undefined;
}

/** Whether a token is a field or a property of the class: one that was handed in would be the old one again. */
function isKept(token: string, owner: Part): boolean {
	const name = token.replace(/^this\./, '');
	return partsIn(owner).some(
		(part) => part.kind === 'field' && closest(part, 'class') === owner && childIn(part, 'name')?.text === name,
	);
}

function refresherIn(owner: Part, around: Part): Part | undefined {
	const isStatic = isStaticMethod(around);
	return partsIn(owner).find((part) => {
		const name = part.kind === 'function' && part !== around ? childIn(part, 'name')?.text : undefined;
		if (name === undefined || !refreshing.test(name) || closest(part, 'class') !== owner) return false;
		const needs = childIn(part, 'parameters')?.children.filter(
			(one) => one.kind === 'parameter' && !childIn(one, 'value') && !/^CancellationToken\b/.test(one.text),
		);
		// One that makes its request through the method around would never end.
		const calls = new RegExp(`\\b${nameOfFunction(around) ?? ''}\\(`).test(part.text);
		return needs?.length === 0 && !calls && (isStaticMethod(part) || !isStatic);
	});
}

const headOf = (method: Part): string =>
	method.text.slice(0, (childIn(method, 'name')?.start ?? method.start) - method.start);
const isStaticMethod = (method: Part): boolean => /\bstatic\b/.test(headOf(method));

/** The refresh as a function that gives a task; one that gives the token back without keeping it is kept here. */
function refreshText(refresher: Part, token: string, { token: ends }: SentRequest): string | undefined {
	const name = childIn(refresher, 'name')?.text ?? '';
	const takesEnd = /\bCancellationToken\b/.test(childIn(refresher, 'parameters')?.text ?? '');
	if (takesEnd && ends === undefined && !/=/.test(childIn(refresher, 'parameters')?.text ?? '')) return undefined;
	const call = `${name}(${takesEnd && ends !== undefined ? ends : ''})`;
	const head = headOf(refresher);
	const keeps = new RegExp(`\\b${token.replace(/^this\./, '').split('.')[0]}\\b[\\w.?]*\\s*=(?!=)`).test(
		refresher.text,
	);
	if (/\bTask<string\??>\s*$/.test(head) && !keeps) return `async () => ${token} = await ${call}`;
	if (!keeps) return undefined;
	if (/\b(?:Value)?Task(?:<.*>)?\s*$/.test(head))
		return /\bValueTask/.test(head) ? `async () => await ${call}` : takesEnd ? `() => ${call}` : name;
	return `() => Task.Run(() => ${call})`;
}
