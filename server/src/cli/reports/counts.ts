import type { Severity } from '../../rules/rule.ts';
import type { ListedFinding } from './report.ts';
import { plain, type Style } from './style.ts';

/** How much was found, by weight. */
export interface Counts {
	readonly errors: number;
	readonly warnings: number;
	/** Information and hints. */
	readonly notes: number;
}

export function countsOf(findings: readonly ListedFinding[]): Counts {
	const count = (...counts: readonly Severity[]) => findings.filter(({ severity }) => counts.includes(severity)).length;
	return { errors: count('error'), warnings: count('warning'), notes: count('information', 'hint') };
}

/** How much was found, as `3 problems in 2 files: 1 error, 2 warnings, 0 notes`. */
export function inWords(findings: readonly ListedFinding[], files: number, style: Style = plain): string {
	if (findings.length === 0) return `${style('green', 'No problems')} in ${counted(files, 'file')}`;
	const { errors, warnings, notes } = countsOf(findings);
	const total = style(errors + warnings > 0 ? 'red' : 'blue', counted(findings.length, 'problem'));
	const parts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(notes, 'note')];
	return `${total} in ${counted(files, 'file')}: ${parts.join(', ')}`;
}

/** A number and what it counts, as `2 files`. */
export function counted(count: number, one: string, more = `${one}s`): string {
	return `${count} ${count === 1 ? one : more}`;
}
