import { type PackageManager, sameBy } from '../manifest.ts';
import { attributesIn, withoutXmlComments } from '../read-xml.ts';

export const nuget: PackageManager = {
	name: 'NuGet',
	manifests: [
		'*.csproj',
		'*.fsproj',
		'*.vbproj',
		'Directory.Packages.props',
		'Directory.Build.props',
		'packages.config',
	],
	dependenciesIn(text) {
		const xml = withoutXmlComments(text);
		return [
			...attributesIn(xml, /^(PackageReference|PackageVersion|GlobalPackageReference)$/, /^(Include|Update)$/),
			...attributesIn(xml, /^package$/, /^id$/),
		].map((name) => name.trim());
	},
	isPackage: sameBy((name) => name.toLowerCase()),
};
