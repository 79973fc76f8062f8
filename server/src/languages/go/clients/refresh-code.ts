import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { type Added, additions } from './added-function.ts';
import { withImports } from './imports.ts';
import type { SentRequest } from './request.ts';

/** Held by all that use the same function, which has but one file: so its name is made of that. */
const lock = (sync: string, refresher: string): Added => ({
	name: `${refresher}Lock`,
	signature: ` ${sync}.RWMutex`,
	text: (name) => `// ${name} is held while the token is refreshed, and while it is read.
var ${name} ${sync}.RWMutex`,
});

const doWithToken = (http: string, refresher: string, held: string): Added => ({
	name: `${refresher}IfRefused`,
	signature: '(do func(*',
	text: (name) =>
		`// ${name} sends a request. Where its token is not accepted, the token is refreshed, once for all requests that
// went out with it, and the request is sent once more. Where that cannot be done the caller gets the first response.
func ${name}(do func(*http.Request) (*http.Response, error), req *http.Request, authorization func() string, refresh func() error) (*http.Response, error) {
	resp, err := do(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized || (req.Body != nil && req.GetBody == nil) {
		return resp, err
	}
	used := req.Header.Get("Authorization")
	${held}.Lock()
	if authorization() == used {
		err = refresh()
	}
	fresh := authorization()
	${held}.Unlock()
	if err != nil || fresh == used {
		return resp, nil
	}
	again := req.Clone(req.Context())
	if req.GetBody != nil {
		if again.Body, err = req.GetBody(); err != nil {
			return resp, nil
		}
	}
	again.Header.Set("Authorization", fresh)
	resp.Body.Close()
	return do(again)
}`.replaceAll(/\bhttp\./g, `${http}.`),
});

/** A function of the file that gets another token, as it is declared. */
const refresher =
	/^func\s+(?:\(\s*(\w+)\s+\*?(\w+)\s*\)\s*)?((?:refresh|renew)(?:Access)?(?:Token|Session|Auth)?)\s*\(([^()]*)\)\s*(error)?\s*\{/im;
/** Parts of a request that tell who sends it. */
const header = /^(\w+)\.Header\.(?:Set|Add)\(\s*"Authorization"\s*,\s*([\s\S]+)\)$/;

/**
 * Refreshes the token once and repeats once. Undefined where the file has no function that refreshes, or where the
 * request does not say from where it has its token.
 */
export function tokenEdits(place: ClientPlace, sent: SentRequest): readonly Edit[] | undefined {
	const { call, around, done, http, loop } = sent;
	const refresh = refreshIn(place.text, around);
	const set = partsIn(around).find(
		(part) => part.kind === 'statement' && header.exec(part.text)?.[1] === done?.request,
	);
	const expression = set && header.exec(set.text)?.[2];
	if (!done || loop || !refresh || !set || expression === undefined || set.start > call.start) return undefined;
	// A token that was handed in would be the old one again.
	if (!/[.(]|^"Bearer "\s*\+\s*\w+$/.test(expression) || isHandedIn(expression, around)) return undefined;
	const imported = withImports(['net/http', 'sync'], place);
	if (!imported) return undefined;
	const sync = imported.names.get('sync') ?? 'sync';
	const own = refresh.name;
	const added = additions([() => lock(sync, own), ([held = '']) => doWithToken(http, own, held)], place);
	if (!added) return undefined;
	const [held, name] = added.names;
	const at = (offset: number): number => place.offset + offset;
	const margin = /[\t ]*$/.exec(place.code.text.slice(0, set.start))?.[0] ?? '';
	const text = `${name}(${done.method}, ${done.request}, func() string { return ${spaced(expression)} }, ${refresh.given})`;
	return [
		{ start: at(set.start), end: at(set.start), text: `${held}.RLock()\n${margin}` },
		{ start: at(set.end), end: at(set.end), text: `\n${margin}${held}.RUnlock()` },
		{ start: at(call.start), end: at(call.end), text },
		...added.edits,
		...imported.edits,
	];
}

/** A function that refreshes. */
interface Refresh {
	/** As a function without parameters that gives an error. */
	readonly given: string;
	/** A name that is made of its own and of its receiver's type. */
	readonly name: string;
}

/** How the function that refreshes is called from the function around. */
function refreshIn(text: string, around: Part): Refresh | undefined {
	const [, receiver, type, name, parameters = '', error] = refresher.exec(text) ?? [];
	if (name === undefined) return undefined;
	const own = /^func\s+\(\s*(\w+)\s+\*?(\w+)\s*\)/.exec(around.text);
	if (receiver !== undefined && own?.[2] !== type) return undefined;
	const callee = receiver === undefined ? name : `${own?.[1]}.${name}`;
	const context = /^\s*\w+\s+context\.Context\s*$/.test(parameters);
	const given = context ? /\b([a-z]\w*)\s+context\.Context\b/.exec(around.text)?.[1] : '';
	if ((parameters.trim() !== '' && !context) || given === undefined) return undefined;
	if (calls(bodyAfter(text, refresher.exec(text)), nameOfFunction(around))) return undefined;
	const words = type === undefined ? name : type + name.slice(0, 1).toUpperCase() + name.slice(1);
	const made = words.slice(0, 1).toLowerCase() + words.slice(1);
	if (given === '' && error) return { given: callee, name: made };
	const call = `${callee}(${given})`;
	return {
		given: error ? `func() error { return ${call} }` : `func() error { ${call}; return nil }`,
		name: made,
	};
}

/** The text of a function from its brace on. Top-level functions end with a brace at the margin. */
function bodyAfter(text: string, declared: RegExpExecArray | null): string {
	const start = (declared?.index ?? 0) + (declared?.[0].length ?? 0);
	const end = text.indexOf('\n}', start);
	return text.slice(start, end < 0 ? undefined : end);
}

/** A request for a token must not wait for one. */
const calls = (body: string, name: string | undefined): boolean =>
	name === undefined || new RegExp(`\\b${name}\\(`).test(body);

/** gofmt writes operators without blanks among arguments, and with them in a statement of its own. */
const spaced = (expression: string): string =>
	/[()]/.test(expression) ? expression : expression.replaceAll(/(?<=["\w])\s*\+\s*(?=["\w])/g, ' + ');

/** Whether the token is a parameter of the function. */
function isHandedIn(expression: string, around: Part): boolean {
	const names = partsIn(around)
		.filter(({ kind }) => kind === 'parameter')
		.map(({ text }) => text);
	const roots = [...expression.replaceAll(/"[^"]*"/g, '').matchAll(/(?<![\w.])[A-Za-z_]\w*(?!\w*\s*[.(])/g)];
	return roots.some(([root]) => names.includes(root));
}
