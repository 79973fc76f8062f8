import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { npmOutput } from '../scripts/npm/npm-output.ts';
import { plainClient } from './support/capabilities.ts';
import { connectToCommand } from './support/connect.ts';
import { deadLinks } from './support/dead-links.ts';
import { type InstalledPackage, installPackage, packagesIn } from './support/installed-package.ts';
import { nodeVersions, whyNotOn } from './support/node-versions.ts';
import { withClient } from './support/test-client.ts';

const project = path.resolve(import.meta.dirname, '..');

const source = `const response = await fetch('https://api.silentchat.de/v1/messages');
const { error } = await response.json();
switch (error.code) {
	case 'CONFLICT':
	case 'VALIDATION_ERROR':
		break;
}
`;
const finding = 'AUTH_INVALID_TOKEN (401) and RATE_LIMITED (429) of SilentChat are not handled';

const viaImport = `import { checkFiles, writeReport } from 'api-error-intellisense';
const report = await checkFiles({ paths: ['src'] });
console.log(report.files.map(({ findings }) => findings.map(({ message }) => message)).join());
console.log(JSON.parse(await writeReport(report, 'sarif')).runs[0].results.length);
`;
const viaRequire = `const { checkText } = require('api-error-intellisense');
checkText({ text: ${JSON.stringify(source)}, fileName: 'src/other.ts' })
	.then(({ findings }) => console.log(findings[0].message, findings[0].fixes[0].title));
`;

/** A program that uses all of the library; what follows `@ts-expect-error` must be refused. */
const typed = `import { applyEdits, checkFiles, checkText, explain, loadCatalogs, readCatalog, reportFormats, rules, version, writeReport } from 'api-error-intellisense';
import type { Catalog, Finding, Report, Severity } from 'api-error-intellisense';

export async function messages(): Promise<readonly string[]> {
	const report: Report = await checkFiles({ folder: '.', paths: ['src'], settings: { rules: { 'retry-after': 'off' } } });
	const found: readonly Finding[] = report.files.flatMap(({ findings }) => findings);
	const severe: readonly Severity[] = found.map(({ severity }) => severity);
	const { catalog } = readCatalog({ id: 'acme' });
	const catalogs: readonly Catalog[] = catalog ? [catalog] : (await loadCatalogs()).catalogs;
	const { findings } = await checkText({ text: '', fileName: 'a.ts', catalogs });
	const fixed: string = applyEdits('', findings[0]?.fixes[0]?.edits ?? []);
	const [meaning] = await explain(429, { catalogs });
	const written: string = await writeReport(report, reportFormats[0]?.name ?? 'json');
	return [fixed, written, version, meaning?.entry.title ?? '', ...severe, ...rules.map(({ name }) => name)];
}

// @ts-expect-error There is no such format.
writeReport({ files: [], problems: [] }, 'pdf');
// @ts-expect-error A report's findings are by file: nothing here is of any type at all.
checkFiles().then(({ findings }) => findings);
// @ts-expect-error A text needs the name of a file.
checkText({ text: '' });
// @ts-expect-error A finding is not to be changed.
checkText({ text: '', fileName: 'a.ts' }).then(({ findings }) => findings.push());
// @ts-expect-error An entry's title is text.
explain('A').then(([one]) => one?.entry.title.toFixed());
`;

const strict = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: false, types: [] };

describe('the npm package', () => {
	let installed: InstalledPackage;

	before(() => {
		installed = installPackage();
		installed.write('src/send.ts', source);
		installed.write('check.mjs', viaImport);
		installed.write('check.cjs', viaRequire);
	});
	after(() => installed?.remove());

	test('holds what runs and what is read: no sources, no tests, no extension', () => {
		const { files, size } = installed;
		const allowed =
			/^(dist\/(assets|rules)|docs)\/|^(dist\/[\w.-]+\.(js|d\.ts|txt|md)|package\.json|[A-Z]+\.md|LICENSE)$/;
		const strange = files.filter((file) => !allowed.test(file) || /\.(mjs|map|svg|png|vsix)$|(?<!\.d)\.ts$/.test(file));
		assert.deepEqual(strange, []);
		const programs = ['dist/cli.js', 'dist/commands.js', 'dist/library.js', 'dist/server.js', 'dist/server.node.js'];
		assert.deepEqual(files.filter((file) => file.endsWith('.js')).sort(), programs);
		const read = ['dist/library.d.ts', 'dist/rules/retry-after.md', 'dist/assets/schemas/project-1.json'];
		for (const file of [...read, 'README.md', 'LICENSE', 'CHANGELOG.md', 'docs/editors.md'])
			assert.ok(files.includes(file), `${file} is missing`);
		assert.ok(size < 4_500_000, `${size} bytes`);
	});

	test('has pages whose links all lead to something in it', () => {
		const { files, folder } = installed;
		const inPackage = path.join(folder, 'node_modules/api-error-intellisense');
		const read = (file: string) => readFileSync(path.join(inPackage, file), 'utf8');
		assert.deepEqual(deadLinks(files, read), []);
		const readme = read('README.md');
		assert.ok(readme.includes('[`retry-after`](dist/rules/retry-after.md)'));
		assert.ok(readme.includes('[the reference](dist/catalog-reference.md)'));
		assert.ok(readme.includes('[recipes](docs/editors.md)'));
	});

	test('leaves the pages that it was made from as they were', () => {
		const { files, source } = installed;
		const pages = files.filter((file) => file.endsWith('.md'));
		const changed = pages.filter(
			(page) => readFileSync(path.join(source, page), 'utf8') !== readFileSync(path.join(project, page), 'utf8'),
		);
		assert.deepEqual(changed, []);
	});

	test('installs without a network, and brings no other package', () => {
		assert.deepEqual(packagesIn(installed.folder), ['api-error-intellisense']);
	});

	test('cannot be published by accident', () => {
		const manifest = path.join(installed.folder, 'node_modules/api-error-intellisense/package.json');
		assert.equal(JSON.parse(readFileSync(manifest, 'utf8')).private, true);
	});

	test('is run by its own name', () => {
		const { folder } = installed;
		assert.throws(
			() => npmOutput(['exec', '--offline', '--no', '--', 'api-error-intellisense', 'check', 'src'], folder),
			(error: { status: number; stdout: string }) => error.status === 1 && error.stdout.includes(finding),
		);
	});

	for (const [moduleResolution, module, file] of [
		['node16', 'node16', 'typed.mts'],
		['node16', 'node16', 'typed.cts'],
		['bundler', 'esnext', 'typed.ts'],
	] as const) {
		test(`has types for ${file}, resolved by ${moduleResolution}`, () => {
			const { folder, write } = installed;
			write(file, typed);
			const compilerOptions = { ...strict, target: 'es2022', lib: ['es2022'], module, moduleResolution };
			write('tsconfig.json', JSON.stringify({ compilerOptions, files: [file] }));
			const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
			const { stdout } = spawnSync(process.execPath, [tsc, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
			assert.equal(stdout, '');
		});
	}

	for (const version of nodeVersions) {
		describe(`on Node.js ${version.major}`, { skip: whyNotOn(version) }, () => {
			const node = version.program() ?? '';
			const run = (...words: readonly string[]) => {
				const { status, stdout } = spawnSync(node, words, { cwd: installed.folder, encoding: 'utf8' });
				return { status, stdout };
			};

			test('checks files', () => {
				for (const name of ['api-errors', 'api-error-intellisense']) {
					const { status, stdout } = run(installed.command(name), 'check', 'src');
					assert.equal(status, 1, name);
					assert.ok(stdout.includes(finding), stdout);
				}
			});

			test('serves an editor', async () => {
				const link = connectToCommand(node, installed.command('api-errors-language-server'), '--stdio');
				await withClient(link, { capabilities: plainClient }, async ({ open }) => {
					const uri = pathToFileURL(path.join(installed.folder, 'src/send.ts')).href;
					const document = open(source, { uri, languageId: 'typescript' });
					const hover = await document.hover(source.indexOf('VALIDATION_ERROR'));
					assert.match(JSON.stringify(hover), /Fields not valid/);
				});
			});

			test('is a library for both kinds of modules', () => {
				assert.match(run('check.mjs').stdout, /^AUTH_INVALID_TOKEN .* are not handled.*\n1\n$/);
				assert.match(run('check.cjs').stdout, /^AUTH_INVALID_TOKEN .* Add 2 missing required cases\n$/);
			});
		});
	}
});
