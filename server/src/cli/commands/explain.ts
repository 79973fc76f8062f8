import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Catalog, type Entry, isDeprecated, type Retry } from '../../catalog/catalog.ts';
import type { CatalogIndex, Match } from '../../catalog/catalog-index.ts';
import { closestName } from '../../catalog/closest.ts';
import { type Command, exitCodes, Mistake, type Terminal } from '../command.ts';
import { printPlace } from '../explaining/explain-place.ts';
import { namedPlace } from '../explaining/named-place.ts';
import { matchesOf } from '../matches-of.ts';
import { catalogsBelow } from '../reach.ts';

const options = { origins: { type: 'boolean' } } as const;

export const explainCommand: Command = {
	name: 'explain',
	takes: 'CODE|PLACE',
	summary: 'Says what a code means, or what is recognised at a place and why.',
	usage: `Usage: api-errors explain CODE [--origins]
       api-errors explain FILE:LINE[:COLUMN]

Prints what the catalogs in reach say of a code or of an HTTP status: what it means, what to do,
whether the same request may be sent again.

  --origins   says also in which catalog each part is written

Of a place in a file it says what is recognised there or is not, and why; what chooses there, what
that handles and what is missing; which rules looked, and why they spoke or kept silent; which APIs
are in play, and what shows them; which catalogs and settings count. Lines and columns count from
one, as api-errors check prints them.

Examples:

  api-errors explain RATE_LIMITED
  api-errors explain 429
  api-errors explain src/send.ts:12:8

Ends with 0, with 1 where no catalog has the code, and with 2 where there is no such place.
`,
	async run(args, surroundings) {
		const { terminal } = surroundings;
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		const [code, ...more] = positionals;
		if (code === undefined || more.length > 0)
			throw new Mistake('Name one code or one place, such as: api-errors explain RATE_LIMITED', { isUsage: true });
		const place = await namedPlace(code, terminal.folder);
		if (place) {
			await printPlace(place, surroundings);
			return exitCodes.clean;
		}
		const index = await catalogsBelow(surroundings);
		const matches = matchesOf(code, index);
		for (const match of matches) terminal.print(`${explained(match, values.origins ?? false, terminal)}\n`);
		if (matches.length > 0) return exitCodes.clean;
		terminal.printError(unknown(code, index));
		return exitCodes.findings;
	},
};

function unknown(code: string, { catalogs }: CatalogIndex): string {
	const names = new Set(catalogs.flatMap(({ entries }) => entries.map(({ value }) => `${value}`)));
	const meant = closestName(code, names);
	const ids = catalogs.map(({ id }) => id).join(', ');
	return `No catalog has “${code}”${meant === undefined ? '.' : `; did you mean “${meant}”?`} In reach are ${ids}.\n`;
}

const retries: Readonly<Record<Retry, string>> = {
	never: 'no, the same request fails again',
	backoff: 'yes, waiting longer each time',
	'retry-after': 'yes, after as long as Retry-After says',
	'after-refresh': 'yes, once, with a new token',
};

function explained({ catalog, entry }: Match, withOrigins: boolean, { style, folder }: Terminal): string {
	const status = entry.kind === 'code' && entry.status !== undefined ? `, status ${entry.status}` : '';
	const deprecated = typeof entry.deprecated === 'string' ? entry.deprecated : 'yes';
	const rows: readonly (readonly [string, string | undefined])[] = [
		['What to do', entry.remedy],
		['Again', entry.retry && retries[entry.retry]],
		['Must be handled', entry.required ? 'yes' : undefined],
		['Deprecated', isDeprecated(entry) ? deprecated : undefined],
		['Instead', entry.replacedBy?.toString()],
		['Runbook', entry.runbook],
		['Page', entry.url ?? catalog.url],
		['Not known yet', entry.todo?.join(', ')],
		...(withOrigins ? originRows(catalog, entry, folder) : []),
	];
	const lines = rows.flatMap(([name, text]) => (text === undefined ? [] : [`  ${style('dim', `${name}:`)} ${text}`]));
	const description = entry.description === '' ? [] : [`  ${entry.description.replaceAll('\n', '\n  ')}`];
	const heading = `${style('bold', `${entry.value}`)} ${style('dim', `(${catalog.name}${status})`)} ${entry.title}`;
	return `${[heading, ...description, ...lines].join('\n')}\n`;
}

function originRows(catalog: Catalog, { origins = [] }: Entry, folder: string): readonly (readonly [string, string])[] {
	if (origins.length === 0) return [['Written in', `the catalog ${catalog.id}`]];
	return origins.map(({ source, fields }) => {
		const place = source.startsWith('file:')
			? relative(folder, fileURLToPath(source))
			: `the catalog ${source.replace(/^builtin:/, '')}, which comes with us`;
		return [`Written in ${place}`, fields.join(', ')];
	});
}
