import type { ImportFormat } from '../draft.ts';
import { isLikelyOpenApi } from './likelihood.ts';
import { readOpenApi } from './read-openapi.ts';

/** OpenAPI 3.0 and 3.1, and Swagger 2, as JSON or YAML. */
export const openApi: ImportFormat = {
	name: 'openapi',
	title: 'OpenAPI or Swagger',
	likelihood: isLikelyOpenApi,
	read: readOpenApi,
};
