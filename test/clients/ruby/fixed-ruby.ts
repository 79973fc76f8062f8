import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ruby } from '../../../server/src/languages/ruby/index.ts';
import { applyEdits } from '../../support/apply-edits.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { whyNot } from '../../support/toolchains.ts';

export type FixName = 'retryAfter' | 'refreshToken';

const labels: Readonly<Record<FixName, RegExp>> = {
	retryAfter: /429|RATE_LIMITED|TooManyRequests/,
	refreshToken: /401|AUTH_INVALID_TOKEN|Unauthorized/,
};

export interface RubyCase {
	readonly title: string;
	readonly text: string;
	/** Why it cannot be run here; false where it can. */
	readonly skip: string | false;
}

/** The cases of a file: `@@ client, what it shows`, then source with a method `run` that is given an address. */
export function rubyCases(file: string): readonly RubyCase[] {
	const all = readFileSync(path.join(import.meta.dirname, file), 'utf8');
	return all
		.split(/^@@ /m)
		.slice(1)
		.map((section) => {
			const [, title = '', source = ''] = /^(.*)\n([\s\S]*)$/.exec(section) ?? [];
			const client = title.split(',', 1).join();
			const library = client === 'faraday' || client === 'httparty' ? whyNot(client) : false;
			return { title, text: `${source.trim()}\n`, skip: whyNot('ruby') || library };
		});
}

/** A source after the fix at its first place; undefined where none is offered. Throws where two clients offer one. */
export async function fixedRuby(text: string, fix: FixName): Promise<string | undefined> {
	const blocks = await readBlocks(text, 'ruby');
	const [dialect] = ruby.dialects;
	for (const { start, code } of blocks)
		for (const dispatch of code.dispatches) {
			const branch = dispatch.branches.find((one) => one.labels.some(({ part }) => labels[fix].test(part.text)));
			if (!branch || !dialect) continue;
			const place = { text, offset: start, dialect, dispatch, branch, code, blocks };
			const offers = ruby.clients.flatMap((client) => {
				const edits = client[fix](place);
				return edits ? [applyEdits(text, edits)] : [];
			});
			if (offers.length > 1) throw new Error(`Two clients answer for: ${text}`);
			return offers[0];
		}
	throw new Error(`No branch to fix in: ${text}`);
}

/** Calls `run` of a file with what it is told, all at the same time, and prints what comes of each call. */
const driver = `
require "json"

file, *calls = ARGV
load file
outcomes = calls.map { |call| JSON.parse(call) }.map do |given|
  Thread.new do
    JSON.generate(run(*given))
  rescue StandardError => e
    "raised #{e.class}: #{e.message}"
  end
end
puts "", JSON.generate(outcomes.map(&:value))
`;

/** A folder with sources that can be run. */
export interface RubyFolder {
	/** What comes of calls of \`run\` in a source: its result in JSON, or \`raised\` and the error. */
	run(name: string, text: string, calls: readonly (readonly string[])[]): Promise<readonly string[]>;
	remove(): void;
}

export function rubyFolder(): RubyFolder {
	const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-ruby-'));
	writeFileSync(path.join(folder, 'driver.rb'), driver);
	return {
		run(name, text, calls) {
			const file = path.join(folder, `${name}.rb`);
			writeFileSync(file, text);
			const given = calls.map((call) => JSON.stringify(call));
			return new Promise((resolve, reject) => {
				execFile('ruby', ['-W0', 'driver.rb', file, ...given], { cwd: folder }, (error, output, errors) => {
					if (error) reject(new Error(`${errors || error.message}\n${text}`));
					else resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as string[]);
				});
			});
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
