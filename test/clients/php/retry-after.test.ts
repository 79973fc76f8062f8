import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { php } from '../../../server/src/languages/php/index.ts';
import { CodeReader } from '../../../server/src/syntax/code-reader.ts';
import { readAsset } from '../../support/test-assets.ts';
import { type Answer, type LimitingServer, limitingServer } from '../limiting-server.ts';

const run = promisify(execFile);
const reader = new CodeReader([php], readAsset);

/** The source with Retry-After handling in its branch for 429; undefined where no client offers it. */
async function fixed(source: string, fix: 'retryAfter' | 'refreshToken' = 'retryAfter'): Promise<string | undefined> {
	const blocks = (await reader.read('source', 'php', source, { mayMatter: () => true })) ?? [];
	const [dialect] = php.dialects;
	for (const { code, start } of blocks) {
		for (const dispatch of code.dispatches) {
			const branch = dispatch.branches.find(({ labels }) =>
				labels.some((label) => label.kind === 'literal' && label.literal.value === (fix === 'retryAfter' ? 429 : 401)),
			);
			if (!dialect || !branch) continue;
			const place = { text: source, offset: start, dialect, dispatch, branch, code, blocks };
			const edits = php.clients.map((client) => client[fix](place)).find((one) => one !== undefined);
			return edits?.reduceRight((text, one) => text.slice(0, one.start) + one.text + text.slice(one.end), source);
		}
	}
	return undefined;
}

const head = "<?php\n\nrequire_once __DIR__ . '/stand-ins.php';\n\n";
/** Every source has a function `run` that gives the body of the answer. */
const sources: Readonly<Record<string, string>> = {
	curl: `<?php

function run(string $url): string
{
    $handle = curl_init($url);
    curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
    $body = curl_exec($handle);
    $status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
    if ($status === 429) {
        throw new RuntimeException('slow');
    }

    return $body;
}
`,
	'a stand-in for Guzzle, caught': `${head}use GuzzleHttp\\Client;
use GuzzleHttp\\Exception\\ClientException;

final class Api
{
    public function __construct(private readonly Client $client)
    {
    }

    public function load(
        string $url,
        array $options = [],
    ): string {
        try {
            $response = $this->client->get($url, $options);

            return (string) $response->getBody();
        } catch (ClientException $e) {
            switch ($e->getResponse()->getStatusCode()) {
                case 404:
                    return '';
                case 429:
                    sleep(1);
                    break;
                default:
                    throw $e;
            }
        }

        return '';
    }
}

function run(string $url): string
{
    return (new Api(new Client()))->load($url);
}
`,
	'a stand-in for Symfony HttpClient': `${head}use Symfony\\Component\\HttpClient\\HttpClient;

function run(string $url): string
{
    $client = HttpClient::create();
    $response = $client->request('GET', $url);
    if ($response->getStatusCode() === 429) {
        // Too many requests.
    }

    return $response->getContent(false);
}
`,
	'a stand-in for Laravel': `${head}use Illuminate\\Support\\Facades\\Http;

class Api
{
    public static function load(string $url): string
    {
        $response = Http::get($url);
        if ($response->status() === 404) {
            return '';
        } elseif ($response->status() === 429) {
            throw new \\RuntimeException('slow');
        }

        return $response->body();
    }
}

function run(string $url): string
{
    return Api::load($url);
}
`,
};

const refreshing = `<?php

final class Api
{
    private string $token = 'old';

    public function __construct(private readonly string $from)
    {
    }

    private function refreshToken(): void
    {
        $this->token = file_get_contents($this->from);
    }

    public function load(string $url): string
    {
        $handle = curl_init($url);
        curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
        curl_setopt($handle, CURLOPT_HTTPHEADER, ['Authorization: Bearer ' . $this->token]);
        $body = curl_exec($handle);
        $status = curl_getinfo($handle, CURLINFO_HTTP_CODE);
        switch ($status) {
            case 401:
                throw new RuntimeException('Signed out');
            case 404:
                return '';
        }

        return $body;
    }
}

function run(string $url, string $from): string
{
    return (new Api($from))->load($url);
}
`;

const soon = (): string => new Date(Date.now() + 2200).toUTCString();
const scenarios: readonly {
	readonly title: string;
	readonly answers: readonly [Answer, ...Answer[]];
	readonly requests: number;
	/** Milliseconds before which nothing may come back, by when the first request came and what was said. */
	readonly earliest: (from: number, said: string | undefined) => number;
	readonly givesUp: boolean;
}[] = [
	{ title: 'seconds', answers: [{ retryAfter: '1' }, 'ok'], requests: 2, earliest: () => 1000, givesUp: false },
	{
		title: 'an HTTP-date',
		answers: [{ retryAfter: soon }, 'ok'],
		requests: 2,
		earliest: (from, said = '') => Date.parse(said) - from,
		givesUp: false,
	},
	{ title: 'rubbish', answers: [{ retryAfter: 'soon' }, 'ok'], requests: 2, earliest: () => 1000, givesUp: false },
	{
		title: 'a negative number',
		answers: [{ retryAfter: '-5' }, 'ok'],
		requests: 2,
		earliest: () => 1000,
		givesUp: false,
	},
	{ title: 'nothing', answers: [{ retryAfter: undefined }, 'ok'], requests: 2, earliest: () => 1000, givesUp: false },
	{ title: 'too often', answers: [{ retryAfter: '0' }], requests: 3, earliest: () => 0, givesUp: true },
	{ title: 'more than a minute', answers: [{ retryAfter: '3600' }], requests: 1, earliest: () => 0, givesUp: true },
];

function hasCurl(): boolean {
	try {
		return execFileSync('php', ['-r', "echo extension_loaded('curl');"], { encoding: 'utf8', stdio: 'pipe' }) === '1';
	} catch {
		return false;
	}
}

describe('Retry-After handling in PHP', () => {
	const canRun = hasCurl();
	let folder = '';
	let server: LimitingServer;
	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'api-errors-php-'));
		server = await limitingServer();
	});
	after(async () => {
		server.close();
		await rm(folder, { recursive: true });
	});

	for (const [name, source] of Object.entries(sources)) {
		it(`is written for ${name}, and does what it should`, { concurrency: true }, async (test) => {
			const written = await fixed(source);
			assert.ok(written !== undefined && written !== source, 'nothing was written');
			if (!canRun) return test.diagnostic('not run: PHP with its curl extension is not installed');
			const file = path.join(folder, `${name.replaceAll(/\W/g, '-')}.php`);
			const standIns = path.join(import.meta.dirname, 'stand-ins.php');
			await writeFile(file, `${written.replace("__DIR__ . '/stand-ins.php'", `'${standIns}'`)}\necho run($argv[1]);\n`);
			await Promise.all(
				scenarios.map(async ({ title, answers, requests, earliest, givesUp }) => {
					const [first, ...more] = answers;
					const visited = server.visit(first, ...more);
					const failed = await run('php', [file, visited.url]).then(
						() => false,
						() => true,
					);
					assert.equal(visited.arrivals.length, requests, `${title}: requests`);
					assert.equal(failed, givesUp, `${title}: gives up`);
					const [from = 0, to = Number.POSITIVE_INFINITY] = visited.arrivals;
					const wait = earliest(from, visited.said[0]);
					assert.ok(to - from >= wait, `${title}: came back after ${to - from} ms`);
				}),
			);
		});
	}

	it('has a token refreshed once, and repeats once', async (test) => {
		const written = await fixed(refreshing, 'refreshToken');
		assert.ok(written !== undefined && written !== refreshing, 'nothing was written');
		if (!canRun) return test.diagnostic('not run: PHP with its curl extension is not installed');
		const file = path.join(folder, 'refresh.php');
		const tried = 'echo run($argv[1], $argv[2]);';
		await writeFile(file, `${written}\n${tried}\n`);
		const tokens = server.tokens();
		const refused = { status: 401, code: 'AUTH_INVALID_TOKEN' } as const;
		const accepting = server.visit((request) => (tokens.accepts(request) ? 'ok' : refused));
		const refusing = server.visit(refused);
		await run('php', [file, accepting.url, tokens.url]);
		assert.deepEqual([accepting.arrivals.length, tokens.asked()], [2, 1]);
		await assert.rejects(run('php', [file, refusing.url, tokens.url]), /Signed out/);
		assert.deepEqual([refusing.arrivals.length, tokens.asked()], [2, 2]);
	});

	for (const [why, source] of [
		[
			'a promise calls back',
			'function f($client, $url) { return $client->getAsync($url)->then(function ($response) {\n if ($response->getStatusCode() === 429) {\n throw new E();\n }\n }); }',
		],
		[
			'something else was sent before',
			'function f($client, $url) {\n $client->post($url);\n $response = $client->get($url);\n if ($response->getStatusCode() === 429) {\n throw new E();\n }\n }',
		],
		[
			'what it was given has changed',
			'function f($client, $url) {\n $url = "x";\n $response = $client->get($url);\n if ($response->getStatusCode() === 429) {\n throw new E();\n }\n }',
		],
		[
			'it gives values one by one',
			'function f($client, $url) {\n $response = $client->get($url);\n if ($response->getStatusCode() === 429) {\n throw new E();\n }\n yield 1; }',
		],
		[
			'a stream is sent',
			'function f($client, StreamInterface $body) {\n $response = $client->post($body);\n if ($response->getStatusCode() === 429) {\n throw new E();\n }\n }',
		],
	] as const) {
		it(`is not offered where ${why}`, async () => {
			assert.equal(await fixed(`<?php\nuse GuzzleHttp\\Client;\n${source}\n`), undefined);
		});
	}
});
