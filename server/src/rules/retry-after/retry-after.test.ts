import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from '../../../../test/support/check-rule.ts';

/** The severity of what is said about a branch with these statements, in a function with what else the file has. */
async function severityFor(statements: string, rest = ''): Promise<string | undefined> {
	const text = `// api-errors: silentchat
${rest}
async function load(url: string, tries = 0) {
	const response = await send(url);
	const { error } = await response.json();
	switch (error.code) {
		case 'RATE_LIMITED':
			${statements}
		case 'AUTH_INVALID_TOKEN':
			throw error;
	}
}`;
	const found = await findingsOf('retry-after', text);
	assert.ok(found.length < 2);
	return found[0]?.severity;
}

test('a branch that waits or repeats is warned about', async (t) => {
	const cases: readonly string[] = [
		'await sleep(1000); return load(url);',
		'return load(url, tries + 1);',
		'setTimeout(() => load(url), 2 ** tries * 1000); break;',
		'await new Promise((resolve) => setTimeout(resolve, 5000)); break;',
		'await delay(1000); break;',
		'retry(url); return;',
		'if (tries < 3) { await pause(500); return load(url, tries + 1); } throw error;',
		'again(url); return;',
		'this.scheduleRetry(url); return;',
	];
	const rest = "async function again(url: string) {\n\tawait sleep(1000);\n\treturn send(url, 'RATE_LIMITED');\n}";
	for (const statements of cases) {
		await t.test(statements, async () => assert.equal(await severityFor(statements, rest), 'warning'));
	}
	await t.test('a loop that goes on', async () => {
		const text = `// api-errors: silentchat
for (const job of jobs) {
	const error = await run(job);
	if (error.code === 'RATE_LIMITED') continue;
	if (error.code === 'AUTH_INVALID_TOKEN') throw error;
}`;
		assert.deepEqual(
			(await findingsOf('retry-after', text)).map(({ severity }) => severity),
			['warning'],
		);
	});
});

test('a header that is read by a constant, and a response that is handed on, are no faults', async (t) => {
	for (const statements of [
		'await sleep(Number(response.headers.get(WAIT)) * 1000); return load(url);',
		'await sleep(Number(response.headers[Names.wait]) * 1000); return load(url);',
		'await waitFor(failure.response); return load(url);',
	]) {
		const rest = "const WAIT = 'Retry-After';\nconst Names = { wait: 'retry-after' };";
		await t.test(statements, async () => assert.equal(await severityFor(statements, rest), undefined));
	}
	await t.test('another header', async () => {
		const statements = 'await sleep(Number(response.headers.get(WAIT)) * 1000); return load(url);';
		assert.equal(await severityFor(statements, "const WAIT = 'X-Wait';"), 'warning');
	});
});

test('a mark that is set and a number that is counted tell somebody', async (t) => {
	for (const statements of ['setLimited(true); return;', "metrics.increment('limited'); throw error;"]) {
		await t.test(statements, async () => assert.equal(await severityFor(statements), undefined));
	}
	await t.test('what is shown with a button', async () => {
		const text = `// api-errors: silentchat
function view(error) {
	switch (error.code) {
		case 'RATE_LIMITED':
			return <SlowDown onRetry={() => retry()} />;
		case 'AUTH_INVALID_TOKEN':
			return <SignIn />;
		default:
			return <Failed />;
	}
}`;
		assert.deepEqual(await findingsOf('retry-after', text, { languageId: 'typescriptreact' }), []);
	});
});

test('a branch that only answers with the limit hands it on', async (t) => {
	for (const statements of [
		"return res.status(429).json({ error: 'limited' });",
		'res.sendStatus(429); return;',
		"reply.code(429).send({ error: 'limited' }); return;",
		"return new Response('limited', { status: 429 });",
		"return NextResponse.json({ error: 'limited' }, { status: 429 });",
		"ctx.status = 429; ctx.body = { error: 'limited' }; return;",
		"return c.json({ code: 'RATE_LIMITED' }, error.status);",
		'return answer(error.code);',
		'return problemTooManyRequests(requestId);',
		'return { response: tooManyRequestsResponse(requestId) };',
	]) {
		await t.test(statements, async () => assert.equal(await severityFor(statements), undefined));
	}
	await t.test('one that repeats all the same', async () => {
		assert.equal(await severityFor('await sleep(1000); return send(url, 429);'), 'warning');
		assert.equal(await severityFor('scheduleRetry(url); return new Response(null, { status: 429 });'), 'warning');
	});
});

test('what an interface shows is no answer to the limit', async (t) => {
	for (const statements of [
		'setItems((items) => items.filter(isFresh)); return;',
		'setNote(makeNote(error.message)); return;',
		"log.warn(bold(yellow('limited:'))); return;",
	]) {
		await t.test(statements, async () => assert.equal(await severityFor(statements), undefined));
	}
	await t.test('in a function that makes it', async () => {
		const text = `// api-errors: silentchat
setItems((items) => {
	if (error.code === 'RATE_LIMITED') items = withoutLast(items);
	return items;
});`;
		assert.deepEqual(await findingsOf('retry-after', text), []);
	});
	await t.test('a time is no such thing', async () => {
		assert.equal(await severityFor('setRetryAt(Date.now() + 1000); return;'), 'information');
		assert.equal(await severityFor("toast(t('limited'), await retry(url)); return;"), 'warning');
	});
});

test('a branch that does something else is told', async (t) => {
	for (const statements of [
		'queue.stop(); return;',
		'limiter.penalty += 1; return;',
		'await store.markLimited(url); return;',
	]) {
		await t.test(statements, async () => assert.equal(await severityFor(statements), 'information'));
	}
});

test('nothing is said', async (t) => {
	const cases: readonly string[] = [
		'// nothing to do\nbreak;',
		'throw error;',
		"throw new Error('Limited: ' + error.message);",
		'return Promise.reject(error);',
		"return 'Too many requests, try again later';",
		'return { limited: true };',
		"console.warn('limited', error.message); return;",
		"toast.error(t('limited')); return;",
		"this.message = 'Please wait and retry'; return;",
		'showMessage(error.message.trim()); return;',
		"await sleep(Number(response.headers.get('Retry-After')) * 1000); return load(url);",
		"await sleep(wait(response.headers['retry-after'])); return load(url);",
		'await sleep(error.retryAfter * 1000); return load(url);',
		'await backOff(response); return load(url);',
		'limiter.update(response.headers); await sleep(100); return load(url);',
		'return handleLimit(error);',
	];
	for (const statements of cases) {
		await t.test(statements, async () => assert.equal(await severityFor(statements), undefined));
	}
	await t.test('where a function of the file reads the header', async () => {
		const rest = "function pauseFor(r: Response) {\n\treturn sleep(+(r.headers.get('retry-after') ?? 1));\n}";
		assert.equal(await severityFor('await pauseFor(response); return load(url);', rest), undefined);
	});
	await t.test('where a function that is called by it reads the header', async () => {
		const rest = "const header = () => last.get('Retry-After');\nfunction pauseABit() {\n\treturn sleep(header());\n}";
		assert.equal(await severityFor('await pauseABit(); return load(url);', rest), undefined);
	});
	await t.test('where the function has read it before', async () => {
		const text = `// api-errors: silentchat
async function load() {
	const wait = response.headers.get('Retry-After');
	switch (error.code) {
		case 'RATE_LIMITED':
			await sleep(wait);
			return load();
		case 'AUTH_INVALID_TOKEN':
			throw error;
	}
}`;
		assert.deepEqual(await findingsOf('retry-after', text), []);
	});
	await t.test('where a library repeats', async () => {
		assert.equal(await severityFor('queue.stop(); return;', "import axiosRetry from 'axios-retry';"), undefined);
	});
	await t.test('where only a comment speaks of the header', async () => {
		assert.equal(await severityFor('// TODO: Retry-After\nawait sleep(1); return load(url);'), 'warning');
	});
	await t.test('of a predicate, of a range, or of what is not equal', async () => {
		const text = `// api-errors: silentchat
const isLimited = (response) => response.status === 429;
if (response.status >= 400) retry();
if (response.status !== 429) retry();`;
		assert.deepEqual(await findingsOf('retry-after', text), []);
	});
	await t.test('of a number, where nothing speaks for an API', async () => {
		assert.deepEqual(await findingsOf('retry-after', 'if (response.status === 429) { await sleep(1); retry(); }'), []);
	});
});

test('a case without statements does what the next one does', async () => {
	const text = `// api-errors: silentchat
switch (error.code) {
	case 'RATE_LIMITED':
	case 'INTERNAL_ERROR':
		retry();
		break;
	case 'AUTH_INVALID_TOKEN':
		throw error;
}`;
	const [finding, ...others] = await findingsOf('retry-after', text);
	assert.equal(others.length, 0);
	assert.equal(finding && text.slice(finding.at.start, finding.at.end), "'RATE_LIMITED'");
});

test('a function in a table is a branch', async () => {
	const text = `// api-errors: silentchat
const handlers = {
	RATE_LIMITED: () => retry(),
	AUTH_INVALID_TOKEN: logIn,
};
handlers[error.code]?.();`;
	const found = await findingsOf('retry-after', text);
	assert.deepEqual(
		found.map(({ severity, at }) => [severity, text.slice(at.start, at.end)]),
		[['warning', 'RATE_LIMITED']],
	);
});

test('a branch that gives an error to its caller, or ends the program, is no fault in any language', async (t) => {
	const go = (branch: string) =>
		`// api-errors: silentchat\npackage chat\n\nfunc load(url string) error {\n\tresp, err := http.Get(url)\n\tif err != nil {\n\t\treturn err\n\t}\n\tif resp.StatusCode == 429 {\n\t\t${branch}\n\t}\n\treturn nil\n}\n`;
	const python = (branch: string) =>
		`# api-errors: silentchat\nimport sys\n\nimport requests\n\n\nasync def load(url):\n    response = await send(url)\n    if response.status == 429:\n        ${branch}\n    return response\n`;
	const cases: readonly (readonly [languageId: string, text: string, expected: string | undefined])[] = [
		['go', go('return fmt.Errorf("limited: %s", url)'), undefined],
		['go', go('return errors.New("limited")'), undefined],
		['go', go('body, _ := io.ReadAll(resp.Body)\n\t\treturn errors.New(string(body))'), undefined],
		['go', go('queue.Stop()\n\t\treturn errors.New("limited")'), 'information'],
		['go', go('time.Sleep(time.Second)\n\t\treturn errors.New("limited")'), 'warning'],
		['python', python('text = await response.text()\n        raise RuntimeError(text)'), undefined],
		['python', python('print("limited")\n        sys.exit(1)'), undefined],
		['python', python('queue.stop()\n        sys.exit(1)'), 'information'],
	];
	for (const [languageId, text, expected] of cases)
		await t.test(text, async () => {
			const found = await findingsOf('retry-after', text, { languageId });
			assert.equal(found[0]?.severity, expected);
		});
});

test('headers that are sent with the next request are not those that came', async () => {
	const text = `# api-errors: silentchat\nimport time\n\nimport requests\n\n\ndef load(url):\n    headers = {"Accept": "text/plain"}\n    response = requests.get(url, headers=headers)\n    if response.status_code == 429:\n        time.sleep(1)\n        return load(url)\n    return response.text\n`;
	assert.deepEqual(
		(await findingsOf('retry-after', text, { languageId: 'python' })).map(({ severity }) => severity),
		['warning'],
	);
});

test('the code of an error of HTTP is a status', async () => {
	const text = `# api-errors: silentchat\nimport time\nfrom urllib.error import HTTPError\n\n\ndef load(url):\n    try:\n        return read(url)\n    except HTTPError as e:\n        if e.code == 429:\n            time.sleep(1)\n            return load(url)\n        raise\n`;
	const severities = async (source: string) =>
		(await findingsOf('retry-after', source, { languageId: 'python' })).map(({ severity }) => severity);
	assert.deepEqual(await severities(text), ['warning']);
	assert.deepEqual(await severities(text.replaceAll('HTTPError', 'PrinterError')), []);
});
