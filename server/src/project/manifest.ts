/** How the projects of one package manager say what they depend on. */
export interface PackageManager {
	readonly name: string;
	/** Names of files, in which `*` stands for anything but a slash; some with the folder that they are in. */
	readonly manifests: readonly string[];
	/**
	 * The packages that a manifest says the project depends on; undefined where the text is no such manifest. May throw
	 * where the text is broken.
	 */
	readonly dependenciesIn: (text: string, path: string) => readonly string[] | undefined;
	/** Whether a dependency is the package that a catalog names; where left out, their names must be the same. */
	readonly isPackage?: (dependency: string, name: string) => boolean;
}

/** Compares names by what a package manager makes of them. */
export function sameBy(fold: (name: string) => string): (dependency: string, name: string) => boolean {
	return (dependency, name) => fold(dependency) === fold(name);
}
