import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { type AddedFunction, additionOf, afterBlock } from './added-function.ts';
import { attemptLoop, type Tries } from './attempt-loop.ts';
import { branchEdit } from './branch-code.ts';
import { branchItems, ownWait } from './branch-items.ts';
import { type BranchSlot, branchSlot, isUsedOnlyIn } from './branch-slot.ts';
import { type ClientSite, namesIn } from './client-site.ts';
import { freeName } from './code-text.ts';
import { type EnclosingFunction, enclosingFunction } from './enclosing-function.ts';
import { inDocument } from './in-document.ts';
import { holds } from './origin.ts';
import { chainEnd } from './promise-chain.ts';
import { atBeginning, type Kept, loopsAround, selfCall } from './repeat.ts';
import { requestOf } from './request-of.ts';
import type { ResponseAccess } from './response-access.ts';
import { signalOf } from './signal.ts';
import { type SourceStyle, sourceStyle } from './source-style.ts';

/** Says how long to wait, or that it is to be given up. */
export const retryAfterMs: AddedFunction = {
	names: ['retryAfterMs', 'retryAfterWaitMs'],
	comment: [
		'Milliseconds to wait before another try: as long as Retry-After asks (seconds or an HTTP-date, RFC 9110,',
		'section 10.2.3), else one second, then two; and a little longer, so that not all come back at the same time.',
		'Undefined after three tries, and where more than a minute is asked for: then it is time to give up.',
	],
	parameters: { value: 'unknown', attempt: 'number' },
	result: 'number | undefined',
	body: [
		"const text = String(value ?? '').trim();",
		'const isDate = /^[A-Z][a-z]{2,8},? [\\w -]+ \\d\\d:\\d\\d:\\d\\d(?: GMT| \\d{4})$/.test(text);',
		"const date = isDate ? Date.parse(text.endsWith('GMT') ? text : text.concat(' GMT')) : Number.NaN;",
		'const asked = /^\\d+$/.test(text) ? Number(text) * 1000 : Math.max(0, date - Date.now());',
		'const wait = Number.isNaN(asked) ? 1000 * 2 ** attempt : asked;',
		'return attempt < 2 && wait <= 60_000 ? wait + 50 + 200 * Math.random() : undefined;',
	],
};

const waitUnlessAborted: AddedFunction = {
	names: ['waitUnlessAborted', 'waitOrAbort'],
	comment: ['Waits some milliseconds; throws what the signal says where it is aborted meanwhile.'],
	parameters: { ms: 'number', signal: 'AbortSignal | null | undefined' },
	result: 'Promise<void>',
	body: [
		'return new Promise((resolve, reject) => {',
		'\tconst stop = () => {',
		'\t\tclearTimeout(timer);',
		'\t\treject(signal?.reason);',
		'\t};',
		'\tconst timer = setTimeout(() => {',
		"\t\tsignal?.removeEventListener('abort', stop);",
		'\t\tresolve(undefined);',
		'\t}, ms);',
		"\tsignal?.addEventListener('abort', stop, { once: true });",
		'\tif (signal?.aborted) stop();',
		'});',
	],
};

/** Keeps the number of tries in a parameter. */
export const attempts: Kept = {
	names: ['attempt', 'tryCount', 'retryAttempt'],
	value: '0',
	next: '% + 1',
	isKeptBy: ({ name, value }) =>
		(value === '0' || value === '1') &&
		/^(?:attempts?|tries|tryCount|retry|retries|retryCount|retryAttempt)$/.test(name ?? ''),
};

/** How a place is repeated: by the loop of tries around it, or by a call of its function to itself. */
interface Repetition {
	readonly tries: Tries;
	readonly statements: readonly string[];
	readonly edits: readonly Edit[];
	readonly inLoop: boolean;
	/** The function that is called again, or that the loop stands in, as far as it can be named. */
	readonly own: EnclosingFunction | undefined;
	readonly callee: string | undefined;
}

/** Waits as Retry-After asks and repeats; undefined where the place cannot wait or cannot be repeated. */
export function retryInFunction(site: ClientSite, access: ResponseAccess): readonly Edit[] | undefined {
	const slot = branchSlot(site.place, site.block, 'limit');
	const chain = slot && chainEnd(slot, site);
	const around = slot && (chain?.own.part ?? closest(slot.part, 'function'));
	const request = around && (chain ?? childIn(around, 'asynchronous')) && requestOf(site, around);
	if (!slot || !around || !request || !access.header || readsRetryAfter(slot, site)) return undefined;
	const style = sourceStyle(site.place.text, site.file);
	const repetition = repetitionOf(around, request, slot, site, style, chain?.own);
	const helper = additionOf(retryAfterMs, site);
	const text = namesIn(site, around);
	const wait = freeName(text, ['wait', 'waitMs', 'retryWait']);
	const asked = freeName(text, ['retryAfter', 'retryAfterHeader', 'askedToWait']);
	if (!repetition || !helper || wait === undefined || asked === undefined) return undefined;
	const { callee, inLoop, own } = repetition;
	const pause = pauseFor(wait, slot, site, callee, signalOf(site, own, request));
	const lines = retryLines({
		access,
		read: access.header.text,
		repetition,
		helper: helper.name,
		wait,
		asked,
		pause: pause.line,
	});
	const edit = branchEdit(site, slot, style, { callee, inLoop, lines });
	if (!edit) return undefined;
	const added = afterBlock(site, style, [helper.code, pause.code]);
	const edits = [...repetition.edits, ...(chain?.edits ?? []), ...access.edits, ...access.header.edits];
	return inDocument([...edits, edit, ...added], site);
}

interface Pause {
	readonly line: string;
	/** A function that it needs. */
	readonly code: string | undefined;
}

/** Waits so that it can be aborted, by what the branch waits with, or by a timer. */
export function pauseFor(
	wait: string,
	slot: BranchSlot,
	site: ClientSite,
	callee: string | undefined,
	signal?: string,
): Pause {
	const name = ownWait(branchItems(slot.list, slot.inside, site.place.code.text, callee));
	// What nothing else uses would be left over.
	const isLeftOver = name !== undefined && isUsedOnlyIn(name, slot, site);
	const added = signal === undefined || isLeftOver ? undefined : additionOf(waitUnlessAborted, site);
	if (added) return { line: `await ${added.name}(${wait}, ${signal});`, code: added.code };
	if (name !== undefined) return { line: `await ${name}(${wait});`, code: undefined };
	return { line: `await new Promise((resolve) => setTimeout(resolve, ${wait}));`, code: undefined };
}

interface RetryWords {
	readonly access: ResponseAccess;
	/** Reads the header. */
	readonly read: string;
	readonly repetition: Repetition;
	/** Names of the helper and of what the branch declares. */
	readonly helper: string;
	readonly wait: string;
	readonly asked: string;
	/** Waits. */
	readonly pause: string;
}

function retryLines(words: RetryWords): (passesOn: boolean) => readonly string[] {
	const { access, read, repetition, helper, wait, asked, pause } = words;
	const { tries, statements } = repetition;
	return (passesOn) => {
		const names = passesOn && access.caught === undefined;
		return [
			...(names ? [`const ${asked} = ${read};`] : []),
			`const ${wait} = ${helper}(${names ? asked : read}, ${tries.before});`,
			`if (${wait} !== undefined${tries.condition ? ` && ${tries.condition}` : ''}) {`,
			...[...access.release, pause, ...statements].map((line) => `\t${line}`),
			'}',
			...(passesOn ? [access.caught ? `throw ${access.caught};` : giveUp(asked, tries.number)] : []),
		];
	};
}

/** The error for who called, where the client throws none. */
export function giveUp(header: string, tries: string, write = (error: string): string => `throw ${error};`): string {
	const number = /^\w+ \+ 1$/.test(tries) || /^\w+$/.test(tries) ? tries : `(${tries})`;
	return write(`new Error(\`Rate limited: gave up at try \${${number}}, Retry-After: \${${header} ?? 'none'}\`)`);
}

/** Whether a branch does what the fix would do. */
export function readsRetryAfter({ list, inside }: BranchSlot, { block }: ClientSite): boolean {
	if (/retry_?after/i.test(block.slice(inside.start, inside.end))) return true;
	for (const part of partsIn(list)) {
		const isInside = part.start >= inside.start && part.end <= inside.end;
		if (isInside && part.kind === 'string' && /^.retry-after.$/i.test(part.text)) return true;
	}
	return false;
}

function repetitionOf(
	around: Part,
	request: Part,
	slot: BranchSlot,
	site: ClientSite,
	style: SourceStyle,
	ofChain: EnclosingFunction | undefined,
): Repetition | undefined {
	const loop = loopsAround(slot.part, around).find((one) => holds(one, request));
	const own = ofChain ?? enclosingFunction(slot.part, site);
	if (loop) {
		const tries = attemptLoop(loop, site);
		return tries && { tries, statements: ['continue;'], edits: [], inLoop: true, own, callee: own?.callee };
	}
	const self = own && selfCall(own, attempts, site, style);
	if (!self) return undefined;
	const { before, number, edits, beginning } = self;
	return {
		tries: { before, number, condition: undefined },
		statements: self.statements,
		edits: [...edits, ...atBeginning(own, beginning, site, style)],
		inLoop: false,
		own,
		callee: own.callee,
	};
}
