import type { PackageManager } from '../manifest.ts';

const dependency =
	/^[ \t]*(?:\w+\.)?(?:gem|add_dependency|add_runtime_dependency|add_development_dependency)[ \t]*\(?[ \t]*['"]([\w.-]+)['"]/gm;

export const bundler: PackageManager = {
	name: 'Bundler',
	manifests: ['Gemfile', 'gems.rb', '*.gemspec'],
	dependenciesIn: (text) => [...text.matchAll(dependency)].flatMap(([, name]) => name ?? []),
};
