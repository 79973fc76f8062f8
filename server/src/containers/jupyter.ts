import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { languageIdOfName } from '../languages/language-of-path.ts';
import type { Container, Piece } from './container.ts';
import { withoutMagics } from './magics.ts';

const run = /[^\\]+|\\u[\da-fA-F]{4}|\\[\s\S]/g;

/** Notebooks of Jupyter as the files that they are: what one cell names, those after it know. */
export const jupyter: Container = {
	name: 'Jupyter',
	ids: ['jupyter'],
	extensions: ['.ipynb'],
	importsAs: 'python',
	quiet: undefined,
	regions(text) {
		const notebook = parseTree(text);
		const cells = notebook && findNodeAtLocation(notebook, ['cells'])?.children;
		const languageId = notebook && languageIdOfName(languageOf(notebook));
		if (!cells || languageId === undefined) return [];
		const pieces: Piece[] = [];
		let code = '';
		for (const cell of cells) {
			if (findNodeAtLocation(cell, ['cell_type'])?.value !== 'code') continue;
			const source = sourceOf(cell, text);
			const read = withoutMagics(source.text);
			if (read === undefined) continue;
			for (const piece of source.pieces) pieces.push({ ...piece, at: code.length + piece.at });
			code += read.endsWith('\n') ? read : `${read}\n`;
		}
		// What is written into JSON would have to be escaped.
		return pieces.length > 0 ? [{ languageId, text: code, pieces, isEditable: false }] : [];
	},
};

function languageOf(notebook: Node): string {
	const names = [
		['metadata', 'language_info', 'name'],
		['metadata', 'kernelspec', 'language'],
	];
	const said = names.map((path) => findNodeAtLocation(notebook, path)?.value).find((name) => typeof name === 'string');
	return said ?? 'python';
}

/** The code of a cell, which is a string or a list of them. */
function sourceOf(cell: Node, text: string): { readonly text: string; readonly pieces: readonly Piece[] } {
	const source = findNodeAtLocation(cell, ['source']);
	const strings = (source?.type === 'array' ? (source.children ?? []) : source ? [source] : []).filter(
		({ type }) => type === 'string',
	);
	const pieces: Piece[] = [];
	let code = '';
	for (const { offset, length } of strings) {
		const raw = text.slice(offset + 1, offset + length - 1);
		for (const { 0: found, index } of raw.matchAll(run)) {
			const read = found.startsWith('\\') ? unescaped(found) : found;
			pieces.push({ at: code.length, from: offset + 1 + index, length: read.length });
			code += read;
		}
	}
	return { text: code, pieces };
}

function unescaped(sequence: string): string {
	try {
		return JSON.parse(`"${sequence}"`) as string;
	} catch {
		return sequence;
	}
}
