import type { Language } from '../../syntax/language.ts';
import { clients } from './clients/index.ts';
import { importedAs, namedModule } from './imported-as.ts';
import { findModule } from './modules.ts';
import { nodes } from './nodes.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { nameOfStatus } from './status-names.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

export const php: Language = {
	name: 'PHP',
	dialects: [
		{
			id: 'php',
			extensions: ['.php', '.phtml', '.php4', '.php5', '.ctp'],
			scope: 'text.html.php',
			grammar: 'tree-sitter-php.wasm',
			opening: '<?php ',
			typed: true,
		},
	],
	nodes,
	importCalls: [],
	exportTargets: [],
	exportsAll: true,
	constantCalls: ['define'],
	importedAs,
	namedModule,
	handsOn: /(?!)/,
	findModule,
	moduleConfigurations: ['composer.json'],
	write,
	clients,
	retrySetUps,
	nameOfStatus,
	typedAt,
	closing,
};
