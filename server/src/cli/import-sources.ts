import { basename } from 'node:path';
import type { Draft } from '../import/draft.ts';
import { mergedEntries } from '../import/merged-entries.ts';
import { languages } from '../languages/index.ts';
import { CodeReader } from '../syntax/code-reader.ts';
import { Mistake, type Surroundings } from './command.ts';
import { readText } from './read-text.ts';

/** What all sources together say. */
export interface ReadSources {
	readonly draft: Draft;
	readonly notes: readonly string[];
	/** Their names, as a catalog remembers them. */
	readonly from: string;
	/** The names of the formats that read them. */
	readonly format: string;
	/** The name of the first one; empty for standard input. */
	readonly fileName: string;
}

/** Reads what is imported. Rejects with a `Mistake` where a source cannot be read, or says nothing of errors. */
export async function readSources(
	paths: readonly string[],
	formatName: string | undefined,
	{ host, terminal }: Surroundings,
): Promise<ReadSources> {
	// Their parsers would delay every other command.
	const { importFormats, importFrom } = await import('../import/index.ts');
	const formats = importFormats(new CodeReader(languages, (name) => host.readAsset(name)));
	if (formatName !== undefined && !formats.some(({ name }) => name === formatName)) {
		const names = formats.map(({ name }) => name).join(', ');
		throw new Mistake(`There is no format “${formatName}”; there are ${names}.`, { isUsage: true });
	}
	if (paths.filter((path) => path === '-').length > 1) throw new Mistake('Standard input can be read once only.');
	const readings = [];
	for (const path of paths) {
		const shown = path === '-' ? 'Standard input' : path;
		const text = await readText(path, terminal);
		if (text.trim() === '') throw new Mistake(`${shown}: there is nothing in it.`);
		const fileName = path === '-' ? '' : basename(path);
		const reading = await importFrom({ text, ...(fileName !== '' && { fileName }) }, formats, formatName);
		if (reading.draft.entries.length === 0) throw new Mistake(nothingIn(shown, reading.notes));
		readings.push({ ...reading, fileName, notes: reading.notes.map((note) => withName(note, shown, paths.length)) });
	}
	const drafts = readings.map(({ draft }) => draft);
	const together: Draft = Object.assign({}, ...drafts.toReversed());
	const { entries, notes } = mergedEntries(drafts.flatMap((draft) => draft.entries));
	return {
		draft: {
			...together,
			hosts: drafts.flatMap((draft) => draft.hosts ?? []),
			packages: drafts.flatMap((draft) => draft.packages ?? []),
			entries,
		},
		notes: [...readings.flatMap((reading) => reading.notes), ...notes],
		from: readings.map(({ fileName }) => fileName || 'standard input').join(', '),
		format: [...new Set(readings.map(({ format }) => format ?? ''))].join(', '),
		fileName: readings[0]?.fileName ?? '',
	};
}

function nothingIn(shown: string, notes: readonly string[]): string {
	return `${shown}: no error codes were found in it.${notes.map((note) => `\n  ${note}`).join('')}`;
}

function withName(note: string, shown: string, sources: number): string {
	return sources > 1 ? `${shown}: ${note}` : note;
}
