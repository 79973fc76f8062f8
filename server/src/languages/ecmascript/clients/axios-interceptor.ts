import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { additionOf, afterBlock } from './added-function.ts';
import { branchEdit } from './branch-code.ts';
import { branchSlot } from './branch-slot.ts';
import { type ClientSite, namesIn } from './client-site.ts';
import { freeName } from './code-text.ts';
import { inDocument } from './in-document.ts';
import type { ResponseAccess } from './response-access.ts';
import { pauseFor, readsRetryAfter, retryAfterMs } from './retry-after-code.ts';
import { sourceStyle } from './source-style.ts';

/** The function that an instance of axios asks about each error. */
interface Interceptor {
	/** What the requests are made with: `axios`, `api`. */
	readonly client: string;
	/** The name of the error. */
	readonly error: string;
	readonly isAsync: boolean;
}

/** Waits in an interceptor of responses and makes the request again; its configuration counts the tries. */
export function retryInInterceptor(site: ClientSite, { header }: ResponseAccess): readonly Edit[] | undefined {
	const slot = branchSlot(site.place, site.block, 'limit');
	const around = slot && closest(slot.part, 'function');
	const interceptor = around && interceptorOf(around, site);
	const helper = additionOf(retryAfterMs, site);
	if (!slot || !around || !interceptor?.isAsync || !helper || !header || readsRetryAfter(slot, site)) return undefined;
	const names = namesIn(site, around);
	const attempt = freeName(names, ['attempt', 'tryCount', 'retryAttempt']);
	const wait = freeName(names, ['wait', 'waitMs', 'retryWait']);
	if (attempt === undefined || wait === undefined) return undefined;
	const { client, error } = interceptor;
	const style = sourceStyle(site.place.text, site.file);
	const lines = (passesOn: boolean): readonly string[] => [
		`const ${attempt} = ${error}.config.attempt ?? 0;`,
		`const ${wait} = ${helper.name}(${header.text}, ${attempt});`,
		`if (${wait} !== undefined) {`,
		`\t${pauseFor(wait, slot, site, `${client}.request`).line}`,
		`\treturn ${client}.request({ ...${error}.config, attempt: ${attempt} + 1 });`,
		'}',
		...(passesOn ? [`throw ${error};`] : []),
	];
	const edit = branchEdit(site, slot, style, { callee: `${client}.request`, inLoop: false, lines });
	return edit && inDocument([edit, ...afterBlock(site, style, [helper.code])], site);
}

function interceptorOf(around: Part, { place }: ClientSite): Interceptor | undefined {
	const call = around.parent?.fields.includes('arguments') ? around.parent.parent : undefined;
	const callee = call && childIn(call, 'callee');
	const client = /^([\w$.]+)\.interceptors\.response\.use$/.exec(callee?.text ?? '')?.[1];
	if (!call || client === undefined || argumentsOf(call)[1] !== around) return undefined;
	const single = around.children.find((child) => child.kind === 'parameter');
	const list = childIn(around, 'parameters');
	const parameter = (single ?? list?.children[0])?.text ?? '';
	// Of a type of its own, the configuration would have no place for the tries.
	const [, error, type] = /^([\w$]+)\s*(?::\s*(\w+))?$/.exec(parameter) ?? [];
	if (error === undefined || (place.dialect.typed && type !== undefined && type !== 'any')) return undefined;
	return { client, error, isAsync: childIn(around, 'asynchronous') !== undefined };
}
