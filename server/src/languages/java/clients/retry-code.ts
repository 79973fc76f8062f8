import type { ClientPlace } from '../../../syntax/language.ts';
import type { Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt, indentationUnit, lineBreakAt, lineEndAt, lineStartAt } from '../../../syntax/text-lines.ts';
import { type AddedMethod, additions } from './added-methods.ts';
import { withoutRepeat } from './branch-repeat.ts';
import { importEdits } from './imports.ts';
import type { SentRequest } from './request.ts';
import { waitInLoop, waitInRecursion } from './retry-loop.ts';

/** Says how long to wait, or that it is to be given up. */
const retryAfterWait: AddedMethod = {
	name: 'retryAfterWait',
	text: `/**
 * How long to wait before another try: as long as Retry-After asks (seconds or an HTTP-date,
 * RFC 9110, section 10.2.3), else one second, then two; and a little longer, so that not all
 * come back at the same time. Null after three tries, and where more than a minute is asked for:
 * then it is time to give up.
 */
private static Duration retryAfterWait(String value, int attempt) {
	String asked = value == null ? "" : value.trim();
	Duration wait = Duration.ofSeconds(1L << attempt);
	if (asked.matches("[0-9]+")) {
		boolean isHuge = asked.length() > 9;
		wait = Duration.ofSeconds(isHuge ? Integer.MAX_VALUE : Integer.parseInt(asked));
	} else {
		for (DateTimeFormatter form : Arrays.asList(
				DateTimeFormatter.RFC_1123_DATE_TIME,
				DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US),
				DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US)
						.withZone(ZoneOffset.UTC))) {
			try {
				Duration until = Duration.between(Instant.now(), form.parse(asked, Instant::from));
				wait = until.isNegative() ? Duration.ZERO : until;
			} catch (DateTimeException notInThisForm) {
				// The next form may fit.
			}
		}
	}
	boolean givesUp = attempt >= 2 || wait.compareTo(Duration.ofMinutes(1)) > 0;
	return givesUp ? null : wait.plusMillis(ThreadLocalRandom.current().nextLong(50, 250));
}`,
};
const waitImports = [
	...['java.time.DateTimeException', 'java.time.Duration', 'java.time.Instant', 'java.time.ZoneOffset'],
	...['java.time.format.DateTimeFormatter', 'java.util.Arrays', 'java.util.Locale'],
	'java.util.concurrent.ThreadLocalRandom',
];

/** A method that sends a request, and again where there were too many. */
export interface Sender {
	readonly method: AddedMethod;
	/** Classes that it names. */
	readonly imports: readonly string[];
	/** The call of it, in place of the one that sends. */
	call(sent: Part): Replacement | undefined;
	/** The value of the header, of the response by its name; left out where a loop cannot wait. */
	header?(response: string): string;
	/** Gives the connection back before a loop waits; left out where nothing has to. */
	release?(response: string): string;
	/** How a loop ends its tries; by `break` if left out. */
	giveUp?(response: string): string;
}

/** A text in place of a part of the code. */
export type Replacement = Edit;

/** Sends the request by a method that waits as Retry-After asks; undefined where the place does so already. */
export function retryEdits(place: ClientPlace, sent: SentRequest, sender: Sender): readonly Edit[] | undefined {
	const { branch } = place;
	if (/retry-?after/i.test(branch.body.map((part) => part.text).join('\n'))) return undefined;
	const { header } = sender;
	const wait = header && { ...sender, method: retryAfterWait, imports: waitImports, header };
	if (sent.loop) return wait && waitInLoop(place, { ...sent, loop: sent.loop }, wait);
	const giveUp = gaveUp(place, sender.giveUp?.(sent.response));
	const counted = wait && waitInRecursion(place, sent, { ...wait, giveUp: () => giveUp });
	if (counted) return counted;
	const branchEdits = withoutRepeat(place, {
		giveUp,
		isInterruptible: /\bthrows\b[^{]*\bInterruptedException\b/.test(sender.method.text),
	});
	const methods = [sender.method, retryAfterWait];
	return methodEdits(place, sender.call(sent.call), methods, [...sender.imports, ...waitImports], branchEdits);
}

/** The statement by which a branch hands the error on: as it is caught, as the default does, or as one of its own. */
function gaveUp({ dispatch }: ClientPlace, caught: string | undefined): string {
	const [only, ...more] = dispatch.branches.find(({ isDefault }) => isDefault)?.body ?? [];
	const thrown = only?.kind === 'throw' && more.length === 0 ? only.text : undefined;
	return caught ?? thrown ?? 'throw new IllegalStateException("too many requests");';
}

/**
 * Calls a method in place of what stands there, and adds what that takes.
 * @param branchEdits what changes in the branch; undefined where that cannot be told
 */
export function methodEdits(
	place: ClientPlace,
	call: Replacement | undefined,
	methods: readonly AddedMethod[],
	imports: readonly string[],
	branchEdits: readonly Edit[] | undefined,
): readonly Edit[] | undefined {
	const { offset } = place;
	const added = call && branchEdits && additions(methods, place);
	const imported = call && importEdits([...new Set(imports)], place);
	if (!added || !imported) return undefined;
	const { start, end, text } = wrapped(call, place);
	return [{ start: offset + start, end: offset + end, text }, ...branchEdits, ...added, ...imported].sort(
		(a, b) => a.start - b.start || a.end - b.end,
	);
}

/** A call that would make its line longer than the lines of the file are goes to the next, as formatters put it. */
function wrapped(call: Replacement, { text, offset }: ClientPlace): Replacement {
	const at = offset + call.start;
	const before = text.slice(lineStartAt(text, at), at);
	const after = text.slice(offset + call.end, lineEndAt(text, offset + call.end));
	const isShort = before.length + call.text.length + after.length <= lineLengthOf(text);
	if (isShort || call.text.includes('\n') || !/\S = $/.test(before)) return call;
	const margin = indentationAt(text, at) + (indentationUnit(text) ?? '    ').repeat(2);
	return { ...call, start: call.start - 1, text: lineBreakAt(text, at) + margin + call.text };
}

/** Columns that the lines of a file keep to: those of google-java-format, or a few more. */
const lineLengthOf = (text: string): number => (/^[^\n]{101}/m.test(text) ? 120 : 100);
