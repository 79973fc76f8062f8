import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A project of its own, with the packages of this one. */
export interface GeneratedProject {
	/** Writes a module; TypeScript or JavaScript, as its name ends, and strict JavaScript for `.strict.js`. */
	write(name: string, text: string): void;
	/** Runs a module, afresh for each word that is given, and gives what it exports. */
	load(name: string, afresh?: string): Promise<Record<string, unknown>>;
	/** What the compiler says about all modules: strictly of TypeScript, of JavaScript as far as it can tell. */
	check(): Promise<string>;
	remove(): void;
}

const shared = {
	target: 'ES2022',
	lib: ['ES2023', 'DOM', 'DOM.Iterable'],
	module: 'nodenext',
	types: ['node'],
	noEmit: true,
	skipLibCheck: true,
	allowUnreachableCode: false,
	allowUnusedLabels: false,
};
const strict = {
	...shared,
	strict: true,
	noUncheckedIndexedAccess: true,
	exactOptionalPropertyTypes: true,
	noImplicitOverride: true,
	noImplicitReturns: true,
	noFallthroughCasesInSwitch: true,
	noUnusedLocals: true,
	noUnusedParameters: true,
	allowImportingTsExtensions: true,
};
/** What packages have as JavaScript is not looked at, as it is by default in a project that is JavaScript itself. */
const loose = { ...shared, allowJs: true, checkJs: true, strict: false, noImplicitAny: false, maxNodeModuleJsDepth: 0 };

/** A project in a folder of its own, so that what is written there is compiled and run as a user's is. */
export function generatedProject(): GeneratedProject {
	const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-clients-'));
	symlinkSync(path.join(import.meta.dirname, '../../node_modules'), path.join(folder, 'node_modules'), 'junction');
	// By its own name, a stand-in for a package that is not there can be imported as that would be.
	writeJson('package.json', {
		name: 'superagent',
		private: true,
		type: 'module',
		exports: './superagent.ts',
	});
	writeJson('tsconfig.json', { compilerOptions: strict, include: ['**/*.ts', '**/*.tsx'], exclude: ['node_modules'] });
	writeJson('jsconfig.json', {
		compilerOptions: loose,
		include: ['**/*.js', 'jquery.ts'],
		exclude: ['node_modules', '**/*.strict.js'],
	});
	writeJson('strict.json', {
		compilerOptions: { ...strict, allowJs: true, checkJs: true },
		include: ['**/*.strict.js'],
	});
	function writeJson(name: string, value: unknown): void {
		writeFileSync(path.join(folder, name), JSON.stringify(value));
	}
	return {
		write: (name, text) => writeFileSync(path.join(folder, name), text),
		load: (name, afresh) => import(pathToFileURL(path.join(folder, name)).href + (afresh ? `?${afresh}` : '')),
		async check() {
			const results = await Promise.all(
				['tsconfig.json', 'jsconfig.json', 'strict.json'].map((project) => compile(folder, project)),
			);
			return results.join('').trim();
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

function compile(folder: string, project: string): Promise<string> {
	const compiler = path.join(
		path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
		'bin/tsc',
	);
	return new Promise((resolve, reject) => {
		execFile(
			process.execPath,
			[compiler, '-p', project, '--pretty', 'false'],
			{ cwd: folder },
			(error, output, errors) => {
				if (error && typeof error.code !== 'number') reject(error);
				else resolve(output + errors);
			},
		);
	});
}
