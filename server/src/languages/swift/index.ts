import type { Language } from '../../syntax/language.ts';
import { importedAs } from './imported-as.ts';
import { findModule } from './modules.ts';
import { nodes } from './nodes.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

export const swift: Language = {
	name: 'Swift',
	dialects: [
		{
			id: 'swift',
			extensions: ['.swift'],
			grammar: 'tree-sitter-swift.wasm',
			isCostlyToOptimize: true,
			scope: 'source.swift',
			typed: true,
		},
	],
	nodes,
	importCalls: [],
	exportTargets: [],
	exportsAll: true,
	importedAs,
	handsOn: /(?!)/,
	findModule,
	moduleConfigurations: [],
	write,
	clients: [],
	retrySetUps,
	typedAt,
	closing,
};
