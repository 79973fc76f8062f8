import { fileURLToPath } from 'node:url';

/** The server as it is published. */
export const serverProgram = fileURLToPath(new URL('../../dist/server.node.js', import.meta.url));

/** The command as it is published. */
export const commandProgram = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
