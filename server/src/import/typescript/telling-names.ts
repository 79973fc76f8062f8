import { wordsIn } from '../../catalog/code-name.ts';

/** How much the name of a declaration says that error codes stand there: 2 for errors, 1 for codes of some kind, else 0. */
export function rankOfName(name: string): 0 | 1 | 2 {
	const words = wordsIn(name);
	if (aboutErrors.has(words.at(-1) ?? '')) return 0;
	if (words.some((word) => errorWord.test(word))) return 2;
	return words.some((word) => codeWord.test(word)) ? 1 : 0;
}

/** Words for what errors have beside their codes. */
const aboutErrors: ReadonlySet<string> = new Set(
	'LEVEL LEVELS SEVERITY SEVERITIES CATEGORY CATEGORIES COLOR COLORS ICON ICONS PRIORITY SOURCE SOURCES STATE STATES PROPS OPTIONS CONFIG STYLE STYLES HANDLING STRATEGY EVENT EVENTS ACTION ACTIONS'.split(
		' ',
	),
);
const errorWord =
	/^(?:ERR|ERRS|ERRNO|ERROR|ERRORS|ERRORCODES?|ERRCODES?|EXCEPTIONS?|FAILURES?|FAULTS?|PROBLEMS?|REJECTIONS?|DECLINES?)$/;
const codeWord = /^(?:CODES?|STATUS|STATUSES|STATUSCODES?|REASONS?|RESULTS?)$/;

/** Whether a name is one of texts that are shown: `ERROR_MESSAGES`. */
export function speaksOfTexts(name: string): boolean {
	return wordsIn(name).some((word) =>
		/^(?:MESSAGES?|MSGS?|TEXTS?|TITLES?|DESCRIPTIONS?|LABELS?|TRANSLATIONS?)$/.test(word),
	);
}

/** Whether a name is one of statuses: `HTTP_STATUS`, `statusByCode`. */
export function speaksOfStatuses(name: string): boolean {
	return wordsIn(name).some((word) => /^(?:HTTP|STATUS|STATUSES|STATUSCODES?)$/.test(word));
}
