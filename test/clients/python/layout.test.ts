import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { whyNot } from '../../support/toolchains.ts';
import { type FixName, fixedPython, pythonCases } from './fixed-python.ts';

/** What Black makes of sources, in their order. */
function formatted(texts: readonly string[]): readonly string[] {
	const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-black-'));
	const file = (index: number): string => path.join(folder, `${index}.py`);
	for (const [index, text] of texts.entries()) writeFileSync(file(index), text);
	const { stderr, status } = spawnSync('black', ['--quiet', folder], { encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	const results = texts.map((_, index) => readFileSync(file(index), 'utf8'));
	rmSync(folder, { recursive: true, force: true });
	return results;
}

const head = 'import requests\n\n\n';
const limited =
	'    if response.status_code == 429:\n        raise RuntimeError("limited")\n    return response.json()\n';
const request = `    response = requests.get(url, timeout=5)\n${limited}`;

/** Sources that break over lines once something is added to them. */
const narrow: readonly string[] = [
	`${head}def load(\n    url: str,\n    first: str,\n) -> dict:\n${request}`,
	`${head}def load_what_was_asked_for(url: str, first_parameter: str, second_parameter: int) -> dict:\n${request}`,
	`${head}def load(\n    a_first_parameter: str, a_second_parameter: str, a_third_parameter: str = "value"\n) -> dict:\n${request.replace('url', 'a_first_parameter')}`,
	`${head}def load(self):\n    try:\n        requests.get("/").raise_for_status()\n    except requests.HTTPError as error_of_the_server_that_answered:\n        if error_of_the_server_that_answered.response.status_code == 429:\n            raise RuntimeError("limited")\n        raise\n`,
	`${head}def load(url, *names, **options):\n${request}`,
	`${head}class Client:\n    def load_all_of_it(self, url: str, page: int, size: int, order_of_them: str) -> dict:\n${request.replace(/^/gm, '    ').trimEnd()}\n`,
	`${head}def cached(function):\n    return function\n\n\n@cached\ndef load(url: str, identifier: str):\n    response = requests.get(url, params={"identifier": identifier}, timeout=5)\n${limited}`,
	`${head}RESPONSE = requests.get("https://api.silentchat.de/v1/conversations", timeout=5)\nif RESPONSE.status_code == 429:\n    print("limited")\n`,
];

describe('what fixes write is as Black leaves it', { skip: whyNot('black') }, () => {
	const sources: readonly (readonly [FixName, string])[] = [
		...pythonCases('retry.cases').map(({ text }) => ['retryAfter', text] as const),
		...pythonCases('refresh.cases').map(({ text }) => ['refreshToken', text] as const),
		...narrow.map((text) => ['retryAfter', text] as const),
	];
	it('where the file was', async () => {
		const before = formatted(sources.map(([, text]) => text));
		const after = await Promise.all(sources.map(([fix], index) => fixedPython(before[index] ?? '', fix)));
		const fixed = after.map((text, index) => text ?? assert.fail(`Nothing is offered for: ${before[index]}`));
		for (const [index, text] of formatted(fixed).entries()) assert.equal(fixed[index], text);
	});
});

it('quotes are those of the file', async () => {
	const text = `import requests\n\n\ndef load(url: str):\n${request}`.replaceAll('"', "'");
	const fixed = (await fixedPython(text, 'retryAfter')) ?? '';
	assert.match(fixed, /headers\.get\('Retry-After'\)/);
	assert.doesNotMatch(fixed.replaceAll('"""', ''), /"/);
});

it('nothing is imported above what has to come first', async () => {
	for (const between of ['', '\n', '\nimport json\n']) {
		const text = `"""A page."""\nfrom __future__ import annotations\n${between}import requests\n\n\ndef load(url):\n${request}`;
		const fixed = (await fixedPython(text, 'retryAfter')) ?? '';
		assert.match(fixed, /^"""A page."""\nfrom __future__ import annotations\n/);
		assert.match(fixed, /\nimport random\nimport time\n/);
	}
});
