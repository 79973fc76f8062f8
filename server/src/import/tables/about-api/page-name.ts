import { headerWords } from '../cells/cell-text.ts';

const apiHost = /^(?:api|rest|graph|gateway)\d*[.-]|[.-]api[.-]|^[\w-]+-api\./;
const notReal = /(?:^|\.)(?:example\.(?:com|org|net)|localhost|test|invalid|local)$|^\d+(?:\.\d+){3}$/;

/** Hosts of the API: those of the addresses in samples that look like an API's, or in the text where samples have none. */
export function hostsIn(samples: readonly string[], texts: readonly string[]): readonly string[] {
	const inSamples = hostsOf(samples, /^\/(?:api|v\d+|rest)$/i);
	return inSamples.length > 0 ? inSamples : hostsOf(texts);
}

/** Hosts are listed at most; a page that names more is about something else. */
const mostHosts = 10;

/** @param paths how an address may go on whose host does not look like an API's */
function hostsOf(texts: readonly string[], paths?: RegExp): readonly string[] {
	const hosts = new Set<string>();
	for (const text of texts) {
		for (const [, name = '', path = ''] of text.matchAll(
			/https?:\/\/([a-z0-9][a-z0-9.-]{2,100}[a-z0-9])(?::\d+)?(\/[\w-]*)?/gi,
		)) {
			const host = name.toLowerCase();
			const isApi = apiHost.test(host) || paths?.test(path);
			if (isApi && host.includes('.') && !notReal.test(host)) hosts.add(host);
			if (hosts.size >= mostHosts) return [...hosts];
		}
	}
	return [...hosts];
}

/** Words of a title that tell what kind of page it is, not whose. */
const kinds =
	/\b(?:the|api|apis|rest|web|http|https|json|errors?|codes?|status|response|responses|common|handling|docs?|documentation|reference|guides?|developers?|developer|center|centre|help|portal|platform|troubleshooting|list|of|and|for|in|with|overview|messages?|meaning|fehler|fehlercodes|dokumentation|erreurs?|errores|error|standard|general|all|v\d+|home|support|hub|learn|opcodes)\b/gi;
const partedBy = /\s+[-|–—·•»/]\s+|\s+\|\s*/;

/**
 * Whose errors a page tells of, by its titles (`Error Codes - Acme Docs`), or by the words `the Acme API` in its texts.
 *
 * @returns undefined where nothing says it
 */
export function nameOf(
	titles: readonly string[],
	siteName: string | undefined,
	texts: readonly string[],
): string | undefined {
	const names = [siteName ?? '', ...titles].flatMap((title) => {
		const parts = title.slice(0, 300).split(partedBy);
		const found = parts.flatMap((part) => {
			const name = withoutKinds(part);
			return name === '' || (parts.length === 1 && title !== siteName) ? [] : [{ name, isSite: name !== part.trim() }];
		});
		// `Acme Docs` is surer than a part without such a word; of those, sites put their own name last.
		return [...found.filter(({ isSite }) => isSite), ...found.toReversed()].map(({ name }) => name);
	});
	const named = apiNames(texts);
	return names.find((name) => named.has(name)) ?? names[0] ?? mostNamed(named) ?? ownerIn(texts);
}

/** What a title such as `Errors of Acme 2.1` says, which an export of ours has; undefined for all others. */
export function errorsOf(title: string): { readonly name: string; readonly version?: string } | undefined {
	const [, name, version] = /^Errors of (\p{Lu}.{0,100}?)(?: v?(\d+(?:\.\d+)+))?$/u.exec(title) ?? [];
	return name === undefined ? undefined : { name, ...(version !== undefined && { version }) };
}

/** Where a page says that all of it is documented. */
export function addressIn(texts: readonly string[]): string | undefined {
	return texts.map((text) => /^Documented at \[[^[\]\s]*\]\((https?:\/\/[^\s()]+)\)\.$/.exec(text)?.[1]).find(Boolean);
}

/** The part of a title that is a name: `Acme` of `Acme API Docs`; nothing where no word in it is one. */
function withoutKinds(part: string): string {
	const rest = part
		.replace(kinds, ' ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	if (rest === '' || !/\p{Lu}/u.test(rest)) return '';
	const name = part
		.replace(
			/\s+(?:(?:rest|web|http)\s+)?(?:apis?|docs?|documentation|developers?|developer (?:docs|portal|center|hub)|reference|help center|learn|guide)\b.*$/i,
			'',
		)
		.trim();
	return headerWords(name) === '' || headerWords(name).split(' ').length > 4 ? '' : name;
}

/** How often the texts say `the Acme API`. */
function apiNames(texts: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const text of texts) {
		for (const [, name = ''] of text.matchAll(
			/\b(?:[Tt]he|[Dd]ie|[Oo]ur|[Uu]sing|l['’]) ?((?:\p{Lu}[\p{L}\p{N}.]{1,30} ){1,3})APIs?\b/gu,
		)) {
			const own = name.trim().replace(/ (?:REST|Web|HTTP|JSON|GraphQL|Admin|Public)$/, '');
			if (!/^(?:REST|Web|HTTP|JSON|GraphQL|Admin|Public|Our|This|Error|Data|Server|Client|Legacy)\b/.test(own))
				counts.set(own, (counts.get(own) ?? 0) + 1);
		}
	}
	return counts;
}

function mostNamed(counts: ReadonlyMap<string, number>): string | undefined {
	return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** Whose page it is by its last line: `© 2024 Acme`. */
function ownerIn(texts: readonly string[]): string | undefined {
	for (const text of texts.slice(-20)) {
		const [, owner] =
			/(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s+(\p{Lu}[\p{L}\p{N}]{1,30})/iu.exec(text) ?? [];
		if (owner !== undefined) return owner;
	}
	return undefined;
}
