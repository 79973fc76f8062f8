import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { IRawTheme } from 'vscode-textmate';
import { builtinCatalogs } from '../server/src/catalog/builtin/index.ts';
import { languages } from '../server/src/languages/index.ts';
import { generateGrammars, grammarContributions } from './generate-grammars.ts';
import { createRegistry, type HostScope, packageFile, tokenize } from './tokenize.ts';

const committed = [...generateGrammars().keys()].map((path) =>
	readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'),
);

const registry = await createRegistry(committed);

/** What our grammars colour in a text, as `text: innermost scope`. */
async function coloured(source: string, scope: HostScope = 'source.ts'): Promise<string[]> {
	const grammar = await registry.loadGrammar(scope);
	assert.ok(grammar);
	return tokenize(grammar, source)
		.filter(({ scopes }) => scopes.at(-1)?.endsWith('.api-errors'))
		.map(({ text, scopes }) => `${text}: ${scopes.at(-1)?.replace('.api-errors', '')}`);
}

/** The scopes of JavaScript and TypeScript. */
const scriptScopes = ['source.js', 'source.js.jsx', 'source.ts', 'source.tsx'] as const;

const asCode = (code: string) => `${code}: constant.other.error-code`;

suite('the grammars in syntaxes/', () => {
	test('are what the catalogs give; run `npm run generate` where this fails', () => {
		assert.deepEqual(committed, [...generateGrammars().values()]);
	});

	test('are named by the manifest’s entries', () => {
		for (const entry of grammarContributions()) {
			assert.ok('path' in entry && 'scopeName' in entry && 'injectTo' in entry);
			const text = readFileSync(new URL(`../${entry.path}`, import.meta.url), 'utf8');
			assert.equal(JSON.parse(text).scopeName, entry.scopeName);
			const scopes = languages.flatMap(({ dialects }) => dialects.map(({ scope }) => scope));
			assert.deepEqual(entry.injectTo, scopes, 'every language says what its grammar is called');
		}
	});
});

suite('codes in string literals', () => {
	for (const scope of scriptScopes)
		test(`are coloured in ${scope}`, async () => {
			const source = 'switch (error.code) {\n\tcase \'AUTH_INVALID_TOKEN\':\n\tcase "WIDGET_KEY_INVALID": return;\n}';
			assert.deepEqual(await coloured(source, scope), [asCode('AUTH_INVALID_TOKEN'), asCode('WIDGET_KEY_INVALID')]);
		});

	for (const [scope, source] of [
		['source.cs', 'switch (error.Code) { case "AUTH_INVALID_TOKEN": break; }'],
		['source.dart', "switch (error.code) { case 'AUTH_INVALID_TOKEN': break; }"],
		['source.go', 'switch apiError.Code { case "AUTH_INVALID_TOKEN": return }'],
		['source.java', 'class A { void a() { switch (code) { case "AUTH_INVALID_TOKEN": break; } } }'],
		['source.kotlin', 'when (error.code) { "AUTH_INVALID_TOKEN" -> login() }'],
		['source.python', 'if error["code"] == "AUTH_INVALID_TOKEN": login()'],
		['source.ruby', "case error.code when 'AUTH_INVALID_TOKEN' then login end"],
		['source.rust', 'fn a() { match code { "AUTH_INVALID_TOKEN" => login(), _ => {} } }'],
		['source.swift', 'switch error.code { case "AUTH_INVALID_TOKEN": login() }'],
		['source.php', "if ($code === 'AUTH_INVALID_TOKEN') login();"],
	] as const)
		test(`are coloured in ${scope}`, async () => {
			assert.deepEqual(await coloured(source, scope), [asCode('AUTH_INVALID_TOKEN')]);
		});

	for (const source of [
		"if (code === 'AUTH_INVALID_TOKEN') return;",
		'const codes = ["AUTH_INVALID_TOKEN"];',
		'f(`AUTH_INVALID_TOKEN`);',
		"const texts = { 'AUTH_INVALID_TOKEN': 'Log in' };",
		"type Code = 'AUTH_INVALID_TOKEN';",
		"enum Code { Invalid = 'AUTH_INVALID_TOKEN' }",
		"export const invalid = 'AUTH_INVALID_TOKEN';",
		"export default { code: 'AUTH_INVALID_TOKEN' };",
		`f(\`\${code === 'AUTH_INVALID_TOKEN'}\`);`,
		"'AUTH_INVALID_TOKEN'",
	])
		test(`are coloured: ${source}`, async () => {
			assert.deepEqual(await coloured(source), [asCode('AUTH_INVALID_TOKEN')]);
		});

	test('are coloured in JSX attributes and expressions', async () => {
		const source = 'const a = <Hint code="AUTH_INVALID_TOKEN">{texts[\'WIDGET_KEY_INVALID\']}</Hint>;';
		const expected = [asCode('AUTH_INVALID_TOKEN'), asCode('WIDGET_KEY_INVALID')];
		assert.deepEqual(await coloured(source, 'source.tsx'), expected);
		assert.deepEqual(await coloured(source, 'source.js.jsx'), expected);
	});

	for (const source of [
		"log('got AUTH_INVALID_TOKEN');",
		"log('AUTH_INVALID_TOKEN again');",
		"log('AUTH_INVALID_TOKENS');",
		"log(' AUTH_INVALID_TOKEN');",
		'log("the code is \'AUTH_INVALID_TOKEN\'");',
		'log(\'say "AUTH_INVALID_TOKEN" aloud\');',
		"log('it\\'AUTH_INVALID_TOKEN');",
		'log("AUTH_INVALID_TOKEN\');',
		`log(\`AUTH_INVALID_TOKEN\${suffix}\`);`,
		`log(\`\${prefix}AUTH_INVALID_TOKEN\`);`,
		'log(`\nAUTH_INVALID_TOKEN\n`);',
		"// case 'AUTH_INVALID_TOKEN':",
		"/* 'AUTH_INVALID_TOKEN' */",
		"/**\n * @example 'AUTH_INVALID_TOKEN'\n */",
		"/'AUTH_INVALID_TOKEN'/.test(text);",
		'AUTH_INVALID_TOKEN;',
		'error.AUTH_INVALID_TOKEN;',
		"import code from 'AUTH_INVALID_TOKEN';",
		"case 'auth_invalid_token':",
		"case 'AUTH_INVALID_TOKEN",
	])
		test(`are not coloured: ${source.replaceAll('\n', '⏎')}`, async () => {
			assert.deepEqual(await coloured(source), []);
		});

	test('are not coloured in the text of JSX', async () => {
		assert.deepEqual(await coloured("const a = <p>'AUTH_INVALID_TOKEN'</p>;", 'source.tsx'), []);
	});

	test('are coloured one and all, where they are text', async () => {
		const codes = builtinCatalogs.flatMap((catalog) => catalog.entries).filter((entry) => entry.kind === 'code');
		for (const { value } of codes) {
			const expected = typeof value === 'number' ? [] : [asCode(value)];
			assert.deepEqual(await coloured(`case '${value}':`), expected);
		}
	});

	test('leave the rest of the line as it was', async () => {
		const source = `const a = 'AUTH_INVALID_TOKEN' /* b */ + \`c\${d}\` + 'WIDGET_KEY_INVALID';\nconst e = 1;`;
		const plain = await (await createRegistry([])).loadGrammar('source.ts');
		const ours = await registry.loadGrammar('source.ts');
		assert.ok(plain && ours);
		const withoutOurs = tokenize(ours, source).map(({ text, scopes }) => ({
			text,
			scopes: scopes.filter((scope) => !scope.endsWith('.api-errors')),
		}));
		assert.deepEqual(withoutOurs, tokenize(plain, source));
	});
});

suite('directives in comments', () => {
	const directive = (text: string) => `${text}: keyword.control.directive`;
	const api = (id: string) => `${id}: entity.name.type.api`;
	const rule = (id: string) => `${id}: entity.name.function.rule`;
	const colon = ':: punctuation.separator';
	const comma = ',: punctuation.separator.list';
	const reason = '--: punctuation.separator.reason';

	for (const [source, expected] of [
		['// api-errors: silentchat', [directive('api-errors'), colon, api('silentchat')]],
		['//api-errors:silentchat', [directive('api-errors'), colon, api('silentchat')]],
		[
			'f(); // api-errors: silentchat, my-api',
			[directive('api-errors'), colon, api('silentchat'), comma, api('my-api')],
		],
		['/* api-errors: none */', [directive('api-errors'), colon, 'none: constant.language.none']],
		['/** api-errors: chatness */', [directive('api-errors'), colon, api('chatness')]],
		['/*\n * api-errors: chatness\n */', [directive('api-errors'), colon, api('chatness')]],
		[
			'// api-errors: default covers RATE_LIMITED, AUTH_INVALID_TOKEN',
			[
				...[directive('api-errors'), colon, directive('default'), directive('covers')],
				...[asCode('RATE_LIMITED'), comma, asCode('AUTH_INVALID_TOKEN')],
			],
		],
		[
			'// api-errors: default covers 429',
			[directive('api-errors'), colon, directive('default'), directive('covers'), asCode('429')],
		],
		['// api-errors-disable-next-line', [directive('api-errors-disable-next-line')]],
		[
			'// api-errors-disable-next-line missing-required, retry-after -- the proxy waits',
			[directive('api-errors-disable-next-line'), rule('missing-required'), comma, rule('retry-after'), reason],
		],
		['/* api-errors-disable-line unknown-code */', [directive('api-errors-disable-line'), rule('unknown-code')]],
		['// api-errors-disable-file -- generated', [directive('api-errors-disable-file'), reason]],
		['// api-errors-disable', [directive('api-errors-disable')]],
		['// api-errors-enable', [directive('api-errors-enable')]],
	] as const)
		test(`are coloured: ${source.replaceAll('\n', '⏎')}`, async () => {
			for (const scope of scriptScopes) assert.deepEqual(await coloured(source, scope), expected);
		});

	test('are coloured in comments of JSX', async () => {
		const source = 'const a = <p>{/* api-errors-disable-next-line missing-required */}</p>;';
		const expected = [directive('api-errors-disable-next-line'), rule('missing-required')];
		assert.deepEqual(await coloured(source, 'source.tsx'), expected);
	});

	for (const source of [
		'// see api-errors: silentchat',
		'// api-errors: silentchat is the API we call',
		'// api-errors: default',
		'// api-errors: default covers',
		'// api-errors:',
		'// api-errors are listed below',
		'// api-errors-disable-everything',
		'// api-errors-disable the warnings below',
		'// my-api-errors: silentchat',
		"'api-errors: silentchat'",
		'api-errors: silentchat',
		'// API-ERRORS: silentchat',
	])
		test(`are not coloured: ${source}`, async () => {
			assert.deepEqual(await coloured(source), []);
		});

	test('end with their comment', async () => {
		const source = "/* api-errors: none */ const a = 'b';";
		const grammar = await registry.loadGrammar('source.ts');
		assert.ok(grammar);
		const after = tokenize(grammar, source).filter(
			({ scopes }) => !scopes.some((scope) => scope.startsWith('comment')),
		);
		assert.equal(after.map(({ text }) => text).join(''), " const a = 'b';");
	});
});

suite('themes', () => {
	const folder = dirname(fileURLToPath(import.meta.resolve('tm-themes/themes/dark-plus.json')));
	const names = readdirSync(folder).map((file) => file.replace('.json', ''));
	// These give every constant the colour of strings.
	const without = ['houston', 'poimandres', 'vesper'];

	test('show codes in another colour than the string around them', async () => {
		const themed = await createRegistry(committed);
		const grammar = await themed.loadGrammar('source.ts');
		assert.ok(grammar);
		const foreground = (line: string, column: number) => {
			const { tokens } = grammar.tokenizeLine2(line, null);
			const style = tokens.findLast((_, index) => index % 2 === 1 && (tokens[index - 1] ?? 0) <= column) ?? 0;
			// Bits 15 to 23 of the metadata are the foreground's number.
			return (style >>> 15) & 0x1ff;
		};
		const same = names.filter((name) => {
			themed.setTheme(readTheme(name));
			return foreground("a = 'AUTH_INVALID_TOKEN'", 8) === foreground("a = 'SOMETHING_ELSE'", 8);
		});
		assert.deepEqual(same, without);
		assert.ok(names.length > 50);
	});
});

function readTheme(name: string): IRawTheme {
	const { colors, tokenColors } = JSON.parse(packageFile(`tm-themes/themes/${name}.json`).toString('utf8'));
	return { name, settings: [{ settings: { foreground: colors['editor.foreground'] ?? '#808080' } }, ...tokenColors] };
}
