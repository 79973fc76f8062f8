import { serveAsThread } from '../../server/src/cli/engine/thread.ts';
import { nodeHost } from '../../server/src/host/node-host.ts';
import { readAsset } from './test-assets.ts';

/** What threads of tests run. */
serveAsThread((log) => ({ ...nodeHost({ assets: '', log }), readAsset }));
