import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar, type IRawTheme } from 'vscode-textmate';

/** The grammars that VS Code brings with it, as a package has them, by scope. */
const hostGrammars = {
	'source.js': 'javascript',
	'source.js.jsx': 'jsx',
	'source.ts': 'typescript',
	'source.tsx': 'tsx',
	'source.cs': 'csharp',
	'source.dart': 'dart',
	'source.go': 'go',
	'source.java': 'java',
	'source.kotlin': 'kotlin',
	'source.python': 'python',
	'source.ruby': 'ruby',
	'source.rust': 'rust',
	'source.swift': 'swift',
	'source.php': 'php',
} as const;

/** The library can be loaded once only. */
const wasmLoaded = oniguruma.loadWASM(packageFile('vscode-oniguruma/release/onig.wasm'));

export type HostScope = keyof typeof hostGrammars;
export const hostScopes = Object.keys(hostGrammars) as readonly HostScope[];

/** VS Code's own tokeniser, for tests: loads the languages' grammars with ours injected. */
export async function createRegistry(injections: readonly string[], theme?: IRawTheme): Promise<textmate.Registry> {
	await wasmLoaded;
	const parsed = injections.map((text) => JSON.parse(text) as IRawGrammar);
	return new textmate.Registry({
		onigLib: Promise.resolve(oniguruma),
		getInjections: (scope) => (scope in hostGrammars ? parsed.map((grammar) => grammar.scopeName) : undefined),
		loadGrammar: async (scope) => parsed.find((grammar) => grammar.scopeName === scope) ?? hostGrammar(scope),
		...(theme && { theme }),
	});
}

function hostGrammar(scope: string): IRawGrammar | null {
	if (!(scope in hostGrammars)) return null;
	const file = packageFile(`tm-grammars/grammars/${hostGrammars[scope as HostScope]}.json`);
	return JSON.parse(file.toString('utf8')) as IRawGrammar;
}

/** A file of an installed package. */
export function packageFile(specifier: string): Buffer {
	return readFileSync(fileURLToPath(import.meta.resolve(specifier)));
}

/** A piece of text and all its scopes. */
export interface Token {
	readonly text: string;
	readonly scopes: readonly string[];
}

/** The tokens of a text, line after line. */
export function tokenize(grammar: IGrammar, text: string): readonly Token[] {
	let state: Parameters<IGrammar['tokenizeLine']>[1] = null;
	return text.split('\n').flatMap((line) => {
		const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
		state = ruleStack;
		return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
	});
}
