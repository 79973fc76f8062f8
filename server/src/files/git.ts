import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** How git ended, and what it wrote. */
export interface GitAnswer {
	/** Undefined where it did not come to an end of its own. */
	readonly code: number | undefined;
	readonly out: Buffer;
	readonly errors: string;
}

/** Milliseconds after which git is no longer waited for. */
const longest = 60_000;

/** What a call of git inside of another one inherits, and what would make it look elsewhere. */
const inherited = [
	...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_NAMESPACE'],
	...['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_INTERNAL_SUPER_PREFIX'],
	...['GIT_LITERAL_PATHSPECS', 'GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS'],
];

/**
 * Asks git, which changes nothing and starts nothing that the repository names.
 * @param folder an absolute path, in which git is started
 * @returns undefined where there is no git; never rejects
 */
export async function git(folder: string, args: readonly string[]): Promise<GitAnswer | undefined> {
	// Not waited for, so that git works while whoever asks does something else.
	const program = gitProgram(process.env);
	if (program === undefined) return;
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.includes(name)));
	const child = spawn(program, ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args], {
		cwd: folder,
		// What is missing in a partial clone is not fetched.
		env: { ...env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', LC_ALL: 'C' },
		stdio: ['ignore', 'pipe', 'pipe'],
		timeout: longest,
		windowsHide: true,
	});
	const [out, errors]: [Buffer[], Buffer[]] = [[], []];
	child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
	return new Promise((done) => {
		child.on('error', () => done(undefined));
		child.on('close', (code) =>
			done({ code: code ?? undefined, out: Buffer.concat(out), errors: Buffer.concat(errors).toString() }),
		);
	});
}

/** Where git is. Systems that look into the current folder first would run what a repository brings under that name. */
function gitProgram({ PATH, Path }: NodeJS.ProcessEnv): string | undefined {
	const name = process.platform === 'win32' ? 'git.exe' : 'git';
	for (const folder of (PATH ?? Path ?? '').split(delimiter).filter(isAbsolute)) {
		const program = join(folder, name);
		try {
			accessSync(program, constants.X_OK);
			return program;
		} catch {
			// It is not here.
		}
	}
	return;
}

/** The parts of what git wrote with `-z`. */
export function partsOf(out: Buffer): readonly string[] {
	return out.toString('utf8').split('\0').slice(0, -1);
}

/** A short name for what git answered, by which it is known again; `missing` where there was no answer. */
export function hashOfAnswer(answer: Pick<GitAnswer, 'code' | 'out'> | undefined): string {
	if (!answer) return 'missing';
	return createHash('sha1').update(`${answer.code}\0`).update(answer.out).digest('base64url');
}
