import type { Language } from '../../syntax/language.ts';
import { clients } from './clients/index.ts';
import { findModule, importedAs } from './modules.ts';
import { nodes } from './nodes.ts';
import { readMacros } from './read-macros.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { nameOfStatus } from './status-names.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

export const rust: Language = {
	name: 'Rust',
	dialects: [
		{
			id: 'rust',
			extensions: ['.rs'],
			aliases: ['rs'],
			scope: 'source.rust',
			grammar: 'tree-sitter-rust.wasm',
			typed: true,
		},
	],
	nodes,
	readAs: readMacros,
	importCalls: [],
	exportTargets: [],
	exportsAll: true,
	importedAs,
	findModule,
	handsOn: /\bpub(?:\([^)]*\))?\s+use\b/,
	nameOfStatus,
	moduleConfigurations: [],
	write,
	clients,
	retrySetUps,
	typedAt,
	closing,
};
