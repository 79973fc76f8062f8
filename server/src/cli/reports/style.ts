import { styleText } from 'node:util';

/** How text is coloured; without colours, the text as it is. */
export type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

export const plain: Style = (_, text) => text;
export const coloured: Style = (format, text) => styleText(format, text, { validateStream: false });

/**
 * The style that the surroundings ask for: `NO_COLOR` outweighs `FORCE_COLOR`, and either what the output is.
 * @param env the environment's variables; one that is set to nothing counts as not set, but for `FORCE_COLOR`
 * @param isTerminal whether a terminal shows the output
 * @see https://no-color.org and https://force-color.org
 */
export function styleFor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): Style {
	if (env.NO_COLOR) return plain;
	const { FORCE_COLOR: forced } = env;
	if (forced !== undefined) return forced === '0' || forced === 'false' ? plain : coloured;
	return isTerminal && env.TERM !== 'dumb' ? coloured : plain;
}
