// Before npm packs: `replace` puts the pages of the package where those of the repository are. After it: `restore`.

import { replacePages, restorePages } from './packed-pages.ts';

const folder = process.cwd();
if (process.argv[2] === 'replace') replacePages(folder);
else restorePages(folder);
