import { closestName } from '../catalog/closest.ts';
import type { Command } from './command.ts';

/** Whether it was thrown by `parseArgs` because of what the user wrote. */
export function isAboutArguments(error: unknown): error is Error & { readonly code: string } {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** What is wrong with the arguments of a command, in a sentence for who wrote them. */
export function aboutArguments({ message, code }: Error & { readonly code: string }, command: Command): string {
	const [, option = ''] = /'(-[^\s']*)/.exec(message) ?? [];
	if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return unknownOption(option, command);
	if (message.includes('ambiguous'))
		return `${option} needs a value; one that begins with a dash is written ${option}=-x.`;
	if (message.includes('argument missing')) return `${option} needs a value.`;
	if (message.includes('does not take')) return `${option} takes no value.`;
	// What Node adds about arguments that begin with a dash is of little use here.
	return message.split(/(?<=')\. /)[0] ?? message;
}

/** Its help names all options that a command has. */
function unknownOption(option: string, { name, usage }: Command): string {
	const known = new Set(usage.match(/(?<![\w-])--[a-z][a-z-]*/g));
	const meant = closestName(option, known);
	return `api-errors ${name} has no option ${option}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}
