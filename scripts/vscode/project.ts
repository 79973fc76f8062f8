import path from 'node:path';

/** The repository's root folder. */
export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** Where everything downloaded or built for VS Code is kept; not under version control. */
export const cacheFolder = path.join(projectFolder, '.vscode-test');
