import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8');

/** The code that the page on editors gives under a name, to be used as it stands there. Throws where it has none. */
export function recipe(name: string): string {
	const [, after] = page.split(`<!-- recipe: ${name} -->\n`);
	const code = after && /^\n```\w+\n(.*?)^```$/ms.exec(after)?.[1];
	if (!code) throw new Error(`docs/editors.md has no recipe ${name}.`);
	return code;
}
