import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { compareFound, foundText } from './found.ts';
import { type Effort, measureCosts } from './measure-cost.ts';
import { ourCheck } from './our-check.ts';
import { competitors } from './rivals.ts';
import type { Results, Row } from './row.ts';
import type { Tools } from './tools.ts';
import { fullSize, generateWorkspace } from './typescript-workspace.ts';
import { writeWorkspace } from './write-workspace.ts';

export interface TypescriptSetting {
	/** The bundle of the command line. */
	readonly bundle: string;
	readonly tools: Tools;
	readonly effort: Effort;
	readonly tell: (what: string) => void;
}

/** The time and memory of a check beside tools that read all of a generated workspace, and what each of them finds. */
export async function measureTypescript({ bundle, tools, effort, tell }: TypescriptSetting): Promise<Results> {
	tell('a workspace in TypeScript');
	const workspace = generateWorkspace(fullSize);
	const folder = join(cacheFolder, 'typescript');
	writeWorkspace(workspace, folder);
	const check = await ourCheck(bundle, folder, ['src']);
	const others = competitors(tools, folder);
	const contestants = [check.withoutCache, ...others.map(({ contestant }) => contestant)];
	const [ours, ...theirs] = await measureCosts(contestants, effort, tell);
	if (!ours) throw new Error('Nothing was measured.');
	const rows = theirs.map(({ cost, last }, index): Row => {
		const other = others[index];
		if (!other) throw new Error('Something was measured that is not there.');
		const places = other.placesIn?.(last.output);
		const found = places ? foundText(compareFound(places, workspace.dispatches)) : 'not asked';
		return { work: 'TypeScript', rival: other.rival, ours: ours.cost, theirs: cost, found };
	});
	const found = foundText(compareFound(check.placesIn(ours.last), workspace.dispatches));
	const { files, lines, dispatches } = workspace;
	const size = `${files.length} files, ${lines.toLocaleString('en')} lines, ${dispatches.length} with a handler`;
	return { rows, remarks: [`TypeScript: ${size}. We find ${found}.`] };
}
