import type { Style } from '../reports/style.ts';
import type { FileConfig } from './file-config.ts';

/** What counts for a file, in columns. */
export function configText({ file, projectFiles, values, catalogs, inPlay }: FileConfig, style: Style): string {
	const rows = values.map(({ name, value, from }): Row => [name, shown(value), from ? placeOf(from) : 'default']);
	const sections: readonly (readonly string[])[] = [
		[
			style('bold', file),
			`  ${projectFiles.length > 0 ? `Project files: ${projectFiles.join(', ')}` : 'There is no api-errors.json around it.'}`,
		],
		[style('bold', 'Settings'), ...inColumns(rows, style)],
		[
			style('bold', 'Catalogs'),
			...inColumns(
				catalogs.map(({ id, name, file: at }) => [id, name, at ?? 'comes with us']),
				style,
			),
		],
		[
			style('bold', 'APIs in play'),
			...(inPlay.length > 0
				? inColumns(
						inPlay.map(({ id, step, reason }) => [id, step, reason]),
						style,
					)
				: ['  none']),
		],
	];
	return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

type Row = readonly [name: string, value: string, from: string];

function inColumns(rows: readonly Row[], style: Style): readonly string[] {
	const [names, values] = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
	return rows.map(
		([name, value, from]) => `  ${name.padEnd(names ?? 0)}  ${value.padEnd(values ?? 0)}  ${style('dim', from)}`,
	);
}

function shown(value: FileConfig['values'][number]['value']): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	return typeof value === 'string' ? value : value.join(', ');
}

function placeOf({ file, line, files }: NonNullable<FileConfig['values'][number]['from']>): string {
	const about = files ? ` for ${files.slice(0, 3).join(', ')}${files.length > 3 ? ', …' : ''}` : '';
	return `${file}:${line}${about}`;
}
