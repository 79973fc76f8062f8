import { grammarContributions } from './generate-grammars.ts';
import { languageIds } from './generate-language-ids.ts';
import { settingsContributions } from './manifest-settings.ts';

/** The part of package.json that is read here; all else in it stays as it is. */
interface Manifest {
	readonly activationEvents: readonly string[];
	readonly contributes: object;
}

/**
 * The text of package.json with what is derived from our sources put in: languages, grammars, settings.
 * @param text package.json as it is
 */
export function generateManifest(text: string): string {
	const manifest: Manifest = JSON.parse(text);
	const generated = {
		...manifest,
		activationEvents: [
			...languageIds.map((id) => `onLanguage:${id}`),
			...manifest.activationEvents.filter((event) => !event.startsWith('onLanguage:')),
		],
		contributes: {
			...manifest.contributes,
			configuration: settingsContributions(),
			grammars: grammarContributions(),
			...schemaContributions(),
			menus: menuContributions(),
		},
	};
	return `${JSON.stringify(generated, undefined, '\t')}\n`;
}

/** What is completed and checked in catalogs and project files, by VS Code itself and by the YAML extension. */
function schemaContributions(): object {
	// By our own addresses: where the extension itself comes from the web, its files are a download, which VS Code refuses
	// in workspaces that are not trusted.
	const [catalog, project] = ['catalog', 'project'].map((name) => `api-errors:///schemas/${name}-1.json`);
	const yaml = ['**/.api-errors/*.yaml', '**/.api-errors/*.yml'];
	return {
		jsonValidation: [
			{ fileMatch: ['**/.api-errors/*.json'], url: catalog },
			{ fileMatch: ['api-errors.json'], url: project },
		],
		yamlValidation: [{ fileMatch: yaml, url: './dist/assets/schemas/catalog-1.json' }],
	};
}

/** Where commands are offered, and when. */
function menuContributions(): object {
	const previewed = 'resourceScheme == api-errors-view && resourceExtname =~ /^\\.(json|ya?ml)$/';
	const catalogFile = 'resourceDirname =~ /[\\\\/]\\.api-errors$/ && resourceExtname =~ /^\\.(json|ya?ml)$/';
	return {
		commandPalette: [
			{ command: 'apiErrors.explain', when: whereExplained() },
			{ command: 'apiErrors.writeImport', when: previewed },
		],
		'editor/title': [{ command: 'apiErrors.writeImport', group: 'navigation', when: previewed }],
		'explorer/context': ['exportCatalog', 'compareCatalogs'].map((name) => {
			return { command: `apiErrors.${name}`, group: '8_catalogs', when: catalogFile };
		}),
	};
}

/** Holds in an editor that shows a language of ours, or a catalog. */
function whereExplained(): string {
	const inOurLanguages = `editorLangId =~ /^(${languageIds.join('|')})$/`;
	return `${inOurLanguages} || resourceDirname =~ /[\\/\\\\]\\.api-errors$/ || resourceScheme == api-errors`;
}
