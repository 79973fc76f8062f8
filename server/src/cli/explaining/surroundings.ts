import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Analysis } from '../../analysis/analysis.ts';
import { inlineCode, safeMarkdown } from '../../explain/markdown.ts';
import { defaultSettings } from '../../settings.ts';
import { catalogData, withUs } from '../listing/catalog-list.ts';
import type { ProjectView } from '../project-view.ts';
import { counted } from '../reports/counts.ts';

/** Says in Markdown what counts for a file beside its text: catalogs in play, and settings that differ from the defaults. */
export async function aboutSurroundings(
	analysis: Analysis,
	view: ProjectView,
	{ uri, folder }: { readonly uri: string; readonly folder: string },
): Promise<string> {
	const lines = [...catalogLines(analysis, folder), '', ...(await settingLines(view, uri, folder))];
	return `${lines.join('\n')}\n`;
}

function catalogLines({ inPlay, catalogs }: Analysis, folder: string): readonly string[] {
	const known = inPlay.map(({ catalog }) => {
		const { name, codes, statuses, required, writtenIn } = catalogData(catalog, folder);
		const size = [counted(codes, 'code'), ...(statuses > 0 ? [counted(statuses, 'status', 'statuses')] : [])].join(
			', ',
		);
		const where = writtenIn.map((one) => (one === withUs ? one : `written in ${inlineCode(one)}`)).join(', ');
		return `- **${safeMarkdown(name)}**: ${size}, of which ${required} must be handled; ${where}.`;
	});
	const others = catalogs.catalogs.filter((one) => !inPlay.some(({ catalog }) => catalog === one));
	const ids = others.map(({ id }) => inlineCode(id));
	return ['### Catalogs', ...known, ...(ids.length > 0 ? [`- In reach, and not in play: ${ids.join(', ')}.`] : [])];
}

async function settingLines(view: ProjectView, uri: string, folder: string): Promise<readonly string[]> {
	const { settings, choice } = await view.settings.of(uri);
	const files = await view.settings.projectFiles(uri);
	const names = files.map((file) => inlineCode(relative(folder, fileURLToPath(file.uri)).replaceAll('\\', '/')));
	const levels = Object.entries(settings.rules).map(([rule, level]) => `${inlineCode(rule)} is ${inlineCode(level)}`);
	const list = (values: readonly string[]): string => values.map((value) => inlineCode(value)).join(', ');
	const lines = [
		...(names.length > 0 ? [`They are written in ${names.join(', ')}.`] : ['No project file is around the file.']),
		...(settings.enable ? [] : ['`enable` is off: nothing is told of the file.']),
		...(choice.excludedBy === undefined ? [] : [`${list([choice.excludedBy])} leaves the file alone.`]),
		...(choice.testGlob === undefined ? [] : [`It is a test by ${list([choice.testGlob])}.`]),
		...(choice.told.length === 0 ? [] : [`\`apis\` says that it speaks of ${list(choice.told)}.`]),
		...(choice.inUse.length === 0 ? [] : [`The project uses ${list(choice.inUse)}.`]),
		...(settings.requiredCodes.length === 0 ? [] : [`\`requiredCodes\` has ${list(settings.requiredCodes)}.`]),
		...(settings.whenDefault === defaultSettings.whenDefault
			? []
			: [`\`whenDefault\` is ${list([settings.whenDefault])}.`]),
		...(levels.length === 0 ? [] : [`${levels.join(', ')}.`]),
	];
	return ['### Settings', ...lines.map((line) => `- ${line}`)];
}
