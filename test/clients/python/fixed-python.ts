import { readFileSync } from 'node:fs';
import path from 'node:path';
import { python } from '../../../server/src/languages/python/index.ts';
import { applyEdits } from '../../support/apply-edits.ts';
import { readBlocks } from '../../support/read-blocks.ts';

export type FixName = 'retryAfter' | 'refreshToken';

const labels: Readonly<Record<FixName, RegExp>> = {
	retryAfter: /429|RATE_LIMITED|TOO_MANY_REQUESTS/i,
	refreshToken: /401|AUTH_INVALID_TOKEN|UNAUTHORIZED/,
};

const pythonClients = ['requests', 'httpx', 'aiohttp', 'urllib'] as const;
export type PythonClient = (typeof pythonClients)[number];

export interface PythonCase {
	readonly title: string;
	/** Fit for the name of a module. */
	readonly name: string;
	/** What has to be there for it to run. */
	readonly client: PythonClient;
	readonly text: string;
}

/** The cases of a file: `@@ client, what it shows`, then source. */
export function pythonCases(file: string): readonly PythonCase[] {
	const all = readFileSync(path.join(import.meta.dirname, file), 'utf8');
	return all
		.split(/^@@ /m)
		.slice(1)
		.map((section, index) => {
			const [, title = '', source = ''] = /^(.*)\n([\s\S]*)$/.exec(section) ?? [];
			const name = `${file.replace(/\W.*$/, '')}_${index}`;
			const client = pythonClients.find((one) => one === title.split(',', 1).join());
			if (client === undefined) throw new Error(`No client is named in: ${title}`);
			return { title, name, client, text: `${source.trim()}\n` };
		});
}

/** A source after the fix at its first place; undefined where none is offered there. Throws where two clients offer one. */
export async function fixedPython(text: string, fix: FixName): Promise<string | undefined> {
	const blocks = await readBlocks(text, 'python');
	const [dialect] = python.dialects;
	for (const { start, code } of blocks)
		for (const dispatch of code.dispatches) {
			const branch = dispatch.branches.find((one) => one.labels.some(({ part }) => labels[fix].test(part.text)));
			if (!branch || !dialect) continue;
			const place = { text, offset: start, dialect, dispatch, branch, code, blocks };
			const offers = python.clients.flatMap((client) => {
				const edits = client[fix](place);
				return edits ? [applyEdits(text, edits)] : [];
			});
			if (offers.length > 1) throw new Error(`Two clients answer for: ${text}`);
			return offers[0];
		}
	throw new Error(`No branch to fix in: ${text}`);
}
