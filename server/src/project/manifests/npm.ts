import type { PackageManager } from '../manifest.ts';
import { fieldsIn, readJsonObject } from '../read-json.ts';

const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

export const npm: PackageManager = {
	name: 'npm',
	manifests: ['package.json'],
	dependenciesIn(text) {
		const manifest = readJsonObject(text);
		return manifest && fieldsIn(manifest, kinds).flatMap(([name, version]) => [name, ...aliased(version)]);
	},
};

/** A package under another name: `npm:@acme/client@1`. */
function aliased(version: unknown): readonly string[] {
	const name = typeof version === 'string' ? /^npm:(@?[^@]+)/.exec(version)?.[1] : undefined;
	return name === undefined ? [] : [name];
}
