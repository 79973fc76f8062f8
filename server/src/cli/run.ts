import { closestName } from '../catalog/closest.ts';
import type { Host } from '../host/host.ts';
import { version } from '../version.ts';
import { type Command, exitCodes, Mistake, type Terminal } from './command.ts';
import { commands } from './commands/index.ts';
import { help } from './help.ts';
import { plain } from './reports/style.ts';
import { visible, visibleLines } from './reports/visible.ts';
import { aboutArguments, isAboutArguments } from './wrong-arguments.ts';

export { exitCodes, type Terminal } from './command.ts';

/** Does what the arguments ask for. Resolves to the exit code. */
export async function run(given: readonly string[], host: Host, terminal: Terminal): Promise<number> {
	const [name, ...args] = given;
	const asksForHelp = isAskingForHelp(given);
	const asked = name === 'help' ? args[0] : name;
	const command = commands.find((one) => one.name === asked);
	if (command && (asksForHelp || name === 'help')) return say(terminal, command.usage);
	if (asksForHelp || name === 'help') return say(terminal, help);
	if (name === '--version' || name === '-v') return say(terminal, `${version}\n`);
	if (!command) return fail(terminal, new Mistake(unknown(name), { isUsage: true }));
	try {
		return await command.run(args, { host, terminal: harmless(terminal) });
	} catch (error) {
		if (error instanceof Mistake) return fail(terminal, error, command);
		if (!isAboutArguments(error)) throw error;
		return fail(terminal, new Mistake(aboutArguments(error, command), { isUsage: true }), command);
	}
}

function harmless(terminal: Terminal): Terminal {
	const { showStatus } = terminal;
	return {
		...terminal,
		showStatus: showStatus && ((text) => showStatus(visible(text))),
		print: (text) => terminal.print(visibleLines(text, terminal.style !== plain)),
		printError: (text) => terminal.printError(visibleLines(text, false)),
	};
}

function isAskingForHelp(given: readonly string[]): boolean {
	const end = given.indexOf('--');
	return (end < 0 ? given : given.slice(0, end)).some((one) => one === '--help' || one === '-h');
}

function say(terminal: Terminal, text: string): number {
	terminal.print(text);
	return exitCodes.clean;
}

function fail(terminal: Terminal, { message, isUsage }: Mistake, command?: Command): number {
	const hint = isUsage ? `Try: api-errors ${command ? `${command.name} ` : ''}--help\n` : '';
	terminal.printError(visibleLines(`${message}\n${hint}`, false));
	return exitCodes.mistake;
}

function unknown(name: string | undefined): string {
	if (name === undefined) return 'Say what to do, such as: api-errors check';
	if (name.startsWith('-')) return `There is no option “${name}”.`;
	const meant = closestName(
		name,
		commands.map((command) => command.name),
	);
	return `There is no command “${name}”.${meant === undefined ? '' : ` Did you mean “${meant}”?`}`;
}
