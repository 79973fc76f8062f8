import type { Language } from '../../syntax/language.ts';
import { clients } from './clients/index.ts';
import { importedAs } from './imported-as.ts';
import { findModule, namedModule } from './modules.ts';
import { nodes } from './nodes.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { nameOfStatus } from './status-names.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

export const java: Language = {
	name: 'Java',
	dialects: [
		{ id: 'java', extensions: ['.java'], scope: 'source.java', grammar: 'tree-sitter-java.wasm', typed: true },
	],
	nodes,
	importCalls: [],
	exportTargets: [],
	exportsAll: true,
	importedAs,
	namedModule,
	handsOn: /(?!)/,
	findModule,
	moduleConfigurations: [],
	write,
	clients,
	retrySetUps,
	// OkHttp and Retrofit have `response.code()`.
	responseStatus: /(?:^|[._])(?:\w*R|r)esp(?:onse)?\.code$|(?:^|\.)res\.code$|\.execute\.code$/,
	nameOfStatus,
	typedAt,
	closing,
};
