import type { PackageManager } from '../manifest.ts';

const section = /^(?:dependencies|dev_dependencies|dependency_overrides):\s*(?:#.*)?$/;
const key = /^([ \t]+)(['"]?)([A-Za-z_]\w*)\2:(?=\s|$)/;

export const pub: PackageManager = {
	name: 'pub',
	manifests: ['pubspec.yaml'],
	/** The keys right below those of the sections, told by how far they are indented. */
	dependenciesIn(text) {
		const found: string[] = [];
		let isOpen = false;
		let indentation: string | undefined;
		for (const line of text.split(/\r?\n/)) {
			if (/^[^\s#]/.test(line)) {
				isOpen = section.test(line);
				indentation = undefined;
			}
			const [, blanks, , name] = (isOpen && key.exec(line)) || [];
			indentation ??= blanks;
			if (name !== undefined && blanks === indentation) found.push(name);
		}
		return found;
	},
};
