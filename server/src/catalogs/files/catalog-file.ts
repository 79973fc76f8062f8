import { checkLayer } from '../../catalog/check-layer.ts';
import type { CatalogLayer } from '../../catalog/layer.ts';
import { type Problem, type ProblemCode, replaceFix, type Severity } from '../../catalog/problem.ts';
import { type LayerReading, readLayer } from '../../catalog/read-layer.ts';
import { idFrom } from '../../catalog/values.ts';
import type { Edit, Span } from '../../syntax/span.ts';
import { type DataText, readDataText } from '../text/data-text.ts';
import { editsFor } from '../text/edit-data-text.ts';

/** UTF-16 units of the largest file that is read. */
export const largestCatalog = 10_000_000;
/** The same of YAML, which takes many times as long: more would keep an editor waiting. */
const largestYaml = 2_000_000;

/** A problem where it stands in the text. */
export interface PlacedProblem extends Span {
	readonly message: string;
	readonly severity: Severity;
	readonly code: ProblemCode;
	/** Each with its edits, which are worked out when they are asked for. */
	readonly fixes: readonly PlacedFix[];
}

export interface PlacedFix {
	readonly title: string;
	readonly edits: readonly Edit[];
}

/** A file with a catalog. */
export interface CatalogFile {
	readonly uri: string;
	/** As it was read last. */
	readonly text: string;
	/** Where in the text things are. */
	readonly data: DataText;
	/** Of this text, or of the last one that could be read. */
	readonly layer: CatalogLayer | undefined;
	/** Whether the text is broken and the layer is older than it. */
	readonly isStale: boolean;
	/** What this file shows alone; what shows with the catalogs that it extends comes with `resolveCatalogs`. */
	readonly problems: readonly PlacedProblem[];
}

/** Reads a file. Never throws; one that says nothing that can be used keeps what it said before. */
export function readCatalogFile(uri: string, text: string, before?: CatalogFile): CatalogFile {
	if (before?.uri === uri && before.text === text) return before;
	const data = tooLarge(text, nameIn(uri)) ?? readDataText(text, nameIn(uri));
	const { layer, problems } = layerIn(data, uri);
	const isStale = layer === undefined && before?.layer !== undefined;
	const alone = layer && layer.extends.length === 0 ? checkLayer(layer, new Map()) : [];
	return {
		uri,
		text,
		data,
		layer: layer ?? before?.layer,
		isStale,
		problems: [
			...faultsOf(data),
			...[...problems, ...alone, ...unquotedCodes(layer, data)].map((problem) => placedProblem(problem, data)),
		],
	};
}

function layerIn(data: DataText, uri: string): LayerReading {
	if (data.faults.length > 0) return { layer: undefined, problems: [] };
	if (data.value === undefined || data.value === null) return { layer: undefined, problems: [emptyFile(uri)] };
	const reading = readLayer(data.value, uri);
	if (reading.layer) return reading;
	// A link may lead to a file of any kind: of what is no catalog no key is told but one that is nearly a catalog's.
	const problems = reading.problems.filter(({ code, fixes = [] }) => code !== 'unknown-field' || fixes.length > 1);
	return { layer: undefined, problems };
}

function emptyFile(uri: string): Problem {
	const begin = [
		{ path: ['id'], value: idFrom(nameIn(uri).replace(/\.[^.]*$/, '')) ?? 'my-api' },
		{ path: ['entries'], value: [] },
	];
	const message = 'A catalog has at least an "id" and "entries".';
	const fixes = [{ title: 'Begin a catalog', edits: begin }];
	return { path: [], message, severity: 'error', code: 'missing-field', fixes };
}

/** The first faults: what comes behind one mostly comes of it. */
function faultsOf({ faults }: DataText): readonly PlacedProblem[] {
	const first = new Map(faults.slice(0, mostFaults * 2).map((fault) => [fault.start, fault]));
	return [...first.values()]
		.slice(0, mostFaults)
		.map((fault) => ({ ...fault, severity: 'error', code: 'not-readable', fixes: [] }));
}

const mostFaults = 5;

/** YAML takes `08006` and `22E2` for numbers, and an author who writes them seldom means 8006 and 2200. */
function unquotedCodes(layer: CatalogLayer | undefined, data: DataText): readonly Problem[] {
	if (data.format === 'json' || !layer) return [];
	return layer.entries.flatMap(({ entry, path }) => {
		if (typeof entry.value !== 'number') return [];
		const at = [...path, 'value'];
		const { start, end } = data.spanAt(at);
		const written = data.text.slice(start, end);
		if (written === `${entry.value}` || !/^[\w.+-]+$/.test(written)) return [];
		const message = `${written} is the number ${entry.value} in YAML. A code that is text stands in quotes.`;
		return [
			{ path: at, message, severity: 'warning', code: 'unquoted-code', fixes: [replaceFix(at, written)] } as const,
		];
	});
}

/** A problem where it stands in a text. */
export function placedProblem(problem: Problem, data: DataText): PlacedProblem {
	const { path, at, message, severity, code, fixes = [] } = problem;
	return {
		...data.spanAt(path, at),
		message,
		severity,
		code,
		fixes: fixes.map(({ title, edits }) => ({
			title,
			get edits() {
				return editsFor(data, edits);
			},
		})),
	};
}

function tooLarge(text: string, name: string): DataText | undefined {
	const isYaml = /\.ya?ml$/i.test(name);
	const largest = isYaml ? largestYaml : largestCatalog;
	if (text.length <= largest) return undefined;
	const whole = { start: 0, end: 0 };
	const instead = isYaml ? ` JSON may have ${largestCatalog / 1_000_000} MB.` : '';
	const message = `This file is larger than ${largest / 1_000_000} MB, and is not read.${instead}`;
	return {
		...{ format: 'json', text, value: undefined, faults: [{ ...whole, message }] },
		root: () => undefined,
		spanAt: () => whole,
	};
}

/** The last part of a URI without what may follow the path. */
function nameIn(uri: string): string {
	return uri.replace(/[?#].*$/s, '').replace(/^.*\//s, '');
}
