import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readAsset } from '../../../test/support/test-assets.ts';
import type { Block, Dispatch, Label } from '../syntax/code.ts';
import { CodeReader } from '../syntax/code-reader.ts';
import { languages } from './index.ts';
import { languageIdOf } from './language-of-path.ts';

/*
 * Every language's `dispatch.cases`: a case begins with `@@ what it shows`, then source, then what must be found in it,
 * one a line, in the order of the text: `@> FORM SUBJECT: LABELS | default`. `code <= error.code` is a variable and
 * where it comes from; `!X` a negated label, `range:A-B`, `name:N` one that stands elsewhere, `unknown` one that cannot
 * be told. `table NAME: LABELS` and `lookup NAME SUBJECT` are tables and what looks into them.
 */

interface Case {
	readonly title: string;
	readonly source: string;
	readonly expected: readonly string[];
}

function casesIn(text: string): readonly Case[] {
	return text
		.split(/^@@ /m)
		.slice(1)
		.map((chunk) => {
			const [title = '', ...lines] = chunk.split('\n');
			const isExpected = (line: string): boolean => line.startsWith('@> ');
			return {
				title,
				source: lines.filter((line) => !isExpected(line)).join('\n'),
				expected: lines.filter(isExpected).map((line) => line.slice(3).trim()),
			};
		});
}

function printLabel(label: Label): string {
	const sign = label.negated ? '!' : '';
	switch (label.kind) {
		case 'literal':
			return `${sign}${label.literal.value}`;
		case 'name':
			return `${sign}name:${label.name}`;
		case 'range':
			return `${sign}range:${label.from}-${label.to}`;
		case 'unknown':
			return 'unknown';
	}
}

const printBranches = (branches: Dispatch['branches']): string =>
	branches.flatMap(({ labels }) => labels.map(printLabel)).join(' ') +
	(branches.some(({ isDefault }) => isDefault) ? ' | default' : '');

function printBlock({ code }: Block): readonly string[] {
	const subject = ({ path, source }: Dispatch['subject']): string => (path === source ? path : `${path} <= ${source}`);
	return [
		...code.dispatches.map((found) =>
			`${found.form} ${subject(found.subject)}: ${printBranches(found.branches)}`.trim(),
		),
		...code.tables.map((table) => `table ${table.name}: ${printBranches(table.branches)}`.trim()),
		...code.lookups.map((lookup) => `lookup ${lookup.table} ${subject(lookup.subject)}`),
	];
}

/** The dialect of a language's sample, in which its cases are written unless they say another. */
function dialectOf(folder: string): string {
	const sample = readdirSync(new URL(`${folder}/`, import.meta.url)).find((file) => file.startsWith('sample.'));
	return (sample && languageIdOf(sample)) ?? '';
}

for (const folder of readdirSync(new URL('.', import.meta.url))) {
	const file = new URL(`${folder}/dispatch.cases`, import.meta.url);
	if (!existsSync(file)) continue;
	const reader = new CodeReader(languages, readAsset);
	const plain = dialectOf(folder);
	describe(`dispatches in ${folder}`, () => {
		for (const [index, { title, source, expected }] of casesIn(readFileSync(file, 'utf8')).entries()) {
			const [, dialect = plain, what = title] = /^\[(\w+)\] (.*)/.exec(title) ?? [];
			it(what, async () => {
				const blocks = await reader.read(`case ${index}`, dialect, source, { mayMatter: () => true });
				assert.deepEqual(blocks?.flatMap(printBlock), expected);
			});
		}
	});
}
