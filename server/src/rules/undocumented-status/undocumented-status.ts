import type { Analysis, AnalyzedBlock, ErrorDispatch, JudgedLabel } from '../../analysis/analysis.ts';
import { weaknessOf } from '../../analysis/evidence/evidence-strength.ts';
import { removeLabel } from '../../syntax/writing/remove-branch.ts';
import { listed } from '../listed.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { documentedStatuses, mayComeFromElsewhere } from './documented-statuses.ts';

/** With this many unknown to the API, code is about HTTP in general. */
const mostOfOneApi = 2;
/** More than these are not listed. */
const mostListed = 9;

/** Tells of tests for an error status that the API never sends. */
export const undocumentedStatus: Rule = {
	name: 'undocumented-status',
	summary: 'A test for an error status that the API never sends.',
	severity: 'information',

	*check(block, analysis) {
		for (const judged of block.dispatches) {
			const strange = judged.on === 'status' ? strangeIn(judged, analysis) : [];
			if (strange.length === 0 || silenceOf(judged, analysis) !== undefined) continue;
			for (const label of strange) yield findingFor(label, judged, block, analysis);
		}
	},

	whySilent: ({ judged }, analysis) => (judged?.on === 'status' ? silenceOf(judged, analysis) : undefined),
};

function silenceOf(judged: ErrorDispatch, analysis: Analysis): string | undefined {
	const { catalog, dispatch } = judged;
	const weakness = weaknessOf(judged, analysis);
	if (weakness !== undefined) return weakness;
	if (!documentedStatuses(catalog)) return `${catalog.name} has no list of all its error statuses`;
	const strange = strangeIn(judged, analysis);
	if (strange.length === 0)
		return `each status that is tested is one that ${catalog.name} documents, or that something on the way sends`;
	if (strange.length > mostOfOneApi)
		return `it is about HTTP in general: ${strange.length} of its statuses are unknown to ${catalog.name}`;
	if (dispatch.broken) return 'the code is not complete';
	if (dispatch.form === 'table' && !hasHandlers(judged)) return 'a table of texts may be for any server';
	return speaksOfOthers(judged, analysis);
}

/** The labels whose status nobody on the way from the API to here sends. */
function strangeIn({ labels, catalog }: ErrorDispatch, { catalogs }: Analysis): readonly JudgedLabel[] {
	const documented = documentedStatuses(catalog);
	return labels.filter(({ label, value }) => {
		const status = Number(value ?? Number.NaN);
		if (label.negated || label.kind === 'range' || !(status >= 400 && status <= 599)) return false;
		return !documented?.has(status) && !mayComeFromElsewhere(status, catalogs);
	});
}

function hasHandlers({ dispatch }: ErrorDispatch): boolean {
	return dispatch.branches.some(({ isDefault, body }) => !isDefault && body[0]?.kind === 'function');
}

/** Whether the file speaks of more than this API, so that the response may be another's; half a sentence. */
function speaksOfOthers({ catalog }: ErrorDispatch, { inPlay, document }: Analysis): string | undefined {
	const other = inPlay.find((one) => one.catalog !== catalog && one.step !== 'none');
	if (other) return `the file speaks of ${other.catalog.name} as well`;
	const { hosts } = catalog.evidence;
	for (const [, host = ''] of document.getText().matchAll(addressInQuotes)) {
		const name = host.toLowerCase();
		if (!hosts.includes(name) && !ownMachine.test(name)) return `the file names another server, ${host}`;
	}
	return undefined;
}

const addressInQuotes = /['"`]https?:\/\/([\w.-]+\.[a-z]{2,})/gi;
/** Where developers run what they call elsewhere. */
const ownMachine = /\.local(host)?$/;

function findingFor(
	{ label, value }: JudgedLabel,
	judged: ErrorDispatch,
	block: AnalyzedBlock,
	analysis: Analysis,
): Finding {
	const { catalog, dispatch } = judged;
	const documented = [...(documentedStatuses(catalog) ?? [])].map(String);
	const list = documented.length > mostListed ? '' : `; its errors come with ${listed(documented)}`;
	const fixes = (): readonly Fix[] => {
		const edits = removeLabel(dispatch, block.code, block.start, analysis.document.getText(), label);
		return edits ? [{ title: `Remove the test for ${value}`, edits, safe: false }] : [];
	};
	return { at: { start: label.start, end: label.end }, message: `${catalog.name} documents no ${value}${list}`, fixes };
}
