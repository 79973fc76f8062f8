import type { Language } from '../../syntax/language.ts';
import { clients } from './clients/index.ts';
import { importedAs } from './imported-as.ts';
import { findModule } from './modules.ts';
import { nodes } from './nodes.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { nameOfStatus } from './status-names.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

export const go: Language = {
	name: 'Go',
	dialects: [
		{
			id: 'go',
			extensions: ['.go'],
			aliases: ['golang'],
			scope: 'source.go',
			grammar: 'tree-sitter-go.wasm',
			typed: true,
		},
	],
	nodes,
	topLevel: { begins: /^(?:func|type|var|const)[ \t]/gm, comment: '//', quotesOverLines: [] },
	importCalls: [],
	exportTargets: [],
	exportsAll: true,
	importedAs,
	findModule,
	handsOn: /(?!)/,
	nameOfStatus,
	moduleConfigurations: ['go.mod'],
	write,
	clients,
	retrySetUps,
	typedAt,
	closing,
};
