import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Arguments {
	readonly quick: boolean;
	/** Measures the reference against itself: what then differs from 1 is the machine's noise. */
	readonly noise: boolean;
	readonly help: boolean;
	/** Where to write the results for programs. */
	readonly json?: string;
	/** Another bundle than the project's own: an older build, to compare with. */
	readonly server?: string;
}

export const usage = `npm run bench -- [options]

  --quick        fewer repetitions
  --json FILE    also writes every sample and the summaries to FILE
  --server FILE  measures this bundle of the server instead of dist/server.js
  --noise        measures TypeScript's server against itself
  --help         prints this
`;

/** Reads the command line (without Node and the script). Throws a TypeError for what it does not know. */
export function readArguments(words: readonly string[]): Arguments {
	const { values } = parseArgs({
		args: [...words],
		options: {
			quick: { type: 'boolean', default: false },
			noise: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
			json: { type: 'string' },
			server: { type: 'string' },
		},
	});
	return values;
}
