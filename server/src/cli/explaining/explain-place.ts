import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../analysis/analysis.ts';
import { isCatalogPlace } from '../../catalogs/files/catalog-names.ts';
import { documentAt } from '../../containers/documents-in.ts';
import { readableIdOf } from '../../containers/readable.ts';
import { explain } from '../../explain/explain.ts';
import { Mistake, type Surroundings } from '../command.ts';
import { type Inspected, makeInspector } from '../inspector.ts';
import { type ProjectView, viewProject } from '../project-view.ts';
import { readText } from '../read-text.ts';
import { placesInLine } from './line-places.ts';
import type { NamedPlace } from './named-place.ts';
import { plainPage } from './plain-page.ts';
import { aboutSurroundings } from './surroundings.ts';

/** Prints all that is known of a place. Rejects with a `Mistake` where there is no such place, or nothing is read there. */
export async function printPlace(place: NamedPlace, surroundings: Surroundings): Promise<void> {
	const { terminal } = surroundings;
	const { inspected, view } = await inspect(place, surroundings);
	const { document } = inspected;
	const { position, others } = positionOf(place, inspected);
	const at = `${place.path}:${position.line + 1}:${position.character + 1}`;
	const analysis = analysisAt(inspected, position);
	if (!analysis) throw new Mistake(`${at}: this is no code that is read.`);
	const { settings } = inspected;
	const { choice } = await view.settings.of(document.uri);
	const offset = analysis.document.offsetAt(position);
	const page = explain({ analysis, offset, told: choice.told, settings });
	const more = await aboutSurroundings(analysis, view, { uri: document.uri, folder: terminal.folder });
	const line = lineOf(document.getText(), position.line);
	const before = line.slice(0, position.character).replaceAll(/[^\t]/g, ' ');
	const rest = others.length > 0 ? `\nMore stands in this line, in column ${others.join(', ')}.\n` : '';
	const { style, print } = terminal;
	print(`${style('underline', at)}\n\n${line.trimEnd()}\n${before}${style('bold', '^')}\n${rest}\n`);
	print(plainPage(`${page}\n${more}`, terminal));
}

async function inspect(
	{ path }: NamedPlace,
	surroundings: Surroundings,
): Promise<{ readonly inspected: Inspected; readonly view: ProjectView }> {
	const { host, terminal } = surroundings;
	const { folder } = terminal;
	const file = resolve(folder, path);
	const text = await readText(path, terminal);
	if (isCatalogPlace(pathToFileURL(file).href))
		throw new Mistake(
			`${path} is a catalog. Of one of its codes, api-errors explain CODE --origins says where it is written.`,
		);
	if (readableIdOf(file) === undefined) throw new Mistake(`${path} is in no language that is read.`);
	const problems: string[] = [];
	const view = await viewProject(host, folder, [path]);
	const { projects, catalogs, settings } = view;
	const onProblem = (message: string) => problems.push(message);
	const inspected = await makeInspector({ host, folder, projects, catalogs, settings, onProblem })(file, text);
	for (const problem of [...problems, ...(await view.problems())]) terminal.printError(`${problem}\n`);
	if (!inspected) throw new Mistake(`${path} could not be read.`);
	return { inspected, view };
}

/** Where the place is, and the columns of what else is worth asking about in a line that was named as a whole. */
function positionOf(
	{ path, line, column }: NamedPlace,
	inspected: Inspected,
): { readonly position: Position; readonly others: readonly number[] } {
	const { document } = inspected;
	const count = document.lineCount;
	if (line < 1 || line > count) throw new Mistake(`${path} has ${count} lines; there is no line ${line}.`);
	const text = lineOf(document.getText(), line - 1);
	if (column !== undefined && (column < 1 || column > text.length + 1))
		throw new Mistake(`Line ${line} of ${path} has ${text.length} columns; there is no column ${column}.`);
	if (column !== undefined) return { position: { line: line - 1, character: column - 1 }, others: [] };
	const [first = /\S/.exec(text)?.index ?? 0, ...others] = placesInLine(inspected.analyses, line - 1);
	return { position: { line: line - 1, character: first }, others: others.map((one) => one + 1) };
}

function analysisAt({ analyses, document }: Inspected, position: Position): Analysis | undefined {
	const code = documentAt(
		analyses.map((analysis) => analysis.document),
		document.offsetAt(position),
	);
	return analyses.find((analysis) => analysis.document === code);
}

/** The text of a line, which counts from 0, without its end. */
const lineOf = (text: string, line: number): string => text.split(/\r\n|\n|\r/)[line] ?? '';
