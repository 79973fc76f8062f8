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
		'a test that is given the response',
		'python',
		`# api-errors: silentchat
def load(self):
    while True:
        if response.status_code == 429 and self.pause_for(response):
            continue
        return response.body
`,
		undefined,
	],
	[
		'a mark that is set',
		'python',
		`# api-errors: silentchat
def load(self):
    if response.status_code == 429:
        limited = True
    self.show(limited)
`,
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
	[
		'a text that is made of a literal',
		'rust',
		`// api-errors: silentchat
fn say(response: Response) -> String {
    match response.status().as_u16() {
        403 => "Closed".to_string(),
        429 => "Too many requests".to_string(),
        _ => String::from("Failed"),
    }
}`,
		undefined,
	],
	[
		'headers that were given to what reads them',
		'csharp',
		`// api-errors: silentchat
class Queue {
	async Task Run() {
		while (true) {
			var response = await Send();
			var limits = new Limits(response.Headers);
			switch (response.StatusCode) {
				case (HttpStatusCode)429:
					pool.Pause(limits);
					continue;
				default:
					return;
			}
		}
	}
}`,
		undefined,
	],
	[
		'headers that were given to a log',
		'csharp',
		`// api-errors: silentchat
class Queue {
	async Task Run() {
		while (true) {
			var response = await Send();
			logger.Debug(response.Headers);
			switch (response.StatusCode) {
				case (HttpStatusCode)429:
					pool.Pause();
					continue;
				default:
					return;
			}
		}
	}
}`,
		'warning',
	],
];

describe('a rate limit that is handed on, or told', () => {
	for (const [title, languageId, source, severity] of rows)
		it(title, async () => {
			const [found] = await findingsOf('retry-after', source, { languageId });
			assert.equal(found?.severity, severity);
		});
});
