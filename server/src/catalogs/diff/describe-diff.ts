import { type Entry, isDeprecated } from '../../catalog/catalog.ts';
import { statusOf } from '../../catalog/catalog-index.ts';
import { markdownCode, markdownText } from '../../catalog/markdown-text.ts';
import type { CatalogDiff, ChangedEntry, FieldChange } from './diff-catalogs.ts';

/** How a diff is written: for a terminal, or for a page. */
export type DiffFormat = 'text' | 'markdown';

/** What differs, under one heading. */
interface Section {
	readonly heading: string;
	readonly lines: readonly Line[];
}

/** One entry, and what is said of it in lines of their own. */
interface Line {
	readonly entry: Entry;
	readonly said: string;
	readonly details: readonly string[];
}

/** UTF-16 units: a text that is longer is not written out. */
const longestText = 60;

/** Says in words what differs: how much of what first, then what breaks code that knows the version before, then the rest. */
export function describeDiff(diff: CatalogDiff, format: DiffFormat): string {
	const sections = sectionsOf(diff).filter(({ lines }) => lines.length > 0);
	const write = writers[format];
	return `${[write.title(titleOf(diff), countsOf(diff)), ...sections.map(write.section)].join('\n\n')}\n`;
}

function titleOf({ before, after }: CatalogDiff): string {
	const versions = before.version === after.version ? [] : [before.version, after.version];
	const [from, to] = versions.map((version) => version ?? 'no version');
	const name = before.name === after.name ? after.name : `${before.name} and ${after.name}`;
	return from === undefined ? name : `${name}, ${from} to ${to}`;
}

function countsOf({ added, removed, renamed, changed }: CatalogDiff): string {
	const counts = [
		[added.length, 'added'],
		[removed.length, 'removed'],
		[renamed.length, 'renamed'],
		[changed.length, 'changed'],
	] as const;
	const said = counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
	return said.length > 0 ? `${said.join(', ')}.` : 'No code and no status differs.';
}

function sectionsOf({ added, removed, renamed, changed }: CatalogDiff): readonly Section[] {
	const breaking = (change: ChangedEntry): boolean => change.fields.some(breaks);
	const must = added.filter(({ required }) => required);
	return [
		{ heading: 'Removed', lines: removed.map((entry) => ({ entry, said: instead(entry), details: [] })) },
		{ heading: 'Renamed', lines: renamed.map(renamedLine) },
		{ heading: 'Changed, and code may rely on it', lines: changed.filter(breaking).map(changedLine) },
		{ heading: 'Added, and must be handled', lines: must.map(addedLine) },
		{ heading: 'Added', lines: added.filter(({ required }) => !required).map(addedLine) },
		{ heading: 'Changed', lines: changed.filter((change) => !breaking(change)).map(changedLine) },
	];
}

/** Whether code that was right may no longer be: it chose by the status, need not have handled it, or still names it. */
function breaks({ name, before, after }: FieldChange): boolean {
	switch (name) {
		case 'status':
		case 'retry':
			return before !== undefined;
		case 'required':
			return after === true;
		case 'deprecated':
		case 'replacedBy':
		case 'removedIn':
			return before === undefined;
		default:
			return false;
	}
}

const instead = ({ replacedBy }: Entry): string => (replacedBy === undefined ? '' : `use ${replacedBy}`);

function renamedLine({ before, after, fields }: ChangedEntry): Line {
	const details = fields.filter(({ name }) => name !== 'otherNames' && name !== 'replacedBy').map(detailOf);
	return { entry: before, said: `now ${after.value}`, details };
}

function changedLine({ after, fields }: ChangedEntry): Line {
	const breakingFirst = [...fields].sort((one, other) => Number(breaks(other)) - Number(breaks(one)));
	return { entry: after, said: '', details: breakingFirst.map(detailOf) };
}

function addedLine(entry: Entry): Line {
	const status = entry.kind === 'code' ? statusOf(entry) : undefined;
	const said = [
		status === undefined || status === entry.value ? '' : `HTTP ${status}`,
		entry.title,
		isDeprecated(entry) ? 'deprecated' : '',
	];
	return { entry, said: said.filter((one) => one !== '').join(', '), details: [] };
}

const fieldNames: Readonly<Partial<Record<FieldChange['name'], string>>> = {
	status: 'HTTP status',
	required: 'must be handled',
	replacedBy: 'replaced by',
	removedIn: 'removed in',
	otherNames: 'other names',
	differsFromHttp: 'difference from HTTP',
};

function detailOf({ name, before, after }: FieldChange): string {
	const said = fieldNames[name] ?? name;
	const [was, is] = [shown(before), shown(after)];
	if (was === undefined || is === undefined) return `${said} changed`;
	if (before === undefined) return `${said}: ${is}`;
	return after === undefined ? `${said}: no longer ${was}` : `${said}: ${was} → ${is}`;
}

/** A value in a line of text; undefined where it is too long for one. */
function shown(value: unknown): string | undefined {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	const text = (Array.isArray(value) ? value.join(', ') : String(value ?? '')).replaceAll(/\s+/g, ' ');
	return text.length > longestText ? undefined : text;
}

interface Writer {
	title(title: string, counts: string): string;
	section(section: Section): string;
}

const writers: Readonly<Record<DiffFormat, Writer>> = {
	text: {
		title: (title, counts) => `${title}: ${counts}`,
		section: ({ heading, lines }) =>
			[
				`${heading}:`,
				...lines.flatMap(({ entry, said, details }) => [
					`  ${nameOf(entry)}${said && `: ${said}`}`,
					...details.map((detail) => `    ${detail}`),
				]),
			].join('\n'),
	},
	markdown: {
		title: (title, counts) => `# ${markdownText(title)}\n\n${counts}`,
		section: ({ heading, lines }) =>
			[
				`## ${heading}\n`,
				...lines.flatMap(({ entry, said, details }) => [
					`- ${isCode(entry) ? markdownCode(String(entry.value)) : nameOf(entry)}${said && `: ${markdownText(said)}`}`,
					...details.map((detail) => `  - ${markdownText(detail)}`),
				]),
			].join('\n'),
	},
};

const isCode = ({ kind }: Entry): boolean => kind === 'code';
const nameOf = (entry: Entry): string => (isCode(entry) ? String(entry.value) : `HTTP status ${entry.value}`);
