import type { PackageManager } from '../manifest.ts';

export const go: PackageManager = {
	name: 'Go',
	manifests: ['go.mod'],
	/** What other modules need, marked `// indirect`, is no dependency of the project's own (go.dev/ref/mod). */
	dependenciesIn(text) {
		const found: string[] = [];
		let block: string | undefined;
		for (const line of text.split('\n')) {
			const [first = '', ...rest] = (line.split('//', 1)[0] ?? '').split(/[\s"`]+/).filter((word) => word !== '');
			if (first === ')') block = undefined;
			else if (rest[0] === '(') block = first;
			else {
				const module = block === undefined && first === 'require' ? rest[0] : block === 'require' ? first : '';
				if (module && !/\/\/\s*indirect\b/.test(line)) found.push(module);
			}
		}
		return found;
	},
	/** A module's path goes on with its major version, and a catalog may name what several modules share. */
	isPackage: (module, name) => module === name || module.startsWith(`${name}/`),
};
