// Counts the strings of checkouts that get a hover, without and with the catalogs of a folder, and draws some of those
// that only the catalogs give. Fetches nothing; docs/accuracy.md says what it is for.

import { parseArgs } from 'node:util';
import type { Analysis } from '../../server/src/analysis/analysis.ts';
import { builtinCatalogs } from '../../server/src/catalog/builtin/index.ts';
import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { runScript } from '../vscode/progress.ts';
import { checkCheckouts } from './check-checkouts.ts';
import { catalogsIn } from './folder-catalogs.ts';
import { sampleOf } from './sample.ts';

const help = `Usage: node scripts/accuracy/count-hovers.ts FOLDER --catalogs WORKSPACE [--sample N] [--seed S]

FOLDER holds one repository in each of its folders; WORKSPACE has catalogs in .api-errors.
`;

/** A string that gets a hover. */
interface HoveredString {
	/** Tells it from every other. */
	readonly place: string;
	readonly line: string;
	readonly value: string;
	readonly api: string;
	readonly why: string;
}

/** A string as most languages write it: near enough for a rate. */
const quoted = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;

await runScript(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			catalogs: { type: 'string' },
			sample: { type: 'string', default: '100' },
			seed: { type: 'string', default: '1' },
		},
	});
	const [folder] = positionals;
	if (folder === undefined || values.catalogs === undefined) {
		process.exitCode = 2;
		console.log(help);
		return;
	}
	const before = await hoversIn(folder, []);
	const after = await hoversIn(folder, catalogsIn(values.catalogs));
	const known = new Set(before.hovers.map(({ place }) => place));
	const added = after.hovers.filter(({ place }) => !known.has(place));
	console.log(`${after.strings} strings`);
	console.log(
		`without: ${rate(before.hovers.length, after.strings)}; with: ${rate(after.hovers.length, after.strings)}`,
	);
	for (const { place, line, value, api, why } of sampleOf(added, Number(values.sample), Number(values.seed)))
		console.log(`\n${place}  ${value}  (${api}: ${why})\n    ${line}`);
});

function rate(hovers: number, strings: number): string {
	return `${hovers} hovers, ${((hovers / strings) * 10_000).toFixed(1)} of 10,000 strings`;
}

async function hoversIn(folder: string, folderCatalogs: readonly Catalog[]) {
	const hovers: HoveredString[] = [];
	let strings = 0;
	const onAnalysis = (analysis: Analysis): void => {
		strings += analysis.document.getText().match(quoted)?.length ?? 0;
		hovers.push(...hoveredIn(analysis));
	};
	const outcomes = await checkCheckouts({ folder, catalogs: builtinCatalogs, folderCatalogs, told: [], onAnalysis });
	for (const { problems } of outcomes) for (const problem of problems) console.error(problem);
	return { hovers, strings };
}

function hoveredIn({ document, blocks }: Analysis): readonly HoveredString[] {
	const lines = document.getText().split('\n');
	return blocks.flatMap((block) =>
		block.occurrences.flatMap(({ kind, name, value, start, meanings: [meaning] }) => {
			if (kind !== 'code' || name !== undefined || !meaning) return [];
			const { line, character } = document.positionAt(block.start + start);
			const place = `${document.uri}:${line + 1}:${character + 1}`;
			const text = (lines[line] ?? '').trim().slice(0, 160);
			return [{ place, line: text, value: String(value), api: meaning.catalog.name, why: meaning.reason }];
		}),
	);
}
