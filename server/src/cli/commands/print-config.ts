import { parseArgs } from 'node:util';
import { type Command, exitCodes, Mistake } from '../command.ts';
import { configText } from '../config/config-text.ts';
import { fileConfig } from '../config/file-config.ts';

const options = { format: { type: 'string', default: 'text' } } as const;

export const printConfigCommand: Command = {
	name: 'print-config',
	takes: 'FILE',
	summary: 'Says which settings count for a file, and where each comes from.',
	usage: `Usage: api-errors print-config FILE [--format NAME]

Prints what counts for a file, which need not be there: each setting with its value and with the
line of the api-errors.json that says so, the catalogs that are known to it, and the APIs that
it speaks of, with the reason. Settings that a user made in an editor are not known here.

  --format NAME   text, or json for programs; text unless given

Examples:

  api-errors print-config src/chat/send.ts

Ends with 0, or with 2 where something is wrong with an api-errors.json or with a catalog.
`,
	async run(args, surroundings) {
		const { print, printError, style } = surroundings.terminal;
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0)
			throw new Mistake('Name one file, such as: api-errors print-config src/send.ts', { isUsage: true });
		if (values.format !== 'text' && values.format !== 'json')
			throw new Mistake(`There is no format “${values.format}”. There are text and json.`, { isUsage: true });
		const { problems, ...config } = await fileConfig(file, surroundings);
		print(
			values.format === 'json'
				? `${JSON.stringify({ ...config, problems }, undefined, '\t')}\n`
				: configText({ ...config, problems }, style),
		);
		for (const problem of problems) printError(`${problem}\n`);
		return problems.length > 0 ? exitCodes.mistake : exitCodes.clean;
	},
};
