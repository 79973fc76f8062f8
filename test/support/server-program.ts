import { fileURLToPath } from 'node:url';

/** The server as a command, as it is published. */
export const serverProgram = fileURLToPath(new URL('../../dist/server.node.js', import.meta.url));

/** The server itself, which a web worker can run too, and where it finds its files there. */
export const workerProgram = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
export const workerAssets = new URL('../../dist/assets/', import.meta.url).href;

/** The command as it is published. */
export const commandProgram = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
