import type { Analysis, EvidenceStep } from '../analysis/analysis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { isCommonCode } from '../catalog/common-codes.ts';
import type { ExplainQuestion } from './explain.ts';
import { inlineCode, safeMarkdown } from './markdown.ts';
import type { DocumentPlace } from './place-at.ts';

/** More APIs that are not in play are not named. */
const mostOthers = 4;

/** What each step of evidence is enough for. */
const strengths: Readonly<Record<EvidenceStep, string>> = {
	told: 'enough for warnings',
	file: 'enough for warnings',
	near: 'enough for warnings',
	workspace: 'enough for hovers and completion, and for warnings only where the code looks like the API’s',
	none: 'enough for hovers',
};

/** The APIs in play, each with its evidence; and what would show those that have the value of the place as well. */
export function explainApis(place: DocumentPlace, { analysis, told }: ExplainQuestion): readonly string[] {
	const { inPlay, directives } = analysis;
	const title = '### APIs';
	if (directives.apis?.includes('none')) return [title, 'None: a comment in the file says that it speaks of no API.'];
	if (directives.apis === undefined && told.includes('none'))
		return [title, 'None: the setting `apiErrors.apis` says that the file speaks of no API.'];
	const known = inPlay.map(
		({ catalog, step, reason }) =>
			`- **${safeMarkdown(catalog.name)}** is in play, because ${safeMarkdown(reason)}: ${strengths[step]}.`,
	);
	const others = othersWith(place, analysis);
	if (known.length + others.length === 0) {
		const comment = inlineCode(analysis.language.write.comment('api-errors: ID'));
		return [title, `None is in play. ${comment} in the file names one.`];
	}
	return [title, ...known, ...explainOthers(others, place, analysis)];
}

function explainOthers(
	others: readonly Catalog[],
	{ occurrence }: DocumentPlace,
	analysis: Analysis,
): readonly string[] {
	const [first] = others;
	if (!first) return [];
	const names = others.slice(0, mostOthers).map(({ name }) => `**${safeMarkdown(name)}**`);
	if (analysis.inPlay.some(({ step }) => step === 'told'))
		return [`- Not named, though the value is theirs as well: ${names.join(', ')}.`];
	if (typeof occurrence?.value === 'number') {
		const comment = inlineCode(analysis.language.write.comment(`api-errors: ${first.id}`));
		return [`- Not in play: ${names.join(', ')}. Numbers show no API; ${comment} would.`];
	}
	return others.slice(0, mostOthers).map((catalog) => {
		return `- **${safeMarkdown(catalog.name)}** has it, and is not in play: ${wouldShow(catalog, analysis)} would show it.`;
	});
}

/** The APIs that have the value of the place and are not in play. */
function othersWith({ occurrence, block, offset }: DocumentPlace, { catalogs, inPlay }: Analysis): readonly Catalog[] {
	const inside = offset - (block?.start ?? 0);
	const literal = block?.code.literals.find(({ start, end }) => start <= inside && inside <= end);
	const value = occurrence?.value ?? literal?.value;
	// A number that stands for nothing is nobody's.
	if (value === undefined || (!occurrence && typeof value === 'number')) return [];
	const matches = typeof value === 'string' ? catalogs.byString(value) : catalogs.byNumber(value);
	const others = matches.map(({ catalog }) => catalog).filter((one) => one !== catalogs.http);
	return [...new Set(others)].filter((one) => !inPlay.some(({ catalog }) => catalog === one));
}

/** What in a file would show that an API is meant. */
function wouldShow({ id, evidence, entries }: Catalog, { language }: Analysis): string {
	const [host] = evidence.hosts;
	const [module] = evidence.packages;
	const own = entries.filter(({ kind, value }) => kind === 'code' && typeof value === 'string' && !isCommonCode(value));
	const signs = [
		inlineCode(language.write.comment(`api-errors: ${id}`)),
		...(host === undefined ? [] : [`an address at ${inlineCode(host)}`]),
		...(module === undefined ? [] : [`an import of ${inlineCode(module)}`]),
		...(own.length > 0 ? ['two of its codes in one dispatch'] : []),
	];
	return signs.length > 1 ? `${signs.slice(0, -1).join(', ')} or ${signs.at(-1)}` : `${signs[0]}`;
}
