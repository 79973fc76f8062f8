import { readFileSync } from 'node:fs';
import path from 'node:path';
import { php } from '../../../server/src/languages/php/index.ts';
import { applyEdits } from '../../support/apply-edits.ts';
import { readBlocks } from '../../support/read-blocks.ts';

export type FixName = 'retryAfter' | 'refreshToken';

const labels: Readonly<Record<FixName, RegExp>> = {
	retryAfter: /429|RATE_LIMITED/,
	refreshToken: /401|AUTH_INVALID_TOKEN/,
};

/** What is loaded for each client; Laravel's is a stand-in, because Debian has no package of it. */
const loaded = {
	curl: '',
	guzzle: "require_once 'GuzzleHttp/autoload.php';",
	symfony: "require_once 'Symfony/Component/HttpClient/autoload.php';",
	laravel: `require_once '${path.join(import.meta.dirname, 'stand-ins.php')}';`,
} as const;
export type PhpClient = keyof typeof loaded;

export interface PhpCase {
	readonly title: string;
	readonly client: PhpClient;
	readonly text: string;
}

/** The cases of a file: `@@ client, what it shows`, then source with a function `run` that gives the body of the answer. */
export function phpCases(file: string): readonly PhpCase[] {
	const all = readFileSync(path.join(import.meta.dirname, file), 'utf8');
	return all
		.split(/^@@ /m)
		.slice(1)
		.map((section) => {
			const [, title = '', source = ''] = /^(.*)\n([\s\S]*)$/.exec(section) ?? [];
			const client = Object.keys(loaded).find((one): one is PhpClient => one === title.split(',', 1).join());
			if (client === undefined) throw new Error(`No client is named in: ${title}`);
			return { title, client, text: `${source.trim()}\n` };
		});
}

/** A source after the fix at its first place; undefined where none is offered. Throws where two clients offer one. */
export async function fixedPhp(text: string, fix: FixName): Promise<string | undefined> {
	const blocks = await readBlocks(text, 'php');
	const [dialect] = php.dialects;
	for (const { start, code } of blocks)
		for (const dispatch of code.dispatches) {
			const branch = dispatch.branches.find((one) => one.labels.some(({ part }) => labels[fix].test(part.text)));
			if (!branch || !dialect) continue;
			const place = { text, offset: start, dialect, dispatch, branch, code, blocks };
			const offers = php.clients.flatMap((client) => {
				const edits = client[fix](place);
				return edits ? [applyEdits(text, edits)] : [];
			});
			if (offers.length > 1) throw new Error(`Two clients answer for: ${text}`);
			return offers[0];
		}
	throw new Error(`No branch to fix in: ${text}`);
}

/** The source as a program that loads the client and prints what `run` gives for its arguments. */
export function phpProgram(text: string, client: PhpClient): string {
	const start = /^<\?php\s+(?:namespace [\w\\]+;)?/.exec(text)?.[0] ?? '';
	return `${start}\n${loaded[client]}\n${text.slice(start.length)}\necho run(...array_slice($argv, 1));\n`;
}
