import { createHash } from 'node:crypto';
import type { FileReport } from './report.ts';

/**
 * A name for each finding of a file, in their order, that stays when other lines come and go: made of the rule, the path,
 * the text of the line, and which of those that are alike it is. No two findings of a report have the same.
 * @returns 64 hexadecimal digits each
 */
export function fingerprintsOf({ pathInRepository, findings }: FileReport): readonly string[] {
	const seen = new Map<string, number>();
	return findings.map(({ rule, code }) => {
		const kind = JSON.stringify([rule, pathInRepository, code.replaceAll(/\s+/g, ' ')]);
		const occurrence = seen.get(kind) ?? 0;
		seen.set(kind, occurrence + 1);
		return createHash('sha256').update(`${kind}${occurrence}`).digest('hex');
	});
}
