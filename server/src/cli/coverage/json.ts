import type { ApiCoverage, CodeRow, Counts, CoveredPlace } from '../../coverage/coverage.ts';
import { percentOf, shareOf, totalOf } from '../../coverage/coverage.ts';
import type { Cell } from '../../coverage/facts.ts';
import { jsonText } from '../reports/json-text.ts';
import type { CoverageFormat, CoverageReport } from './coverage-format.ts';

/** For programs; `docs/coverage.md` says what each field is. */
export const json: CoverageFormat = {
	name: 'json',
	summary: 'for programs of your own',
	write: (report) => jsonText(coverageData(report)),
};

/** What is written, as data. */
export function coverageData({ coverage, problems }: CoverageReport) {
	const { apis, files } = coverage;
	return { format: 1 as const, files, required: sharesOf(totalOf(coverage)), problems, apis: apis.map(apiOf) };
}

function apiOf({ id, name, isComplete, counts, rows, files }: ApiCoverage) {
	return {
		id,
		name,
		complete: isComplete,
		required: sharesOf(counts),
		codes: rows.map(codeOf),
		places: files.flatMap(({ path, places }) => places.map((place) => placeOf(path, place))),
	};
}

function sharesOf(counts: Counts) {
	const share = shareOf(counts);
	return { handled: share.well, of: share.of, percent: percentOf(share) ?? null, cannotTell: counts['cannot-tell'] };
}

function codeOf({ kind, value, status, title, required, isDeprecated, isMentioned, counts }: CodeRow) {
	return {
		kind,
		value,
		status,
		title,
		required,
		deprecated: isDeprecated,
		mentioned: kind === 'code' ? isMentioned : undefined,
		handled: counts.handled,
		around: counts.around,
		default: counts.default,
		notHandled: counts['not-handled'],
		cannotTell: counts['cannot-tell'],
	};
}

function placeOf(file: string, place: CoveredPlace) {
	const { line, column, name, form, subject, on, suppressedBy, quiet, cells, others } = place;
	return {
		...{ file, line, column, name, form, lookedAt: subject, on, suppressedBy, quiet },
		cells: cells.map(({ value, required, state, reason }) => ({ value, state, required, reason })),
		others: cellOf(others),
	};
}

const cellOf = ({ state, reason }: Cell) => ({ state, reason });
