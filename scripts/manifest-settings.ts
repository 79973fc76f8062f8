import { builtinCatalogs } from '../server/src/catalog/builtin/index.ts';
import { rules } from '../server/src/rules/index.ts';
import type { Rule } from '../server/src/rules/rule.ts';
import { defaultSettings, type Settings } from '../server/src/settings.ts';

/** What `contributes.configuration` of the manifest says: the settings as the editor shows and validates them. */
export function settingsContributions(): readonly object[] {
	const general = Object.entries(describedSettings).map(([name, described]) => {
		const key = name as keyof typeof describedSettings;
		return setting(name, { ...described, default: defaultSettings[key] });
	});
	return [
		{ title: 'API Errors', properties: inOrder([...general, trace]) },
		{ title: 'Rules', properties: inOrder(rules.map(ruleSetting)) },
	];
}

const trace = setting('trace.server', {
	scope: 'window',
	...choice({
		messages: 'Each message by its name.',
		compact: 'Each message with what it holds, on one line.',
		verbose: 'Each message with what it holds.',
	}),
	default: 'messages',
	markdownDescription:
		'What of the conversation with the language server is logged, once the level of the log *API Errors* is *Trace* (command *Developer: Set Log Level…*).',
});

const boolean = { type: 'boolean' };
const strings = { type: 'array', items: { type: 'string' }, uniqueItems: true };

/** All settings but those of single rules, in the order in which they are shown. */
const describedSettings: Readonly<Record<Exclude<keyof Settings, 'rules'>, object>> = {
	enable: { ...boolean, markdownDescription: 'Whether anything is said about API errors at all.' },
	hovers: {
		...boolean,
		markdownDescription: 'Whether hovering over an error code or an HTTP status explains it.',
	},
	hoverVerbosity: {
		...choice({
			compact: 'What it means, what to do about it, and which API it belongs to and why.',
			full: 'Also a sample of the response, and where the meaning is specified.',
		}),
		markdownDescription: 'How much a hover says.',
	},
	completions: {
		...boolean,
		markdownDescription: 'Whether error codes and statuses are offered where they can be handled.',
	},
	codeActions: { ...boolean, markdownDescription: 'Whether quick fixes are offered.' },
	diagnostics: {
		...boolean,
		markdownDescription: 'Whether mistakes are reported. Each rule has its own severity under *Rules*.',
	},
	whenDefault: {
		...choice({
			warning: 'Reported like code that has no `default`.',
			information: 'Reported, and easy to overlook.',
			off: 'Not reported: a `default` counts as handling every code.',
		}),
		markdownDescription:
			'What is said where a `default` ends the matter for a code that must be handled by name. A `default` that passes the error on to its caller is never reported, nor is one with the comment `// api-errors: default covers RATE_LIMITED` about the codes that it names.',
	},
	apis: {
		type: 'array',
		items: {
			type: 'object',
			properties: {
				files: { type: 'string', description: 'A glob, from the folder of the workspace, such as src/chat/**.' },
				apis: { type: 'array', items: apiId(), description: 'Ids of APIs, or none.' },
			},
			required: ['files', 'apis'],
			additionalProperties: false,
		},
		markdownDescription:
			'Which API a file speaks to, where the file itself does not show it. The first glob that fits counts; `none` switches everything off for its files. The comment `// api-errors: chatness` says the same inside a file.',
	},
	catalogs: {
		type: 'array',
		items: { type: 'string', pattern: '\\S' },
		uniqueItems: true,
		markdownDescription:
			'Catalogs of the errors of your own APIs, beside those in folders named `.api-errors`: paths of files, or of folders with such files, from the folder of the workspace and inside it, such as `docs/errors.yaml`. They outweigh those that are found otherwise.',
	},
	requiredCodes: {
		...strings,
		markdownDescription:
			'Codes that must be handled by name, beside those that the API asks for (such as `RATE_LIMITED`). With a leading `!` a code need not be handled: `!AUTH_INVALID_TOKEN`.',
	},
	testFiles: {
		...strings,
		markdownDescription: 'Globs of tests and fixtures. Nothing is reported in them; hovers and completions stay.',
	},
};

/** From the quietest to the loudest. */
export const levelDescriptions: Readonly<Record<Rule['severity'], string>> = {
	off: 'Not reported.',
	hint: 'Three dots in the editor, nothing in the *Problems* panel.',
	information: 'Underlined in blue.',
	warning: 'Underlined in yellow.',
	error: 'Underlined in red.',
};

function ruleSetting({ name, summary, severity }: Rule) {
	return setting(`rules.${name}`, { ...choice(levelDescriptions), default: severity, markdownDescription: summary });
}

function setting(name: string, schema: object): readonly [string, object] {
	return [`apiErrors.${name}`, { scope: 'resource', ...schema }];
}

/** A value out of several, each with a sentence about it. */
function choice(values: Readonly<Record<string, string>>): object {
	return { type: 'string', enum: Object.keys(values), markdownEnumDescriptions: Object.values(values) };
}

function apiId(): object {
	const apis = builtinCatalogs
		.filter(({ id }) => id !== 'http')
		.map(({ id, name }) => ({ const: id, description: name }));
	return { anyOf: [...apis, { const: 'none', description: 'No API at all' }, { type: 'string' }] };
}

function inOrder(settings: readonly (readonly [string, object])[]): object {
	return Object.fromEntries(settings.map(([name, schema], index) => [name, { order: index, ...schema }]));
}
