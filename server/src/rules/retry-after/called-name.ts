import { lastWord, pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, type Part, partsIn } from '../../syntax/parts/part.ts';
import { remember } from '../remember.ts';

/** Calls that tell a person or a log. */
const telling =
	/^(?:log|info|warn|error|debug|trace|fatal|e?print(?:ln)?|alert|toast|notify|message|show|display|render|report|capture|track|tell|describe|format|translate)(?:$|[A-Z_])|^(?:set(?:Error|Message|State|Status|Text|Open|Loading|Toast|Banner)\w*|t|i18n|String|Number|Boolean|stringify|push|add|emit|json|text|inc|increment\w*|getAndIncrement)$/;
const tellingOwner =
	/^(?:console|log|logger|logging|toast|sentry|i18n|alert|notification|message|snackbar|metric|stat|statsd|telemetry|analytics|posthog|span)s?$/i;
const waiting =
	/^(?:[sS]leep|[dD]elay(?:ed)?|Timer|pause|wait\w*|setTimeout|setInterval|back_?[oO]ff\w*|retry\w*|reschedule\w*|schedule\w*|requeue\w*|enqueue\w*)$/;

/** The calls and constructions in a part, outermost first. */
export const callsIn = remember((part: Part) =>
	partsIn(part).filter(({ kind }) => kind === 'call' || kind === 'construction'),
);

/** What a call names: a function, or a method and what has it. */
export interface CalledName {
	readonly name: string;
	readonly owner: string | undefined;
}

export function calledName(call: Part): CalledName {
	const callee = childIn(call, 'callee');
	if (callee?.kind !== 'member') return { name: callee?.text ?? '', owner: undefined };
	const owner = pathOf(childIn(callee, 'object'));
	return { name: childIn(callee, 'property')?.text ?? '', owner: owner === undefined ? undefined : lastWord(owner) };
}

/** Whether a call only tells a person or a log. */
export const tells = ({ name, owner }: CalledName): boolean =>
	telling.test(name) || (owner !== undefined && tellingOwner.test(owner));

/** Whether a call waits, or asks for something to be done later or again. */
export const waits = (called: CalledName): boolean => waiting.test(called.name) && !tells(called);

/** Calls that hand the error on. */
const handingOn =
	/^(?:reject|rethrow|raise|next|abort|fail|resolve|Err|bail|error_for_status|(?:raise|throw)(?:_\w+|[A-Z]\w*))$/;

/** Whether a call hands an error on to whoever waits for a result. */
export const handsOn = ({ name, owner }: CalledName): boolean =>
	handingOn.test(name) || (owner === 'Promise' && name === 'reject');
