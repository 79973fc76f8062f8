import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readAsset } from '../../../../test/support/test-assets.ts';
import { nodeHost } from '../../host/node-host.ts';
import type { GivenSettings } from '../../settings.ts';
import { check } from '../check.ts';

const project = fileURLToPath(new URL('../../../..', import.meta.url));
const host = { ...nodeHost({ assets: '', log: () => undefined }), readAsset };
const told: GivenSettings = { apis: [{ files: '**', apis: ['silentchat'] }] };

/** What is found in the files of a folder, by path; where somebody looks on, every file is read. */
async function foundIn(folder: string, settings: GivenSettings, readsAll: boolean): Promise<readonly string[]> {
	const found: string[] = [];
	const what = { host, folder, paths: ['.'], settings, onProblem: (message: string) => void found.push(message) };
	for await (const { path: file, findings } of check({ ...what, ...(readsAll && { onAnalysis: () => undefined }) }))
		for (const { line, column, message } of findings) found.push(`${file}:${line}:${column} ${message}`);
	return found.sort();
}

/** Compares, and says how much was found. */
async function compare(folder: string, settings: GivenSettings): Promise<number> {
	const all = await foundIn(folder, settings, true);
	assert.deepEqual(await foundIn(folder, settings, false), all);
	return all.length;
}

const folders = ['test/workspace', 'test/vscode/workspace', 'examples', 'docs', 'server/src/languages'];

describe('files that are left out have nothing to say', () => {
	for (const folder of folders) {
		test(`in ${folder}`, async () => void (await compare(path.join(project, folder), {})));
		test(`in ${folder}, where the settings tell of an API`, async () => {
			await compare(path.join(project, folder), told);
		});
	}

	test('somewhere, something is found', async () => {
		assert.ok((await compare(path.join(project, 'examples'), {})) > 5);
	});
});

describe('files that are left out have nothing to say, whatever the project', () => {
	let made = '';
	after(() => rm(made, { recursive: true, force: true }));

	const label = fc.constantFrom("'RATE_LIMITED'", "'NOT_FOUND'", 'Codes.SLOW', 'SLOW', 'Codes.NotFound', '404', '429');
	const value = fc.constantFrom('error.code', 'response.status', 'status');
	const labels = fc.array(label, { minLength: 1, maxLength: 4 }).filter(isInOneSpelling);
	const dispatch = fc.record({ value, labels, isChain: fc.boolean() });
	const line = fc.constantFrom(
		...[
			'// api-errors: silentchat',
			"const base = 'https://api.silentchat.de';",
			"export const SLOW = 'RATE_LIMITED';",
		],
		...["import { Codes, SLOW } from './b';", "export * from './c';", "import { request } from './a';"],
		"export const Codes = { SLOW: 'RATE_LIMITED', NotFound: 'NOT_FOUND', Off: 'WIDGET_KEY_INVALID' } as const;",
		'export enum Codes { SLOW = "RATE_LIMITED", NotFound = "NOT_FOUND" }',
	);
	const file = fc.record({ lines: fc.array(line, { maxLength: 2 }), dispatches: fc.array(dispatch, { maxLength: 2 }) });

	test('in files that import each other', { timeout: 300_000 }, async () => {
		made = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
		let count = 0;
		let found = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(file, { minLength: 2, maxLength: 4 }), fc.boolean(), async (files, isTold) => {
				const folder = path.join(made, String(count++));
				await mkdir(folder);
				for (const [index, { lines, dispatches }] of files.entries()) {
					const at = path.join(folder, places[index] ?? '');
					const text = [...lines, ...dispatches.map(written)].join('\n');
					await mkdir(path.dirname(at), { recursive: true });
					await writeFile(
						at,
						text.replaceAll(/'\.\/([abc])'/g, (_, name: string) => `'${importOf(path.dirname(at), folder, name)}'`),
					);
				}
				await writeFile(path.join(folder, 'package.json'), '{}');
				found += await compare(folder, isTold ? told : {});
			}),
			{ numRuns: 40 },
		);
		assert.ok(found > 10, `only ${found} findings`);
	});
});

describe('blocks that are left out have nothing to say', () => {
	const idle = (written: (index: number) => string): string =>
		Array.from({ length: 30 }, (_, index) => written(index)).join('\n');
	const script = idle(
		(index) => `export function idle${index}(rows) {\n\treturn rows.map((row) => row.id).filter(Boolean);\n}\n`,
	);
	const told = '// api-errors: silentchat\n';
	/** What stands for statuses in a block of its own, and code in another that chooses by it. */
	const texts: Readonly<Record<string, string>> = {
		'rows.ts': `${told}${script}const table = new Map([\n\t[429, slow],\n\t[429, gone],\n]);\n${script}export function handle(response) {\n\ttable.get(response.status)();\n}\n`,
		'members.ts': `${told}${script}const S = {\n\tSLOW: 429,\n\tAGAIN: 429,\n} as const;\n${script}export function handle(response) {\n\tswitch (response.status) {\n\t\tcase S.SLOW:\n\t\t\tslow();\n\t\t\tbreak;\n\t\tcase S.AGAIN:\n\t\t\tagain();\n\t}\n}\n`,
		'list.ts': `${told}${script}const again = new Set([\n\t401, // sign in again\n\t429, // much\n\t429, // once more\n]);\n${script}export function handle(response) {\n\tif (again.has(response.status)) retry();\n}\n`,
		'group.go': `package chat\n\n${told}${idle((index) => `func idle${index}(rows []string) int {\n\treturn len(rows) + 1\n}\n`)}const (\n\tslow  = 429\n\tagain = 429\n)\n\nfunc handle(response *http.Response) {\n\tswitch response.StatusCode {\n\tcase slow:\n\t\twait()\n\tcase again:\n\t\tretry()\n\t}\n}\n`,
		'members.py': `# api-errors: silentchat\n${idle((index) => `def idle${index}(rows):\n    return [row for row in rows if row]\n\n`)}class S:\n    slow = 429\n\n\ndef handle(response):\n    if response.status_code == S.slow:\n        wait()\n    elif response.status_code == S.slow:\n        again()\n`,
		'table.kt': `${told}val table = mapOf(\n    429 to ::slow,\n    429 to ::gone,\n)\n\nfun handle(response: Response) {\n    table[response.status]?.invoke()\n}\n`,
		'members.swift': `${told}enum S: Int {\n    case slow = 429\n}\n\nfunc handle(response: Response) {\n    switch response.status {\n    case S.slow.rawValue: wait()\n    case S.slow.rawValue: again()\n    default: break\n    }\n}\n`,
		'rows.php': `<?php\n${told}$codes = [\n    'slow' => 429,\n    'again' => 429,\n];\n\nfunction handle($response) {\n    switch ($response->status) {\n        case 429: wait(); break;\n        case 429: again(); break;\n    }\n}\n`,
	};
	let made = '';
	after(() => rm(made, { recursive: true, force: true }));

	test('in several languages', async () => {
		made = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
		for (const [name, text] of Object.entries(texts)) await writeFile(path.join(made, name), text);
		const found = await foundIn(made, {}, false);
		for (const name of Object.keys(texts))
			assert.ok(
				found.some((one) => one.startsWith(`${name}:`)),
				name,
			);
		await compare(made, {});
	});
});

/** Equal labels in two spellings are not seen where no API is in play, as `mayRepeatLabels` says. */
function isInOneSpelling(labels: readonly string[]): boolean {
	const spellings = [
		["'RATE_LIMITED'", 'Codes.SLOW', 'SLOW'],
		["'NOT_FOUND'", 'Codes.NotFound'],
	];
	return spellings.every((same) => same.filter((one) => labels.includes(one)).length < 2);
}

/** Files of which none is beside another, one of them the face of its folder. */
const places = ['a.ts', 'shop/b.ts', 'shop/api/index.ts', 'other/d.ts'];

/** How a file in a folder imports the one that tests call by a letter. */
function importOf(from: string, root: string, name: string): string {
	const place = path.join(root, places['abc'.indexOf(name)] ?? '').replace(/(?:\/index)?\.ts$/, '');
	const to = path.relative(from, place).split(path.sep).join('/');
	return to.startsWith('.') ? to : `./${to}`;
}

function written({ value, labels, isChain }: { value: string; labels: readonly string[]; isChain: boolean }): string {
	const body = isChain
		? labels.map((label) => `if (${value} === ${label}) return retry();`).join('\n\telse ')
		: `switch (${value}) {\n${labels.map((label) => `\t\tcase ${label}:\n\t\t\treturn retry();\n`).join('')}\t}`;
	return `export function handle(error: any, response: any, status: number) {\n\t${body}\n}`;
}
