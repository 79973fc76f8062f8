import { reportFormats } from '../reports/index.ts';

const width = Math.max(...reportFormats.map(({ name }) => name.length));
const formatList = reportFormats
	.map(({ name, summary }) => `                         ${name.padEnd(width)}  ${summary}\n`)
	.join('');

/** What `api-errors check --help` prints. */
export const checkUsage = `Usage: api-errors check [PATH...] [options]

Reads the files and folders named, or the current folder, and prints what is wrong with how
they handle the errors of an API: cases that are missing, codes that are misspelt, waits that
are not kept.

Which files: a path may be a file, a folder or a glob. In folders, what git ignores is left out,
with or without git; so are links, and folders named node_modules or .git. A file or folder that
is named is checked even where git ignores it. What api-errors.json excludes is never checked.

  --exclude GLOB         leaves out what fits, from the current folder; may be given more than once
  --no-ignore            checks what git ignores, too
  --since REF            checks only files that have changed since the current branch left REF,
                         committed or not; the others are still read for what they say of them
  --stdin-filename NAME  checks what comes on standard input as if it were in the file NAME,
                         which need not be there; the files around it count

What is done:

  --fix                  mends what can be mended without a doubt, and tells what is left; with
                         --stdin-filename, prints the text mended, and findings as errors
  --baseline FILE        tells only of what is not in FILE, which has what was there before
  --update-baseline      writes all that is found now into that FILE, and tells nothing of it

How it is told:

  --format NAME          how it is written; ${reportFormats[0].name} unless given:
${formatList}\
  --output FILE          writes it to a file, and prints nothing
  --quiet                tells of errors only; warnings and notes are left out, and no longer
                         count, unless --max-warnings is there too
  --max-warnings N       ends well with up to N warnings; none unless given

How it runs:

  --jobs N               works with up to N threads; as many as there are processors unless given
  --no-progress          shows no progress; only a terminal is shown any
  --no-cache             checks anew, and keeps nothing; otherwise a check of files that have not
                         changed since the last one tells what that one found
  --cache-location DIR   keeps results in this folder; unless given, in node_modules/.cache of
                         the project, or else in the user's folder for such things

Examples:

  api-errors check
  api-errors check src 'test/**/*.ts' --exclude '*.gen.ts'
  api-errors check --since origin/main
  api-errors check --baseline api-errors.baseline --update-baseline
  api-errors check --format sarif --output api-errors.sarif
  api-errors check --stdin-filename src/send.ts --fix < draft.ts > sent.ts

Files are in the order of their paths, findings in that of lines and columns. Colours are used on
a terminal, unless NO_COLOR is set, and elsewhere where FORCE_COLOR is.

Ends with 0 where nothing is wrong, with 1 where there is a warning or an error, and with 2
where something could not be done: a path that is not there, a file that cannot be read or
written. That stays so where nobody reads the output to its end.
`;
