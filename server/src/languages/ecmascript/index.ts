import type { Language } from '../../syntax/language.ts';
import { clients } from './clients/index.ts';
import { declaredType } from './declared-type.ts';
import { findModule } from './modules.ts';
import { javascriptNodes, jsxNodes, nodes, typescriptNodes } from './nodes.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

export const ecmascript: Language = {
	name: 'JavaScript and TypeScript',
	dialects: [
		{
			id: 'javascript',
			extensions: ['.js', '.mjs', '.cjs'],
			scope: 'source.js',
			grammar: 'tree-sitter-javascript.wasm',
			nodes: { ...javascriptNodes, ...jsxNodes },
			typed: false,
		},
		{
			id: 'javascriptreact',
			extensions: ['.jsx'],
			scope: 'source.js.jsx',
			grammar: 'tree-sitter-javascript.wasm',
			nodes: { ...javascriptNodes, ...jsxNodes },
			typed: false,
		},
		{
			id: 'typescript',
			extensions: ['.ts', '.mts', '.cts'],
			scope: 'source.ts',
			grammar: 'tree-sitter-typescript.wasm',
			nodes: typescriptNodes,
			typed: true,
		},
		{
			id: 'typescriptreact',
			extensions: ['.tsx'],
			scope: 'source.tsx',
			grammar: 'tree-sitter-tsx.wasm',
			nodes: { ...typescriptNodes, ...jsxNodes },
			typed: true,
		},
	],
	nodes,
	topLevel: {
		begins:
			/^(?:@|(?:(?:export|default|declare|abstract|async)[ \t]+)*(?:function|class|const|let|var|interface|type|enum)[ \t*])/gm,
		comment: '//',
		quotesOverLines: [],
	},
	importCalls: ['require', 'import'],
	exportTargets: ['module.exports', 'exports'],
	handsOn: /\bexport\s*(?:type\s*)?[{*]|\bexports\b|\bexport\s+default\s+[\w$]+\s*;?\s*$/m,
	findModule,
	moduleConfigurations: ['package.json', 'tsconfig*.json', 'jsconfig*.json'],
	write,
	clients,
	retrySetUps,
	declaredType,
	typedAt,
	closing,
};
