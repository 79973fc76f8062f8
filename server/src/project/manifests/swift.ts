import { type PackageManager, sameBy } from '../manifest.ts';

/** Strings, so that what looks like a comment inside them is none; and comments. */
const stringOrComment = /"(?:\\.|[^"\\\n])*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
/** `.package(url: "https://host/owner/name.git", from: "1.0.0")`, or with a name of its own before it. */
const declared = /\.package\s*\(\s*(?:name:\s*"([^"\n]+)"\s*,\s*)?(?:url|path|id):\s*"([^"\n]+)"/g;

export const swiftPackages: PackageManager = {
	name: 'Swift Package Manager',
	manifests: ['Package.swift', 'Package@swift-*.swift'],
	/** A package goes by its own name, or else by the end of where it comes from. */
	dependenciesIn(text) {
		const code = text.replaceAll(stringOrComment, (found) => (found.startsWith('/') ? ' ' : found));
		return [...code.matchAll(declared)].map(([, name, place = '']) => name ?? lastOf(place));
	},
	isPackage: sameBy((name) => lastOf(name).toLowerCase()),
};

/** `name` of `https://host/owner/name.git`, of `owner.name` and of `../name`. */
const lastOf = (place: string): string =>
	place.replace(/(?:\.git)?\/?$/, '').replace(/^.*[/:]|^[\w-]+\.(?=[\w-]+$)/, '');
