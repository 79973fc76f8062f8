import type { Span } from '../syntax/span.ts';
import { type Container, regionOf } from './container.ts';
import { asStatements, markupOf } from './expressions.ts';
import { pageParts, type Script, scriptLanguage } from './scripts.ts';

/** Directives with expressions; `v-for` has a syntax of its own. */
const directive =
	/\s(?:v-(?:if|else-if|show|text|html|model|bind|on)(?:[:.][\w:.-]*)?|[:@][\w:.-]+)=(?:"([^"]{1,2000})"|'([^']{1,2000})')/g;

/** Single-file components of Vue: their scripts share one scope, in which their template is, too. */
export const vue: Container = {
	name: 'Vue',
	ids: ['vue'],
	extensions: ['.vue'],
	importsAs: 'typescript',
	quiet: undefined,
	regions(text) {
		const { scripts, noMarkup } = pageParts(text);
		const template = asStatements(
			text,
			markupOf(text, noMarkup).flatMap((span) => expressionsIn(text, span)),
		);
		const languageId = languageOf(scripts);
		const code = scripts.filter((script) => scriptLanguage(script) !== undefined && !script.attributes.has('src'));
		const cuts = code.map((script, index) => ({ ...script.code, ...(index > 0 && { glue: '\n' }) }));
		if (cuts.length + template.length === 0) return [];
		return [regionOf(languageId, text, [...cuts, ...template], { quietFrom: cuts.length })];
	},
};

/** All scripts of a component are compiled as one. */
function languageOf(scripts: readonly Script[]): string {
	return scripts.map(scriptLanguage).find((one) => one !== undefined && one !== 'javascript') ?? 'javascript';
}

function expressionsIn(text: string, span: Span): readonly Span[] {
	const markup = text.slice(span.start, span.end);
	const found = [...inMustaches(markup)];
	for (const { 0: whole, 1: double, 2: single, index } of markup.matchAll(directive)) {
		const end = index + whole.length - 1;
		found.push({ start: end - (double ?? single ?? '').length, end });
	}
	return found
		.sort((one, other) => one.start - other.start)
		.map(({ start, end }) => ({ start: span.start + start, end: span.start + end }));
}

/** UTF-16 units: what is longer is no expression that somebody wrote into markup. */
const longest = 2_000;

/** What stands in `{{ … }}`. */
function* inMustaches(markup: string): Generator<Span> {
	for (let end = markup.indexOf('}}'), from = 0; end >= 0; from = end + 2, end = markup.indexOf('}}', from)) {
		const before = Math.max(from, end - longest);
		const opened = markup.slice(before, end).lastIndexOf('{{');
		if (opened >= 0) yield { start: before + opened + 2, end };
	}
}
