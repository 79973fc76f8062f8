import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { beginsLine, indentationAt, lineBreakAt } from '../../../syntax/text-lines.ts';
import { type Added, additions } from './added-functions.ts';
import { chainAround, chainWidth, inOneLine, withoutTexts } from './chain.ts';
import type { SentRequest } from './request.ts';

/** Held while the token is refreshed, so that those who find it refreshed only send again. */
const lock = (isAsync: boolean): Added => {
	const type = isAsync ? 'tokio::sync::Mutex' : 'std::sync::Mutex';
	return {
		name: 'TOKEN_REFRESH',
		text: `/// Held while the token is refreshed.
static TOKEN_REFRESH: ${type}<()> = ${type}::${isAsync ? 'const_new' : 'new'}(());`,
	};
};

/** A function of the file that gets another token, as it is declared. */
const refresher =
	/\b(async\s+)?fn\s+((?:refresh|renew)_?(?:access_)?(?:token|session|auth)?)\s*\(\s*(&(?:mut\s+)?self)?\s*,?\s*\)\s*(?:->\s*([^{]+))?\{/;

/**
 * Refreshes the token once and repeats once. Undefined where the file has no function that refreshes, or where the
 * request does not say from where it has its token.
 */
export function refreshEdits(place: ClientPlace, sent: SentRequest): readonly Edit[] | undefined {
	const { text, offset } = place;
	const { call, statement, isAsync, loop } = sent;
	const refresh = refreshIn(text, sent);
	const bearer = tokenOf(call);
	const target = statement.kind === 'variable' ? childIn(statement, 'name') : undefined;
	const names = ['used_token', 'current', 'request', 'again', 'is_fresh'];
	const at = offset + statement.start;
	if (!refresh || !bearer || target?.kind !== undefined || !target || loop || !beginsLine(text, at)) return undefined;
	const code = withoutTexts(sent.around.text);
	if (names.some((name) => new RegExp(`(?<!\\.)\\b${name}\\b`).test(code)) || mayBeMissing(bearer.token, text))
		return undefined;
	const added = additions([lock(isAsync)], place);
	const chain = chainAround(call);
	const value = childIn(statement, 'value');
	if (!added || value?.start !== chain.start || value.end !== chain.end) return undefined;
	const indent = indentationAt(text, at);
	const request = inOneLine(bearer.request, indent.length + 14).replaceAll(`\n${indent}`, '\n');
	const made = { ...bearer, request };
	const written = statements(
		{ ...made, refresh, isAsync, name: target.text },
		text.slice(offset + call.end, offset + chain.end),
	);
	const lines = written.flatMap((one) => one.split('\n')).map((line, index) => (index === 0 ? line : indent + line));
	const replaced = { start: at, end: offset + statement.end, text: lines.join(lineBreakAt(text, at)) };
	return [replaced, ...added];
}

/** Whether the token is a field that may have none. */
function mayBeMissing(token: string, text: string): boolean {
	const field = /^self\.(\w+)/.exec(token)?.[1];
	return field !== undefined && new RegExp(`\\b${field}\\s*:[^,;{}]*\\bOption\\s*<`).test(text);
}

/** What is sent, with which token. */
interface Bearer {
	/** The request without its token. */
	readonly request: string;
	/** What gives the token. */
	readonly token: string;
}

/** The request and the token that it is given by `bearer_auth`, as last step; undefined where it cannot be told. */
function tokenOf(call: Part): Bearer | undefined {
	const steps = partsIn(call, ({ kind }) => kind !== 'function').filter(
		(part) => part.kind === 'call' && methodOf(part) === 'bearer_auth',
	);
	const [step, ...more] = steps;
	const given = step && argumentsOf(step)[0];
	const callee = step && childIn(step, 'callee');
	const object = callee && childIn(callee, 'object');
	const send = childIn(call, 'callee');
	const all = send && childIn(send, 'object');
	if (!given || !object || !all || more.length > 0) return undefined;
	const token = given.text.replace(/\.(?:clone|as_str|to_string|to_owned)\(\)$/, '');
	// A token that was handed in, or read before, would be the old one again.
	if (!/^self\.|\(/.test(token) || /[\n?]/.test(token) || /^Some\(/.test(token)) return undefined;
	const from = object.end - all.start;
	return { request: all.text.slice(0, from) + all.text.slice(step.end - all.start), token };
}

const methodOf = (call: Part): string | undefined => {
	const callee = childIn(call, 'callee');
	return callee?.kind === 'member' ? childIn(callee, 'property')?.text : undefined;
};

/** The call of the function that refreshes, and whether it can fail. */
interface Refresh {
	readonly call: string;
	readonly fails: boolean;
}

function refreshIn(text: string, { around, isAsync }: SentRequest): Refresh | undefined {
	const found = refresher.exec(text);
	const [whole = '', isAwaited, name, receiver, result = ''] = found ?? [];
	if (name === undefined || (isAwaited !== undefined) !== isAsync) return undefined;
	const own = /^[^{]*?\(\s*&(mut\s+)?self\b/.exec(around.text);
	if (receiver !== undefined && (!own || (receiver.includes('mut') && own[1] === undefined))) return undefined;
	const body = bodyAfter(text, (found?.index ?? 0) + whole.length);
	const caller = nameOfFunction(around);
	// A request for a token must not wait for one.
	if (caller === undefined || caller === name || new RegExp(`\\b${caller}\\(`).test(body)) return undefined;
	const call = `${receiver === undefined ? '' : 'self.'}${name}()${isAsync ? '.await' : ''}`;
	return { call, fails: /\bResult\b/.test(result) };
}

/** The text of a function from its brace on, up to the brace that closes it. */
function bodyAfter(text: string, start: number): string {
	let depth = 1;
	let end = start;
	for (; depth > 0 && end < text.length; end++) depth += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0;
	return text.slice(start, end);
}

interface Written extends Bearer {
	readonly refresh: Refresh;
	readonly isAsync: boolean;
	readonly name: string;
}

/** @param rest what follows where the request is sent: `.await?` */
function statements({ request, token, refresh, isAsync, name }: Written, rest: string): readonly string[] {
	const guard = isAsync ? 'TOKEN_REFRESH.lock().await' : 'TOKEN_REFRESH.lock()';
	const renew = refresh.fails
		? [`current != used_token || ${refresh.call}.is_ok()`]
		: ['if current == used_token {', `    ${refresh.call};`, '}', 'true'];
	const sent = sending(rest);
	return [
		`let used_token = ${token}.to_string();`,
		`let request = ${request};`,
		'let again = request.try_clone();',
		'let request = request.bearer_auth(&used_token);',
		`let mut ${name} = ${sent};`,
		'// The token is refreshed once for all requests that went out with it.',
		`if let (reqwest::StatusCode::UNAUTHORIZED, Some(again)) = (${name}.status(), again) {`,
		'    let is_fresh = {',
		`        let _held = ${guard};`,
		`        let current = ${token}.to_string();`,
		...renew.map((line) => `        ${line}`),
		'    };',
		'    if is_fresh {',
		`        let current = ${token}.to_string();`,
		'        let request = again.bearer_auth(&current);',
		`        ${name} = ${sent.replaceAll('\n', '\n        ')};`,
		'    }',
		'}',
	];
}

/** The request, sent, and what follows, each in a line of its own where it stood so. */
function sending(rest: string): string {
	const steps = rest.trim().split(/\s*\n\s*(?=\.)/);
	const joined = `request.send()${steps.join('')}`;
	if (!rest.includes('\n') || (!joined.includes('\n') && joined.length <= chainWidth)) return joined;
	return `request${['.send()', ...steps].map((step) => `\n    ${step}`).join('')}`;
}
