import type { Language } from '../../syntax/language.ts';
import { importedAs } from './imported-as.ts';
import { findModule } from './modules.ts';
import { nodes } from './nodes.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { nameOfStatus } from './status-names.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

export const kotlin: Language = {
	name: 'Kotlin',
	dialects: [
		{
			id: 'kotlin',
			extensions: ['.kt', '.kts'],
			scope: 'source.kotlin',
			grammar: 'tree-sitter-kotlin.wasm',
			isCostlyToOptimize: true,
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
	nameOfStatus,
	moduleConfigurations: [],
	write,
	clients: [],
	retrySetUps,
	typedAt,
	closing,
};
