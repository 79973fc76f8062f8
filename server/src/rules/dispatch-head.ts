import type { ErrorDispatch } from '../analysis/analysis.ts';
import { childIn, closest } from '../syntax/parts/part.ts';
import type { Span } from '../syntax/span.ts';

/** Where what concerns a whole dispatch is shown: its head; of a table, which may be long, its name or its first line. */
export function headOf({ dispatch }: ErrorDispatch): Span {
	const { head, form, part } = dispatch;
	if (form !== 'table') return head;
	const owner = closest(part, 'variable', 'field', 'block');
	const name = owner && owner.kind !== 'block' ? childIn(owner, 'name') : undefined;
	if (name) return { start: name.start, end: name.end };
	const line = part.text.slice(head.start - part.start).split(/\r?\n/, 1)[0] ?? '';
	return { start: head.start, end: Math.min(head.end, head.start + Math.max(1, line.length)) };
}
