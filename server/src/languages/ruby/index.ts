import type { Language } from '../../syntax/language.ts';
import { clients } from './clients/index.ts';
import { importedAs, namedModule } from './imported-as.ts';
import { findModule } from './modules.ts';
import { nodes } from './nodes.ts';
import { retrySetUps } from './retry-set-ups.ts';
import { nameOfStatus } from './status-names.ts';
import { closing, typedAt } from './typed-value.ts';
import { write } from './write.ts';

export const ruby: Language = {
	name: 'Ruby',
	dialects: [
		{
			id: 'ruby',
			extensions: ['.rb', '.rake', '.ru', '.gemspec'],
			aliases: ['rb', 'irb'],
			scope: 'source.ruby',
			grammar: 'tree-sitter-ruby.wasm',
			typed: false,
		},
	],
	nodes,
	importCalls: ['require', 'require_relative', 'load'],
	relativeCalls: ['require_relative'],
	exportTargets: [],
	exportsAll: true,
	importedAs,
	namedModule,
	handsOn: /^[\t ]*require(?:_relative)?\b/m,
	findModule,
	moduleConfigurations: ['Gemfile', '*.gemspec'],
	write,
	clients,
	retrySetUps,
	// Net::HTTP and HTTParty have `response.code`.
	responseStatus: /(?:^|[._@])re?sp?(?:onse)?\.code$/,
	nameOfStatus,
	typedAt,
	closing,
};
