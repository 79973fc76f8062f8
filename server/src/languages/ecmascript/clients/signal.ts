import { pathOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { ClientSite } from './client-site.ts';
import type { EnclosingFunction } from './enclosing-function.ts';

/** Types of options that have a `signal`, by client. */
const optionTypes = /^(?:RequestInit|Request|KyOptions)\b/;

/**
 * The signal by which a request can be aborted, as an expression: what the request is given, else a parameter;
 * undefined where the function has none at hand.
 */
export function signalOf(site: ClientSite, own: EnclosingFunction | undefined, request: Part): string | undefined {
	const given = signalIn(request);
	if (given !== undefined) return given;
	if (!own) return undefined;
	const named = own.parameters.find(({ name }) => name === 'signal');
	if (named) return 'signal';
	if (site.client !== 'fetch') return undefined;
	const text = site.block.slice(request.start, request.end);
	const options = own.parameters.find(({ name, type }) => {
		const isPassed =
			name !== undefined && new RegExp(`\\bfetch\\([^()]*,\\s*(?:\\{\\s*\\.\\.\\.)?${name}\\b`).test(text);
		return isPassed && (site.place.dialect.typed ? optionTypes.test(type) : true);
	});
	return (
		options && `${options.name}${options.value === undefined || site.place.dialect.typed === false ? '?' : ''}.signal`
	);
}

/** `{ signal }`, `{ signal: controller.signal }` */
function signalIn(request: Part): string | undefined {
	for (const part of partsIn(request, (one) => one.kind !== 'function')) {
		if (part.fields.includes('key') && part.text === 'signal' && part.parent?.kind === 'table') return 'signal';
		if (part.kind !== 'pair' || childIn(part, 'key')?.text !== 'signal') continue;
		const value = childIn(part, 'value');
		if (value && (value.kind === undefined || value.kind === 'member') && pathOf(value) !== undefined)
			return value.text;
	}
	return undefined;
}
