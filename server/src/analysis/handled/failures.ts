import { argumentsOf, pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../../syntax/parts/part.ts';

/** Calls that tell a person or a log of an error are no results, although they end alike: `showError(…)`. */
const notTelling =
	'(?!(?:show|log|set|handle|display|report|toast|notify|alert|render|print|emit|on|clear|reset|dispatch)[A-Z_])';
/** Results that say that something went wrong: whoever gets one has to look. */
const failures = new RegExp(
	`^(?:err|Err|errAsync|left|Left|errors\\.(?:New|Join|Wrapf?|WithStack|WithMessagef?)|\\w+\\.Errorf)$|^(?:\\w*\\.)?[fF]ail(?:ure)?$|(?:^|\\.)${notTelling}\\w+(?:Error|Exception)$`,
);
/** A branch of a match that gives a type's value for what went wrong, where no `new` is written. */
const madeByName = /^(?:\w+\.)*(?!(?:Show|Log|Set|Handle|Display|Report|On)[A-Z])[A-Z]\w*(?:Error|Exception|Failure)$/;
/** Results of a type that has one for each outcome. */
const failedOutcome = /^(?:\w*\.)?failure$/;
/** A value of a type of errors: `LoadError.gone`. */
const valueOfErrors = /^(?:[\w]+\.)*[A-Z]\w*(?:Error|Exception|Failure)(?:\.\w+)?$/;

/** A result of which the caller knows that something went wrong: `new ApiError('failed')`, `err('failed')`. */
export function saysFailure(value: Part | undefined): boolean {
	if (value?.kind === 'transparent') return saysFailure(childIn(value, 'inner'));
	return isNewError(value) || (value?.kind === 'call' && failures.test(calleeOf(value)));
}

/** A branch that is nothing but a new error, or a result that holds one, gives it to whoever asked. */
export function isFailure(statement: Part): boolean {
	if (isNewError(statement)) return true;
	if (statement.kind !== 'call') return false;
	const callee = calleeOf(statement);
	return failedOutcome.test(callee) || madeByName.test(callee);
}

/** `new ApiError('failed')`. */
export function isNewError(part: Part | undefined): boolean {
	return part?.kind === 'construction' && /(?:Error|Exception|Failure)$/.test(childIn(part, 'callee')?.text ?? '');
}

/** Whether a call is given what went wrong: `promise(.failure(error))`, `completion(nil, LoadError.gone)`. */
export function isGivenFailure(call: Part, { isCallback }: { isCallback: boolean }): boolean {
	return argumentsOf(call).some((argument) => {
		if (argument.kind === 'pair') {
			// What a continuation throws where it goes on: `continuation.resume(throwing: error)`.
			if (childIn(argument, 'key')?.text === 'throwing') return true;
			return isCallback && isErrorValue(childIn(argument, 'value'));
		}
		if (argument.kind === 'call' && failedOutcome.test(calleeOf(argument))) return true;
		return isCallback && isErrorValue(argument);
	});
}

function isErrorValue(value: Part | undefined): boolean {
	if (isNewError(value)) return true;
	const named = value?.kind === 'call' ? calleeOf(value) : pathOf(value);
	return named !== undefined && valueOfErrors.test(named);
}

/** What a call calls, without what its types are told: `Result.Fail` of `Result.Fail<Room>(…)`. */
const calleeOf = (call: Part): string => (childIn(call, 'callee')?.text ?? '').replace(/<[^()]*>$/, '');
