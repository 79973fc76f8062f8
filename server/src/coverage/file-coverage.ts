import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../analysis/analysis.ts';
import { suppresses } from '../analysis/directives/suppressions.ts';
import { isRequired } from '../analysis/resolving.ts';
import { type Catalog, type Entry, isDeprecated } from '../catalog/catalog.ts';
import { statusOf } from '../catalog/catalog-index.ts';
import { headOf } from '../rules/dispatch-head.ts';
import { type CoverageOptions, cellsOf, isError } from './cells.ts';
import type { ApiFacts, FileCoverage, PlaceFacts, RowFacts } from './facts.ts';
import { placeName } from './place-name.ts';

/** What the code of a document does about the errors of APIs; HTTP is one, for statuses of which no API is known. */
export function coverageIn(analysis: Analysis, options: CoverageOptions): FileCoverage {
	const found = analysis.blocks.flatMap((block) =>
		block.dispatches.flatMap((judged) => {
			const isNobodys = judged.step === 'none' && judged.catalog !== analysis.catalogs.http;
			if (isNobodys) return [];
			const place = placeOf(judged, block, analysis, options);
			return place.cells.length > 0 || place.others.state !== 'not-asked' ? [{ judged, place }] : [];
		}),
	);
	const mentioned = mentionedIn(analysis);
	const catalogs = new Set([...found.map(({ judged }) => judged.catalog), ...mentioned.keys()]);
	const apis = [...catalogs].map((catalog): ApiFacts => {
		const own = found.filter(({ judged }) => judged.catalog === catalog).map(({ judged }) => judged);
		return {
			id: catalog.id,
			name: catalog.name,
			isComplete: catalog.complete !== false,
			isSure: own.length > 0 || analysis.inPlay.some((one) => one.catalog === catalog && one.step !== 'workspace'),
			rows: [...codeRows(catalog, options), ...statusRows(own, options)],
			mentioned: [...(mentioned.get(catalog) ?? [])],
		};
	});
	const places = found.map(({ place }) => place).sort((a, b) => a.line - b.line || a.column - b.column);
	return { apis, places };
}

/** The codes of APIs that literals and names of a document surely stand for. */
function mentionedIn({ blocks, catalogs }: Analysis): ReadonlyMap<Catalog, ReadonlySet<string | number>> {
	const found = new Map<Catalog, Set<string | number>>();
	for (const { occurrences } of blocks)
		for (const { meanings } of occurrences) {
			const [first] = meanings;
			if (!first || first.step === 'none' || first.catalog === catalogs.http || first.entry.kind !== 'code') continue;
			const values = found.get(first.catalog) ?? new Set();
			found.set(first.catalog, values.add(first.entry.value));
		}
	return found;
}

function codeRows({ entries }: Catalog, options: CoverageOptions): readonly RowFacts[] {
	return entries.filter(({ kind }) => kind === 'code').map((entry) => rowOf(entry, options));
}

/** The statuses of errors that are chosen by somewhere, or that must be. */
function statusRows(dispatches: readonly ErrorDispatch[], options: CoverageOptions): readonly RowFacts[] {
	const rows = new Map<string | number, RowFacts>();
	for (const { on, labels, missing } of dispatches)
		for (const entry of on === 'code' ? [] : [...labels.flatMap(({ entries }) => entries), ...missing]) {
			const row = rowOf(entry, options);
			const isCounted = row.required || (!missing.includes(entry) && isError(entry));
			if (isCounted && !rows.get(entry.value)?.required) rows.set(entry.value, row);
		}
	return [...rows.values()];
}

function rowOf(entry: Entry, options: CoverageOptions): RowFacts {
	const { kind, value, title } = entry;
	const required = isRequired(entry, options);
	return { kind, value, status: statusOf(entry), title, required, isDeprecated: isDeprecated(entry) };
}

function placeOf(
	judged: ErrorDispatch,
	block: AnalyzedBlock,
	analysis: Analysis,
	options: CoverageOptions,
): PlaceFacts {
	const { dispatch, catalog, on } = judged;
	const { document, directives } = analysis;
	const start = block.start + headOf(judged).start;
	const { line, character } = document.positionAt(start);
	const isQuiet = document.isQuietAt?.(start) ?? false;
	const { cells, others } = cellsOf(judged, block, analysis, options);
	const gap = cells.some(({ state }) => state === 'not-handled');
	const { path, source } = dispatch.subject;
	return {
		api: catalog.id,
		line: line + 1,
		column: character + 1,
		name: placeName(judged),
		subject: path.includes('.') ? path : source,
		form: dispatch.form,
		on,
		cells,
		others,
		suppressedBy: gap ? suppresses(directives, 'missing-required', line)?.word : undefined,
		quiet: analysis.quiet ?? (isQuiet ? 'too little of the code around it is seen' : undefined),
	};
}
