import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { InPlay } from '../../analysis/analysis.ts';
import { projectFileName } from '../../catalog-globs.ts';
import { type Command, exitCodes, Mistake, type Surroundings } from '../command.ts';
import { newProjectFile } from '../config/new-project-file.ts';
import { projectFor } from '../inspector.ts';
import { viewProject } from '../project-view.ts';
import { problemWithPath } from '../read-text.ts';

const options = { 'dry-run': { type: 'boolean', default: false } } as const;

export const initCommand: Command = {
	name: 'init',
	takes: '',
	summary: 'Writes an api-errors.json to begin with.',
	usage: `Usage: api-errors init [--dry-run]

Writes a file api-errors.json into the current folder, with a comment on each field. It names the
APIs that the project uses, as far as manifests, configuration and code show it, with the reason.
A file that is there already is never written over.

  --dry-run   prints the file, and writes nothing

Examples:

  api-errors init --dry-run
  api-errors init

Ends with 0, or with 2 where there is such a file already, or where none can be written.
`,
	async run(args, surroundings) {
		const { folder, print } = surroundings.terminal;
		const { values } = parseArgs({ args: [...args], options });
		const inUse = await apisInUse(surroundings);
		const text = newProjectFile(inUse);
		if (values['dry-run']) {
			print(text);
			return exitCodes.clean;
		}
		await writeNew(join(folder, projectFileName), text);
		const found = inUse.map(({ catalog, reason }) => `  ${catalog.name}: ${reason}\n`).join('');
		print(`${projectFileName} is written.\n`);
		print(found === '' ? 'No API was found that is known here; name yours in "apis".\n' : `It names:\n${found}`);
		return exitCodes.clean;
	},
};

/** The APIs of which the files in the folder show that they speak. */
async function apisInUse({ host, terminal: { folder } }: Surroundings): Promise<readonly InPlay[]> {
	const { catalogs } = await viewProject(host, folder, ['.']);
	const here = pathToFileURL(folder).href;
	const uri = `${here.replace(/\/$/, '')}/-`;
	const index = await catalogs.of(uri);
	const found = await projectFor(host).workspaceEvidence(uri, [here], index);
	const others = found.filter(({ catalog }) => catalog !== index.http);
	return [...new Map(others.map((one) => [one.catalog.id, one])).values()];
}

async function writeNew(file: string, text: string): Promise<void> {
	try {
		await writeFile(file, text, { flag: 'wx' });
	} catch (error) {
		const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
		if (isThere) throw new Mistake(`There is an ${projectFileName} already; it stays as it is.`);
		throw new Mistake(`${projectFileName}: ${problemWithPath(error)}`);
	}
}
