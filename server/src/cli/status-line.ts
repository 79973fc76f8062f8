/** Where a line can be written over and over. */
export interface StatusStream {
	readonly isTTY?: boolean | undefined;
	write(text: string): unknown;
}

/** Shows a line in place of the one before; an empty text leaves nothing of it. */
export type StatusLine = (text: string) => void;

/** Undefined where nobody looks on: in a pipe, in continuous integration, and on a terminal that can only go forward. */
export function statusLineOn(
	stream: StatusStream,
	{ CI, TERM }: Readonly<Record<string, string | undefined>>,
): StatusLine | undefined {
	if (!stream.isTTY || (CI !== undefined && CI !== '' && CI !== 'false') || TERM === 'dumb') return;
	// To the beginning, all away; the text without going on in the next line where it is too long (ECMA-48, DECAWM).
	return (text) => stream.write(text === '' ? '\r\u001b[2K' : `\r\u001b[2K\u001b[?7l${text}\u001b[?7h`);
}
