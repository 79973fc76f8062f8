import type { Entry } from '../../../catalog/catalog.ts';
import { entryKey } from '../../../catalog/layer.ts';
import { cutTo, limits } from '../../../catalog/limits.ts';
import { dottedRule, hostRule, packageRule, wrongInUrl } from '../../../catalog/values.ts';
import type { Draft, DraftEntry } from '../../../import/draft.ts';
import { isObject } from './import-record.ts';

/** What a source says of an entry or of the API, by the names of the fields of a catalog, in their order. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a catalog itself that an import fills in; those with a dot stand in an object of their own. */
export const catalogFieldNames = ['name', 'version', 'url', 'evidence.packages', 'evidence.hosts', 'envelope'] as const;

/** The fields of an entry that an import fills in, in their order. */
export const entryFieldNames = [
	...(['status', 'title', 'otherNames', 'description', 'remedy', 'url', 'retry'] as const),
	...(['sample', 'since', 'deprecated', 'replacedBy', 'removedIn'] as const),
];

/** What the source says of the API, as far as a catalog takes it. */
export function catalogFields(draft: Draft): Fields {
	const { envelope } = draft;
	const paths = [envelope?.code, envelope?.message, envelope?.status];
	const isUsable = paths.every((path) => path === undefined || isFit(path, dottedRule.wrong));
	return withoutEmpty({
		name: textOf(draft.name, limits.name),
		version: textOf(draft.version, limits.name),
		url: urlOf(draft.url),
		'evidence.packages': listOf(draft.packages).filter((name) => isFit(name, packageRule.wrong)),
		'evidence.hosts': listOf(draft.hosts?.map((host) => host.toLowerCase())).filter(isTellingHost),
		envelope: envelope && isUsable ? withoutEmpty({ ...envelope }) : undefined,
	});
}

function isFit(text: string, wrong: ((text: string) => string | undefined) | undefined): boolean {
	return text.length <= limits.name && wrong?.(text) === undefined;
}

/** A host that only this API can have: not the machine that a developer sits at, and no bare number. */
function isTellingHost(host: string): boolean {
	return isFit(host, hostRule.wrong) && !/^(localhost|[\d.]+)(:\d+)?$|\.(localhost|local|test)(:\d+)?$/.test(host);
}

/** What the source says of an entry, beside its kind and value. */
export function entryFields(entry: DraftEntry): Fields {
	return withoutEmpty({
		status: entry.kind === 'code' && isStatus(entry.status) ? entry.status : undefined,
		title: textOf(entry.title, limits.title),
		otherNames: listOf(entry.otherNames),
		description: textOf(entry.description, limits.text),
		remedy: textOf(entry.remedy, limits.text),
		url: urlOf(entry.url),
		retry: entry.retry,
		sample: sampleOf(entry.sample),
		since: textOf(entry.since, limits.name),
		deprecated: entry.deprecated === true ? true : textOf(entry.deprecated, limits.text),
		replacedBy: entry.replacedBy === entry.value ? undefined : entry.replacedBy,
		removedIn: textOf(entry.removedIn, limits.name),
	});
}

/** The fields of an entry that nobody knows yet. Whether to repeat a request is asked of errors only. */
export function gapsIn(kind: Entry['kind'], value: string | number, fields: Fields): readonly string[] {
	const status = kind === 'status' || isStatus(value) ? value : fields.status;
	const isError = typeof status !== 'number' || status >= 400;
	const wanted = [
		...(kind === 'code' && typeof value === 'string' ? ['status'] : []),
		'description',
		...(isError ? ['retry'] : []),
	];
	return wanted.filter((field) => fields[field] === undefined);
}

/** Entries that a catalog can have, each once: the codes first, then the statuses, as the source has them. */
export function usableEntries(draft: Draft): readonly DraftEntry[] {
	const seen = new Set<string>();
	const isNew = ({ kind, value }: DraftEntry): boolean => {
		const key = entryKey({ kind, value });
		return !seen.has(key) && seen.add(key) !== undefined;
	};
	const entries = draft.entries.filter((entry) => isUsable(entry) && isNew(entry)).slice(0, limits.entries);
	const inOrder = [
		...entries.filter(({ kind }) => kind === 'code'),
		...entries.filter(({ kind }) => kind === 'status'),
	];
	return inOrder.map((entry) => {
		const { replacedBy, ...rest } = entry;
		const isKnown = replacedBy === undefined || seen.has(entryKey({ kind: entry.kind, value: replacedBy }));
		return isKnown ? entry : rest;
	});
}

function isUsable({ kind, value }: DraftEntry): boolean {
	if (kind === 'status') return isStatus(value);
	if (typeof value === 'number') return Number.isSafeInteger(value);
	return value !== '' && value === value.trim() && value.length <= limits.name && !/\p{Cc}/u.test(value);
}

function isStatus(value: unknown): value is number {
	return Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 599;
}

/** With one kind of line break, and nothing around it. */
function textOf(text: string | undefined, longest: number): string | undefined {
	const tidy = text?.replace(/\r\n?/g, '\n').trim();
	return !tidy || tidy.length <= longest ? tidy || undefined : `${cutTo(longest - 1, tidy)}…`;
}

function listOf(texts: readonly string[] | undefined): readonly string[] {
	const tidy = (texts ?? []).map((text) => textOf(text, limits.name)).filter((text) => text !== undefined);
	return [...new Set(tidy)].slice(0, limits.items);
}

function urlOf(url: string | undefined): string | undefined {
	return url !== undefined && url.length <= limits.address && wrongInUrl(url) === undefined ? url : undefined;
}

/** A body in JSON is easier to read as JSON, as long as no number loses digits by it. */
function sampleOf(sample: string | undefined): unknown {
	const text = textOf(sample, limits.sample);
	if (text === undefined || /\d{16}/.test(text)) return text;
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) || Array.isArray(value) ? value : text;
	} catch {
		return text;
	}
}

function withoutEmpty(fields: Fields): Fields {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
	);
}
