/** A half-open range of UTF-16 offsets into one text. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Replaces what the span covers. */
export interface Edit extends Span {
	readonly text: string;
}
