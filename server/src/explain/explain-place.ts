import type { Analysis, Meaning, Occurrence } from '../analysis/analysis.ts';
import { explainString } from '../analysis/codes/string-occurrences.ts';
import type { Resolving } from '../analysis/resolving.ts';
import { believed, type Sign } from '../analysis/status/sign.ts';
import { explainNumber } from '../analysis/status/status-occurrences.ts';
import { closest, statusOf } from '../catalog/catalog-index.ts';
import type { RuleRun, SilencedFinding } from '../rules/run-rules.ts';
import type { Literal } from '../syntax/code.ts';
import { pathOf } from '../syntax/dispatches/subject.ts';
import { partAt } from '../syntax/parts/part.ts';
import { briefCode, inlineCode, safeMarkdown } from './markdown.ts';
import type { DocumentPlace } from './place-at.ts';

/** More signs than these say nothing new. */
const mostSigns = 5;

/** What stands at the place, and why it was recognised or was not. */
export function explainPlace(place: DocumentPlace, analysis: Analysis, run: RuleRun): readonly string[] {
	const { occurrence } = place;
	if (occurrence) return explainOccurrence(occurrence, analysis);
	const comment = explainComment(place, analysis, run);
	if (comment) return comment;
	if (analysis.directives.apis?.includes('none')) return ['### Nothing is read in this file'];
	return explainLiteral(place, analysis) ?? explainWord(place, analysis);
}

function explainOccurrence({ value, name, meanings, kind, part }: Occurrence, analysis: Analysis): readonly string[] {
	const title =
		name === undefined ? inlineCode(`${value}`) : `${inlineCode(name)} stands for ${inlineCode(`${value}`)}`;
	const judged = kind === 'status' && name === undefined ? judgedNumber(part, analysis) : undefined;
	return [
		`### ${title}`,
		...readingsOf(meanings, analysis).map((meaning) => `- ${explainMeaning(meaning, analysis)}`),
		...(judged?.isStatus ? [`- Read as a status: ${signsIn(judged.signs)}.`] : []),
	];
}

/** HTTP's status is what a number is; whichever API may use it as well is told among the APIs. */
function readingsOf(meanings: readonly Meaning[], { catalogs }: Analysis): readonly Meaning[] {
	const isSure = meanings.some(({ catalog, step }) => catalog === catalogs.http || step !== 'none');
	return meanings.filter(({ catalog, step }) => !isSure || catalog === catalogs.http || step !== 'none');
}

function explainMeaning({ catalog, entry, reason }: Meaning, { catalogs }: Analysis): string {
	const status = entry.kind === 'code' ? statusOf(entry) : undefined;
	const title = safeMarkdown(entry.title) + (status === undefined || status === entry.value ? '' : `, ${status}`);
	if (catalog === catalogs.http) return `An HTTP status (${title}).`;
	const what = entry.kind === 'code' ? 'An error code' : 'A status';
	return `${what} of **${safeMarkdown(catalog.name)}** (${title}), because ${safeMarkdown(reason)}.`;
}

function explainComment(
	{ block, offset }: DocumentPlace,
	analysis: Analysis,
	run: RuleRun,
): readonly string[] | undefined {
	const silenced = run.silenced.filter(({ by }) => by.start <= offset && offset <= by.end);
	const isDirective = analysis.directives.suppressions.some(({ start, end }) => start <= offset && offset <= end);
	if (isDirective) return ['### A comment that silences rules', ...silenced.map((one) => silencedLine(one, analysis))];
	const inside = offset - (block?.start ?? 0);
	const comment = block?.code.comments.find(({ start, end }) => start <= inside && inside <= end);
	if (!comment) return undefined;
	return /\bapi-errors\b/.test(comment.text)
		? ['### A comment to this tool']
		: ['### A comment', 'Codes and statuses in comments are not read.'];
}

function silencedLine({ finding: { rule, at, message } }: SilencedFinding, { document }: Analysis): string {
	return `- Line ${document.positionAt(at.start).line + 1}, **${rule}**: “${safeMarkdown(message)}”`;
}

function explainLiteral({ block, offset }: DocumentPlace, analysis: Analysis): readonly string[] | undefined {
	const inside = offset - (block?.start ?? 0);
	const literal = block?.code.literals.find(({ start, end }) => start <= inside && inside <= end);
	if (!literal) return undefined;
	const isNumber = literal.kind === 'integer' || /^[1-5]\d\d$/.test(`${literal.value}`);
	return isNumber ? explainNoStatus(literal, analysis) : explainNoCode(literal, analysis);
}

function explainNoStatus(literal: Literal, analysis: Analysis): readonly string[] {
	const { signs } = explainNumber(literal, resolvingOf(analysis));
	const sum = signs.reduce((total, { weight }) => total + weight, 0);
	const title = `### ${briefCode(literal.text)} is not read as a status`;
	if (signs.length === 0) return [title, 'Nothing around it says that it is one.'];
	return [title, `What speaks for it comes to ${signed(sum)}, and ${believed} are needed: ${signsIn(signs)}.`];
}

function explainNoCode(literal: Literal, analysis: Analysis): readonly string[] {
	const reason = explainString(literal, resolvingOf(analysis)) ?? 'nothing around it says that it is one';
	const isKnown = analysis.catalogs.byString(`${literal.value}`).length > 0;
	return [
		`### ${briefCode(literal.text)} is not read as a code`,
		[`Because ${safeMarkdown(reason)}.`, ...(isKnown ? [] : nearTo(`${literal.value}`, analysis))].join(' '),
	];
}

/** The codes that a text may have been meant to be. */
function nearTo(text: string, { inPlay }: Analysis): readonly string[] {
	return inPlay.flatMap(({ catalog }) => {
		const entry = closest(text, catalog);
		return entry ? [`${safeMarkdown(catalog.name)} has ${inlineCode(`${entry.value}`)}.`] : [];
	});
}

/** A name, or anything else that is no literal; in code that was not read, by its letters. */
function explainWord({ block, offset, dispatches }: DocumentPlace, analysis: Analysis): readonly string[] {
	const part = block && partAt(block.code.root, offset - block.start);
	const whole = part?.parent?.kind === 'member' ? part.parent : part;
	const path = whole && pathOf(whole);
	if (path !== undefined && /(^|\.)[A-Z][\w$]*$/.test(path))
		return [
			`### ${briefCode(path)} is not read as a code`,
			'Because neither the file nor what it imports shows what the name stands for, and no code is called like it.',
		];
	if (dispatches.length > 0) return [];
	const text = analysis.document.getText();
	const before = /[\w$./:'"`-]*$/.exec(text.slice(Math.max(0, offset - 80), offset))?.[0] ?? '';
	const word = before + (/^[\w$./:'"`-]*/.exec(text.slice(offset, offset + 80))?.[0] ?? '');
	return word === ''
		? ['### Nothing to recognise', 'No code and no status stands here.']
		: [
				`### ${briefCode(word)} is not recognised`,
				['Because no catalog has it, and it is no status.', ...nearTo(word.replace(/['"`]/g, ''), analysis)].join(' '),
			];
}

function judgedNumber(part: Occurrence['part'], analysis: Analysis): ReturnType<typeof explainNumber> | undefined {
	const literal = analysis.blocks.flatMap(({ code }) => code.literals).find((one) => one.part === part);
	return literal && explainNumber(literal, resolvingOf(analysis));
}

/** The weightiest signs, each with its weight: `it is compared with response.status (+16)`. */
function signsIn(signs: readonly Sign[]): string {
	const sorted = signs.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
	return sorted
		.slice(0, mostSigns)
		.map(({ weight, reason }) => `${safeMarkdown(reason)} (${signed(weight)})`)
		.join(', ');
}

const signed = (weight: number): string => (weight > 0 ? `+${weight}` : `${weight}`.replace('-', '−'));

/** What a value may mean does not depend on what must be handled. */
function resolvingOf({ facts, catalogs, inPlay }: Analysis): Resolving {
	return {
		facts,
		catalogs,
		inPlay,
		requiredCodes: [],
		setUp: new Set(),
		declaredType: undefined,
		responseStatus: undefined,
	};
}
