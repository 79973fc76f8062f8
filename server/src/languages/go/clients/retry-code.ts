import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { type AddedFunction, additions } from './added-function.ts';
import { withImports } from './imports.ts';
import type { SentRequest } from './request.ts';

type Names = ReadonlyMap<string, string>;

/** Says how long to wait, or that it is to be given up. */
const retryWait = (names: Names): AddedFunction => ({
	name: 'retryAfterWait',
	text: `// retryAfterWait says how long to wait before another try: as long as Retry-After asks (seconds or an HTTP-date,
// RFC 9110, section 10.2.3), else one second, then two; and a little longer, so that not all come back at the same
// time. It is false after three tries, and where more than a minute is asked for: then it is time to give up.
func retryAfterWait(value string, attempt int) (time.Duration, bool) {
	wait := time.Second << attempt
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil || seconds > 0 {
		wait = time.Duration(seconds) * time.Second
	} else if date, err := http.ParseTime(value); err == nil {
		wait = time.Until(date)
	}
	if wait < 0 {
		wait = 0
	}
	jitter := time.Duration(50+time.Now().UnixNano()%200) * time.Millisecond
	return wait + jitter, attempt < 2 && wait <= time.Minute
}`.replaceAll(/\b(?:time|strconv|http)\./g, (word) => renamed(word, names)),
});

/** Sends a request that was made before. */
const doWithRetry = (names: Names): AddedFunction => ({
	name: 'doWithRetryAfter',
	text: `// doWithRetryAfter sends a request, and again where there were too many, as long after as Retry-After asks. The last
// response is the caller's: after three tries, and where more than a minute is asked for or the body cannot be sent again.
func doWithRetryAfter(do func(*http.Request) (*http.Response, error), req *http.Request) (*http.Response, error) {
	for attempt := 0; ; attempt++ {
		resp, err := do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests || (req.Body != nil && req.GetBody == nil) {
			return resp, err
		}
		wait, ok := retryAfterWait(resp.Header.Get("Retry-After"), attempt)
		if !ok {
			return resp, nil
		}
		again := req.Clone(req.Context())
		if req.GetBody != nil {
			if again.Body, err = req.GetBody(); err != nil {
				return resp, nil
			}
		}
		resp.Body.Close()
		timer := time.NewTimer(wait)
		select {
		case <-timer.C:
		case <-req.Context().Done():
			timer.Stop()
			return nil, req.Context().Err()
		}
		req = again
	}
}`.replaceAll(/\b(?:time|http)\./g, (word) => renamed(word, names)),
});

/** Sends what makes its request anew each time. */
const sendWithRetry = (names: Names): AddedFunction => ({
	name: 'sendWithRetryAfter',
	text: `// sendWithRetryAfter sends a request, and again where there were too many, as long after as Retry-After asks. The last
// response is the caller's: after three tries, and where more than a minute is asked for.
func sendWithRetryAfter(ctx context.Context, send func() (*http.Response, error)) (*http.Response, error) {
	for attempt := 0; ; attempt++ {
		resp, err := send()
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		wait, ok := retryAfterWait(resp.Header.Get("Retry-After"), attempt)
		if !ok {
			return resp, nil
		}
		resp.Body.Close()
		timer := time.NewTimer(wait)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return nil, ctx.Err()
		}
	}
}`.replaceAll(/\b(?:context|time|http)\./g, (word) => renamed(word, names)),
});

const standard: Readonly<Record<string, string>> = { http: 'net/http' };

function renamed(word: string, names: Names): string {
	const name = word.slice(0, -1);
	return `${names.get(standard[name] ?? name) ?? name}.`;
}

/** Sends the request by a function that waits as Retry-After asks; undefined in loops, which have tries of their own. */
export function retryEdits(place: ClientPlace, sent: SentRequest): readonly Edit[] | undefined {
	if (sent.loop) return waitInLoop(place, sent, sent.loop);
	const { call, around, done } = sent;
	const modules = ['net/http', 'strconv', 'time', ...(done ? [] : ['context'])];
	const imported = withImports(modules, place);
	if (!imported) return undefined;
	const { names } = imported;
	const added = additions([(done ? doWithRetry : sendWithRetry)(names), retryWait(names)], place);
	const context = contextIn(around) ?? `${names.get('context')}.Background()`;
	const text = done
		? `doWithRetryAfter(${done.method}, ${done.request})`
		: `sendWithRetryAfter(${context}, func() (*${sent.http}.Response, error) { return ${call.text} })`;
	if (!added || call.text.includes('\n')) return undefined;
	const start = place.offset + call.start;
	return [{ start, end: place.offset + call.end, text }, ...added, ...imported.edits];
}

/** The parameter that a caller can end the function with. */
function contextIn(around: Part): string | undefined {
	const parameters = childIn(around, 'parameters')?.text ?? '';
	return /\b([a-z]\w*)\s+context\.Context\b/.exec(parameters)?.[1];
}

/** A loop that counts its tries: `for attempt := 0; attempt < 3; attempt++`. */
const counting = /^for\s+(\w+)\s*:=\s*0\s*;/;

/** In a loop of tries, the branch waits as long as is asked for instead of as long as it says, or leaves the loop. */
function waitInLoop(place: ClientPlace, { response, around }: SentRequest, loop: Part): readonly Edit[] | undefined {
	const attempt = counting.exec(loop.text)?.[1];
	const sleeps = place.branch.body.flatMap((part) => partsIn(part)).filter(isSleep);
	const [sleep, other] = sleeps;
	const imported = withImports(['net/http', 'strconv', 'time'], place);
	if (attempt === undefined || !sleep || other || !imported || !leavesLoop(sleep, loop)) return undefined;
	const added = additions([retryWait(imported.names)], place);
	const text = around.text;
	if (!added || /\b(?:wait|ok)\b/.test(place.branch.body.map((part) => part.text).join('\n'))) return undefined;
	if (/retry-?after/i.test(text)) return undefined;
	const pause = pauseIn(around, imported.names.get('time') ?? 'time');
	if (!pause) return undefined;
	const start = place.offset + sleep.start;
	const margin = /[\t ]*$/.exec(place.text.slice(0, start))?.[0] ?? '';
	const lines = [
		`wait, ok := retryAfterWait(${response}.Header.Get("Retry-After"), ${attempt})`,
		'if !ok {',
		'\tbreak',
		'}',
		`${response}.Body.Close()`,
		...pause,
	];
	return [{ start, end: place.offset + sleep.end, text: lines.join(`\n${margin}`) }, ...added, ...imported.edits];
}

/** Waits so that whoever called can end it; undefined where it cannot be told what is returned then. */
function pauseIn(around: Part, time: string): readonly string[] | undefined {
	const context = contextIn(around);
	if (context === undefined) return [`${time}.Sleep(wait)`];
	const returned = returnedWith(`${context}.Err()`, around);
	if (returned === undefined) return undefined;
	return ['select {', `case <-${time}.After(wait):`, `case <-${context}.Done():`, `\treturn${returned}`, '}'];
}

/** Types with what stands for nothing of them. */
const nothingOf: readonly (readonly [RegExp, string])[] = [
	[/^(?:\*|\[\]|map\[|func\(|chan )|^(?:any|interface\{\})$/, 'nil'],
	[/^string$/, '""'],
	[/^bool$/, 'false'],
	[/^(?:u?int(?:8|16|32|64)?|float(?:32|64)|byte|rune)$/, '0'],
];

/** What a function returns with an error: `, "", err`; undefined where its results are of types that cannot be told. */
function returnedWith(error: string, around: Part): string | undefined {
	const [parameters, body] = [childIn(around, 'parameters'), childIn(around, 'body')];
	const results = parameters && body && around.text.slice(parameters.end - around.start, body.start - around.start);
	const types = (results ?? '')
		.trim()
		.replace(/^\(|\)$/g, '')
		.split(/\s*,\s*/);
	if (types.length === 1 && types[0] === '') return '';
	if (types.pop() !== 'error') return undefined;
	const values = types.map((type) => nothingOf.find(([pattern]) => pattern.test(type))?.[1]);
	return values.includes(undefined) ? undefined : ` ${[...values, error].join(', ')}`;
}

const isSleep = ({ kind, text }: Part): boolean => kind === 'statement' && /^\w+\.Sleep\(.*\)$/.test(text);

/** Whether `break` at the part leaves the loop, and not a switch in it. */
function leavesLoop(part: Part, loop: Part): boolean {
	return closest(part, 'loop', 'switch', 'function') === loop;
}
