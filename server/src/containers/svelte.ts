import { type Container, regionOf } from './container.ts';
import { asStatements, inBraces, markupOf } from './expressions.ts';
import { pageParts, scriptLanguage } from './scripts.ts';

/** Components of Svelte: the module's script and the instance's share names, in which the markup is, too. */
export const svelte: Container = {
	name: 'Svelte',
	ids: ['svelte'],
	extensions: ['.svelte'],
	importsAs: 'typescript',
	quiet: undefined,
	regions(text) {
		const { scripts, noMarkup } = pageParts(text);
		const expressions = markupOf(text, noMarkup).flatMap((span) => inBraces(text, span));
		const template = asStatements(text, expressions);
		const code = scripts.filter((script) => scriptLanguage(script) !== undefined && !script.attributes.has('src'));
		const cuts = code.map((script, index) => ({ ...script.code, ...(index > 0 && { glue: '\n' }) }));
		if (cuts.length + template.length === 0) return [];
		const languageId = code.some((script) => scriptLanguage(script) === 'typescript') ? 'typescript' : 'javascript';
		return [regionOf(languageId, text, [...cuts, ...template], { quietFrom: cuts.length })];
	},
};
