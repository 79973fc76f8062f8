import type { Catalog } from '../catalog.ts';
import { readCatalog } from '../read-catalog.ts';
import chatness from './chatness.json' with { type: 'json' };
import http from './http.json' with { type: 'json' };
import silentchat from './silentchat.json' with { type: 'json' };

/** The catalogs that come with us, read as a user's would be. */
export const builtinCatalogs: readonly Catalog[] = [silentchat, chatness, http]
	.map((file) => readCatalog(file, `builtin:${file.id}`).catalog)
	.filter((catalog) => catalog !== undefined);
