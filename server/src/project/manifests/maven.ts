import type { PackageManager } from '../manifest.ts';
import { elementsNamed, withoutXmlComments } from '../read-xml.ts';

export const maven: PackageManager = {
	name: 'Maven',
	manifests: ['pom.xml'],
	dependenciesIn(text) {
		return elementsNamed('dependency', withoutXmlComments(text)).flatMap((dependency) => {
			// What is left out of a dependency is named before or after the dependency itself.
			const [before = '', after = ''] = dependency.split(/<\/?exclusions>/).filter((_, index) => index % 2 === 0);
			const [group, artifact] = ['groupId', 'artifactId'].map((name) => elementsNamed(name, before + after)[0]?.trim());
			return group && artifact ? [`${group}:${artifact}`] : [];
		});
	},
};
