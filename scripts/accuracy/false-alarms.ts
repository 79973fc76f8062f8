// Checks a folder of checkouts and lists every finding by rule. Fetches nothing; docs/accuracy.md says what it is for.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { builtinCatalogs } from '../../server/src/catalog/builtin/index.ts';
import { runScript } from '../vscode/progress.ts';
import { checkCheckouts } from './check-checkouts.ts';
import { listFindings, sampleMarkdown, totals } from './false-alarm-report.ts';
import { catalogsIn } from './folder-catalogs.ts';
import { sampleOf } from './sample.ts';

const help = `Usage: npm run false-alarms -- FOLDER [option ...]

FOLDER holds one repository in each of its folders.

  --catalogs FOLDER   adds the catalogs in FOLDER/.api-errors to the built-in ones
  --told API          says of every file that it speaks of the API; may be repeated
  --required CODE     a code to be handled by name, as in the setting; may be repeated
  --only RULE         keeps the findings of a rule; may be repeated
  --json FILE         writes everything to FILE
  --sample N          prints N findings, drawn at random, as Markdown to be judged
  --seed S            draws others; 1 where it is left out
`;

await runScript(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			help: { type: 'boolean' },
			catalogs: { type: 'string', multiple: true, default: [] },
			told: { type: 'string', multiple: true, default: [] },
			required: { type: 'string', multiple: true, default: [] },
			only: { type: 'string', multiple: true, default: [] },
			json: { type: 'string' },
			sample: { type: 'string' },
			seed: { type: 'string', default: '1' },
		},
	});
	const [folder] = positionals;
	if (values.help || folder === undefined || positionals.length > 1) {
		process.exitCode = values.help ? 0 : 2;
		console.log(help);
		return;
	}
	const folderCatalogs = values.catalogs.flatMap(catalogsIn);
	const known = [...builtinCatalogs, ...folderCatalogs];
	const strange = values.told.find((id) => !known.some((catalog) => catalog.id === id));
	if (strange !== undefined) throw new Error(`There is no API ${strange}.`);
	const all = await checkCheckouts({
		folder,
		catalogs: builtinCatalogs,
		folderCatalogs,
		told: values.told,
		requiredCodes: values.required,
		onRepository: ({ name, files, findings, seconds }) =>
			console.error(`${name}: ${files} files, ${findings.length} findings, ${seconds.toFixed(1)} s`),
	});
	const outcomes =
		values.only.length === 0
			? all
			: all.map((one) => ({ ...one, findings: one.findings.filter(({ rule }) => values.only.includes(rule)) }));
	const findings = outcomes.flatMap((outcome) => outcome.findings);
	if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(outcomes, undefined, '\t')}\n`);
	if (values.sample === undefined) console.log(listFindings(findings));
	else {
		const seed = numberIn('--seed', values.seed);
		const sample = sampleOf(findings, numberIn('--sample', values.sample), seed);
		console.log(sampleMarkdown(sample, { of: findings.length, seed }));
	}
	console.error(`\n${totals(outcomes)}`);
});

function numberIn(option: string, text: string): number {
	if (!/^\d+$/.test(text)) throw new Error(`${option} needs a number, not ${text}.`);
	return Number(text);
}
