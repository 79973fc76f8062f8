import { parseArgs } from 'node:util';

/** What the command is asked to do. */
export type Request =
	| { readonly kind: 'check'; readonly paths: readonly string[] }
	| { readonly kind: 'help' }
	| { readonly kind: 'version' }
	| { readonly kind: 'mistake'; readonly message: string };

export const help = `api-errors finds mistakes in how code handles the errors of an API.

Usage: api-errors check [path ...]

  check       Reads the files and folders named, or the current folder, and prints
              what is wrong with them. Folders named node_modules or .git are left out.

  --help      Prints this.
  --version   Prints the version.

Ends with 0 where nothing is wrong, with 1 where there is a warning or an error,
and with 2 where it could not do what it was asked.
`;

/** Reads the arguments after the command's own name. */
export function readArguments(given: readonly string[]): Request {
	let parsed: ReturnType<typeof parse>;
	try {
		parsed = parse(given);
	} catch (error) {
		return { kind: 'mistake', message: error instanceof Error ? error.message : `${error}` };
	}
	const { values, positionals } = parsed;
	if (values.help) return { kind: 'help' };
	if (values.version) return { kind: 'version' };
	const [command, ...paths] = positionals;
	if (command === undefined) return { kind: 'mistake', message: 'Say what to do, such as: api-errors check' };
	if (command === 'check') return { kind: 'check', paths: paths.length > 0 ? paths : ['.'] };
	return { kind: 'mistake', message: `There is no command “${command}”.` };
}

function parse(args: readonly string[]) {
	return parseArgs({
		args: [...args],
		options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } },
		allowPositionals: true,
	});
}
