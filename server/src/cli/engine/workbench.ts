import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Analysis } from '../../analysis/analysis.ts';
import { isOnlyIn } from '../../analysis/evidence/evidence.ts';
import type { Wanted } from '../../analysis/interest.ts';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { isCommonCode } from '../../catalog/common-codes.ts';
import type { Host } from '../../host/host.ts';
import { type Inspect, makeInspector } from '../inspector.ts';
import type { ProjectView } from '../project-view.ts';
import { type InspectionName, inspections } from './inspections.ts';
import { type Look, lookFor } from './look-at-file.ts';
import { type ConstantNames, type Done, type InspectedText, nothingFound, type Task } from './messages.ts';
import { knownLabels, repeatedLabels } from './repeated-labels.ts';
import { type LookFor, namesThatRepeat } from './text-keys.ts';

/** What a workbench works with. */
export interface WorkbenchParts {
	readonly host: Host;
	/** The folder that relative paths count from. */
	readonly folder: string;
	readonly view: ProjectView;
	/** The files below a folder, as URIs, that show APIs to the rest of it. */
	readonly filesShowing: (root: string) => Promise<readonly string[]>;
}

/** Does tasks in this thread, one after the other; what one of them found out serves the next. */
export interface Workbench {
	do(task: Task): Promise<Done>;
	/** Inspects a text as if a file had it. */
	inspectText(what: InspectionName, file: string, text: string): Promise<InspectedText>;
}

export function makeWorkbench({ host, folder, view, filesShowing }: WorkbenchParts): Workbench {
	let problems: string[] = [];
	const onProblem = (message: string) => void problems.push(message);
	// Findings are about what chooses by an error; whoever counts codes wants all places that have one.
	const make = (wanted: Wanted): Inspect => makeInspector({ ...view, host, folder, onProblem, filesShowing, wanted });
	const inspectors = new Map<InspectionName, Inspect>();
	const inspectorFor = (what: InspectionName): Inspect => {
		const inspect = inspectors.get(what) ?? make(what === 'findings' ? 'dispatches' : 'everything');
		inspectors.set(what, inspect);
		return inspect;
	};
	let looking: { readonly what: LookFor; readonly look: Look } | undefined;
	const lookerFor = (what: LookFor | undefined): Look => {
		if (what && what !== looking?.what) looking = { what, look: lookFor(what) };
		if (!looking) throw new Error('Nothing is looked for.');
		return looking.look;
	};

	async function inspectText(
		what: InspectionName,
		file: string,
		text?: string,
		isAlone = false,
	): Promise<InspectedText> {
		problems = [];
		const inspected = await inspectorFor(what)(file, text, isAlone ? repeats : undefined);
		const result = inspected && inspections[what](inspected, onProblem);
		const analyses = inspected?.analyses ?? [];
		const shows = analyses.some(showsApi);
		const imported = shows && inspected ? (await inspected.imported()).flatMap(pathAt) : [];
		return { result, shows, isSkipped: false, names: namesIn(analyses), imported, problems };
	}

	/** The text of a test or the like without our comments, of which nothing is told, is not parsed. */
	async function inspectLoud(what: InspectionName, file: string, isAlone: boolean): Promise<InspectedText> {
		const { choice } = await view.settings.of(pathToFileURL(file).href);
		if (choice.testGlob === undefined) return inspectText(what, file, undefined, isAlone);
		const text = await readFile(file, 'utf8').catch(() => undefined);
		if (text?.includes('api-errors') === false) return { ...nothingFound, isSkipped: true };
		return inspectText(what, file, text, isAlone);
	}

	return {
		async do(task) {
			if (task.does === 'look') return { does: 'look', sights: task.files.map(lookerFor(task.what)) };
			const { files, what, how } = task;
			const isWhole = how === 'wholly' || what !== 'findings';
			const inspected: InspectedText[] = [];
			for (const file of files)
				inspected.push(isWhole ? await inspectText(what, file) : await inspectLoud(what, file, how === 'alone'));
			return { does: 'inspect', inspected };
		},
		inspectText,
	};
}

/** Blocks of a file in which statuses are tested for that the file may test for twice, its imports, and what speaks of statuses. */
function repeats(text: string, catalogs: CatalogIndex): (block: string) => boolean {
	const found = [...repeatedLabels(text, knownLabels(namesThatRepeat([catalogs])))];
	const labels = [...new Set(found.map((label) => /\w+$/.exec(label)?.[0] ?? label))];
	return (block) => labels.some((label) => block.includes(label)) || telling.test(block);
}

const telling = /\b(?:import|require|using?|include)\b|status|[cC]ode\b/i;

const pathAt = (uri: string): readonly string[] => (uri.startsWith('file:') ? [fileURLToPath(uri)] : []);

const showsApi = ({ inPlay }: Analysis): boolean => inPlay.some(({ step }) => step === 'told' || step === 'file');

function namesIn(analyses: readonly Analysis[]): ConstantNames {
	const own = new Set<string>();
	const others = new Set<string>();
	for (const { facts, catalogs } of analyses)
		for (const [name, { literal }] of facts.constants) {
			const word = /\w+$/.exec(name)?.[0] ?? '';
			if (word.length < 3 || isField.test(word) || !isCode(literal.value, catalogs)) continue;
			if (isOwn(literal.value, catalogs)) own.add(word);
			else others.add(word);
		}
	return { own: [...own], others: [...others] };
}

/** Statuses are seen for themselves wherever they count. */
const isCode = (value: string | number, { byString, byNumber }: CatalogIndex): boolean =>
	(typeof value === 'string' ? byString(value) : byNumber(value)).some(({ entry }) => entry.kind === 'code');

const isOwn = (value: string | number, catalogs: CatalogIndex): boolean =>
	typeof value === 'string' &&
	!isCommonCode(value) &&
	catalogs.byString(value).some(({ catalog }) => isOnlyIn(catalog, value, catalogs));

/** What a field of any record may be called. */
const isField =
	/^(?:code|type|name|error|value|key|id|reason|status|kind|message|title|text|label|state|event|action)$/i;
