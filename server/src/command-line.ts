import { version } from './version.ts';

/** What is printed in place of serving, and with which code the process ends. */
export interface CommandAnswer {
	readonly text: string;
	readonly exitCode: number;
}

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

const help = `The language server of API Error IntelliSense: editors start it, and talk to it in the Language Server Protocol.

Usage: api-errors-language-server --stdio

  --stdio         talks on standard input and output, as nearly every editor wants it; the default
  --socket=PORT   talks on a local TCP port that the editor listens on
  --pipe=NAME     talks on a named pipe or a socket file that the editor listens on
  --node-ipc      talks over the channel of a parent process in Node.js
  --version       prints the version
  --help          prints this

It needs no settings. How to set it up in Neovim, Helix, Zed, Emacs, Sublime Text and others is in docs/editors.md.
For a terminal or continuous integration there is the command api-errors: api-errors check src
`;

/** Whether the words say how the client is to be talked to. */
export function namesTransport(words: readonly string[]): boolean {
	return words.some((word) => transports.includes(word.split('=')[0] ?? ''));
}

/**
 * What is said to a person who starts the server; undefined where a client is to be served. Words that are not known are
 * for some client's own use.
 *
 * @param words what follows the command's name
 * @param isTerminal whether a person types on standard input, where a client would write
 */
export function answerToPerson(words: readonly string[], isTerminal: boolean): CommandAnswer | undefined {
	if (words.includes('--help') || words.includes('-h')) return { text: help, exitCode: 0 };
	if (words.includes('--version') || words.includes('-v')) return { text: `${version}\n`, exitCode: 0 };
	return isTerminal && !namesTransport(words) ? { text: help, exitCode: 2 } : undefined;
}
