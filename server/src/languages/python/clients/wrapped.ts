import { splitAtCommas } from './split-at-commas.ts';

/** Columns of a line as Black leaves them. */
export const lineLength = 88;

/** A line with a call, over several lines where it would be too long, as Black breaks it. */
export function wrapped(line: string, unit: string): readonly string[] {
	if (line.length <= lineLength) return [line];
	const [, indentation = '', opening = '', inside = '', closing = ''] =
		/^(\s*)([^"'(]*\()(.*)(\)[:]?)$/.exec(line) ?? [];
	if (opening === '') return [line];
	const whole = indentation + unit + inside;
	const pieces = splitAtCommas(inside, { start: 0, end: inside.length }).map(({ start, end }) =>
		inside.slice(start, end),
	);
	const inner =
		whole.length <= lineLength ? [whole] : pieces.flatMap((piece) => inLines(piece, indentation + unit, unit));
	return [indentation + opening, ...inner, indentation + closing];
}

/** An argument with its comma, broken further where it has to be. */
function inLines(piece: string, indentation: string, unit: string): readonly string[] {
	const whole = `${indentation}${piece},`;
	if (whole.length <= lineLength) return [whole];
	const lines = wrapped(indentation + piece, unit);
	return [...lines.slice(0, -1), `${lines.at(-1)},`];
}
