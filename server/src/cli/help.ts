import { type CommandGroup, commandGroups, commands } from './commands/index.ts';

const width = Math.max(...commands.map(({ name, takes }) => `${name} ${takes}`.trim().length));

function listOf({ title, commands: listed }: CommandGroup): string {
	const rows = listed.map(({ name, takes, summary }) => `  ${`${name} ${takes}`.trim().padEnd(width)}  ${summary}\n`);
	return `${title}\n${rows.join('')}`;
}

/** What `api-errors --help` prints. */
export const help = `api-errors finds code that forgets the errors of the APIs that it calls, says what the errors mean,
and keeps the catalogs in which they are described.

Usage: api-errors COMMAND [arguments]

To begin, in the folder of your code:

  api-errors check                   says which errors the code forgets
  api-errors explain RATE_LIMITED    says what one means, and what to do about it
  api-errors import openapi.yaml     makes a catalog of the errors of your own API
  api-errors init                    writes api-errors.json, in which the project's settings stand

${commandGroups.map(listOf).join('\n')}
api-errors COMMAND --help says all about one of them, with examples. --version prints the version.

The APIs of SilentChat and Chatness are known, and so is every HTTP status. A catalog is a file with
the errors of one API more. Catalogs are found in folders named .api-errors, where a project's
api-errors.json names them, and in packages that bring one.

Every command ends with 0 where all is well, with 1 where it found something (a warning or an error;
for diff, a difference), and with 2 where it could not do what it was asked.
`;
