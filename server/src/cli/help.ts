import { commands } from './commands/index.ts';

const rows = commands.map(({ name, takes, summary }) => [`${name} ${takes}`.trim(), summary] as const);
const width = Math.max(...rows.map(([call]) => call.length));

/** What `api-errors --help` prints. */
export const help = `api-errors finds mistakes in how code handles the errors of an API, and keeps the
catalogs that say what these errors are.

Usage: api-errors COMMAND [arguments]

${rows.map(([call, summary]) => `  ${call.padEnd(width)}  ${summary}\n`).join('')}
  api-errors COMMAND --help says all about one of them; --version prints the version.

A catalog is a JSON or YAML file with the errors of one API. Those that come with us are
always known. Your own are found in the folder .api-errors, in the files that api-errors.json
names, and in packages that bring one. To begin with an API of your own:

  api-errors import openapi.yaml     makes .api-errors/<id>.json from what you have
  api-errors validate                says what is wrong with it, and what is still missing
  api-errors check src               says which errors your code forgets

Every command ends with 0 where all is well, with 1 where it found something (a warning or an
error; for diff, a difference), and with 2 where it could not do what it was asked.
`;
