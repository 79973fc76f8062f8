import type { Analysis, AnalyzedBlock, ErrorDispatch, EvidenceStep, Meaning } from './analysis.ts';
import { blockAt, occurrenceAt } from './occurrence-at.ts';

const steps: Readonly<Record<EvidenceStep, string>> = {
	told: 'you said so',
	file: 'the file shows it',
	near: 'a neighbouring file shows it',
	workspace: 'the workspace shows it',
	none: 'only the value itself speaks for it',
};

/**
 * Says in Markdown what was recognised at an offset of the document, on which evidence, and why something is warned
 * about there or not.
 */
export function explain(analysis: Analysis, offset: number): string {
	const block = blockAt(analysis, offset);
	const dispatches = block ? dispatchesAt(block, offset - block.start) : [];
	const parts = [
		...explainPlace(analysis, offset),
		'',
		...explainApis(analysis),
		...dispatches.flatMap((dispatch) => ['', ...explainDispatch(dispatch)]),
		...(analysis.quiet
			? ['', 'Nothing is warned about here: the file is a test, a fixture, or was not written by hand.']
			: []),
	];
	return `${parts.join('\n')}\n`;
}

function explainPlace(analysis: Analysis, offset: number): readonly string[] {
	const found = occurrenceAt(analysis, offset);
	if (!found) {
		const word = /[\w$.-]*$/.exec(analysis.document.getText().slice(Math.max(0, offset - 80), offset))?.[0] ?? '';
		return [
			'### Not recognised',
			word === ''
				? 'No code and no status stands here.'
				: `What stands here is no code of a known API and no HTTP status in this place.`,
		];
	}
	const { value, name, meanings, kind } = found.occurrence;
	const title = name === undefined ? `\`${value}\`` : `\`${name}\` stands for \`${value}\``;
	return [
		`### ${title}`,
		`Read as ${kind === 'code' ? "an API's error code" : 'an HTTP status'}.`,
		'',
		...meanings.map(explainMeaning),
	];
}

function explainMeaning({ catalog, entry, step, reason }: Meaning): string {
	return `- **${catalog.name}**: ${entry.title} — ${steps[step]}: ${reason}.`;
}

function explainApis({ inPlay, directives }: Analysis): readonly string[] {
	if (directives.apis?.includes('none')) return ['### APIs in play', 'None: a comment in the file switches off.'];
	if (inPlay.length === 0) {
		return [
			'### APIs in play',
			'None: the file names no API, imports none of their packages and has no two codes that only one of them has.',
		];
	}
	return [
		'### APIs in play',
		...inPlay.map(({ catalog, step, reason }) => `- **${catalog.name}** — ${steps[step]}: ${reason}.`),
	];
}

/** The dispatches around an offset of the block, innermost first. */
function dispatchesAt({ dispatches }: AnalyzedBlock, offset: number): readonly ErrorDispatch[] {
	return dispatches
		.filter(({ dispatch }) => dispatch.start <= offset && offset <= dispatch.end)
		.sort((a, b) => a.dispatch.end - a.dispatch.start - (b.dispatch.end - b.dispatch.start));
}

function explainDispatch(judged: ErrorDispatch): readonly string[] {
	const { dispatch, on, catalog, labels, missing, missingRequired, silence, reason } = judged;
	const handled = labels.filter(({ entries }) => entries.length > 0).map(({ label }) => `\`${label.part.text}\``);
	const list = (values: readonly string[]): string => (values.length > 0 ? values.join(', ') : 'none');
	const source = dispatch.subject.source === dispatch.subject.path ? '' : `, which is \`${dispatch.subject.source}\``;
	return [
		`### The ${dispatch.form} over \`${dispatch.subject.path}\``,
		`It looks at ${on === 'code' ? `${catalog.name}'s error codes` : `HTTP statuses, as ${catalog.name} uses them`} (${reason})${source}.`,
		'',
		`- Handled: ${list(handled)}.`,
		`- Required and missing: ${list(missingRequired.map(({ value }) => `\`${value}\``))}.`,
		`- Missing in all: ${missing.length}.`,
		`- \`missing-required\`: ${silence === undefined ? 'warns' : `keeps silent, because ${silence}`}.`,
	];
}
