import type { CatalogIndex, Match } from '../../catalog/catalog-index.ts';
import type { Label, NameLabel } from '../../syntax/code.ts';
import { sourceOf } from '../../syntax/dispatches/binding.ts';
import { lastWord, pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, closest } from '../../syntax/parts/part.ts';
import type { FileFacts } from '../file-facts.ts';

/** Owners of names that are no API's errors: the close codes of a socket, states, levels. */
const otherOwners =
	/(close|gateway|socket|event|state|action|rule|category|level|grpc|phase|stage|mode|kind|view|route)(code|codes|s)?$/i;
/** Owners whose names are HTTP statuses: `HttpStatus`, `StatusCode`, `status`, but no `StepStatus`. */
const statusOwners = /http|(^|\.)(response_?)?status(es)?(_?codes?)?(interface)?$|(^|\.)requests\.codes$/i;
/** Names of statuses in small letters: `codes.not_found`, which no other system has. */
const smallStatus = /(?:^|\.)codes\.[a-z][a-z_]*$/;
/** What libraries put before the phrase, and a library whose responses have a class for each status. */
const prefixed = /^(HTTP_|Status[A-Z]|SC_)/;
export const classOfStatus = /(?:^|\.)Net\.HTTP[A-Z]\w*$/;
/** What gives the value of an enum's member: `ErrorCode.RATE_LIMITED.value`. */
const valueSuffix = /\.(?:value|rawValue)$/;

/** What a name stands for. */
export interface NamedValue {
	readonly value: string | number;
	/** Whether the file shows it; otherwise only the name speaks for it. */
	readonly shown: boolean;
}

/** The value of a label; undefined where it cannot be told. */
export function valueOfLabel(label: Label, facts: FileFacts, catalogs: CatalogIndex): NamedValue | undefined {
	if (label.kind === 'literal') return { value: label.literal.value, shown: true };
	if (label.kind !== 'name') return undefined;
	const value = valueOfName(label.name, facts, catalogs);
	if (value?.shown) return value;
	// The function itself may have taken the name out of a table: `const { LIMITED } = Codes`.
	const source = sourceOf(label.name, label.part);
	const status = /^[A-Z][A-Z_]+$/.test(label.name) ? statusInSwitch(label, catalogs) : undefined;
	if (status) return status;
	return (source === label.name ? undefined : valueOfConstant(source, facts)) ?? value;
}

/** A switch over a status names the statuses of its type alone: `case TOO_MANY_REQUESTS` of `switch (e.getStatusCode())`. */
function statusInSwitch({ name, part }: NameLabel, catalogs: CatalogIndex): NamedValue | undefined {
	const asked = part.fields.includes('label') ? closest(part, 'switch') : undefined;
	const subject = asked && pathOf(childIn(asked, 'subject'));
	const status = /status(_?code)?$/i.test(subject ?? '') ? catalogs.byStatusName(name) : undefined;
	return status && { value: status.value, shown: false };
}

/** The value that a name such as `ErrorCode.RateLimited` or `HttpStatusCode.TooManyRequests` stands for. */
export function valueOfName(name: string, facts: FileFacts, catalogs: CatalogIndex): NamedValue | undefined {
	const shown = valueOfConstant(name, facts);
	if (shown) return shown;
	if (valueSuffix.test(name)) return valueOfName(name.replace(valueSuffix, ''), facts, catalogs);
	const [root = '', ...members] = name.split('.');
	const imported = members.length > 0 ? facts.renamed.get(root) : undefined;
	if (imported !== undefined) return valueOfName([imported, ...members].join('.'), facts, catalogs);
	const word = lastWord(name);
	const owner = name.slice(0, Math.max(0, name.length - word.length - 1));
	if (statusOwners.test(owner) || smallStatus.test(name) || prefixed.test(word) || classOfStatus.test(name)) {
		const status = catalogs.byStatusName(word);
		if (status) return { value: status.value, shown: false };
	}
	if (!isConstantWord(word) || otherOwners.test(owner) || !(owner || /_/.test(word))) return undefined;
	const [match]: readonly (Match | undefined)[] = catalogs.byName(word);
	return match && { value: match.entry.value, shown: false };
}

/** The owner and the name at the end of a path through namespaces: `Codes.GONE` of `Api.Errors.Codes.GONE`. */
const withoutNamespaces = /^[A-Z]\w*\.(?:[A-Z]\w*\.)*([A-Z]\w*\.[A-Z]\w*)$/;

/** The value of a constant of the file or of one that it imports, by its own name or by one that the file gives it. */
function valueOfConstant(name: string, { constants, sources }: FileFacts): NamedValue | undefined {
	const [root = '', ...rest] = name.split('.');
	const source = sources.get(root);
	const constant =
		constantNamed(name, constants) ??
		(source === undefined ? undefined : constants.get([source, ...rest].join('.'))) ??
		constants.get(withoutNamespaces.exec(name)?.[1] ?? '');
	return constant && { value: constant.literal.value, shown: true };
}

/** The constant of a name; of a member whose owner is left out, where all that are called so have the same value. */
export function constantNamed(
	name: string,
	constants: FileFacts['constants'],
): (FileFacts['constants'] extends ReadonlyMap<string, infer Known> ? Known : never) | undefined {
	if (!name.startsWith('.')) return constants.get(name);
	const [first, ...others] = [...constants].filter(([own]) => own.endsWith(name)).map(([, constant]) => constant);
	return others.some(({ literal }) => literal.value !== first?.literal.value) ? undefined : first;
}

const isConstantWord = (word: string): boolean => /^[A-Z]/.test(word);
