import type { Block, Import } from '../../../syntax/code.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import type { Edit } from '../../../syntax/span.ts';

/** What a package is called in a file; undefined where it is not imported, or without a name to call it by. */
export function nameOfPackage(module: string, blocks: readonly Block[]): string | undefined {
	const found = blocks.flatMap(({ code }) => code.imports).find((one) => one.module === module);
	const alias = found?.names[0]?.alias;
	return alias === '*' ? undefined : alias;
}

/** Packages that a piece of code needs, as they are called there, and the edits that import those that are missing. */
export interface Imported {
	readonly names: ReadonlyMap<string, string>;
	readonly edits: readonly Edit[];
}

/** Undefined where a package cannot be imported under its own name. */
export function withImports(modules: readonly string[], { text, blocks }: ClientPlace): Imported | undefined {
	const names = new Map<string, string>();
	const missing: string[] = [];
	for (const module of modules) {
		const last = module.slice(module.lastIndexOf('/') + 1);
		const known = nameOfPackage(module, blocks);
		if (known === undefined && isTaken(last, text, blocks)) return undefined;
		if (known === undefined) missing.push(module);
		names.set(module, known ?? last);
	}
	const edits = missing.length === 0 ? [] : importEdits(missing, text, blocks);
	return edits && { names, edits };
}

/** Whether the file calls something else so at its top level. */
function isTaken(name: string, text: string, blocks: readonly Block[]): boolean {
	const imported = blocks.flatMap(({ code }) => code.imports.flatMap(({ names }) => names.map(({ alias }) => alias)));
	return imported.includes(name) || new RegExp(`^(?:var|const|func|type)\\s+${name}\\b`, 'm').test(text);
}

/** In a list in parentheses, each goes where its path comes in order; a single import becomes such a list. */
function importEdits(missing: readonly string[], text: string, blocks: readonly Block[]): readonly Edit[] | undefined {
	for (const { start, code } of blocks) {
		const own = code.imports;
		const [first] = own;
		if (!first) continue;
		if (/^import\s*\(/.test(code.text)) return intoList(missing, own, start, text);
		const lines = [...own.map((one) => code.text.slice(one.start, one.end)), ...missing.map((one) => `"${one}"`)];
		const list = lines.sort((a, b) => byPath(a, b)).map((line) => `\t${line}\n`);
		return [{ start, end: start + code.text.length, text: `import (\n${list.join('')})` }];
	}
	return undefined;
}

/** Among the packages of the standard library, which nearly all stand together in front. */
function intoList(missing: readonly string[], own: readonly Import[], offset: number, text: string): readonly Edit[] {
	const standard = own.filter(({ module }) => !module.split('/', 1).join().includes('.'));
	const beside = standard.length > 0 ? standard : own;
	return missing.map((module) => {
		const next = beside.find((one) => one.module > module);
		const line = `"${module}"`;
		if (next) {
			const at = offset + next.start;
			return { start: at, end: at, text: `${line}\n\t` };
		}
		const last = beside.at(-1);
		const at = lineEnd(text, offset + (last?.end ?? 0));
		return { start: at, end: at, text: `\n\t${line}` };
	});
}

function lineEnd(text: string, from: number): number {
	const at = text.indexOf('\n', from);
	return at < 0 ? text.length : text[at - 1] === '\r' ? at - 1 : at;
}

const byPath = (one: string, other: string): number => (pathIn(one) < pathIn(other) ? -1 : 1);
const pathIn = (line: string): string => /"([^"]*)"/.exec(line)?.[1] ?? line;
