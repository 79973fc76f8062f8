import type { Label } from '../code.ts';
import { comparedByCall } from '../dispatches/asked-calls.ts';
import { leaves, statementsOf } from '../dispatches/statements.ts';
import { childIn, type Part } from '../parts/part.ts';
import type { Edit } from '../span.ts';
import { beginsLine, indentationAt, lineEndAt } from '../text-lines.ts';
import { type BranchStyle, isBlock, styleOf } from './branch-style.ts';
import { newCases } from './insert-case.ts';
import {
	codeEnd,
	endWithComments,
	endWithOwnComments,
	isValue,
	laidOut,
	layoutLike,
	type NewLabel,
	newBranch,
	type Site,
} from './layout.ts';

/** The tests that follow each other by `else`, and what stands after the last. */
interface Chain {
	readonly links: readonly Part[];
	readonly otherwise: Part | undefined;
}

/** Edits that add tests to a chain of ifs, to ifs in a row, or to a `switch (true)`. */
export function newTests(site: Site, labels: readonly NewLabel[]): readonly Edit[] | undefined {
	const { dispatch } = site;
	const all = dispatch.branches.flatMap((branch) => branch.labels);
	if (all.some(({ negated }) => negated) || labels.some(({ label }) => isShadowed(label, all))) return undefined;
	if (dispatch.part.kind === 'switch') return intoSwitch(site, labels);
	const heads = headsOf(site);
	const chain = chainOf(heads.at(-1));
	const last = chain?.links.at(-1);
	if (!chain || !last) return undefined;
	const inRow =
		!isOpenedByColon(childIn(last, 'body') ?? last) &&
		chain.links.length === 1 &&
		!chain.otherwise &&
		leaves(statementsOf(childIn(last, 'body')));
	return inRow ? afterRow(last, heads, site, labels) : afterLink(chain, last, site, labels);
}

/** Whether a range before it would take the value, or might, so that the new branch were never reached. */
function isShadowed(label: string, all: readonly Label[]): boolean {
	const value = Number(label.replace(/^(['"`])(.*)\1$/, '$2'));
	return all.some((one) => one.kind === 'range' && (Number.isNaN(value) || (one.from <= value && value <= one.to)));
}

/** `switch (true)`: each case is a whole test. */
function intoSwitch(site: Site, labels: readonly NewLabel[]): readonly Edit[] | undefined {
	// What guards ask stands beside patterns, which none can be made up for.
	if (site.dispatch.branches.some(({ part }) => childIn(part, 'guard'))) return undefined;
	const tests = labels.flatMap(({ label, comment }) => {
		const test = testLike(site, label);
		return test === undefined ? [] : [{ label: test, comment }];
	});
	return tests.length === labels.length ? newCases(site, tests) : undefined;
}

/** A test for the label in the words of a sibling: `error.code === 'A'`, operands and operator as there. */
function testLike({ dispatch }: Site, label: string): string | undefined {
	for (const sibling of dispatch.branches.flatMap((branch) => branch.labels)) {
		if (sibling.kind !== 'literal' && sibling.kind !== 'name') continue;
		let comparison: Part | undefined = sibling.part;
		while (
			comparison?.kind !== 'comparison' &&
			!isComparingCall(comparison) &&
			comparison?.parent &&
			isWrapped(comparison)
		)
			comparison = comparison.parent;
		const operator = isComparingCall(comparison) ? '==' : comparison && childIn(comparison, 'operator')?.text;
		if (!comparison || !isTest(comparison) || comparison.text.includes('\n') || /[!<>]/.test(operator ?? '!')) continue;
		const { text, start } = comparison;
		return text.slice(0, sibling.start - start) + label + text.slice(sibling.end - start);
	}
	return undefined;
}

const isComparingCall = (part: Part | undefined): boolean =>
	part?.kind === 'call' && comparedByCall(part) !== undefined;
const isTest = (part: Part): boolean => part.kind === 'comparison' || isComparingCall(part);

/** Whether a part is a value, or that in parentheses or a cast. */
function isWrapped({ kind, parent }: Part): boolean {
	return (
		kind === 'string' ||
		kind === 'integer' ||
		kind === 'transparent' ||
		kind === 'member' ||
		(kind === undefined && parent !== undefined)
	);
}

/** The first ifs of the chains that make up the dispatch. */
function headsOf({ dispatch }: Site): readonly Part[] {
	const heads = new Set<Part>();
	for (const { part, isDefault } of dispatch.branches) {
		if (isDefault) continue;
		let head = part;
		while (head.fields.includes('alternative') && head.parent?.kind === 'if') head = head.parent;
		heads.add(head);
	}
	return [...heads];
}

function chainOf(head: Part | undefined): Chain | undefined {
	const links: Part[] = [];
	let next = head;
	while (next?.kind === 'if') {
		links.push(next);
		next = childIn(next, 'alternative');
	}
	return links.length > 0 ? { links, otherwise: next } : undefined;
}

const bodyOf = (link: Part): readonly Part[] => {
	const body = childIn(link, 'body');
	return body ? [body] : [];
};

/** A new `if` after the last of those in a row, in lines of its own where the last ends its line. */
function afterRow(
	last: Part,
	heads: readonly Part[],
	site: Site,
	labels: readonly NewLabel[],
): readonly Edit[] | undefined {
	const { text, offset } = site;
	const bodies = heads.flatMap((head) => bodyOf(head));
	const style = chainStyle(bodies, [], site);
	if (style.ending === 'none') return undefined;
	const start = offset + last.start;
	const end = codeEnd(last, site);
	const at = endWithOwnComments(site, { start, end }, offset + (last.parent?.end ?? last.end));
	const isIndented = site.write.blocks !== undefined;
	if (isIndented && (at === undefined || !beginsLine(text, start))) return undefined;
	if (at === undefined || !beginsLine(text, start)) {
		if (!/[;}]/.test(text[end - 1] ?? '')) return undefined;
		const own = { ...style, oneLine: true, semicolon: true };
		const added = labels.map((label) => ` ${ifText(site, label, own, false)}`);
		return [{ start: end, end, text: added.join('') }];
	}
	const layout = layoutLike(site, start, bodies.map(statementsOf));
	const gap = layout.lineBreak.repeat(isSpaced(heads, site) ? 2 : 1);
	const added = labels.map((label) => gap + layout.outer + laidOut(ifText(site, label, style, false), layout));
	return [{ start: at, end: at, text: added.join('') }];
}

function isSpaced(heads: readonly Part[], { text, offset }: Site): boolean {
	const gaps = heads.slice(1).map((head, index) => text.slice(offset + (heads[index]?.end ?? 0), offset + head.start));
	return gaps.length > 0 && gaps.every((gap) => /\n[\t ]*\r?\n/.test(gap));
}

/** An `else if` after the last test, before what is done otherwise. */
function afterLink(
	{ links, otherwise }: Chain,
	last: Part,
	site: Site,
	labels: readonly NewLabel[],
): readonly Edit[] | undefined {
	const { text, offset } = site;
	const [body] = bodyOf(last);
	if (!body || !takesElse(body) || leavesCode(body)) return undefined;
	if (site.write.blocks !== undefined) return belowLink({ links, otherwise }, body, site, labels);
	const end = codeEnd(body, site);
	const head = offset + (links[0]?.start ?? 0);
	const until = otherwise ? offset + otherwise.start : end;
	const ends = /[;}]/.test(text[end - 1] ?? '') || isValue(site.dispatch.part);
	const inLine = ends && !text.slice(head, until).includes('\n');
	const plain = linkStyle(links, otherwise, site);
	const style = inLine ? { ...plain, oneLine: true, semicolon: true } : plain;
	const bodies = links.flatMap((link) => statementsOf(childIn(link, 'body')));
	const outer = indentationAt(text, beginsLine(text, end - 1) ? end : head);
	const layout = { ...layoutLike(site, head, [bodies]), outer };
	const lineEnd = endWithComments(site, end);
	const trails = lineEnd !== undefined && text.slice(end, lineEnd).trim() !== '';
	const joins = !trails && (inLine || joinsBrace(links, otherwise, body, site));
	if (!joins && lineEnd === undefined && !ends) return undefined;
	const at = trails ? (lineEnd ?? end) : end;
	const gap = joins ? ' ' : layout.lineBreak + outer;
	const [first = '', ...more] = labels.map((label) => laidOut(ifText(site, label, style, true), layout));
	const between = style.oneLine && !style.braces && !inLine ? layout.lineBreak + outer : gap;
	return [{ start: at, end: at, text: gap + [first, ...more].join(between) }];
}

/** The same where nothing closes the body of a test: in lines of its own below it. */
function belowLink(
	{ links, otherwise }: Chain,
	body: Part,
	site: Site,
	labels: readonly NewLabel[],
): readonly Edit[] | undefined {
	const { text, offset } = site;
	const head = offset + (links[0]?.start ?? 0);
	const last = { start: offset + (links.at(-1)?.start ?? 0), end: codeEnd(body, site) };
	const at = endWithOwnComments(site, last, otherwise ? offset + otherwise.start : text.length);
	if (at === undefined || !beginsLine(text, head)) return undefined;
	const style = linkStyle(links, otherwise, site);
	const layout = layoutLike(
		site,
		head,
		links.map((link) => statementsOf(childIn(link, 'body'))),
	);
	const added = labels.map(
		(label) => layout.lineBreak + layout.outer + laidOut(ifText(site, label, style, true), layout),
	);
	return [{ start: at, end: at, text: added.join('') }];
}

const isOpenedByColon = ({ kind, text }: Part): boolean => kind === 'block' && text.startsWith(':');
/** Whether the page goes on in a body, so that its end is no place for code. */
const leavesCode = (body: Part): boolean => isOpenedByColon(body) && body.text.includes('?>');

/** Whether an `else` after this body belongs to the if whose body it is. */
function takesElse({ kind, text }: Part): boolean {
	if (kind === undefined) return /^\w+$/.test(text);
	return kind !== 'if' && kind !== 'loop' && kind !== 'try' && kind !== 'switch';
}

/** Whether `else` stands in the line of the brace before it: as elsewhere in the chain, or because there is a brace. */
function joinsBrace(links: readonly Part[], otherwise: Part | undefined, body: Part, site: Site): boolean {
	const { text, offset } = site;
	if (body.kind !== 'block' || isOpenedByColon(body)) return false;
	const nexts = [...links.slice(1), ...(otherwise ? [otherwise] : [])];
	const gaps = nexts.map((next, index) => {
		const before = links[index];
		const ended = before && childIn(before, 'body');
		return text.slice(ended ? codeEnd(ended, site) : 0, offset + next.start);
	});
	return gaps.length === 0 || gaps.some((gap) => !gap.includes('\n'));
}

interface TestStyle extends BranchStyle {
	/** Whether a colon opens the bodies. */
	readonly colon: boolean;
	readonly oneLine: boolean;
}

function chainStyle(bodies: readonly Part[], otherwise: readonly Part[], site: Site): TestStyle {
	const { dispatch, code, text, offset } = site;
	const style = styleOf(
		bodies.map((body) => [body]),
		otherwise,
		dispatch,
		code,
	);
	const isIndented = site.write.blocks !== undefined;
	const inLine = bodies.filter(
		(body) =>
			(isIndented || !isBlock([body])) && codeEnd(body, site) <= lineEndAt(text, offset + (body.parent?.start ?? 0)),
	);
	const colon = bodies.some(isOpenedByColon);
	return { ...style, colon, oneLine: !colon && inLine.length * 2 > bodies.length };
}

/** A new link leaves only where every other does, the last one included. */
function linkStyle(links: readonly Part[], otherwise: Part | undefined, site: Site): TestStyle {
	const bodies = links.flatMap(bodyOf);
	const rest = otherwise ? [otherwise] : [];
	const style = chainStyle(bodies, rest, site);
	const all = [...bodies, ...rest].every((body) => leaves(statementsOf(body)));
	return all ? style : { ...style, ending: 'none', oneLine: false };
}

function ifText(site: Site, label: NewLabel, style: TestStyle, continued: boolean): string {
	const test = testLike(site, label.label);
	return site.write.branch(newBranch(site, label, { ...style, form: 'chain', test, continued }));
}
