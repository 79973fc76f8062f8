import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyEdits } from './apply-edits.ts';
import { readChange } from './changed-source.ts';
import { findingsOf } from './check-rule.ts';

/** What the examples call, so that they compile. */
const frame = (body: string): string => `// api-errors: silentchat
using System;
using System.Net;

class ApiException : Exception
{
    public string Code { get; set; }
    public HttpStatusCode StatusCode { get; set; }
}

class Sample
{
    void Create() { }
    void Again() { }
    void Report(object error) { }

${body}}
`;

/**
 * Checks that the first fix of a member of a class adds what is marked, and that nothing is found then. Lines with `+`
 * in front are what it adds, and so is what stands between « and ».
 * @returns the whole file as it is then
 */
export async function checkFixed(source: string): Promise<string> {
	const { before, after: expected } = readChange(frame(source));
	const [finding] = await findingsOf('missing-required', before, { languageId: 'csharp' });
	const edits = finding?.fixes?.()[0]?.edits.toSorted((a, b) => a.start - b.start);
	assert.ok(edits, 'there is no fix');
	const result = applyEdits(before, edits);
	assert.equal(result, expected);
	assert.deepEqual(await findingsOf('missing-required', expected, { languageId: 'csharp' }), []);
	return result;
}

/** Compiles files, each by itself in a namespace of its own; throws what the compiler has to say. */
export function compileCsharp(texts: readonly string[]): void {
	const folder = mkdtempSync(path.join(tmpdir(), 'csharp-cases-'));
	const files = texts.map((text, index) => {
		const file = path.join(folder, `Sample${index}.cs`);
		writeFileSync(file, `namespace Sample${index} {\n${text}}\n`);
		return file;
	});
	const library = `-out:${path.join(folder, 'a.dll')}`;
	const { stdout, stderr } = spawnSync('mcs', ['-t:library', library, ...files], { encoding: 'utf8' });
	rmSync(folder, { recursive: true });
	assert.doesNotMatch(stdout + stderr, /error/, stdout + stderr);
}
