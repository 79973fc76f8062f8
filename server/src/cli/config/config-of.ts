import type { JsonPath } from '../../catalog/json-fields.ts';
import type { ProjectFile, ProjectPart } from '../../project-file/project-file.ts';
import { rules } from '../../rules/index.ts';
import { levelOf } from '../../rules/levels.ts';
import { excludedBy, partsFor, type SettingsOfFile } from '../../settings-by-file.ts';

/** Where a value was decided. */
export interface ConfigOrigin {
	/** The URI of the project's file. */
	readonly uri: string;
	/** From 1. */
	readonly line: number;
	/** The globs of the override; left out where it is said of all files. */
	readonly files?: readonly string[];
}

/** One thing that counts for a file, and who says so; without an origin, it is the default. */
export interface ConfigValue {
	readonly name: string;
	readonly value: boolean | string | readonly string[];
	readonly from?: ConfigOrigin;
}

/**
 * What counts for a file, value by value, with where each comes from.
 * @param projectFiles those around it, the farthest first
 * @param counts what came of them
 */
export function configOf(
	uri: string,
	projectFiles: readonly ProjectFile[],
	{ settings, choice }: SettingsOfFile,
): readonly ConfigValue[] {
	const said = projectFiles.flatMap((file) => partsFor(file, uri).map((part) => ({ file, part })));
	const value = (name: string, what: ConfigValue['value'], isSaid: (part: ProjectPart) => boolean, field: JsonPath) => {
		const last = said.findLast(({ part }) => isSaid(part));
		return { name, value: what, ...(last && { from: originOf(last, field) }) };
	};
	const tests = projectFiles.findLast(({ testFiles }) => testFiles !== undefined);
	const left = projectFiles.find((file) => excludedBy(uri, [file]) !== undefined);
	return [
		value('enable', settings.enable, ({ enable }) => enable !== undefined, ['enable']),
		value('whenDefault', settings.whenDefault, (part) => part.whenDefault !== undefined, ['whenDefault']),
		...rules.map((rule) =>
			value(`rules.${rule.name}`, levelOf(rule, settings), (part) => part.rules?.[rule.name] !== undefined, [
				'rules',
				rule.name,
			]),
		),
		...settings.requiredCodes.map((code) =>
			value('requiredCodes', code, (part) => part.requiredCodes?.includes(code) ?? false, ['requiredCodes']),
		),
		...choice.inUse.map((id) => value('apis', id, ({ inUse }) => inUse?.includes(id) ?? false, ['apis'])),
		...(choice.told.length > 0
			? [value('apis of this file', choice.told, ({ apis }) => apis !== undefined, ['apis'])]
			: []),
		{
			...{ name: 'test file', value: choice.testGlob === undefined ? false : `by ${choice.testGlob}` },
			...(tests && { from: { uri: tests.uri, line: tests.lineOf(['testFiles']) } }),
		},
		{
			...{ name: 'excluded', value: choice.excludedBy === undefined ? false : `by ${choice.excludedBy}` },
			...(left && { from: { uri: left.uri, line: left.lineOf(['exclude']) } }),
		},
	];
}

function originOf(
	{ file, part }: { readonly file: ProjectFile; readonly part: ProjectPart },
	field: JsonPath,
): ConfigOrigin {
	const line = file.lineOf([...part.path, ...field]);
	return { uri: file.uri, line, ...(part.files && { files: part.files.map(({ text }) => text) }) };
}
