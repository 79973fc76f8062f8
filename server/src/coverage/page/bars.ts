import type { Counts, Share } from '../coverage.ts';
import { percentOf } from '../coverage.ts';

/** A bar that says how many cells are well, left to a default, open, and cannot be told; words beside it say the same. */
export function bar(
	counts: Counts,
	{ width, isRequired }: { readonly width: number; readonly isRequired: boolean },
): string {
	const well = counts.handled + counts.around;
	const parts: readonly (readonly [string, number])[] = [
		['well', well],
		['default', counts.default],
		[isRequired ? 'gap' : 'open', counts['not-handled']],
		['unsure', counts['cannot-tell']],
	];
	const all = parts.reduce((sum, [, count]) => sum + count, 0);
	let at = 0;
	const pieces = parts.map(([name, count]) => {
		const wide = all === 0 ? 0 : (count * width) / all;
		const piece = wide === 0 ? '' : `<rect class="${name}" x="${short(at)}" width="${short(wide)}" height="8"/>`;
		at += wide;
		return piece;
	});
	return `<svg class="bar" viewBox="0 0 ${width} 8" width="${width}" height="8" aria-hidden="true"><rect class="none" width="${width}" height="8"/>${pieces.join('')}</svg>`;
}

const radius = 44;
const around = 2 * Math.PI * radius;

/** A ring that is as full as what must be handled is handled, with the percentage in it. */
export function ring(share: Share): string {
	const percent = percentOf(share);
	const full = share.of === 0 ? 0 : (share.well / share.of) * around;
	const text = percent === undefined ? '–' : `${Math.floor(percent)}%`;
	const circle = `cx="56" cy="56" r="${radius}"`;
	const done = full === 0 ? '' : `<circle class="done" ${circle} stroke-dasharray="${short(full)} ${short(around)}"/>`;
	return `<svg class="ring" viewBox="0 0 112 112" role="img" aria-label="${text === '–' ? 'Nothing can be told' : `${percent} percent`}"><circle class="${share.well < share.of ? 'todo' : 'none'}" ${circle}/>${done}<text x="56" y="56">${text}</text></svg>`;
}

const short = (value: number): string => `${Math.round(value * 100) / 100}`;
