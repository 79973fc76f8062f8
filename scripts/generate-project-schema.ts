import { builtinCatalogs } from '../server/src/catalog/builtin/index.ts';
import { rules } from '../server/src/rules/index.ts';
import { formatJson } from './format-json.ts';
import { levelDescriptions } from './manifest-settings.ts';

/** The path of the schema from the root of the repository. */
export const projectSchemaPath = 'server/src/project-file/project-file.schema.json';

/** The schema of a project's file, as editors check and complete it: each rule and each level is named. */
export function generateProjectSchema(): string {
	return formatJson({
		$schema: 'http://json-schema.org/draft-07/schema#',
		$id: 'api-errors:/schemas/project-1.json',
		title: 'What a project wants of API Error IntelliSense',
		description: 'Counts for this folder and all below it, in editors and on the command line alike.',
		type: 'object',
		additionalProperties: false,
		properties: {
			$schema: { type: 'string', description: 'What checks and completes this file.' },
			...{ catalogs, apis, ...choices(), testFiles, exclude, overrides },
		},
		definitions: { apiId: apiId(), glob, level },
	});
}

const glob = {
	type: 'string',
	pattern: '\\S',
	maxLength: 500,
	description:
		'A glob, from the folder of this file: *, ?, ** for folders, [a-z] and {one,other}. Without a slash it fits a name in any folder; with one at its end, all that is below.',
	examples: ['src/chat/**', '*.generated.ts', 'packages/{web,app}/**'],
};

const level = { oneOf: Object.entries(levelDescriptions).map(([name, description]) => ({ const: name, description })) };

const catalogs = {
	description:
		'Catalogs of the errors of APIs that count for this folder and all below it, beside those in its folder .api-errors: paths of files, or of folders with such files, relative to this file and inside the workspace folder.',
	type: 'array',
	items: { type: 'string', pattern: '\\S', examples: ['docs/errors.yaml', 'api/errors'] },
	uniqueItems: true,
};

const apis = {
	description:
		'The APIs that the project uses, by their ids, where its manifests do not show it; and which files speak of which API, of which the first glob that fits counts. "none" stands for no API at all.',
	type: 'array',
	items: {
		anyOf: [
			ref('apiId'),
			{
				type: 'object',
				description: 'Files that speak of APIs.',
				properties: { files: globs('Which files.'), apis: ids() },
				required: ['files', 'apis'],
				additionalProperties: false,
				defaultSnippets: [{ label: 'files and their APIs', body: { files: '$1', apis: ['$2'] } }],
			},
		],
	},
};

const testFiles = {
	description:
		'Globs of tests and fixtures, in place of those that are known by default. Nothing is reported in them; hovers and completions stay.',
	type: 'array',
	items: ref('glob'),
	uniqueItems: true,
};

const exclude = {
	description:
		'Globs of files, and of folders with all that is in them, that are left alone: the command line does not check them, and nothing is reported in them in an editor. Hovers and completions stay.',
	type: 'array',
	items: ref('glob'),
	uniqueItems: true,
};

const overrides = {
	description: 'What is said of some files only. Of several that fit, the later wins.',
	type: 'array',
	items: {
		type: 'object',
		properties: {
			files: globs('The files that it is about.'),
			enable: { type: 'boolean', description: 'Whether anything is said about API errors in the files at all.' },
			apis: ids(),
			...choices(),
		},
		required: ['files'],
		additionalProperties: false,
		defaultSnippets: [{ label: 'files and their rules', body: { files: '$1', rules: { $2: '$3' } } }],
	},
};

/** What can be said of all files and of some. */
function choices(): object {
	return {
		rules: {
			description: 'How much the findings of a rule weigh, by its name.',
			type: 'object',
			properties: Object.fromEntries(
				rules.map(({ name, summary, severity }) => [
					name,
					{ description: `${summary} By default: ${severity}.`, ...ref('level') },
				]),
			),
			additionalProperties: false,
		},
		requiredCodes: {
			description:
				'Codes that must be handled by name, beside those that the API asks for. With a leading ! a code need not be handled: "!AUTH_INVALID_TOKEN".',
			type: 'array',
			items: { type: 'string', pattern: '\\S' },
			uniqueItems: true,
		},
		whenDefault: {
			description: 'What is said where a default ends the matter for a code that must be handled by name.',
			oneOf: [
				{ const: 'warning', description: 'Reported like code that has no default.' },
				{ const: 'information', description: 'Reported, and easy to overlook.' },
				{ const: 'off', description: 'Not reported: a default counts as handling every code.' },
			],
		},
	};
}

function globs(description: string): object {
	return { description, anyOf: [ref('glob'), { type: 'array', items: ref('glob'), minItems: 1 }] };
}

function ids(): object {
	return {
		description: 'Ids of the APIs that the files speak of, or none.',
		type: 'array',
		items: ref('apiId'),
		uniqueItems: true,
	};
}

function apiId(): object {
	const known = builtinCatalogs
		.filter(({ id }) => id !== 'http')
		.map(({ id, name }) => ({ const: id, description: name }));
	return {
		description: 'The id of a catalog.',
		anyOf: [...known, { const: 'none', description: 'No API at all' }, { type: 'string', pattern: '\\S' }],
	};
}

function ref(name: string): object {
	return { $ref: `#/definitions/${name}` };
}
