import { parseArgs } from 'node:util';
import { builtinCatalogs } from '../../catalog/builtin/index.ts';
import { idRule } from '../../catalog/values.ts';
import { readCatalogFile } from '../../catalogs/files/catalog-file.ts';
import { describeImport, mergeImport } from '../../catalogs/writing/merge-import.ts';
import { proposedId } from '../../catalogs/writing/proposed-id.ts';
import { writeCatalog } from '../../catalogs/writing/write-catalog.ts';
import { type Command, exitCodes, Mistake, type Surroundings, type Terminal } from '../command.ts';
import { gapsIn } from '../gaps.ts';
import { type ReadSources, readSources } from '../import-sources.ts';
import { type ImportTarget, idIn, importTarget } from '../import-target.ts';
import { counted } from '../reports/counts.ts';
import { writeWhole } from '../write-file.ts';

const options = {
	format: { type: 'string' },
	id: { type: 'string' },
	name: { type: 'string' },
	into: { type: 'string' },
	yaml: { type: 'boolean' },
	'dry-run': { type: 'boolean' },
	'remove-gone': { type: 'boolean' },
} as const;

export const importCommand: Command = {
	name: 'import',
	takes: 'SOURCE...',
	summary: 'Makes a catalog from what describes an API, or updates one.',
	usage: `Usage: api-errors import SOURCE... [options]

Makes a catalog of the errors of an API from what you have already: an OpenAPI or Swagger
document, a page with a table of errors (Markdown, HTML, or text pasted from a browser), CSV,
a TypeScript enum, union or object. A SOURCE is a file, or - for standard input; several
sources make one catalog.

  --format NAME   how the sources are written, where that cannot be told from them:
                  openapi, markdown, html, text, csv, typescript
  --id ID         the catalog's id: small letters, digits and hyphens. Made from the name
                  unless given.
  --name NAME     the API's name as people write it, where the source does not say it well
  --into FILE     the catalog that is written or updated. Unless given, the one of that id in
                  .api-errors, or a new file .api-errors/ID.json
  --yaml          writes a new catalog as YAML
  --dry-run       prints the new catalog, or what would change, and writes nothing
  --remove-gone   takes out codes that the source no longer has and that nobody has touched

A catalog that is there is updated: what you have written or changed by hand stays, and you
are told where the source says something else. What the source does not say is listed in
"todo" of each entry; api-errors validate --gaps shows them all.

Examples:

  api-errors import openapi.yaml
  api-errors import errors.md --id acme --name Acme
  pbpaste | api-errors import - --into .api-errors/acme.yaml --dry-run

Ends with 0, or with 2 where it could not do what it was asked; then nothing is written.
`,
	async run(args, surroundings) {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		if (positionals.length === 0)
			throw new Mistake('Say what to import, such as: api-errors import openapi.yaml', { isUsage: true });
		const wrongId = values.id === undefined ? undefined : idRule.wrong?.(values.id);
		if (wrongId !== undefined) throw new Mistake(`“${values.id}” can be no id: it ${wrongId}.`);
		const sources = await readSources(positionals, values.format, surroundings);
		const id = values.id ?? proposedId(values.name ?? sources.draft.name, sources.fileName);
		const wanted = { into: values.into, id, wantsYaml: values.yaml ?? false };
		const target = await importTarget(wanted, surroundings.terminal);
		const asked = { name: values.name, id: values.id, isDry: values['dry-run'] ?? false };
		return target.existing
			? update(
					{ ...target, existing: target.existing },
					sources,
					{ ...asked, removeGone: values['remove-gone'] ?? false },
					surroundings,
				)
			: create(target, sources, { ...asked, id }, surroundings);
	},
};

interface Asked {
	readonly id: string | undefined;
	readonly name: string | undefined;
	readonly isDry: boolean;
}

async function create(
	{ file, shown, format }: ImportTarget,
	{ draft, notes, from, format: importFormat }: ReadSources,
	{ id, name, isDry }: Asked & { readonly id: string },
	{ terminal }: Surroundings,
): Promise<number> {
	const text = writeCatalog(draft, { id, format, from, importFormat, ...(name !== undefined && { name }) });
	if (isDry) {
		terminal.print(text);
		tell(notes, terminal.printError, terminal);
		return exitCodes.clean;
	}
	await writeWhole(file, text, shown);
	const codes = draft.entries.filter(({ kind }) => kind === 'code').length;
	const what = [counted(codes, 'code'), counted(draft.entries.length - codes, 'status', 'statuses')].join(' and ');
	terminal.print(`${terminal.style('green', 'Written')}: ${terminal.style('underline', shown)}, ${what} of ${from}.\n`);
	if (builtinCatalogs.some((catalog) => catalog.id === id))
		tell(
			[`It takes the place of the catalog “${id}” that comes with us; another --id keeps both.`],
			terminal.print,
			terminal,
		);
	tell([...notes, ...problemsIn(file, text)], terminal.print, terminal);
	return exitCodes.clean;
}

async function update(
	{ file, shown, existing }: ImportTarget & { readonly existing: NonNullable<ImportTarget['existing']> },
	{ draft, notes, from, format: importFormat }: ReadSources,
	{ id, isDry, removeGone }: Asked & { readonly removeGone: boolean },
	{ terminal }: Surroundings,
): Promise<number> {
	const known = idIn(existing);
	if (id !== undefined && known !== undefined && known !== id)
		throw new Mistake(`${shown} is the catalog “${known}”, not “${id}”.`);
	const merge = mergeImport(existing, draft, { from, importFormat, removeGone });
	if (merge.isRefused) throw new Mistake(`${shown}: ${merge.message}`);
	const isSame = merge.text === existing.text;
	if (!isDry && !isSame) await writeWhole(file, merge.text, shown);
	const did = isSame ? 'Up to date' : isDry ? 'Would be updated' : 'Updated';
	terminal.print(`${terminal.style('green', did)}: ${terminal.style('underline', shown)}, from ${from}.\n`);
	terminal.print(describeImport(merge.changes, notes));
	return exitCodes.clean;
}

function tell(notes: readonly string[], print: Terminal['print'], { style }: Terminal): void {
	for (const note of notes) print(`  ${style('blue', 'note')}: ${note}\n`);
}

/** What is wrong with a new catalog beside its gaps: the source is in contradiction with itself. */
function problemsIn(file: string, text: string): readonly string[] {
	const { problems, layer } = readCatalogFile(`file:///${file.replace(/^.*[\\/]/, '')}`, text);
	const gaps = gapsIn(layer);
	const wrong = problems.filter(({ severity }) => severity !== 'information').map(({ message }) => message);
	return [
		...wrong,
		...(gaps > 0 ? [`${counted(gaps, 'field')} not filled in yet: api-errors validate --gaps lists them.`] : []),
	];
}
