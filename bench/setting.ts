import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateSource } from './generate-source.ts';
import type { Effort, Setting } from './measure.ts';
import type { ServerCommand } from './servers.ts';
import type { Sides } from './sides.ts';

const project = {
	compilerOptions: {
		strict: true,
		noEmit: true,
		target: 'es2023',
		lib: ['es2024', 'dom'],
		module: 'nodenext',
		types: [],
	},
};

/** Writes a project of one generated file of about `lines` lines into a folder of its own inside `parent`. */
export function createSetting(parent: string, lines: number, servers: Sides<ServerCommand>, effort: Effort): Setting {
	const folder = join(parent, `client-${lines}`);
	const file = join(folder, 'client.ts');
	const { text } = generateSource(lines);
	mkdirSync(folder);
	writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
	writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
	writeFileSync(file, text);
	return { servers, folder, folderUri: pathToFileURL(folder).href, uri: pathToFileURL(file).href, text, lines, effort };
}
