import type { ProjectFiles } from '../../syntax/language.ts';
import { nearestAbove } from './above.ts';
import { matchPattern } from './module-mappings.ts';

/**
 * Where `#name` may be, by the `imports` of the nearest `package.json` (Node.js: Packages, Subpath imports). All
 * conditions are tried, because which of them holds depends on who runs the code.
 */
export async function packageImports(
	module: string,
	importer: string,
	files: ProjectFiles,
): Promise<readonly string[]> {
	const manifest = await nearestAbove(['package.json'], importer, files);
	const content = manifest?.content;
	if (!manifest || typeof content !== 'object' || content === null || !('imports' in content)) return [];
	const { imports } = content;
	if (typeof imports !== 'object' || imports === null) return [];
	for (const [pattern, target] of Object.entries(imports)) {
		const inserted = matchPattern(pattern, module);
		if (inserted === undefined) continue;
		return textsIn(target)
			.filter((text) => text.startsWith('./'))
			.map(
				(text) =>
					new URL(
						text.replace('*', () => inserted),
						manifest.uri,
					).href,
			);
	}
	return [];
}

/** The texts of a target, which may be a text, a list, or a table of conditions. */
function textsIn(target: unknown): readonly string[] {
	if (typeof target === 'string') return [target];
	return typeof target === 'object' && target !== null ? Object.values(target).flatMap(textsIn) : [];
}
