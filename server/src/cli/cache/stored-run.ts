import type { FileReport, ReportedFinding } from '../reports/report.ts';
import { hashOf } from './hashes.ts';
import type { Inputs } from './inputs.ts';

/** A run of a check: what it read, and what it came to. */
export interface StoredRun {
	readonly inputs: Inputs;
	readonly reports: readonly FileReport[];
}

/** All but the stamps and what is there for every file. */
interface Header extends Omit<Inputs, 'stamped' | 'stamps'> {
	/** The hash of each that has one, and `/` for those of folders. */
	readonly contents: readonly (readonly [index: number, contents: string])[];
	/** The indexes of folders among what has stamps. */
	readonly folders: readonly number[];
	readonly findings: readonly (readonly [index: number, findings: readonly ReportedFinding[]])[];
}

/** Names the form, which changes with what is written. */
const form = 'api-errors run 1\n';
const hashLength = 27;

/**
 * The run as bytes: a hash of all that follows, the lengths of three parts, and these: what JSON can say, the paths in
 * lines, and the stamps.
 * @returns undefined where a path cannot stand in a line
 */
export function bytesOf({ inputs, reports }: StoredRun): Buffer | undefined {
	const { stamped, stamps, ...rest } = inputs;
	const header: Header = {
		...rest,
		contents: stamped.flatMap(({ contents }, index) => (contents === undefined ? [] : [[index, contents] as const])),
		folders: stamped.flatMap(({ kind }, index) => (kind === 'folder' ? [index] : [])),
		findings: reports.flatMap(({ findings }, index) => (findings.length > 0 ? [[index, findings] as const] : [])),
	};
	const lines = [
		stamped.map(({ path }) => path),
		reports.map(({ path }) => path),
		reports.map(({ path, pathInRepository }) => (pathInRepository === path ? '' : pathInRepository)),
	];
	if (lines.flat().some((line) => /[\n\0]/.test(line))) return undefined;
	const parts = [
		Buffer.from(JSON.stringify(header)),
		Buffer.from(lines.map((group) => group.join('\n')).join('\0')),
		Buffer.from(stamps.buffer, stamps.byteOffset, stamps.byteLength),
	];
	const lengths = `${parts.map(({ length }) => length).join(' ')}\n`;
	const body = Buffer.concat([Buffer.from(lengths), ...parts]);
	return Buffer.concat([Buffer.from(form + hashOf(body)), body]);
}

/** The run that was written as these bytes; undefined for any others. */
export function runIn(bytes: Buffer): StoredRun | undefined {
	const start = form.length + hashLength;
	if (bytes.toString('latin1', 0, form.length) !== form) return undefined;
	const body = bytes.subarray(start);
	if (hashOf(body) !== bytes.toString('latin1', form.length, start)) return undefined;
	const end = body.indexOf('\n') + 1;
	const [first = 0, second = 0, third = 0] = body.toString('latin1', 0, end).split(' ').map(Number);
	const header: Header = JSON.parse(body.toString('utf8', end, end + first));
	const groups = body.toString('utf8', end + first, end + first + second).split('\0');
	const numbers = body.subarray(end + first + second, end + first + second + third);
	const [paths = [], reported = [], inRepository = []] = groups.map((group) => (group === '' ? [] : group.split('\n')));
	const { contents, folders, findings, ...rest } = header;
	const hashes = new Map(contents);
	const areFolders = new Set(folders);
	const found = new Map(findings);
	return {
		inputs: {
			...rest,
			stamped: paths.map((path, index) => {
				const hash = hashes.get(index);
				const kind = areFolders.has(index) ? 'folder' : 'text';
				return hash === undefined ? { path, kind } : { path, kind, contents: hash };
			}),
			// They need not lie where numbers may be read.
			stamps: new Float64Array(new Uint8Array(numbers).buffer),
		},
		reports: reported.map((path, index) => ({
			path,
			pathInRepository: inRepository[index] || path,
			findings: found.get(index) ?? [],
		})),
	};
}
