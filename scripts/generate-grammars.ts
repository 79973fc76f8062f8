import { builtinCatalogs } from '../server/src/catalog/builtin/index.ts';
import type { Catalog } from '../server/src/catalog/catalog.ts';
import { languages } from '../server/src/languages/index.ts';
import { formatJson } from './format-json.ts';

/** A TextMate grammar that is injected into others. */
interface Injection {
	readonly scopeName: string;
	/** The file's path from the root of the repository. */
	readonly path: string;
	readonly grammar: object;
}

/** The grammars by which editors colour our languages, by scope. */
const injectTo = languages.flatMap(({ dialects }) => dialects.flatMap(({ scope }) => scope ?? []));

/**
 * Few themes have a colour for `constant.other`, and nearly all have one for `constant.language`; the outer of the two
 * scopes lends its colour where the inner has none.
 */
const codeScope = 'constant.language.error-code.api-errors constant.other.error-code.api-errors';

/** What strings are called by the grammars of languages. */
const strings = ['string.quoted.single', 'string.quoted.double', 'string.template', 'string.interpolated'];

/** The texts of the grammars in `syntaxes/`, by path from the root of the repository. */
export function generateGrammars(catalogs: readonly Catalog[] = builtinCatalogs): ReadonlyMap<string, string> {
	return new Map(injections(catalogs).map(({ path, grammar }) => [path, formatJson(grammar)]));
}

/** What `contributes.grammars` of the manifest says. */
export function grammarContributions(): readonly object[] {
	return injections([]).map(({ scopeName, path }) => ({ scopeName, path: `./${path}`, injectTo }));
}

function injections(catalogs: readonly Catalog[]): readonly Injection[] {
	return [
		injection('codes', strings.map((one) => `L:${one} -comment -meta.import -meta.attribute`).join(', '), [
			{ match: wholeLiteral(colouredCodes(catalogs)), name: codeScope },
		]),
		injection('directives', 'L:comment.line, L:comment.block', directivePatterns),
	];
}

function injection(name: string, injectionSelector: string, patterns: readonly object[]): Injection {
	const scopeName = `api-errors.${name}.injection`;
	return {
		scopeName,
		path: `syntaxes/${name}.tmLanguage.json`,
		grammar: { scopeName, injectionSelector, patterns },
	};
}

/** Every code that is text. A colour says that a documented code is spelled right; which API it is, hovers tell. */
function colouredCodes(catalogs: readonly Catalog[]): readonly string[] {
	const codes = catalogs
		.flatMap((catalog) => catalog.entries)
		.filter((entry) => entry.kind === 'code' && typeof entry.value === 'string')
		.map((entry) => String(entry.value));
	return [...new Set(codes)].sort();
}

/**
 * One of the codes and nothing else between two quotes of a kind. `\G` is where the string's content begins, so that a
 * quoted code inside a longer string does not count.
 */
function wholeLiteral(codes: readonly string[]): string {
	const quotes = ["'", '"', '`'].map((quote) => `(?<=${quote})(?=[^'"\`]+${quote})`);
	return `\\G(?:${quotes.join('|')})(?:${codes.map(escaped).join('|')})(?=['"\`])`;
}

function escaped(code: string): string {
	return code.replace(/[\\^$.*+?()[\]{}|#\-\s]/g, '\\$&');
}

const name = '[A-Za-z0-9][\\w.-]*';
const names = `${name}(?:[ \\t]*,[ \\t]*${name})*`;
/** A directive begins its comment, or a line of it. */
const start = '(?:\\G|^[ \\t]*(?:\\*(?!/))?)\\**[ \\t]*';
/** Nothing but the comment's end may follow, or it is prose that happens to begin like a directive. */
const end = '(?=[ \\t]*(?:\\*/|$))';
const directiveScope = 'keyword.control.directive.api-errors';

const directivePatterns = [
	{
		match: `${start}(api-errors(?=:))(:)[ \\t]*(default)[ \\t]+(covers)[ \\t]+(${names})${end}`,
		captures: {
			1: { name: directiveScope },
			2: { name: 'punctuation.separator.api-errors' },
			3: { name: directiveScope },
			4: { name: directiveScope },
			5: { patterns: listOf(codeScope) },
		},
	},
	{
		match: `${start}(api-errors(?=:))(:)[ \\t]*(?:(none)|(?!default\\b)(${names}))${end}`,
		captures: {
			1: { name: directiveScope },
			2: { name: 'punctuation.separator.api-errors' },
			3: { name: 'constant.language.none.api-errors' },
			4: { patterns: listOf('entity.name.type.api.api-errors') },
		},
	},
	{
		match: `${start}(api-errors-(?:disable(?:-next-line|-line|-file)?|enable))(?![\\w-])(?:[ \\t]+(${names}))?(?:[ \\t]+(--)(?=[ \\t])|${end})`,
		captures: {
			1: { name: directiveScope },
			2: { patterns: listOf('entity.name.function.rule.api-errors') },
			3: { name: 'punctuation.separator.reason.api-errors' },
		},
	},
];

function listOf(scope: string): readonly object[] {
	return [
		{ match: name, name: scope },
		{ match: ',', name: 'punctuation.separator.list.api-errors' },
	];
}
