import type { Language } from '../../syntax/language.ts';
import { findModule } from './modules.ts';
import { nodes, pieces } from './nodes.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { nameOfStatus } from './status-names.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

/** `<int>` of `Set<int>.of(…)` */
const constructorTypes = /(?<=\b[A-Z]\w*)<[\w\s,.?<>]{1,200}>(?=\.\w+\()/g;

export const dart: Language = {
	name: 'Dart',
	dialects: [
		{ id: 'dart', extensions: ['.dart'], scope: 'source.dart', grammar: 'tree-sitter-dart.wasm', typed: true },
	],
	nodes,
	pieces,
	// Types before a named constructor are taken for comparisons where its value is given to something.
	readAs: (text) => text.replace(constructorTypes, (types) => types.replace(/[^\r\n]/g, ' ')),
	importCalls: [],
	exportTargets: [],
	exportsAll: true,
	importedAs: (_, alias) => [{ name: '*', alias: alias ?? '*' }],
	handsOn: /\b(?:export|part)\s+['"]/,
	findModule,
	moduleConfigurations: ['pubspec.yaml', 'package_config.json'],
	write,
	clients: [],
	retrySetUps,
	nameOfStatus,
	typedAt,
	closing,
};
