import type { Host } from '../host/host.ts';
import type { Style } from './reports/style.ts';
import type { StatusLine } from './status-line.ts';

/** What the command talks to. */
export interface Terminal {
	readonly folder: string;
	readonly style: Style;
	/** Columns of the terminal; undefined where the output goes elsewhere. */
	readonly width?: number | undefined;
	readonly print: (text: string) => void;
	/** Prints what is no text of ours, as it is. */
	readonly printBytes: (bytes: Uint8Array) => void;
	readonly printError: (text: string) => void;
	/** Left out where nobody looks on. */
	readonly showStatus?: StatusLine | undefined;
	/** The file with this program, by which a build is told from another; where it is left out, nothing is kept between runs. */
	readonly program?: string | undefined;
	/** The time in milliseconds of the epoch; the system's unless given. */
	readonly now?: (() => number) | undefined;
	/** All that comes on standard input. */
	readonly readInput: () => Promise<Uint8Array>;
}

export interface Surroundings {
	readonly host: Host;
	readonly terminal: Terminal;
}

/** Something that the command line can be asked to do. */
export interface Command {
	readonly name: string;
	/** What stands after the name in the list of commands. */
	readonly takes: string;
	/** What it does, in one line. */
	readonly summary: string;
	/** All that `--help` says of it. */
	readonly usage: string;
	/**
	 * Does it. Resolves to the exit code; rejects with a `Mistake` where it cannot do what it was asked.
	 * @param args what comes after the name
	 */
	run(args: readonly string[], surroundings: Surroundings): Promise<number>;
}

/** How a command ended, as `--help` says it. */
export const exitCodes = { clean: 0, findings: 1, mistake: 2 } as const;

/** Why a command cannot do what it was asked, in a sentence for who asked. */
export class Mistake extends Error {
	/** Whether the command was called in a wrong way, so that its help is of use. */
	readonly isUsage: boolean;

	constructor(message: string, { isUsage = false } = {}) {
		super(message);
		this.isUsage = isUsage;
	}
}
