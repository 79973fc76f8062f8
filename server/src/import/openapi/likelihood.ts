import type { ImportSource } from '../draft.ts';

/** Endings of files that have descriptions; a name without an ending may be one, too. */
const ending = /(?:\.(?:json|jsonc|ya?ml|txt)|(?:^|[\\/])[^.\\/]*)$/i;
const version = /^[ \t]*["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?[23]\.\d/m;
const versionInLine = /"(?:openapi|swagger)"\s*:\s*"[23]\.\d/;
const atMargin = /^["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?[23]\.\d/m;

/** How sure it is that the source describes an API, without reading it all as data: that may take seconds. */
export function isLikelyOpenApi({ text, fileName = '' }: ImportSource): number {
	if (!ending.test(fileName)) return 0;
	const isBraced = /^\uFEFF?\s*\{/.test(text);
	if (isBraced) return version.test(text) || versionInLine.test(text) ? 1 : 0;
	// A page that tells of OpenAPI begins with prose; a description begins with a key.
	return atMargin.test(text) && /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n|---.*\n|%.*\n)*["']?[\w$-]+["']?[ \t]*:/.test(text)
		? 1
		: 0;
}
