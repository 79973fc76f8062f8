import type { Language } from '../../syntax/language.ts';
import code from './code.scm';
import javascript from './javascript.scm';
import jsx from './jsx.scm';
import { retrySetUps } from './retry-set-ups.ts';
import { closing, typedAt } from './typed-value.ts';
import typescript from './typescript.scm';
import { write } from './write.ts';

export const ecmascript: Language = {
	name: 'JavaScript and TypeScript',
	dialects: [
		{
			id: 'javascript',
			extensions: ['.js', '.mjs', '.cjs'],
			grammar: 'tree-sitter-javascript.wasm',
			query: javascript + jsx,
			typed: false,
		},
		{
			id: 'javascriptreact',
			extensions: ['.jsx'],
			grammar: 'tree-sitter-javascript.wasm',
			query: javascript + jsx,
			typed: false,
		},
		{
			id: 'typescript',
			extensions: ['.ts', '.mts', '.cts'],
			grammar: 'tree-sitter-typescript.wasm',
			query: typescript,
			typed: true,
		},
		{
			id: 'typescriptreact',
			extensions: ['.tsx'],
			grammar: 'tree-sitter-tsx.wasm',
			query: typescript + jsx,
			typed: true,
		},
	],
	query: code,
	write,
	clients: [],
	retrySetUps,
	typedAt,
	closing,
};
