import { extensions, literals } from '../literals.ts';
import { type Contestant, type Effort, measureCosts } from '../measure-cost.ts';
import { ourCheck } from '../our-check.ts';
import type { Results } from '../row.ts';
import { runCommand } from '../run-command.ts';
import type { Tools } from '../tools.ts';

export interface CorpusSetting {
	readonly folder: string;
	/** The bundle of the command line. */
	readonly bundle: string;
	readonly tools: Pick<Tools, 'ripgrep'>;
	readonly effort: Effort;
	readonly tell: (what: string) => void;
}

/** The time and memory of a check beside ripgrep, which looks for the same literals in the same files. */
export async function measureCorpus({ folder, bundle, tools, effort, tell }: CorpusSetting): Promise<Results> {
	const ripgrep: Contestant = {
		name: 'ripgrep',
		command: { file: tools.ripgrep, args: [...filesWith, ...wanted, '.'], folder },
		// It ends with 1 where nothing has them, and with 2 where a file could not be read.
		exitCodes: [0, 1],
	};
	const check = await ourCheck(bundle, folder, ['.']);
	const [first, theirs, second] = await measureCosts(
		[check.withoutCache, ripgrep, ...(check.withCache ? [check.withCache] : [])],
		effort,
		tell,
	);
	if (!first || !theirs) throw new Error('Nothing was measured.');
	const found = `literals in ${countLines(theirs.last.output)} files`;
	const beside = { rival: 'ripgrep', theirs: theirs.cost, found } as const;
	const listed = await runCommand({ file: tools.ripgrep, args: ['--files', ...wanted, '.'], folder });
	const { files, findings } = check.summaryOf(first.last);
	return {
		rows: [
			{ work: 'corpus', ours: first.cost, ...beside },
			...(second ? [{ work: 'corpus, second run', ours: second.cost, ...beside } as const] : []),
		],
		remarks: [
			`We check ${files} files and find ${findings}; ripgrep looks into ${countLines(listed.output)}.`,
			...(second && second.last.output !== first.last.output ? ['The second run finds something else!'] : []),
			...(second ? [] : ['The command has no cache, so that there is no second run.']),
		],
	};
}

/** Files of the languages that we read, whatever a user has configured for ripgrep. */
const wanted = [
	'--no-config',
	'--hidden',
	...['--glob', '!.git', '--glob', '!node_modules'],
	...[
		'--type-add',
		`code:*.{${extensions()
			.map((extension) => extension.slice(1))
			.join(',')}}`,
		'--type',
		'code',
	],
];

const filesWith = [
	...['--files-with-matches', '--threads', '2', '--fixed-strings'],
	...literals().flatMap((literal) => ['--regexp', literal]),
];

function countLines(output: string): number {
	return output.split('\n').filter(Boolean).length;
}
