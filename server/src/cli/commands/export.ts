import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type ExportFormat, exportFormats } from '../../export/index.ts';
import { type Command, exitCodes, Mistake, type Terminal } from '../command.ts';
import { catalogNamed } from '../reach.ts';
import { readText } from '../read-text.ts';
import { writeWhole } from '../write-file.ts';

const options = {
	format: { type: 'string' },
	output: { type: 'string' },
	force: { type: 'boolean' },
} as const;

export const exportCommand: Command = {
	name: 'export',
	takes: 'CATALOG',
	summary: 'Writes a catalog as TypeScript or as a Markdown page.',
	usage: `Usage: api-errors export CATALOG [options]

Writes a catalog in another form, with all that it extends: constants and types for TypeScript,
or a page with a table. CATALOG is a file, or the id of a catalog in reach, such as one that
comes with us.

  --format NAME   typescript, or markdown; by the ending of FILE unless given, or else
                  typescript
  --output FILE   writes it to a file, and prints nothing but what was done
  --force         writes over a file that was not written by this command

Examples:

  api-errors export acme --output src/acme-errors.ts
  api-errors export silentchat --format markdown

Ends with 0, or with 2 where it could not do what it was asked.
`,
	async run(args, surroundings) {
		const { terminal } = surroundings;
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		const [name, ...more] = positionals;
		if (name === undefined || more.length > 0)
			throw new Mistake('Name one catalog, such as: api-errors export silentchat', { isUsage: true });
		const format = formatFor(values.format, values.output);
		const text = format.write(await catalogNamed(name, surroundings));
		if (values.output === undefined) terminal.print(text);
		else await save(text, values.output, values.force ?? false, terminal);
		return exitCodes.clean;
	},
};

function formatFor(name: string | undefined, output: string | undefined): ExportFormat {
	const ending = output === undefined ? '' : extname(output).toLowerCase();
	const byEnding = exportFormats.find(({ extension }) => ending === `.${extension.replace(/^\./, '')}`);
	const format = name === undefined ? (byEnding ?? exportFormats[0]) : exportFormats.find((one) => one.name === name);
	if (format) return format;
	const names = exportFormats.map((one) => one.name).join(', ');
	throw new Mistake(`There is no format “${name}”; there are ${names}.`, { isUsage: true });
}

/** A file that was written before is written again; another one only where that is asked for. */
async function save(text: string, path: string, isForced: boolean, terminal: Terminal): Promise<void> {
	const { style, print } = terminal;
	const file = resolve(terminal.folder, path);
	const isThere = await stat(file).then(
		() => true,
		() => false,
	);
	const before = isThere && !isForced ? await readText(path, terminal) : '';
	if (before.trim() !== '' && !isExport(before))
		throw new Mistake(`${path} was not written by this command, and is left as it is; --force writes over it.`);
	if (before === text) {
		print(`${style('green', 'Up to date')}: ${style('underline', path)}.\n`);
		return;
	}
	await writeWhole(file, text, path);
	print(`${style('green', isThere ? 'Written over' : 'Written')}: ${style('underline', path)}.\n`);
}

/** Whether the text begins as one that `export` wrote. */
function isExport(text: string): boolean {
	return /^(\/\*\*\s*\n?[\s*]*The errors of [\s\S]{0,400}?Written by|# Errors of )/.test(text.replace(/^\uFEFF/, ''));
}
