import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import { calledName, receiverOf } from '../../../syntax/places/telling-name.ts';
import type { FoundResponse } from './response-of.ts';

/** Methods that only read, put together or tell, and those that set up a request. */
const harmless = new RegExp(
	`^(?:${[
		'to_\\w+|\\w+\\?|\\w+=|body|code|status|headers?|host|hostname|port|path|scheme|query|request_uri|params|response',
		'URI|parse|JSON|generate|dump|encode\\w*|escape|join|merge|fetch|dig|slice|except|key|values_at|format|sprintf',
		'strip|chomp|size|length|first|last|map|select|reject|compact|transform_\\w+|freeze|dup|hash|now|start_with',
		'puts|warn|info|debug|error|logger|log|basic_auth|set_form(?:_data)?|content_type|add_field|set_debug_output',
		'config|configuration|settings|credentials|presence|present|blank|env|https?|zero|positive|dig|seconds|iso8601',
	].join('|')})$`,
);

/** Methods of the class itself that only put together what is sent. */
const building =
	/^(?:build|make|default|prepare)_\w+$|(?:^|_)(?:headers?|params|query|url|uri|path|payload|options|body|config|token|key|id)$/;

/** Whether a method does anything before the branch but the one request that a second run would do again. */
export function doesMore(around: Part, { dispatch }: ClientPlace, response: FoundResponse): boolean {
	if (closest(dispatch.part, 'loop', 'function')?.kind === 'loop') return true;
	const { request, isRescued, name } = response;
	const until = isRescued ? rescueStart(request) : dispatch.part.start;
	const doing = partsIn(around).filter((part) => part.start < until && doesSomething(part));
	const sent = isRescued ? doing[0] && statementIn(request, doing[0]) : request;
	if (!sent || /[@$]\w+(?:\.\w+)*\s*<</.test(around.text.slice(0, until - around.start))) return true;
	const made = childIn(sent, 'left')?.text;
	const holds = (part: Part): boolean => part.start <= sent.start && sent.end <= part.end;
	const reads = new RegExp(`^(?:${[made, name].filter(Boolean).join('|')})\\b`);
	return doing.some(
		(part) => !(part.start >= sent.start && part.end <= sent.end) && !holds(part) && !reads.test(part.text),
	);
}

/** A call that may change something, or what changes an object of its own: twice would be once too often. */
function doesSomething(part: Part): boolean {
	if (part.kind === 'assignment') return /^[@$]/.test(part.text) && !/^@\w+\s*\|\|=/.test(part.text);
	if (part.kind === undefined) return /^[a-z_]\w*!$/.test(part.text);
	if (part.kind !== 'call' || harmless.test(calledName(part))) return false;
	// `http.use_ssl = true` says the same twice; what is built has a name that says so.
	if (part.fields.includes('left')) return false;
	return receiverOf(part) !== undefined || !building.test(calledName(part));
}

const rescueStart = (tried: Part): number => tried.children.find(({ kind }) => kind === 'catch')?.start ?? tried.end;

/** The statement of what is tried that a part stands in. */
function statementIn(tried: Part, part: Part): Part | undefined {
	return tried.children.find((child) => child.start <= part.start && part.end <= child.end);
}
