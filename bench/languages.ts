// How fast files are parsed and read, in every language: `npm run bench:languages [-- FOLDER]`.

import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Language as Grammar, Parser } from 'web-tree-sitter';
import { interestIn } from '../server/src/analysis/interest.ts';
import { builtinCatalogs } from '../server/src/catalog/builtin/index.ts';
import { buildCatalogIndex } from '../server/src/catalog/catalog-index.ts';
import { languages } from '../server/src/languages/index.ts';
import { CodeReader, type Interest } from '../server/src/syntax/code-reader.ts';
import type { Dialect } from '../server/src/syntax/language.ts';
import { readAsset } from '../test/support/test-assets.ts';
import { summarize } from './percentile.ts';

/** UTF-16 units that are read of a language at most, and about how many where its own sample is read again and again. */
const most = { ofFolder: 8_000_000, ofSample: 300_000 };
const rounds = 5;

/** Milliseconds that each way to read the same texts took, round by round. */
interface Speeds {
	/** The grammar's parser alone: the reference. */
	readonly parsed: readonly number[];
	/** With all that is read of every block. */
	readonly read: readonly number[];
	/** As files are read in earnest: only blocks that may hold a code of the APIs that come with us. */
	readonly used: readonly number[];
}

/** The texts of a dialect in a folder; without one, the sample beside the language, repeated. */
function textsOf(dialect: Dialect, folder: string | undefined): readonly string[] {
	if (folder === undefined) {
		const sample = globSync(`server/src/languages/*/sample{${dialect.extensions.join(',')},}`).find((file) =>
			dialect.extensions.some((extension) => file.endsWith(extension)),
		);
		const text = sample === undefined ? '' : readFileSync(sample, 'utf8');
		return text === '' ? [] : Array.from({ length: Math.ceil(most.ofSample / text.length) }, () => text);
	}
	const texts: string[] = [];
	let length = 0;
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (length > most.ofFolder) break;
		const file = join(folder, name);
		if (!dialect.extensions.some((extension) => name.endsWith(extension)) || !statSync(file).isFile()) continue;
		const text = readFileSync(file, 'utf8');
		length += text.length;
		texts.push(text);
	}
	return texts;
}

async function measure(dialect: Dialect, texts: readonly string[]): Promise<Speeds> {
	const reader = new CodeReader(languages, readAsset);
	const all: Interest = { mayMatter: () => true };
	const some = interestIn(buildCatalogIndex(builtinCatalogs), new Set());
	await reader.readOnce('', dialect.id, '', all);
	const parser = new Parser();
	parser.setLanguage(await Grammar.load(await readAsset(dialect.grammar)));
	const read = (interest: Interest) => async () => {
		for (const text of texts) await reader.readOnce('', dialect.id, text, interest);
	};
	const parse = async () => {
		for (const text of texts) parser.parse(text)?.delete();
	};
	const speeds = { parsed: [] as number[], read: [] as number[], used: [] as number[] };
	for (let round = 0; round < rounds; round++) {
		speeds.parsed.push(await timeOf(parse));
		speeds.read.push(await timeOf(read(all)));
		speeds.used.push(await timeOf(read(some)));
	}
	parser.delete();
	return speeds;
}

async function timeOf(work: () => Promise<void>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

const [folder] = process.argv.slice(2);
console.log('| language | MB | parser alone, MB/s | all read, MB/s | ratio | as used, MB/s | ratio |');
console.log('|---|---|---|---|---|---|---|');
for (const { dialects } of languages)
	for (const dialect of dialects) {
		const texts = textsOf(dialect, folder);
		const size = texts.reduce((sum, { length }) => sum + length, 0) / 1e6;
		if (size === 0) continue;
		const { parsed, read, used } = await measure(dialect, texts);
		const [alone, whole, inUse] = [parsed, read, used].map((times) => summarize(times).p50);
		const speed = (time = 1) => ((1_000 * size) / time).toFixed(1);
		const ratio = (time = 1) => (time / (alone ?? 1)).toFixed(2);
		const cells = [dialect.id, size.toFixed(1), speed(alone), speed(whole), ratio(whole), speed(inUse), ratio(inUse)];
		console.log(`| ${cells.join(' | ')} |`);
	}
