import type { Envelope } from '../../../catalog/catalog.ts';
import type { DraftEntry } from '../../draft.ts';

/** A value in a body, and the way to it. */
interface Leaf {
	readonly path: readonly string[];
	readonly value: string | number;
}

const codeNames = ['code', 'error_code', 'errorcode', 'errcode', 'err_code', 'error_type', 'errortype', 'subcode'];
const weakCodeNames = ['type', 'error', 'reason', 'name', 'id', 'key', 'status', 'result'];
const messageNames = [
	...['message', 'error_message', 'errormessage', 'msg', 'error_description', 'description', 'detail', 'error_msg'],
	...['errmsg', 'title', 'text', 'reason'],
];
const statusNames = [
	'status',
	'statuscode',
	'status_code',
	'http_status',
	'httpstatus',
	'http_status_code',
	'http_code',
	'httpcode',
];

/** Values and nesting that are looked at in one body. */
const mostLeaves = 500;
const deepest = 12;

/** The numbers that samples have where their code stands. */
export function numericCodes(bodies: readonly object[]): ReadonlySet<number> {
	const leaves = bodies.flatMap((body) => leavesOf(body));
	return new Set(
		leaves.flatMap(({ path, value }) => (typeof value === 'number' && codeNames.includes(lastOf(path)) ? [value] : [])),
	);
}

/** The names that samples have for the parts of a body. */
export function namesIn(bodies: readonly object[]): ReadonlySet<string> {
	return new Set(bodies.flatMap((body) => leavesOf(body).flatMap(({ path }) => path)));
}

/**
 * Finds where a body has code, message and status.
 *
 * @param bodies samples of bodies
 * @param fields names such as `error.code` from a table of a body's fields
 */
export function envelopeOf(
	bodies: readonly object[],
	fields: readonly string[],
	entries: readonly DraftEntry[],
): Envelope | undefined {
	const codes = new Set(entries.flatMap(({ kind, value }) => (kind === 'code' ? [value] : [])));
	if (codes.size === 0) return undefined;
	const scored = bodies
		.flatMap((body) => {
			const leaves = leavesOf(body);
			return leaves.map((leaf) => ({ leaf, leaves, score: score(leaf, leaves, codes) }));
		})
		.filter(({ score: points }) => points > 0);
	const [first, ...others] = scored;
	if (first === undefined) return fromFields(fields);
	const best = others.reduce((most, one) => (one.score > most.score ? one : most), first);
	return { code: best.leaf.path.join('.'), ...besides(best.leaf, best.leaves) };
}

function score({ path, value }: Leaf, leaves: readonly Leaf[], codes: ReadonlySet<string | number>): number {
	const name = lastOf(path);
	const hasMessage = leaves.some(
		(leaf) => isBeside(leaf.path, path) && messageNames.includes(lastOf(leaf.path)) && leaf.path !== path,
	);
	const isKnown = codes.has(value);
	if (codeNames.includes(name)) return (isKnown ? 20 : 0) + (hasMessage ? 5 : 0) + (path.length > 1 || isKnown ? 1 : 0);
	if (!weakCodeNames.includes(name) || !isKnown) return isKnown && typeof value === 'string' && hasMessage ? 5 : 0;
	return statusNames.includes(name) && typeof value === 'number' ? 0 : 12;
}

function besides(code: Leaf, leaves: readonly Leaf[]): Omit<Envelope, 'code'> {
	const near = leaves.filter((leaf) => leaf !== code && isBeside(leaf.path, code.path));
	const named = (names: readonly string[], list: readonly Leaf[]) =>
		names.flatMap((name) => list.filter(({ path }) => lastOf(path) === name))[0];
	const message = named(
		messageNames,
		near.filter(({ value }) => typeof value === 'string'),
	);
	const isStatusValue = ({ value }: Leaf) => typeof value === 'number' && value >= 100 && value <= 599;
	const status =
		named(statusNames, near.filter(isStatusValue)) ??
		named(
			statusNames,
			leaves.filter((leaf) => leaf.path.length <= 2 && isStatusValue(leaf)),
		);
	return {
		...(message && { message: message.path.join('.') }),
		...(status && status !== code && { status: status.path.join('.') }),
	};
}

function isBeside(path: readonly string[], other: readonly string[]): boolean {
	return path.length === other.length && path.slice(0, -1).every((part, at) => part === other[at]);
}

/** From the names of a table of fields, where these say the whole way. */
function fromFields(fields: readonly string[]): Envelope | undefined {
	const paths = fields.filter((field) => /^[\w-]+(?:\.[\w-]+)+$/.test(field));
	const named = (names: readonly string[]) =>
		names.flatMap((name) => paths.filter((path) => lastOf(path.split('.')) === name))[0];
	const code = named(codeNames) ?? named(['type']);
	if (code === undefined) return undefined;
	const message = named(messageNames);
	const status = named(statusNames);
	return { code, ...(message && { message }), ...(status && { status }) };
}

function lastOf(path: readonly string[]): string {
	return (path.at(-1) ?? '').toLowerCase();
}

/** Texts and numbers of a body; of a list the first item stands for all. */
function leavesOf(body: object): readonly Leaf[] {
	const leaves: Leaf[] = [];
	const visit = (value: unknown, path: readonly string[]): void => {
		if (leaves.length >= mostLeaves || path.length > deepest) return;
		if (typeof value === 'string' || typeof value === 'number') leaves.push({ path, value });
		else if (Array.isArray(value)) {
			const parent = path.at(-1);
			if (parent !== undefined && value.length > 0) visit(value[0], [...path.slice(0, -1), `${parent}[0]`]);
		} else if (typeof value === 'object' && value !== null) {
			for (const [key, part] of Object.entries(value)) if (/^[^\s.]{1,60}$/.test(key)) visit(part, [...path, key]);
		}
	};
	visit(body, []);
	return leaves;
}
