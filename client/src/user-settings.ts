import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { setValues } from './set-values.ts';

/**
 * Answers the server's questions for settings with those that the user set: the editor mixes them with the defaults,
 * which would outweigh what a project says.
 * @param section under which the settings are
 */
export function onlyWhatIsSet(section: string, { extension }: ExtensionContext): Middleware {
	const names = namesIn(extension.packageJSON, section);
	return {
		workspace: {
			async configuration({ items }, token, next) {
				const others = await next({ items }, token);
				if (!Array.isArray(others)) return others;
				return items.map((item, index) => (item.section === section ? valuesFor(item.scopeUri) : others[index]));
			},
		},
	};

	function valuesFor(scopeUri: string | undefined): object {
		const settings = workspace.getConfiguration(section, scopeUri === undefined ? null : Uri.parse(scopeUri, true));
		return setValues(names, (name) => ({ places: settings.inspect(name), value: settings.get(name) }));
	}
}

/** The names of all settings that the manifest has, without the section. */
function namesIn(manifest: unknown, section: string): readonly string[] {
	const { contributes } = manifest as { readonly contributes: { readonly configuration: readonly object[] } };
	const keys = contributes.configuration.flatMap((group) =>
		'properties' in group ? Object.keys(group.properties ?? {}) : [],
	);
	return keys.filter((key) => key.startsWith(`${section}.`)).map((key) => key.slice(section.length + 1));
}
