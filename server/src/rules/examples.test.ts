import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { analyzed, noContext } from '../../../test/support/analyzed.ts';
import { applyEdits } from '../../../test/support/apply-edits.ts';
import { readMarks } from '../../../test/support/marked-source.ts';
import { type PageExample, readExamples, readPageCatalogs } from '../../../test/support/page-examples.ts';
import type { AnalysisContext } from '../analysis/analyzer.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { rules } from './index.ts';
import type { PlacedFinding, Rule } from './rule.ts';
import { runRules } from './run-rules.ts';

/** A rule, and what its page says of the surroundings of its examples. */
interface Page {
	readonly rule: Rule;
	readonly context: AnalysisContext;
}

function contextOf(page: string): AnalysisContext {
	const own = readPageCatalogs(page).map((given) => {
		const { catalog, problems } = readCatalog(given);
		assert.ok(catalog && problems.length === 0, JSON.stringify(problems));
		return catalog;
	});
	return own.length === 0 ? noContext : { ...noContext, catalogs: buildCatalogIndex([...builtinCatalogs, ...own]) };
}

/** What a rule finds in a source about which nothing but its text is known. */
async function findingsIn(
	{ rule, context }: Page,
	text: string,
	languageId: string,
): Promise<readonly PlacedFinding[]> {
	const analysis = await analyzed(text, languageId, context);
	const found = runRules(analysis, { rules: {}, whenDefault: 'warning' }, (name, error) => {
		throw new Error(`${name} failed`, { cause: error });
	});
	return found.filter((finding) => finding.rule === rule.name);
}

async function checkFindings(page: Page, { source, languageId }: PageExample): Promise<void> {
	const { text, marks } = readMarks(source);
	const found = await findingsIn(page, text, languageId);
	assert.deepEqual(
		found.map(({ at, message }) => [text.slice(at.start, at.end), at.start, message]),
		marks.map(({ start, end, message }) => [text.slice(start, end), start, message]),
	);
}

async function checkFix(page: Page, before: PageExample, { source, title }: PageExample): Promise<void> {
	const { text } = readMarks(before.source);
	const found = await findingsIn(page, text, before.languageId);
	const fixes = found.flatMap((finding) => finding.fixes?.() ?? []);
	const fix = fixes.find((one) => title === undefined || one.title === title);
	assert.ok(fix, `offered are: ${fixes.map((one) => one.title).join(', ')}`);
	assert.equal(applyEdits(text, fix.edits), source);
}

for (const rule of rules) {
	test(`the examples of ${rule.name}`, async (t) => {
		const path = fileURLToPath(new URL(`${rule.name}/${rule.name}.md`, import.meta.url));
		const page = readFileSync(path, 'utf8');
		assert.ok(page.startsWith(`# ${rule.name}\n`), 'the page begins with the name of its rule');
		const examples = readExamples(page);
		assert.ok(examples.some(({ kind }) => kind === 'report') && examples.some(({ kind }) => kind === 'quiet'));
		const about = { rule, context: contextOf(page) };
		let before: PageExample | undefined;
		for (const example of examples) {
			if (example.kind !== 'fix') before = example;
			const reported = before;
			await t.test(`line ${example.line}`, async () => {
				if (example.kind !== 'fix') await checkFindings(about, example);
				else if (reported) await checkFix(about, reported, example);
			});
		}
	});
}
