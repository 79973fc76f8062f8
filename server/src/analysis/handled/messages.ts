import type { Dispatch } from '../../syntax/code.ts';
import { statementsOf } from '../../syntax/dispatches/statements.ts';
import { argumentsOf, lastWord, pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, childrenIn, type Part } from '../../syntax/parts/part.ts';

/** Functions that give a text in the reader's language: `t('errors.limited')`. */
const translating = /^(?:\$?_?t|tr|i18n|translate|gettext|ngettext|formatMessage|localize|lang|T|__|_)$/;
/** Names of what holds a text. */
const textNames = /(?:message|text|title|label|description|hint|copy)s?$/i;
/** More than one word. */
const sentence = /\p{L}\S*\s+\S*\p{L}/u;

/**
 * Whether code does nothing but give a text or an element of a page for people, as a table of messages does: ifs in a row
 * that leave all other errors to what follows, or any choice by a status, of which an API need not send each. A choice by
 * a code that has a text for all others ends the matter.
 */
export function choosesMessage({ form, branches }: Dispatch, on: 'code' | 'status'): boolean {
	if (form !== 'switch' && form !== 'chain') return false;
	if (on === 'code' && (form === 'switch' || branches.some(({ isDefault }) => isDefault))) return false;
	const statements = branches.flatMap(({ body }) => body.flatMap(statementsOf));
	return statements.every(onlyGivesText) && statements.some(givesSentence);
}

function onlyGivesText(statement: Part): boolean {
	const given = givenBy(statement);
	if (given) return isText(given) || isNothing(given);
	if (statement.kind === 'if') return branchesOf(statement).every(onlyGivesText);
	return (
		statement.kind === 'variable' || statement.kind === 'break' || statement.kind === 'comment' || isNothing(statement)
	);
}

function givesSentence(statement: Part): boolean {
	if (statement.kind === 'if') return branchesOf(statement).some(givesSentence);
	const given = givenBy(statement);
	return given !== undefined && isText(given) && (sentence.test(given.text) || isTranslated(given) || isMarkup(given));
}

const branchesOf = (part: Part): readonly Part[] => [
	...statementsOf(childIn(part, 'body')),
	...statementsOf(childIn(part, 'alternative')),
];

/** What a statement returns, or gives to a variable, or is where a branch is a value. */
function givenBy(statement: Part): Part | undefined {
	if (statement.kind === 'return') return childIn(statement, 'value');
	if (statement.kind === 'string' || statement.kind === 'dynamic') return statement;
	const inner = statement.kind === 'statement' ? childIn(statement, 'inner') : statement;
	return inner?.kind === 'assignment' ? childIn(inner, 'right') : undefined;
}

function isText(value: Part): boolean {
	switch (value.kind) {
		case 'string':
		case 'dynamic':
			return true;
		case 'transparent':
		case 'await':
			return isMarkup(value) || value.children.some(isText);
		case 'ternary':
			return [...childrenIn(value, 'body'), ...childrenIn(value, 'alternative')].every(
				(one) => isText(one) || isNothing(one),
			);
		case 'fallback':
		case 'or':
		case 'arithmetic':
			return value.children.some(isText);
		case 'call':
			return isTranslated(value) || isMadeOfText(value);
		default:
			return isMarkup(value) || textNames.test(lastWord(pathOf(value) ?? ''));
	}
}

/** `"It is gone.".to_string()`, `String::from("It is gone.")`. */
function isMadeOfText(call: Part): boolean {
	const callee = childIn(call, 'callee');
	const owner = callee && childIn(callee, 'object');
	if (owner?.kind === 'string' || owner?.kind === 'dynamic') return true;
	const [given, ...others] = argumentsOf(call);
	return callee?.text === 'String::from' && others.length === 0 && given !== undefined && isText(given);
}

/** An element of a page: `<ErrorPage title="Gone" />`. */
const isMarkup = ({ text }: Part): boolean => /^\(?\s*<[\s\S]*>\s*\)?$/.test(text);

function isTranslated(value: Part): boolean {
	if (value.kind === 'transparent' || value.kind === 'await') return value.children.some(isTranslated);
	const callee = value.kind === 'call' ? childIn(value, 'callee') : undefined;
	const name = callee?.kind === 'member' ? childIn(callee, 'property') : callee;
	return name !== undefined && translating.test(name.text);
}

const isNothing = ({ text }: Part): boolean => /^(?:return|null|undefined|None|nil)?;?$/.test(text.trim());
