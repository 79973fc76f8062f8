import { Mistake } from './command.ts';

/** How many threads `--jobs` allows; undefined where it is not given. Throws a `Mistake` where it makes no sense. */
export function jobsIn(text: string | undefined): number | undefined {
	if (text === undefined || /^[1-9]\d{0,3}$/.test(text)) return text === undefined ? undefined : Number(text);
	throw new Mistake(`--jobs is a number of threads from 1, not “${text}”.`, { isUsage: true });
}
