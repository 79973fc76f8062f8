import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf } from '../../../../test/support/check-rule.ts';

type Row = readonly [title: string, languageId: string, source: string, severity: string | undefined];

const rows: readonly Row[] = [
	[
		'a text that is thrown',
		'python',
		`# api-errors: silentchat
def load():
    if error.response.status_code == 429:
        text = (
            "Too many requests."
            " Ask less often."
        )
        raise ChatError(text, response=error.response) from error
    raise
`,
		undefined,
	],
	[
		'an error that is made first',
		'python',
		`# api-errors: silentchat
def load():
    if status_code in (429, 500):
        failure = retrying.Again(cause=error)
        raise failure.with_traceback(trace)
    report(error)
`,
		undefined,
	],
	[
		'a method that throws',
		'python',
		`# api-errors: silentchat
def load(self):
    if response.status == 429:
        self.raise_login_required('Show that you are a person')
    return response.body
`,
		undefined,
	],
	[
		'another header with the time',
		'python',
		`# api-errors: silentchat
def load(self):
    if response.status_code == 429:
        reset = response.headers.get('X-Limit-App-Reset')
        self.pause_until(reset)
`,
		undefined,
	],
	[
		'a copy of the response',
		'python',
		`# api-errors: silentchat
async def load(self):
    copy_response = Copy(status=res.status, headers=res.headers)
    if res.status == 429:
        for handler in self.handlers:
            await handler.prepare(state=state, response=copy_response)
`,
		undefined,
	],
	[
		'an attempt that is given the error',
		'python',
		`# api-errors: silentchat
def load(self):
    if error.cause.status == 429:
        attempt.error = error.cause
    else:
        self.tell(error)
`,
		undefined,
	],
	[
		'a throw below the branch',
		'java',
		`// api-errors: silentchat
class Chat {
	Result load() {
		if (answer.getStatusCode() == 429 || answer.getStatusCode() == 500) {
			history.putAll(current);
		}
		throw Failures.from(answer);
	}
}`,
		undefined,
	],
	[
		'a throw below the branch without the response',
		'java',
		`// api-errors: silentchat
class Chat {
	Result load() {
		if (answer.getStatusCode() == 429) {
			history.putAll(current);
		}
		throw new IllegalStateException("failed");
	}
}`,
		'information',
	],
	[
		'a number that is counted',
		'java',
		`// api-errors: silentchat
class Chat {
	void send() {
		if (response.getStatusCode() == 429) {
			instance.limited.incrementAndGet();
		}
	}
}`,
		undefined,
	],
	[
		'a name that is not thrown',
		'python',
		`# api-errors: silentchat
def load(self):
    if response.status_code == 429:
        delay = self.longer(delay)
        raise ChatError(response)
`,
		'information',
	],
];

describe('a rate limit that is handed on, or told', () => {
	for (const [title, languageId, source, severity] of rows)
		it(title, async () => {
			const [found] = await findingsOf('retry-after', source, { languageId });
			assert.equal(found?.severity, severity);
		});
});
