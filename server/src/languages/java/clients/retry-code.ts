import type { ClientPlace } from '../../../syntax/language.ts';
import type { Part } from '../../../syntax/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { type AddedMethod, additions } from './added-methods.ts';
import { importEdits } from './imports.ts';

/** Says how long to wait, or that it is to be given up. */
const retryAfterWait: AddedMethod = {
	name: 'retryAfterWait',
	text: `/**
 * How long to wait before another try: as long as Retry-After asks (seconds or an HTTP-date, RFC 9110, section 10.2.3),
 * else one second, then two; and a little longer, so that not all come back at the same time. Null after three tries,
 * and where more than a minute is asked for: then it is time to give up.
 */
private static Duration retryAfterWait(String value, int attempt) {
	String asked = value == null ? "" : value.trim();
	Duration wait = Duration.ofSeconds(1L << attempt);
	if (asked.matches("[0-9]+")) {
		wait = Duration.ofSeconds(asked.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(asked));
	} else {
		for (DateTimeFormatter form : Arrays.asList(
				DateTimeFormatter.RFC_1123_DATE_TIME,
				DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US),
				DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC))) {
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
	call(sent: Part): string | undefined;
}

/** Sends the request by a method that waits as Retry-After asks; undefined where the place does so already. */
export function retryEdits(place: ClientPlace, sent: Part, sender: Sender): readonly Edit[] | undefined {
	const { offset, branch } = place;
	const text = sender.call(sent);
	if (text === undefined || /retry-?after/i.test(branch.body.map((part) => part.text).join('\n'))) return undefined;
	const added = additions([sender.method, retryAfterWait], place);
	const imported = importEdits([...new Set([...sender.imports, ...waitImports])], place);
	if (!added || !imported) return undefined;
	return [{ start: offset + sent.start, end: offset + sent.end, text }, ...added, ...imported].sort(
		(a, b) => a.start - b.start || a.end - b.end,
	);
}
