/** The folder in which a folder of code has catalogs of its own. */
export const catalogFolder = '.api-errors';

/** The file in which a project says what it wants of us. */
export const projectFileName = 'api-errors.json';

/** How the names of files with catalogs end. */
export const catalogEndings: readonly string[] = ['json', 'yaml', 'yml'];

/** Where catalogs and project files are by convention, as an editor's globs. */
export const catalogFileGlobs: readonly string[] = [
	`**/${catalogFolder}/*.{${catalogEndings.join()}}`,
	`**/${projectFileName}`,
];
