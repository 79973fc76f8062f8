import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, childrenIn, partsIn } from '../../../syntax/parts/part.ts';

/** How far what made a request is followed through variables and methods of the file. */
const furthest = 3;

/**
 * What a request was made with: its text, that of what its receivers were given, and of the methods of the file that it
 * calls, such as `connection` that gives `Faraday.new`.
 */
export function madeBy(request: string, { blocks }: ClientPlace): string {
	const parts = blocks.flatMap(({ code }) => partsIn(code.root));
	const known = new Map<string, string>();
	for (const part of parts) {
		const names = part.kind === 'assignment' ? childrenIn(part, 'left') : [];
		for (const { text } of names) known.set(text, `${known.get(text) ?? ''}\n${childIn(part, 'right')?.text ?? ''}`);
		const name = part.kind === 'function' ? childIn(part, 'name')?.text : undefined;
		if (name !== undefined) known.set(name, `${known.get(name) ?? ''}\n${part.text}`);
	}
	let whole = request.replace(/^@?\w+\s*=/, '');
	const seen = new Set<string>();
	for (let step = 0; step < furthest; step++) {
		const names = whole.match(/(?<![\w.:@"'$])@{0,2}[A-Za-z_]\w*/g) ?? [];
		for (const name of names) {
			const text = seen.has(name) ? undefined : known.get(name);
			seen.add(name);
			if (text !== undefined) whole += text;
		}
	}
	return whole;
}
