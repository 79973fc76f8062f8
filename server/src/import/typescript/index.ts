import type { CodeReader } from '../../syntax/code-reader.ts';
import type { ImportFormat } from '../draft.ts';
import { likelihoodOf } from './likelihood.ts';
import { readSource } from './read-source.ts';

/**
 * Enums, unions, objects and lists of codes in a file of TypeScript or JavaScript. What they say of a code in comments
 * and in fields beside it is taken along.
 * @param reader parses the source, which is never run
 */
export function typescriptFormat(reader: CodeReader): ImportFormat {
	return {
		name: 'typescript',
		title: 'TypeScript or JavaScript',
		likelihood: likelihoodOf,
		read: (source) => readSource(source, reader),
	};
}
