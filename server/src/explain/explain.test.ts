import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyzed, catalogs, noContext } from '../../../test/support/analyzed.ts';
import { findingsOf, plainSettings } from '../../../test/support/check-rule.ts';
import { readCursor, readMarks } from '../../../test/support/marked-source.ts';
import { readExamples, readPageCatalogs } from '../../../test/support/page-examples.ts';
import type { AnalysisContext } from '../analysis/analyzer.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { rules } from '../rules/index.ts';
import { type ExplainQuestion, explain } from './explain.ts';

const settings: ExplainQuestion['settings'] = { ...plainSettings, diagnostics: true };

interface Surroundings {
	readonly context?: Partial<AnalysisContext>;
	readonly settings?: Partial<ExplainQuestion['settings']>;
}

/** What is explained at the cursor of a source. */
async function explained(source: string, given: Surroundings = {}): Promise<string> {
	const { text, offset } = readCursor(source);
	const context = { ...noContext, ...given.context };
	const analysis = await analyzed(text, 'typescript', context);
	return explain({ analysis, offset, told: context.told, settings: { ...settings, ...given.settings } });
}

const silentchat = "fetch('https://api.silentchat.de/v1');\n";
const plain = `${silentchat}switch (error.code) {\n\tcase 'NOT_FOUND':\n\t\tshow();\n\t\tbreak;\n}`;
const atLabel = plain.replace('NOT_', 'NOT_█');
const atHead = plain.replace('switch', 'swi█tch');

describe('what stands there', () => {
	it('an ordinary place is explained in a few lines', async () => {
		assert.equal(
			await explained(atLabel),
			`### \`NOT_FOUND\`
- An error code of **SilentChat** (Not found, 404), because the file names api.silentchat.de.

### The switch over \`error.code\`
It looks at error codes of SilentChat.
It has \`'NOT_FOUND'\`; 16 are missing, and \`AUTH_INVALID_TOKEN\`, \`RATE_LIMITED\` must be handled. There is no default.

### Rules
- **missing-required** says (line 2): “AUTH_INVALID_TOKEN (401) and RATE_LIMITED (429) of SilentChat are not handled: no branch here deals with them”
- **unknown-code** keeps silent, because no label is one that SilentChat lacks.
- **status-mismatch** keeps silent, because no status of the same response is known there.
- **deprecated-code** keeps silent, because SilentChat still sends it.

### APIs
- **SilentChat** is in play, because the file names api.silentchat.de: enough for warnings.
`,
		);
	});

	it('a name says what it stands for', async () => {
		const text = await explained(`${silentchat}const TAKEN = 'CONFLICT';\nif (error.code === TAK█EN) merge();`);
		assert.match(text, /^### `TAKEN` stands for `CONFLICT`\n- An error code of \*\*SilentChat\*\*/);
	});

	it('a status says what showed it', async () => {
		const text = await explained('if (response.status === 4█04) f();');
		assert.match(
			text,
			/^### `404`\n- An HTTP status \(Not Found\)\.\n- Read as a status: .*`response\.status` \(\+\d+\)/,
		);
		assert.match(
			text,
			/Not in play: \*\*SilentChat\*\*, \*\*Chatness\*\*\. Numbers show no API; `\/\/ api-errors: silentchat` would\./,
		);
		assert.match(
			text,
			/\*\*missing-required\*\* keeps silent, because nothing but the values shows which API this is\./,
		);
	});

	it('a number that is no status says what spoke against it', async () => {
		const text = await explained('setTimeout(run, 5█00);');
		assert.match(
			text,
			/^### `500` is not read as a status\nWhat speaks for it comes to −\d+, and \d+ are needed: .*`setTimeout`/,
		);
		assert.doesNotMatch(text, /SilentChat|### Rules/);
	});

	it('a string that is no code says why', async () => {
		for (const [source, reason] of [
			["f('FOO_█BAR');", /^### `'FOO_BAR'` is not recognised\nBecause no catalog has it/],
			["console.log('AUTH_INVALID_█TOKEN');", /is not read as a code\nBecause words for people stand in such a place/],
			["use('NOT_█FOUND');", /Because any system has such a word, and nothing shows that SilentChat is meant\./],
			["import { a } from 'AUTH_INVALID_█TOKEN';", /Because it names a module\./],
			[`${silentchat}if (error.code === 'NOT_FOND█') f();`, /Because no catalog has it.* SilentChat has `NOT_FOUND`\./],
			[`f('x${'.x'.repeat(90)}█', 404);`, /^### `'x[.x]{50,60}…` is not read/],
			['// about CONFL█ICT\nswitch (a) {}', /^### A comment\nCodes and statuses in comments are not read\./],
			['if (a) foo();\n█', /^### Nothing to recognise\n/],
			['switch (error.code) { case ErrorCode.WHAT█EVER: f(); }', /Because neither the file nor what it imports shows/],
		] as const)
			assert.match(await explained(source), reason, source);
	});

	it('of another API that has the code, what would show it', async () => {
		assert.match(
			await explained("show('NOT_█FOUND');"),
			/\*\*SilentChat\*\* has it, and is not in play: `\/\/ api-errors: silentchat`, an address at `api\.silentchat\.de` or two of its codes in one dispatch would show it\./,
		);
		const text = await explained('// api-errors: silentchat\nif (error.code === 4█28) f();');
		assert.match(text, /Not named, though the value is theirs as well: \*\*Chatness\*\*\./);
	});
});

describe('which evidence', () => {
	it('each step says what it is, and what it is enough for', async () => {
		const catalog = catalogs.byId('silentchat');
		assert.ok(catalog);
		const workspace = (step: 'near' | 'workspace') => ({
			workspace: [{ catalog, step, reason: './a names its host' }],
		});
		const source = "if (error.code === 'WIDGET_KEY_█INVALID') f();";
		for (const [context, reason] of [
			[{ told: ['silentchat'] }, /because the settings name it for this file: enough for warnings\./],
			[workspace('near'), /because \.\/a names its host: enough for warnings\./],
			[workspace('workspace'), /because \.\/a names its host: enough for hovers and completion, and for warnings only/],
			[{}, /An error code of \*\*SilentChat\*\* .*because only SilentChat has this code\./],
		] as const)
			assert.match(await explained(source, { context }), reason);
	});

	it('a file that speaks of no API says who said so', async () => {
		assert.match(
			await explained('// api-errors: none\nif (e.code === 4█28) f();'),
			/^### Nothing is read in this file\n\n### APIs\nNone: a comment in the file says/,
		);
		assert.match(
			await explained('if (e.code === 4█28) f();', { context: { told: ['none'] } }),
			/None: the setting `apiErrors\.apis` says/,
		);
		assert.match(await explained('f(█);'), /None is in play\. `\/\/ api-errors: ID` in the file names one\./);
	});
});

describe('which rule, and why', () => {
	it('a directive that keeps a rule silent is named', async () => {
		const directive = '// api-errors-disable-next-line missing-required -- for now\n';
		const source = atHead.replace(silentchat, silentchat + directive);
		assert.match(
			await explained(source),
			/\*\*missing-required\*\* is kept silent by `api-errors-disable-next-line` in line 2: “AUTH_INVALID_TOKEN/,
		);
		const atDirective = plain.replace(silentchat, silentchat + directive.replace('disable', 'dis█able'));
		assert.match(
			await explained(atDirective),
			/^### A comment that silences rules\n- Line 3, \*\*missing-required\*\*: “/,
		);
	});

	it('a quiet file says which glob or mark makes it quiet, and what would be said', async () => {
		const quiet = await explained(atHead, { context: { testGlob: '**/*.test.*' } });
		assert.match(quiet, /Nothing is reported in this file, because its path fits `\*\*\/\*\.test\.\*`/);
		assert.match(quiet, /Otherwise:\n\n- \*\*missing-required\*\* says: “/);
		assert.match(await explained(`// @generated\n${atHead}`), /because `@generated` in its first lines says/);
		assert.match(await explained(`${atHead}\nf('${'x'.repeat(6000)}');`), /says that it is minified\. Otherwise:/);
		assert.match(
			await explained(atHead, { settings: { diagnostics: false } }),
			/because `apiErrors\.diagnostics` is off/,
		);
	});

	it('a rule that is off says so', async () => {
		const off = { settings: { rules: { 'missing-required': 'off', 'unknown-code': 'off' } } } as const;
		const text = await explained(atHead, off);
		assert.match(text, /\*\*missing-required\*\* is off in the settings, and would say: “/);
		assert.match(text, /\*\*unknown-code\*\* is off in the settings, and would keep silent, because no label/);
	});

	it('where a missing code is dealt with is told', async () => {
		const text = await explained(
			`${silentchat}async function f(res) { if (res.status === 429) return wait(); if (res.status === 401) return logIn();\n swi█tch (error.code) { case 'NOT_FOUND': show(); } }`,
		);
		assert.match(
			text,
			/\*\*missing-required\*\* keeps silent, because AUTH_INVALID_TOKEN need not be here: .*; RATE_LIMITED need not be here: /,
		);
	});

	it('what is said of a dispatch further in is not said of the one around it', async () => {
		const source = `${silentchat}swi█tch (error.code) { case 'CONFLICT': switch (cause.code) { case 'NOT_FOUND': case 'FORBIDDEN': case 'RATE_LIMTED': f(); } }`;
		assert.doesNotMatch(await explained(source), /RATE_LIMTED/);
		const inner = source.replace('█', '').replace('switch (cause', 'swi█tch (cause');
		assert.match(await explained(inner), /\*\*unknown-code\*\* says: “.*RATE_LIMTED/);
		assert.match(await explained(inner), /It lies in the switch over `error\.code`\./);
	});
});

describe('every finding on the pages of the rules is explained', () => {
	for (const { name } of rules)
		it(name, async () => {
			const page = readFileSync(new URL(`../rules/${name}/${name}.md`, import.meta.url), 'utf8');
			const own = readPageCatalogs(page).flatMap((given) => readCatalog(given).catalog ?? []);
			const context = { ...noContext, catalogs: buildCatalogIndex([...builtinCatalogs, ...own]) };
			for (const { kind, source, languageId } of readExamples(page)) {
				if (kind === 'fix') continue;
				const { text, marks } = readMarks(source);
				const analysis = await analyzed(text, languageId, context);
				for (const { start } of marks)
					assert.match(
						explain({ analysis, offset: start, told: [], settings }),
						new RegExp(`- \\*\\*${name}\\*\\* says`),
					);
				if (kind !== 'quiet') continue;
				assert.deepEqual(await findingsOf(name, text, { languageId, context }), []);
				for (const offset of text.matchAll(/\b(switch|if|case)\b/g))
					assert.doesNotMatch(
						explain({ analysis, offset: offset.index, told: [], settings }),
						new RegExp(`\\*\\*${name}\\*\\* says`),
					);
			}
		});
});
