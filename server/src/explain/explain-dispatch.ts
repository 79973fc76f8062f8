import type { DefaultBehavior, ErrorDispatch } from '../analysis/analysis.ts';
import type { DispatchForm } from '../syntax/code.ts';
import { briefCode, inlineCode, safeMarkdown } from './markdown.ts';
import type { DocumentPlace } from './place-at.ts';

/** More codes than these are counted. */
const mostListed = 8;

const formWords: Readonly<Record<DispatchForm, string>> = {
	switch: 'switch',
	chain: 'if',
	ternary: 'choice of a value',
	table: 'table',
	membership: 'list',
	predicate: 'function that tests',
	flag: 'flag',
	test: 'test',
};

const defaultWords: Readonly<Record<DefaultBehavior, string>> = {
	none: 'There is no default.',
	ends: 'Its default ends the matter.',
	'passes-on': 'What no label fits is passed on.',
};

/** The innermost dispatch that the place lies in, and in a line those around it. */
export function explainDispatches({ dispatches }: DocumentPlace): readonly string[] {
	const [innermost, ...around] = dispatches;
	if (!innermost) return [];
	const { dispatch, labels, missing, missingRequired, onDefault } = innermost;
	const { path, source } = dispatch.subject;
	const handled = labels.flatMap(({ label, entries }) => (entries.length > 0 ? [briefCode(label.part.text)] : []));
	const required = missingRequired.map(({ value }) => inlineCode(`${value}`));
	const from = source === path ? '' : `, which is ${briefCode(source)}`;
	const has = handled.length > 0 ? `It has ${listed(handled)}` : 'None of its labels is one of these';
	const demands = required.length > 0 ? `, and ${listed(required)} must be handled` : '';
	const outer = around.filter((one) => one.dispatch.part !== dispatch.part).slice(0, 2);
	return [
		`### The ${titleOf(innermost)}`,
		`It looks at ${lookedAt(innermost)}${from}.`,
		`${has}; ${missing.length} are missing${demands}. ${defaultWords[onDefault]}`,
		...outer.map((one) => `It lies in the ${titleOf(one)}.`),
	];
}

/** Whose codes or statuses they are. */
function lookedAt({ on, catalog, step, rival }: ErrorDispatch): string {
	const api = [catalog.name, ...(rival ? [rival.name] : [])].map(safeMarkdown).join(' or ');
	if (on === 'code') return `error codes of ${api}`;
	return step === 'none' ? 'HTTP statuses' : `HTTP statuses, as ${api} uses them`;
}

function titleOf({ dispatch }: ErrorDispatch): string {
	return `${formWords[dispatch.form]} over ${briefCode(dispatch.subject.path)}`;
}

function listed(values: readonly string[]): string {
	const more = values.length - mostListed;
	return values.slice(0, mostListed).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
