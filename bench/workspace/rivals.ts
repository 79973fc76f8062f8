import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './found.ts';
import { literals } from './literals.ts';
import type { Contestant } from './measure-cost.ts';
import type { Rival } from './row.ts';
import type { Tools } from './tools.ts';

/** Another tool, set up for the generated workspace. */
export interface Competitor {
	readonly rival: Rival;
	readonly contestant: Contestant;
	/** Where it says that a switch lacks something; undefined for one that is not asked. */
	readonly placesIn?: (output: string) => readonly Place[];
}

/**
 * The tools with their configurations, which are written beside them or into the workspace: only what finds a switch that lacks
 * something is switched on.
 * @param folder the workspace; an absolute path
 */
export function competitors(tools: Tools, folder: string): readonly Competitor[] {
	const configurations = join(tools.folder, 'configurations');
	mkdirSync(configurations, { recursive: true });
	const write = (name: string, text: string) => {
		writeFileSync(join(configurations, name), text);
		return join(configurations, name);
	};
	// Given from elsewhere, it would be read beside that of the project around, and Biome wants one root.
	writeFileSync(join(folder, 'biome.json'), biomeConfiguration);
	const command = (file: string, ...args: string[]) => ({ file, args, folder });
	const eslint = write('eslint.config.mjs', eslintConfiguration);
	const rule = write('missing-required.yml', astGrepRule());
	return [
		{
			rival: 'ast-grep',
			contestant: {
				name: 'ast-grep',
				command: command(tools.astGrep, 'scan', '--rule', rule, '--json=stream', '--threads', '2', 'src'),
				exitCodes: [0, 1],
			},
			placesIn: placesOfAstGrep,
		},
		{
			rival: 'tsc 7',
			contestant: { name: 'tsc 7', command: command(tools.typescript, '--noEmit'), exitCodes: [0] },
		},
		{
			rival: 'Biome',
			contestant: {
				name: 'Biome',
				command: command(tools.biome, 'lint', '--reporter=json', '--max-diagnostics=none', 'src'),
				exitCodes: [0, 1],
			},
			placesIn: placesOfBiome,
		},
		{
			rival: 'ESLint',
			contestant: {
				name: 'ESLint',
				command: command(process.execPath, tools.eslint, '--config', eslint, '--format', 'json', 'src'),
				exitCodes: [0, 1],
				most: 2,
			},
			placesIn: (output) => placesOfEslint(output, folder),
		},
	];
}

const eslintConfiguration = `import { plugin, parser } from 'typescript-eslint';

export default [
	{
		files: ['**/*.ts'],
		languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
		plugins: { '@typescript-eslint': plugin },
		rules: { '@typescript-eslint/switch-exhaustiveness-check': 'error' },
	},
];
`;

const biomeConfiguration = JSON.stringify({
	root: true,
	formatter: { enabled: false },
	assist: { enabled: false },
	linter: { rules: { recommended: false, nursery: { useExhaustiveSwitchCases: 'error' } } },
});

/** As one would write it by hand for these two codes; it knows nothing of where the error comes from. */
function astGrepRule(): string {
	const codes = literals().filter((literal) => /^\w+$/.test(literal));
	const lacks = (code: string) =>
		`        - not: { has: { field: body, has: { kind: switch_case, has: { field: value, regex: "^'${code}'$" } } } }`;
	return `id: missing-required
language: TypeScript
severity: warning
message: An error that must be handled is not.
rule:
  kind: switch_statement
  all:
    - has: { field: value, regex: '\\.code\\)$' }
    - has: { field: body, has: { kind: switch_case, has: { field: value, regex: "^'(${codes.join('|')})'$" } } }
    - any:
${['RATE_LIMITED', 'AUTH_INVALID_TOKEN'].map(lacks).join('\n')}
    - not: { has: { field: body, has: { kind: switch_default, has: { kind: throw_statement } } } }
`;
}

function placesOfAstGrep(output: string): readonly Place[] {
	return output
		.split('\n')
		.filter(Boolean)
		.map((line) => {
			const { file, range }: { file: string; range: { start: { line: number } } } = JSON.parse(line);
			return { path: slashed(file), line: range.start.line + 1 };
		});
}

function placesOfBiome(output: string): readonly Place[] {
	const { diagnostics }: { diagnostics: { location: { path: string; start: { line: number } } }[] } =
		JSON.parse(output);
	return diagnostics.map(({ location }) => ({ path: slashed(location.path), line: location.start.line }));
}

function placesOfEslint(output: string, folder: string): readonly Place[] {
	const files: { filePath: string; messages: { line: number }[] }[] = JSON.parse(output);
	return files.flatMap(({ filePath, messages }) =>
		messages.map(({ line }) => ({ path: slashed(filePath.slice(folder.length + 1)), line })),
	);
}

function slashed(path: string): string {
	return path.replaceAll('\\', '/');
}
