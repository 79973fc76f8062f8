import type { Analysis } from '../analysis/analysis.ts';
import type { RuleSettings } from '../rules/rule.ts';
import { explainApis } from './explain-apis.ts';
import { explainDispatches } from './explain-dispatch.ts';
import { explainOrigins, type WrittenEntry } from './explain-origins.ts';
import { explainPlace } from './explain-place.ts';
import { explainRules, runForExplanation } from './explain-rules.ts';
import { placeAt } from './place-at.ts';

/** A place that a user asks about, with what the settings say. */
export interface ExplainQuestion {
	readonly analysis: Analysis;
	/** UTF-16 units from the start of the document. */
	readonly offset: number;
	/** APIs that the settings name for the document. */
	readonly told: readonly string[];
	/** The glob by which the project wants nothing reported in the document. */
	readonly excludedBy?: string | undefined;
	readonly settings: RuleSettings & { readonly diagnostics: boolean };
	/** What files say of the entries at the place. */
	readonly written?: readonly WrittenEntry[];
}

/**
 * Says in Markdown all that is known of a place: what was recognised there or was not, and why; what chooses by it; which
 * rules looked, and why they spoke or kept silent; which APIs are in play, and what would show others; and which files
 * say what is known of it.
 */
export function explain(question: ExplainQuestion): string {
	const { analysis, offset, settings } = question;
	const place = placeAt(analysis, offset);
	const run = runForExplanation(analysis, settings);
	const sections = [
		explainPlace(place, analysis, run),
		explainDispatches(place),
		explainRules(place, run, question),
		explainApis(place, question),
		explainOrigins(question.written ?? []),
	];
	const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
	return `${texts.join('\n\n')}\n`;
}
