import { type Catalog, type Entry, isDeprecated } from '../catalog/catalog.ts';
import { docComment } from './doc-comment.ts';
import { deprecationText, entryParagraphs, headParagraphs } from './entry-comment.ts';
import { type NamedEntry, namedEntries, typePrefix } from './names.ts';

/** Columns of a line. */
const lineWidth = 80;

/**
 * A TypeScript file with the codes of a catalog: an object with a doc comment for each, a union type and a type guard,
 * and the same for the statuses that the catalog tells of. It imports nothing, and is laid out as Prettier would.
 */
export function exportTypescript(catalog: Catalog): string {
	const prefix = typePrefix(catalog);
	const codes = namedEntries(catalog.entries.filter(({ kind }) => kind === 'code'));
	const statuses = namedEntries(catalog.entries.filter(({ kind }) => kind === 'status'));
	const parts = [
		...(codes.length > 0 || statuses.length === 0
			? declarations(codes, { name: `${prefix}ErrorCode`, what: 'error code', api: catalog.name })
			: []),
		...(statuses.length > 0
			? declarations(statuses, {
					name: `${prefix}${codes.length > 0 ? 'ErrorStatus' : 'Status'}`,
					what: 'HTTP status',
					api: catalog.name,
				})
			: []),
	];
	return [header(catalog), ...parts].join('\n');
}

function header(catalog: Catalog): string {
	return docComment(headParagraphs(catalog), catalog.url === undefined ? [] : [`@see ${catalog.url}`], '');
}

/** What a group of entries is declared as. */
interface Group {
	readonly name: string;
	readonly what: string;
	/** The name of the API. */
	readonly api: string;
}

function declarations(entries: readonly NamedEntry[], group: Group): readonly string[] {
	const { name, what, api } = group;
	const plural = what.endsWith('s') ? `${what}es` : `${what}s`;
	const names = new Map(entries.map(({ name: own, entry }) => [entry.value, own]));
	const rows = entries.map((entry) => rowOf(entry, name, names));
	return [
		docComment([`The ${plural} of ${api}.`], [], '') +
			(rows.length > 0
				? `export const ${name} = {\n${rows.join('')}} as const;\n`
				: `export const ${name} = {} as const;\n`),
		docComment([`An ${what} of ${api}.`], [], '') + typeOf(name),
		docComment([`Whether a value is one of the ${plural} of ${api}.`], [], '') + guardOf(name),
	];
}

function typeOf(name: string): string {
	const line = `export type ${name} = (typeof ${name})[keyof typeof ${name}];`;
	return line.length <= lineWidth ? `${line}\n` : `export type ${name} =\n  (typeof ${name})[keyof typeof ${name}];\n`;
}

function guardOf(name: string): string {
	const line = `export function is${name}(value: unknown): value is ${name} {`;
	const head = line.length <= lineWidth ? line : `export function is${name}(\n  value: unknown,\n): value is ${name} {`;
	const body = `  return Object.values(${name}).some((known) => known === value);`;
	const wrapped =
		body.length <= lineWidth ? body : `  return Object.values(${name}).some(\n    (known) => known === value,\n  );`;
	return `${head}\n${wrapped}\n}\n`;
}

/** What the entries beside one are called, by their values. */
type NamesByValue = ReadonlyMap<Entry['value'], string>;

function rowOf({ name, entry }: NamedEntry, owner: string, names: NamesByValue): string {
	const [key, value] = [keyOf(name), literalOf(entry.value)];
	const line = `  ${key}: ${value},`;
	const comment = docComment(entryParagraphs(entry), tagsOf(entry, owner, names), '  ');
	return `${comment}${line.length <= lineWidth ? line : `  ${key}:\n    ${value},`}\n`;
}

/** Names that every version of the language takes without quotes. */
const identifier = /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u;

/** Written as a plain property it would be the object's prototype. */
const prototypeKey = '__proto__';

function keyOf(name: string): string {
	if (name === prototypeKey) return `[${quoted(name)}]`;
	return identifier.test(name) ? name : quoted(name);
}

const literalOf = (value: string | number): string => (typeof value === 'number' ? String(value) : quoted(value));

/** In the quotes of which the text has fewer, double ones where it has as many. */
function quoted(text: string): string {
	const double = JSON.stringify(text).replaceAll(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
	const count = (quote: string): number => text.split(quote).length;
	if (count('"') <= count("'")) return double;
	return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function tagsOf(entry: Entry, owner: string, names: NamesByValue): readonly string[] {
	const { runbook, url, since } = entry;
	return [
		...(since === undefined ? [] : [`@since ${since}`]),
		...(isDeprecated(entry) ? [`@deprecated ${deprecationOf(entry, owner, names)}`.trim()] : []),
		...[runbook, url].flatMap((address) => (address === undefined ? [] : [`@see ${address}`])),
	];
}

function deprecationOf(entry: Entry, owner: string, names: NamesByValue): string {
	const { replacedBy } = entry;
	const instead = replacedBy === undefined ? undefined : names.get(replacedBy);
	const isLinkable = instead !== undefined && identifier.test(instead);
	const named = isLinkable ? `{@link ${owner}.${instead}}` : `\`${replacedBy}\``;
	return deprecationText(entry, replacedBy === undefined ? undefined : named);
}
