import type { ErrorDispatch } from '../analysis/analysis.ts';
import { nameOfFunction } from '../syntax/code-from-parts.ts';
import { childIn, closest, type Part, partsAround } from '../syntax/parts/part.ts';

/** By what people know a dispatch: the name of the function around it, or of the table that it is; undefined without one. */
export function placeName({ dispatch: { form, part } }: ErrorDispatch): string | undefined {
	const owner = form === 'table' || form === 'membership' ? closest(part, 'variable', 'field', 'function') : undefined;
	if (owner && owner.kind !== 'function') return nameIn(owner);
	for (const around of [part, ...partsAround(part)]) {
		const name = around.kind === 'function' ? nameOfFunction(around) : undefined;
		if (name !== undefined) return name;
	}
	return undefined;
}

function nameIn(owner: Part): string | undefined {
	return childIn(owner, 'name')?.text;
}
