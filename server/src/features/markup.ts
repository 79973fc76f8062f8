import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { plainText } from '../explain/markdown.ts';

/** Markdown as the client can show it. */
export function markup(markdown: string, kind: MarkupKind): MarkupContent {
	return { kind, value: kind === MarkupKind.PlainText ? plainText(markdown) : markdown };
}
