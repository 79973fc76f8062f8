// Lets Node read a language's query as a module whose default export is its text, as the bundler does.
// For `node --import ./test/support/register-scm.mjs`.

import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
	load(url, context, nextLoad) {
		if (!url.endsWith('.scm')) return nextLoad(url, context);
		const text = readFileSync(fileURLToPath(url), 'utf8');
		return { format: 'module', source: `export default ${JSON.stringify(text)};`, shortCircuit: true };
	},
});
