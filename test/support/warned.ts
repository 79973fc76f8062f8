import { analyzed } from './analyzed.ts';

/** The required codes that a source is warned about, dispatch by dispatch. */
export async function warnedIn(source: string, languageId = 'typescript'): Promise<readonly string[]> {
	const { blocks } = await analyzed(source, languageId);
	return blocks.flatMap(({ dispatches }) =>
		dispatches.flatMap(({ silence, missingRequired }) =>
			silence === undefined ? missingRequired.map(({ value }) => String(value)) : [],
		),
	);
}
