import {
	isErrorCode,
	isForeignOwner,
	isOtherSystem,
	kindOfContainer,
	kindOfName,
	ownerOfCode,
	snakeCase,
} from './names.ts';
import type { Sign } from './sign.ts';
import { isDistinctive } from './values.ts';

/** How a name stands to the number, for the user: "it is compared with". */
export interface NameUse {
	readonly how: string;
	/** Whether the name is that of a list or a table of such numbers. */
	readonly holdsMany?: boolean;
	/** Whether the name is only near: it counts for less. */
	readonly far?: boolean;
}

/** What a name says about the number that it stands for. Nothing, where it is empty. */
export function signsOfName(
	path: string,
	value: number,
	{ how, holdsMany = false, far = false }: NameUse,
): readonly Sign[] {
	const words = snakeCase(path);
	if (words === '') return [];
	const shown = `${how} \`${path}\``;
	const foreign: readonly Sign[] = isOtherSystem(words)
		? [{ weight: -12, reason: `\`${path}\` speaks of a system with numbers of its own` }]
		: [];
	switch (holdsMany ? kindOfContainer(words) : kindOfName(words)) {
		case 'status': {
			const others: Sign = { weight: -7, reason: `\`${path}\` may be the status of something else` };
			return [{ weight: far ? 13 : 16, reason: shown }, ...(isForeignOwner(words) ? [others] : []), ...foreign];
		}
		case 'foreign':
			return [{ weight: -20, reason: `\`${path}\` is a number of another system` }];
		case 'measure':
			return far ? [] : [{ weight: -20, reason: `\`${path}\` is the name of a size, a time, an amount or a place` }];
		case 'code':
			return [...signsOfCode(words, value, shown), ...foreign];
		case 'answer':
			return [{ weight: 5, reason: `${shown}, which a status may stand for` }, ...signOfRoundError(value), ...foreign];
		case 'near':
			return [{ weight: 5, reason: shown }, ...foreign];
		default:
			return foreign;
	}
}

function signsOfCode(words: string, value: number, shown: string): readonly Sign[] {
	const base: Sign = { weight: isErrorCode(words) ? 6 : 4, reason: `${shown}, which may be a status` };
	const owner = ownerOfCode(words);
	if (owner === 'response')
		return [
			base,
			{ weight: isDistinctive(value) || value % 100 === 0 ? 6 : 2, reason: 'it is the code of a response' },
		];
	const error: readonly Sign[] = owner === 'error' ? [{ weight: 3, reason: 'it is the code of an error' }] : [];
	return [base, ...error, ...signOfClass(value, words, owner === 'error' || isErrorCode(words))];
}

/** The codes of errors are those of HTTP's errors; other numbers are some system's own. */
function signOfClass(value: number, words: string, isError: boolean): readonly Sign[] {
	if (/success|ok|accept|expect|valid/.test(words))
		return value === 200 ? [{ weight: 4, reason: 'success is often 200' }] : [];
	if (value < 300 && value !== 200 && (isError || !isDistinctive(value)))
		return [{ weight: -6, reason: `errors have no ${value}` }];
	return signOfRoundError(value);
}

function signOfRoundError(value: number): readonly Sign[] {
	return value === 400 || value === 500 ? [{ weight: 2, reason: `errors are often ${value}` }] : [];
}
