import type { ApiCoverage, Coverage } from '../../coverage/coverage.ts';
import { shareOf, totalOf } from '../../coverage/coverage.ts';
import { counted, shareInWords } from '../../coverage/words.ts';
import { visible } from '../reports/visible.ts';
import type { CoverageFormat, Look } from './coverage-format.ts';
import { listOf } from './text-list.ts';
import { fitsMatrix, matrixOf } from './text-matrix.ts';

/** Each API with a matrix where it has few places, with lists where it has many. */
export const text: CoverageFormat = {
	name: 'text',
	summary: 'for people at a terminal',
	write({ coverage }, look) {
		const sections = coverage.apis.map((api) => section(api, look));
		return [...sections, lastLine(coverage, look)].join('\n');
	},
};

function section(api: ApiCoverage, look: Look): string {
	const { style } = look;
	const places = api.files.reduce((sum, file) => sum + file.places.length, 0);
	const heading = `${style('bold', visible(api.name))}  ${summaryOf(api)}`;
	const note = api.isComplete ? [] : ['Its catalog is not complete: it may have other codes than these.'];
	const body = places > 0 && fitsMatrix(api, look) ? matrixOf(api, look) : listOf(api, look);
	return `${[heading, ...note, '', ...body].join('\n')}\n`;
}

function summaryOf({ counts, files }: ApiCoverage): string {
	const places = files.reduce((sum, file) => sum + file.places.length, 0);
	const { of } = shareOf(counts);
	const unsure = counts['cannot-tell'];
	const parts = [
		of === 0 ? 'nothing that must be handled can be told' : `${shareInWords(counts)} handled`,
		...(unsure > 0 ? [`${unsure} cannot be told`] : []),
		counted(places, 'place'),
	];
	return parts.join(', ');
}

function lastLine(coverage: Coverage, { style }: Look): string {
	const files = counted(coverage.files, 'file');
	if (coverage.apis.length === 0) return `No code in ${files} speaks of an API that is known.\n`;
	const counts = totalOf(coverage);
	const { well, of } = shareOf(counts);
	const share = style(well === of ? 'green' : 'red', shareInWords(counts));
	return `${share} of what must be handled is handled, in ${files}.\n`;
}
