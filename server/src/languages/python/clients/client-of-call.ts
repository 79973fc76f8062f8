import { pathOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part } from '../../../syntax/parts/part.ts';
import { lineStartAt } from '../../../syntax/text-lines.ts';

export type ClientName = 'requests' | 'httpx' | 'aiohttp' | 'urllib';

const clientOfModule: Readonly<Record<string, ClientName>> = {
	requests: 'requests',
	httpx: 'httpx',
	aiohttp: 'aiohttp',
	urllib: 'urllib',
};

/** The client that is called, the only one that the file imports, or the one that is called and asked so. */
export function clientOfCall(call: Part, place: ClientPlace): ClientName | undefined {
	const path = pathOf(childIn(call, 'callee')) ?? '';
	return clientOfName(path.split('.', 1).join(), place) ?? onlyClient(place) ?? clientOfForm(call, place);
}

/** Responses that are waited for are httpx's by their `status_code`, aiohttp's by their `status`; all others are alike. */
function clientOfForm(call: Part, place: ClientPlace): ClientName | undefined {
	const used = clientsOf(place);
	const around = closest(call, 'function')?.text ?? place.text;
	const { path, source } = place.dispatch.subject;
	const told =
		[path, source].find((one) => /\.status(?:_code)?$/.test(one)) ?? /\.status_code\b/.exec(around)?.join() ?? '';
	const hasCode = told.endsWith('_code');
	const names: readonly ClientName[] = isAwaited(call, place) ? [hasCode ? 'httpx' : 'aiohttp'] : ['requests', 'httpx'];
	return names.find((one) => used.has(one) && (hasCode || one === 'aiohttp'));
}

/** Whether a response is waited for: by `await`, or by what it is entered with. */
export function isAwaited(call: Part, { code: { text } }: ClientPlace): boolean {
	let around = call.parent;
	while (around?.kind === 'transparent') around = around.parent;
	const line = text.slice(lineStartAt(text, call.start), call.start);
	return around?.kind === 'await' || /\basync\s+with\b[^:]*$/.test(line);
}

/** The client whose error is caught. */
export function clientOfError(type: string, place: ClientPlace): ClientName | undefined {
	for (const [name] of type.matchAll(/[A-Za-z_]\w*(?:\.\w+)*/g)) {
		const client = clientOfName(name.split('.', 1).join(), place);
		if (client) return client;
	}
	return /\b(?:HTTPError|HTTPStatusError|ClientResponseError|RequestException)\b/.test(type)
		? onlyClient(place)
		: undefined;
}

/** The client whose module has the name, or from which it was taken. */
function clientOfName(name: string, { blocks }: ClientPlace): ClientName | undefined {
	for (const { module, names } of blocks.flatMap(({ code }) => code.imports)) {
		const client = clientOfModule[module.split('.', 1).join()];
		if (client && names.some(({ alias }) => alias === name || alias.startsWith(`${name}.`))) return client;
	}
	return undefined;
}

function onlyClient(place: ClientPlace): ClientName | undefined {
	const [only, ...others] = clientsOf(place);
	return others.length === 0 ? only : undefined;
}

function clientsOf({ blocks }: ClientPlace): ReadonlySet<ClientName> {
	const modules = blocks.flatMap(({ code }) => code.imports.map(({ module }) => module));
	return new Set(
		modules
			.filter((module) => module !== 'urllib.parse')
			.flatMap((module) => clientOfModule[module.split('.', 1).join()] ?? []),
	);
}
