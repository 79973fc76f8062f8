import { parseArgs } from 'node:util';
import { listedEntries } from '../../explain/listed-entries.ts';
import { searchEntries } from '../../explain/search-entries.ts';
import { type Command, exitCodes, Mistake, type Surroundings } from '../command.ts';
import { catalogData, catalogTable } from '../listing/catalog-list.ts';
import { entryData, entryTable } from '../listing/entry-list.ts';
import { foundData, foundTable } from '../listing/found-list.ts';
import { catalogNamed, catalogsBelow } from '../reach.ts';
import { jsonText } from '../reports/json-text.ts';

const options = {
	format: { type: 'string', default: 'text' },
	required: { type: 'boolean', default: false },
	search: { type: 'string' },
} as const;

export const listCommand: Command = {
	name: 'list',
	takes: '[CATALOG]',
	summary: 'Lists the APIs that are known, or the codes of one.',
	usage: `Usage: api-errors list [CATALOG] [options]

Lists the catalogs in reach of the current folder and of those below it, with where each is
written, how many codes it has and how many of them must be handled. With a CATALOG, which is an
id or a file, lists its codes and statuses.

  --required       only what must be handled
  --search WORDS   finds codes by words in them, their status, title or description, in CATALOG
                   or in all
  --format NAME    text, or json for programs; text unless given

Examples:

  api-errors list
  api-errors list silentchat --required
  api-errors list --search "expired token"

Ends with 0, with 1 where nothing has the words, and with 2 where there is no such catalog.
`,
	async run(args, surroundings) {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		const [name, ...more] = positionals;
		if (more.length > 0) throw new Mistake('Name one catalog, or none to list them all.', { isUsage: true });
		const { format, required, search } = values;
		if (format !== 'text' && format !== 'json')
			throw new Mistake(`There is no format “${format}”. There are text and json.`, { isUsage: true });
		const wanted: Wanted = { name, isRequired: required, isJson: format === 'json' };
		if (search !== undefined) return find(search, wanted, surroundings);
		return name === undefined ? listCatalogs(wanted, surroundings) : listEntries(name, wanted, surroundings);
	},
};

interface Wanted {
	readonly name: string | undefined;
	readonly isRequired: boolean;
	readonly isJson: boolean;
}

async function listCatalogs({ isRequired, isJson }: Wanted, surroundings: Surroundings): Promise<number> {
	const { terminal } = surroundings;
	const { catalogs } = await catalogsBelow(surroundings);
	const shown = catalogs.filter(({ entries }) => !isRequired || entries.some(({ required }) => required));
	const sorted = shown.toSorted((one, other) => (one.id < other.id ? -1 : 1));
	if (isJson) terminal.print(jsonText({ format: 1, catalogs: sorted.map((one) => catalogData(one, terminal.folder)) }));
	else terminal.print(catalogTable(sorted, terminal));
	return exitCodes.clean;
}

async function listEntries(name: string, { isRequired, isJson }: Wanted, surroundings: Surroundings): Promise<number> {
	const { terminal } = surroundings;
	const catalog = await catalogNamed(name, surroundings);
	const entries = catalog.entries.filter(({ required }) => required || !isRequired);
	if (isJson)
		terminal.print(jsonText({ format: 1, ...catalogData(catalog, terminal.folder), entries: entries.map(entryData) }));
	else terminal.print(entryTable(catalog, entries, terminal));
	return exitCodes.clean;
}

async function find(words: string, { name, isRequired, isJson }: Wanted, surroundings: Surroundings): Promise<number> {
	const { terminal } = surroundings;
	if (words.trim() === '') throw new Mistake('--search needs words to look for.', { isUsage: true });
	const index = await catalogsBelow(surroundings);
	const catalog = name === undefined ? undefined : await catalogNamed(name, surroundings);
	const all = listedEntries(catalog ? { ...index, catalogs: [catalog] } : index);
	const found = searchEntries(all, words).filter(({ required }) => required || !isRequired);
	if (isJson) terminal.print(jsonText({ format: 1, found: found.map(foundData) }));
	else terminal.print(foundTable(found, terminal));
	if (found.length > 0) return exitCodes.clean;
	terminal.printError(`No code has the words “${words}”.\n`);
	return exitCodes.findings;
}
