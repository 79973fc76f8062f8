import type { Language } from '../../syntax/language.ts';
import { clients } from './clients/index.ts';
import { importedAs } from './imported-as.ts';
import { findModule } from './modules.ts';
import { nodes } from './nodes.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { nameOfStatus } from './status-names.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

export const csharp: Language = {
	name: 'C#',
	dialects: [
		{
			id: 'csharp',
			extensions: ['.cs'],
			aliases: ['c#'],
			scope: 'source.cs',
			grammar: 'tree-sitter-c-sharp.wasm',
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
	clients,
	retrySetUps,
	nameOfStatus,
	typedAt,
	closing,
};
