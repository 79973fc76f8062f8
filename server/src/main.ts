import { startServer } from './lsp/server.ts';

// One script for both, so that the package holds what they share once. What only one of them has is loaded there alone.
const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';
const surroundings = isNode ? import('./node-main.ts') : import('./browser-main.ts');

surroundings.then(({ connection, makeHost }) => startServer(connection, makeHost));
