import type { Language } from '../../syntax/language.ts';
import { clients } from './clients/index.ts';
import { declaredType } from './declared-type.ts';
import { importedAs } from './imported-as.ts';
import { findModule } from './modules.ts';
import { nodes } from './nodes.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { nameOfStatus } from './status-names.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

export const python: Language = {
	name: 'Python',
	dialects: [
		{
			id: 'python',
			extensions: ['.py', '.pyi'],
			aliases: ['python3', 'py3'],
			scope: 'source.python',
			grammar: 'tree-sitter-python.wasm',
			typed: true,
		},
	],
	nodes,
	topLevel: {
		begins: /^(?:@|(?:async[ \t]+)?def[ \t]|class[ \t])/gm,
		comment: '#',
		isIndented: true,
		quotesOverLines: ['"""', "'''"],
	},
	importCalls: ['import_module', 'importlib.import_module'],
	exportTargets: [],
	exportsAll: true,
	importedAs,
	handsOn: /^[\t ]*from\s+[.\w]+\s+import\b/m,
	findModule,
	moduleConfigurations: ['__init__.py'],
	write,
	clients,
	retrySetUps,
	declaredType,
	nameOfStatus,
	typedAt,
	closing,
};
