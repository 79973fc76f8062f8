import { type PackageManager, sameBy } from '../manifest.ts';
import { isTable, readToml, tablesAt } from '../read-toml.ts';

const kinds = ['dependencies', 'dev-dependencies', 'build-dependencies'];

export const cargo: PackageManager = {
	name: 'Cargo',
	manifests: ['Cargo.toml'],
	dependenciesIn(text) {
		const manifest = readToml(text);
		const owners = [manifest, ...tablesAt(manifest, 'workspace'), ...tablesAt(manifest, 'target', '*')];
		const tables = owners.flatMap((owner) => kinds.flatMap((kind) => tablesAt(owner, kind)));
		return tables.flatMap((table) =>
			[...table].map(([name, value]) => {
				// A crate may go by another name: `client = { package = "acme-client" }`.
				const real = isTable(value) ? value.get('package') : undefined;
				return typeof real === 'string' ? real : name;
			}),
		);
	},
	// Code says `acme_client` for the crate `acme-client`, and crates.io holds them for one name.
	isPackage: sameBy((name) => name.toLowerCase().replaceAll('_', '-')),
};
