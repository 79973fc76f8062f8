import type { CatalogIndex } from '../../../catalog/catalog-index.ts';
import { lastWord, pathOf } from '../../../syntax/dispatches/subject.ts';
import { literalOf } from '../../../syntax/literals.ts';
import { childIn, type Part } from '../../../syntax/parts/part.ts';
import { stringText } from './string-text.ts';

export type Value = string | number;

/** What names stand for in a source. */
export interface Names {
	/** By the path by which the source names it: `ErrorCode.RateLimited`, or the name alone within its enum. */
	readonly values: ReadonlyMap<string, Value>;
	/** Knows what libraries call the statuses of HTTP. */
	readonly statuses: Pick<CatalogIndex, 'byStatusName'>;
}

/** Owners of names of statuses: `HttpStatus.NOT_FOUND`, `StatusCodes.NOT_FOUND`. */
const statusOwner = /http|status/i;

/** The value of an expression that can be told without running anything; undefined for all others. */
export function valueIn(part: Part | undefined, names: Names): Value | undefined {
	switch (part?.kind) {
		case 'string':
			return stringText(part.text);
		case 'integer': {
			const value = literalOf(part)?.value;
			return Number.isSafeInteger(value) ? value : undefined;
		}
		case 'negative':
			return signed(part, names);
		case 'arithmetic':
			return calculated(part, names);
		case 'transparent':
		case 'type':
			return valueIn(childIn(part, 'inner') ?? (part.children.length === 1 ? part.children[0] : undefined), names);
		case undefined:
		case 'member':
		case 'subscript':
			return part && valueOfName(part, names);
		default:
			return undefined;
	}
}

/** The text of an expression; what is put into it when it runs is shown as `…`. */
export function textOf(part: Part | undefined, names: Names): string | undefined {
	if (part?.kind === 'dynamic' && part.text.startsWith('`'))
		return stringText(part.text.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…'));
	if (part?.kind === 'transparent') return textOf(childIn(part, 'inner'), names);
	if (part?.kind === 'arithmetic' && operatorOf(part) === '+') {
		const [left, right] = [textOf(childIn(part, 'left'), names), textOf(childIn(part, 'right'), names)];
		return left !== undefined && right !== undefined ? left + right : undefined;
	}
	const value = valueIn(part, names);
	return typeof value === 'string' ? value : undefined;
}

function signed(part: Part, names: Names): number | undefined {
	const value = valueIn(childIn(part, 'inner'), names);
	if (typeof value !== 'number') return undefined;
	const sign = part.text.charAt(0);
	return sign === '-' ? -value : sign === '~' ? ~value : value;
}

const operatorOf = (part: Part): string | undefined => childIn(part, 'operator')?.text;

function calculated(part: Part, names: Names): Value | undefined {
	const [left, right] = [valueIn(childIn(part, 'left'), names), valueIn(childIn(part, 'right'), names)];
	const operator = operatorOf(part);
	if (typeof left === 'string' && typeof right === 'string') return operator === '+' ? left + right : undefined;
	if (typeof left !== 'number' || typeof right !== 'number') return undefined;
	const result = operations.get(operator ?? '')?.(left, right);
	return Number.isSafeInteger(result) ? result : undefined;
}

const operations: ReadonlyMap<string, (left: number, right: number) => number> = new Map([
	['+', (left, right) => left + right],
	['-', (left, right) => left - right],
	['*', (left, right) => left * right],
	['|', (left, right) => left | right],
	['<<', (left, right) => left << right],
]);

function valueOfName(part: Part, { values, statuses }: Names): Value | undefined {
	const path = pathOf(part);
	if (path === undefined) return undefined;
	const known = values.get(path) ?? values.get(path.split('.').slice(-2).join('.'));
	if (known !== undefined) return known;
	const word = lastWord(path);
	const owner = path.slice(0, path.length - word.length);
	const isStatus = statusOwner.test(owner) || /^HTTP_STATUS_/.test(word);
	return isStatus ? statuses.byStatusName(word.replace(/^HTTP_STATUS_/, ''))?.value : undefined;
}
