import { readGlob } from './globs/glob.ts';
import { rules } from './rules/index.ts';
import { type RuleOptions, type Severity, severities } from './rules/rule.ts';

/** How much a rule's findings weigh. */
export type Level = Severity | 'off';
export const levels: readonly Level[] = [...severities, 'off'];
/** What may be said of a dispatch whose default ends the matter. */
export const defaultLevels: readonly Settings['whenDefault'][] = ['warning', 'information', 'off'];

/** What the user chose. */
export interface Settings extends RuleOptions {
	readonly enable: boolean;
	readonly hovers: boolean;
	readonly hoverVerbosity: 'compact' | 'full';
	readonly completions: boolean;
	readonly codeActions: boolean;
	readonly diagnostics: boolean;
	/** By name of the rule; a rule that is not named has its own severity. */
	readonly rules: Readonly<Record<string, Level>>;
	/** Which API a file speaks of, by glob; the first that fits counts. `none` switches off. */
	readonly apis: readonly FileApis[];
	/** Paths of files and folders with catalogs, from the workspace folder. */
	readonly catalogs: readonly string[];
	/** Codes to be handled beside those that the catalog marks, and, with a leading `!`, those that need not be. */
	readonly requiredCodes: readonly string[];
	/** Globs of tests and fixtures, where nothing is warned about. */
	readonly testFiles: readonly string[];
}

/** The ids of the APIs that the files of a glob speak of. */
export interface FileApis {
	readonly files: string;
	readonly apis: readonly string[];
}

export const defaultSettings: Settings = {
	enable: true,
	hovers: true,
	hoverVerbosity: 'compact',
	completions: true,
	codeActions: true,
	diagnostics: true,
	rules: {},
	apis: [],
	catalogs: [],
	requiredCodes: [],
	testFiles: [
		'**/*.test.*',
		'**/*.spec.*',
		'**/*_test.*',
		'**/*_spec.*',
		'**/test_*.py',
		'**/*Tests.cs',
		'**/*.Tests/**',
		'**/*Test.kt',
		'**/*Tests.swift',
		'**/*Test.php',
		'**/src/*Test/**',
		'**/__tests__/**',
		'**/__mocks__/**',
		'**/tests/**',
		'**/Tests/**',
		'**/test/**',
		'**/spec/**',
		'**/fixtures/**',
		'**/__fixtures__/**',
		'**/*.e2e.*',
		'**/*.e2e-spec.*',
		'**/e2e/**',
	],
	whenDefault: 'warning',
};

/** What somebody chose; the rest is left to who has less to say. */
export type GivenSettings = Partial<Settings>;

export interface ReadSettings {
	/** What could be read. */
	readonly given: GivenSettings;
	/** The same, with defaults in the place of the rest. */
	readonly settings: Settings;
	/** A sentence for each thing that was not understood. */
	readonly problems: readonly string[];
}

/**
 * Reads what the editor keeps under `apiErrors`, field by field: one wrong value never costs the others. Names that
 * begin like `trace` belong to the editor and are passed over.
 */
export function readSettings(value: unknown): ReadSettings {
	const nothing = { given: {}, settings: defaultSettings };
	if (value === undefined || value === null) return { ...nothing, problems: [] };
	if (!isRecord(value)) return { ...nothing, problems: ['apiErrors: expected an object.'] };
	const problems: string[] = [];
	const chosen: [string, unknown][] = [];
	for (const [name, one] of Object.entries(value)) {
		const report = (problem: string) => problems.push(`apiErrors.${name}: ${problem}`);
		const read = isSetting(name) ? readers[name](one ?? undefined, report) : undefined;
		if (read !== undefined) chosen.push([name, read]);
		else if (!isSetting(name) && name !== 'trace') report('there is no such setting.');
	}
	const given: GivenSettings = Object.fromEntries(chosen);
	return { given, settings: { ...defaultSettings, ...given, rules: weighingRules(given.rules ?? {}) }, problems };
}

/**
 * The levels that differ from the rules' own: one that is the rule's own must not outweigh what the rule says of a single
 * finding.
 */
export function weighingRules(given: Settings['rules']): Settings['rules'] {
	const own = new Map(rules.map(({ name, severity }) => [name, severity]));
	return Object.fromEntries(Object.entries(given).filter(([name, level]) => own.get(name) !== level));
}

type Report = (problem: string) => void;
type Reader<Value> = (value: unknown, report: Report) => Value | undefined;

const readers: { readonly [Name in keyof Settings]: Reader<Settings[Name]> } = {
	enable: readBoolean,
	hovers: readBoolean,
	hoverVerbosity: readOneOf('compact', 'full'),
	completions: readBoolean,
	codeActions: readBoolean,
	diagnostics: readBoolean,
	rules: readLevels,
	apis: readApis,
	catalogs: readStrings,
	requiredCodes: readStrings,
	testFiles: readGlobs,
	whenDefault: readOneOf(...defaultLevels),
};

function isSetting(name: string): name is keyof Settings {
	return Object.hasOwn(readers, name);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readBoolean(value: unknown, report: Report): boolean | undefined {
	if (value === undefined || typeof value === 'boolean') return value;
	report('expected true or false.');
	return undefined;
}

function readOneOf<const Value extends string>(...allowed: readonly Value[]): Reader<Value> {
	return (value, report) => {
		const found = allowed.find((one) => one === value);
		if (found === undefined && value !== undefined) report(`expected one of ${allowed.join(', ')}.`);
		return found;
	};
}

function readStrings(value: unknown, report: Report): readonly string[] | undefined {
	if (value === undefined) return undefined;
	if (!Array.isArray(value)) {
		report('expected a list of strings.');
		return undefined;
	}
	return value.filter((item, index): item is string => {
		if (typeof item === 'string') return true;
		report(`item ${index + 1} is not a string.`);
		return false;
	});
}

/** A glob that is none fits nothing; an empty one is a line in a form that nobody has filled in. */
function readGlobs(value: unknown, report: Report): readonly string[] | undefined {
	return readStrings(value, report)?.filter((glob) => isGlob(glob, report));
}

function isGlob(glob: string, report: Report): boolean {
	const read = readGlob(glob);
	if ('wrong' in read && glob.trim() !== '') report(`${JSON.stringify(glob.slice(0, 100))}: ${read.wrong}`);
	return !('wrong' in read);
}

const readLevel = readOneOf(...levels);

function readLevels(value: unknown, report: Report): Settings['rules'] | undefined {
	if (value === undefined) return undefined;
	if (!isRecord(value)) {
		report('expected an object from names of rules to severities.');
		return undefined;
	}
	const chosen: [string, Level][] = [];
	for (const [name, given] of Object.entries(value)) {
		const rule = rules.find((one) => one.name === name);
		if (!rule) report(`there is no rule ${name}.`);
		const level = readLevel(given ?? undefined, (problem) => report(`${name}: ${problem}`));
		if (rule && level) chosen.push([name, level]);
	}
	return Object.fromEntries(chosen);
}

function readApis(value: unknown, report: Report): Settings['apis'] | undefined {
	if (value === undefined) return undefined;
	if (!Array.isArray(value)) {
		report('expected a list of objects with "files" and "apis".');
		return undefined;
	}
	return value.flatMap((item: unknown, index): FileApis[] => {
		const files = isRecord(item) ? item.files : undefined;
		const apis = isRecord(item) ? item.apis : undefined;
		const ids: readonly unknown[] = Array.isArray(apis) ? apis : [apis];
		if (typeof files === 'string' && ids.every((id) => typeof id === 'string'))
			return isGlob(files, report) ? [{ files, apis: ids }] : [];
		report(`item ${index + 1}: expected an object with "files", a glob, and "apis", a list of ids.`);
		return [];
	});
}
