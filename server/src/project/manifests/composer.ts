import { type PackageManager, sameBy } from '../manifest.ts';
import { fieldsIn, readJsonObject } from '../read-json.ts';

export const composer: PackageManager = {
	name: 'Composer',
	manifests: ['composer.json'],
	dependenciesIn(text) {
		const manifest = readJsonObject(text);
		return manifest && fieldsIn(manifest, ['require', 'require-dev']).map(([name]) => name);
	},
	isPackage: sameBy((name) => name.toLowerCase()),
};
