import { containers } from '../server/src/containers/index.ts';
import { languages } from '../server/src/languages/index.ts';
import { rules } from '../server/src/rules/index.ts';

/** What is read of the manifest: the settings, with what they say of themselves. */
interface Manifest {
	readonly contributes: { readonly configuration: Section | readonly Section[] };
}
interface Section {
	readonly properties: Readonly<Record<string, { readonly default?: unknown; readonly markdownDescription?: string }>>;
}

/** The README with its tables of rules, settings and languages as the sources have them. */
export function generateReadme(readme: string, manifest: string): string {
	const tables = { rules: ruleTable(), settings: settingTable(manifest), languages: languageTable() };
	return Object.entries(tables).reduce((text, [name, table]) => fill(text, name, table), readme);
}

function fill(text: string, name: string, table: string): string {
	const pattern = new RegExp(`(<!-- ${name}: [^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);
	if (!pattern.test(text)) throw new Error(`README.md has no place for the table of ${name}`);
	return text.replace(pattern, (_, start: string, end: string) => `${start}\n${table}\n\n${end}`);
}

function ruleTable(): string {
	const rows = rules.map(({ name, summary, severity }) => {
		return `| [\`${name}\`](server/src/rules/${name}/${name}.md) | ${summary} | ${severity} |`;
	});
	return ['| Rule | Reports | Severity |', '|---|---|---|', ...rows].join('\n');
}

function settingTable(manifest: string): string {
	const { configuration } = (JSON.parse(manifest) as Manifest).contributes;
	const sections = [configuration].flat();
	const settings = sections.flatMap(({ properties }) => Object.entries(properties));
	const rows = settings
		.filter(([name]) => !name.startsWith('apiErrors.rules.'))
		.map(([name, setting]) => `| \`${name}\` | ${oneLine(setting.markdownDescription)} | ${shown(setting.default)} |`);
	return ['| Setting | Says | Default |', '|---|---|---|', ...rows].join('\n');
}

const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

function shown(value: unknown): string {
	if (Array.isArray(value) && value.length > 2) return `${value.length} globs`;
	return `\`${JSON.stringify(value)}\``;
}

function languageTable(): string {
	const rows = languages.map(({ name, dialects, clients }) => {
		const endings = [...new Set(dialects.flatMap(({ extensions }) => extensions))].map((ending) => `\`${ending}\``);
		return `| ${name} | ${endings.join(' ')} | ${clients.map((client) => client.name).join(', ')} |`;
	});
	const inside = containers.map(
		({ name, extensions }) => `${name} (${extensions.map((one) => `\`${one}\``).join(' ')})`,
	);
	const table = ['| Language | Files | HTTP clients that fixes write for |', '|---|---|---|', ...rows].join('\n');
	return `${table}\n\nCode inside other files is read in place: ${inside.join(', ')}.`;
}
