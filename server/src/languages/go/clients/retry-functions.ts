import type { Added } from './added-function.ts';

type Names = ReadonlyMap<string, string>;

/** Says how long to wait, or that it is to be given up. */
export const retryWait = (names: Names, own: string): Added => ({
	name: `${own}RetryWait`,
	signature: '(value string, attempt int) (',
	text: (name) =>
		`// ${name} says how long to wait before another try: as long as Retry-After asks (seconds or an HTTP-date,
// RFC 9110, section 10.2.3), else one second, then two; and a little longer, so that not all come back at the same
// time. It is false after three tries, and where more than a minute is asked for: then it is time to give up.
func ${name}(value string, attempt int) (time.Duration, bool) {
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
export const doWithRetry = (names: Names, own: string, wait: string): Added => ({
	name: `${own}WithRetryAfter`,
	signature: '(do func(*',
	text: (name) =>
		`// ${name} sends a request, and again where there were too many, as long after as Retry-After asks. The last
// response is the caller's: after three tries, and where more than a minute is asked for or the body cannot be sent again.
func ${name}(do func(*http.Request) (*http.Response, error), req *http.Request) (*http.Response, error) {
	for attempt := 0; ; attempt++ {
		resp, err := do(req)
		if err != nil || resp.StatusCode != http.StatusTooManyRequests || (req.Body != nil && req.GetBody == nil) {
			return resp, err
		}
		wait, ok := ${wait}(resp.Header.Get("Retry-After"), attempt)
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
export const sendWithRetry = (names: Names, own: string, wait: string): Added => ({
	name: `${own}SendWithRetryAfter`,
	signature: '(ctx ',
	text: (name) =>
		`// ${name} sends a request, and again where there were too many, as long after as Retry-After asks. The last
// response is the caller's: after three tries, and where more than a minute is asked for.
func ${name}(ctx context.Context, send func() (*http.Response, error)) (*http.Response, error) {
	for attempt := 0; ; attempt++ {
		resp, err := send()
		if err != nil || resp.StatusCode != http.StatusTooManyRequests {
			return resp, err
		}
		wait, ok := ${wait}(resp.Header.Get("Retry-After"), attempt)
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
