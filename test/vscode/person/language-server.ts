import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Resolves to the id of the one language server that runs from this folder, and that is not the given one. */
export async function languageServer(folder: string, notThis?: number): Promise<number> {
	const end = Date.now() + 20_000;
	while (Date.now() < end) {
		const [id, ...others] = processes().filter(({ command }) => command.includes(folder) && isServer.test(command));
		if (id && others.length === 0 && id.id !== notThis) return id.id;
		await wait(50);
	}
	throw new Error(`There was no (other) language server within 20 s.`);
}

const isServer = /dist\/server\.js/;

interface Process {
	readonly id: number;
	readonly command: string;
}

/** All processes. Small Linux systems have no `ps`, others have no /proc. */
function processes(): readonly Process[] {
	if (process.platform !== 'linux') {
		const lines = execFileSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8' }).trim().split('\n');
		return lines.map((line) => ({ id: Number.parseInt(line, 10), command: line }));
	}
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((name) => ({ id: Number(name), command: commandLine(name) }));
}

function commandLine(id: string): string {
	try {
		return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
	} catch {
		// The process has ended since the folder was read.
		return '';
	}
}
