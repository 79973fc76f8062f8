import { type Container, type Region, regionOf } from './container.ts';
import { asStatements, inBraces, markupOf } from './expressions.ts';
import { pageParts, scriptLanguage } from './scripts.ts';

const fences = /^\uFEFF?\s*---[\t ]*\r?\n([\s\S]*?)(?:^---[\t ]*$|$(?![\s\S]))/m;

/** Components of Astro: what is between the fences runs on the server, with the markup; each script is of its own. */
export const astro: Container = {
	name: 'Astro',
	ids: ['astro'],
	extensions: ['.astro'],
	importsAs: 'typescript',
	quiet: undefined,
	regions(text) {
		const front = fences.exec(text);
		const opened = front?.index === 0 ? front : undefined;
		const code = opened?.[1] ?? '';
		const start = opened ? opened[0].indexOf('---') + opened[0].slice(opened[0].indexOf('---')).indexOf('\n') + 1 : 0;
		const rest = opened?.[0].length ?? 0;
		const { scripts, noMarkup } = pageParts(text.slice(rest));
		const moved = noMarkup.map((span) => ({ start: span.start + rest, end: span.end + rest }));
		const markup = markupOf(text, [{ start: 0, end: rest }, ...moved]);
		const template = asStatements(
			text,
			markup.flatMap((span) => inBraces(text, span)),
		);
		const cuts = opened ? [{ start, end: start + code.length }] : [];
		const regions: Region[] = [];
		if (cuts.length + template.length > 0)
			regions.push(regionOf('typescript', text, [...cuts, ...template], { quietFrom: cuts.length }));
		for (const script of scripts) {
			if (scriptLanguage(script) === undefined || script.attributes.has('src')) continue;
			regions.push(regionOf('typescript', text, [{ start: script.code.start + rest, end: script.code.end + rest }]));
		}
		return regions;
	},
};
