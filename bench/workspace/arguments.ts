import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Arguments {
	readonly quick: boolean;
	readonly help: boolean;
	/** A folder of code to measure on, instead of the corpus that is laid out. */
	readonly corpus?: string;
	/** What is measured; both where nothing is given. */
	readonly only?: Subject;
	/** Where to write the results for programs. */
	readonly json?: string;
	/** Another bundle of the command than the project's own: an older build, to compare with. */
	readonly command?: string;
}

const subjects = ['corpus', 'typescript'] as const;
export type Subject = (typeof subjects)[number];

export const usage = `npm run bench:workspace -- [options]

  --quick          fewer repetitions
  --corpus FOLDER  measures on this folder of code instead of the corpus that is laid out in .bench/
  --only PART      measures the corpus or the TypeScript workspace alone: ${subjects.join(', ')}
  --json FILE      also writes every sample and the ratios to FILE
  --command FILE   measures this bundle of the command line instead of dist/cli.js
  --help           prints this
`;

/** Reads the command line (without Node and the script). Throws a TypeError for what it does not know. */
export function readArguments(words: readonly string[]): Arguments {
	const { values } = parseArgs({
		args: [...words],
		options: {
			quick: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
			corpus: { type: 'string' },
			only: { type: 'string' },
			json: { type: 'string' },
			command: { type: 'string' },
		},
	});
	const { only, ...rest } = values;
	if (only === undefined) return rest;
	const subject = subjects.find((one) => one === only);
	if (subject === undefined) throw new TypeError(`--only takes ${subjects.join(' or ')}, not “${only}”.`);
	return { ...rest, only: subject };
}
