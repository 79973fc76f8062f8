import { type Container, regionOf } from './container.ts';
import { pageParts, scriptLanguage } from './scripts.ts';

/** Pages: their scripts share one scope. */
export const html: Container = {
	name: 'HTML',
	ids: ['html'],
	extensions: ['.html', '.htm', '.xhtml'],
	importsAs: 'javascript',
	quiet: undefined,
	regions(text) {
		const byLanguage = new Map<string, { readonly start: number; readonly end: number; readonly glue?: string }[]>();
		for (const script of pageParts(text).scripts) {
			const languageId = scriptLanguage(script);
			if (languageId === undefined || script.attributes.has('src')) continue;
			const cuts = byLanguage.get(languageId) ?? [];
			byLanguage.set(languageId, [...cuts, { ...script.code, ...(cuts.length > 0 && { glue: '\n' }) }]);
		}
		return [...byLanguage].map(([languageId, cuts]) => regionOf(languageId, text, cuts));
	},
};
