import { bindingOf } from '../../../syntax/dispatches/binding.ts';
import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import { methodAround, type SentRequest } from './request.ts';

const strings = /"(?:\\.|[^"\\])*"/g;

/** A request that is tried, and whose error is caught. */
export interface TriedRequest extends SentRequest {
	/** Whether it is one of WebClient, whose errors have headers of their own. */
	readonly isReactive: boolean;
	/** Whether it gives nothing back. */
	readonly isVoid: boolean;
}

const ofTemplate =
	/^(?:getFor(?:Object|Entity)|postFor(?:Object|Entity|Location)|patchForObject|exchange|headForHeaders|optionsForAllow|put|delete)$/;
/** Those that nothing else has. */
const ofTemplateAlone = /For(?:Object|Entity|Location|Headers|Allow)$/;
/** What ends a chain of RestClient, and, after it is waited for, of WebClient. */
const ofClient = /^(?:body|toEntity|toBodilessEntity)$/;
const errors =
	/\b(?:HttpClientErrorException|HttpStatusCodeException|RestClientResponseException|WebClientResponseException)(?:\.\w+)?\b/;
/** What a value in a request may be so that it can be had again: no calls but those that only read or make something. */
const risky = /(?<![\w$.])(?!(?:if|new)\b)[\w$.]*?\b(?!get[A-Z]\w*\(\)|create\(|of\(|entry\(|header\()[a-z_$][\w$]*\(/;

/** The request of the try whose caught error the dispatch looks at; undefined where it cannot be told, or sent again. */
export function triedRequest({ dispatch }: ClientPlace): TriedRequest | undefined {
	const { path, source, part } = dispatch.subject;
	const around = methodAround(part);
	const caught = [path, source].map((one) => caughtAs(one.split('.', 1).join(), part)).find(Boolean);
	const tried = caught?.handler.parent;
	const body = tried?.kind === 'try' ? childIn(tried, 'body') : undefined;
	if (!around || !caught || !tried || !body) return undefined;
	const [request, other] = partsIn(body).filter((one) => isRequest(one) && !isRequest(one.parent?.parent));
	if (!request || other || closest(request, 'function') !== around || !isRepeatable(request, around)) return undefined;
	const { isReactive, isVoid } = shapeOf(request);
	if (isReactive !== /\bWebClient/.test(caught.type)) return undefined;
	const loop = closest(request, 'loop');
	return {
		call: request,
		response: caught.name,
		around,
		loop: loop && loop.start >= around.start ? loop : undefined,
		isReactive,
		isVoid,
	};
}

interface Caught {
	readonly handler: Part;
	readonly name: string;
	readonly type: string;
}

/** The handler whose error a name is, or from which it was read. */
function caughtAs(name: string, at: Part, step = 0): Caught | undefined {
	const binding = bindingOf(name, at)?.part;
	if (binding?.kind === 'catch') {
		const type = /^catch\s*\(([^)]*)\)/.exec(binding.text)?.[1] ?? '';
		return errors.test(type) ? { handler: binding, name, type } : undefined;
	}
	const value = binding && childIn(binding, 'value');
	const from = value && /\b(\w+)\.getResponseBodyAs\w*\(/.exec(value.text)?.[1];
	return from !== undefined && from !== name && step < 2 ? caughtAs(from, value ?? at, step + 1) : undefined;
}

function isRequest(part: Part | undefined): boolean {
	const callee = part?.kind === 'call' ? childIn(part, 'callee') : undefined;
	if (!part || callee?.kind !== 'member') return false;
	const method = childIn(callee, 'property')?.text ?? '';
	const object = childIn(callee, 'object')?.text ?? '';
	if (/\.retrieve\(\)/.test(object))
		return ofClient.test(method) || (method === 'block' && argumentsOf(part).length === 0);
	const isSure = ofTemplateAlone.test(method) && /^(?:this\.)?\w+$/.test(object);
	return ofTemplate.test(method) && (isSure || isTemplate(object, part)) && argumentsOf(part).length > 0;
}

/** Whether a name is of a RestTemplate: by itself, or as the class declares it. */
function isTemplate(object: string, at: Part): boolean {
	const name = /^(?:this\.)?(\w+)$/.exec(object)?.[1];
	if (name === undefined || /rest/i.test(name)) return name !== undefined;
	const owner = closest(at, 'class');
	const declared = `\\b(?:RestTemplate|RestOperations)\\s+${name}\\s*[;=,)]|\\b${name}\\s*=\\s*new\\s+RestTemplate\\b`;
	return owner !== undefined && new RegExp(declared).test(owner.text);
}

function shapeOf(request: Part): { readonly isReactive: boolean; readonly isVoid: boolean } {
	const callee = childIn(request, 'callee');
	const method = callee && childIn(callee, 'property')?.text;
	return { isReactive: method === 'block', isVoid: method === 'put' || method === 'delete' };
}

/** Whether the request may stand in a lambda expression, and means the same when it is made once more. */
function isRepeatable(request: Part, around: Part): boolean {
	const given = partsIn(request).flatMap((part) => (part.kind === 'call' ? argumentsOf(part) : []));
	const isRisky = ({ kind, text }: Part): boolean => kind !== 'function' && risky.test(text.replaceAll(strings, '""'));
	return !given.some(isRisky) && isCapturable(request.text, request, around);
}

/** Whether a lambda expression may take all that an expression names. */
export function isCapturable(text: string, at: Part, around: Part): boolean {
	const names = new Set(text.replaceAll(strings, '""').match(/(?<![\w$.])[a-z_$][\w$]*(?![\w$]|\s*\()/g));
	return [...names].every((name) => isKept(name, at, around));
}

/** Whether a name of the method has but one value, as what a lambda expression takes must. */
function isKept(name: string, at: Part, around: Part): boolean {
	const binding = bindingOf(name, at)?.part;
	if (!binding || methodAround(binding) !== around) return true;
	const given = new RegExp(
		`(?<![\\w$.])${name}\\s*(?:[-+*/%&|^]|<<|>>>?)?=(?!=)|(?:\\+\\+|--)\\s*${name}\\b|\\b${name}\\s*(?:\\+\\+|--)`,
		'g',
	);
	const declared = binding.kind === 'variable' && childIn(binding, 'value') ? 1 : 0;
	return (around.text.match(given)?.length ?? 0) <= declared;
}
