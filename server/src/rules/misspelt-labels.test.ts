import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyzed, noContext } from '../../../test/support/analyzed.ts';
import { applyEdits } from '../../../test/support/apply-edits.ts';
import { plainSettings } from '../../../test/support/check-rule.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { missingRequired } from './missing-required/missing-required.ts';
import type { PlacedFinding } from './rule.ts';
import { runRules } from './run-rules.ts';

async function findingsOf(
	text: string,
	{ settings = plainSettings, languageId = 'typescript', context = noContext } = {},
): Promise<readonly PlacedFinding[]> {
	return runRules(await analyzed(text, languageId, context), settings, (name, error) => {
		throw new Error(`${name} failed`, { cause: error });
	});
}

/** Every finding as its rule and the words that it marks. */
async function said(...asked: Parameters<typeof findingsOf>): Promise<readonly string[]> {
	const found = await findingsOf(...asked);
	return found.map(({ rule, at }) => `${rule}: ${asked[0].slice(at.start, at.end)}`);
}

const source = `// api-errors: silentchat
switch (error.code) {
	case 'NOT_FOUND':
		showGone();
		break;
	case 'AUTH_INVALID_TOKEN':
		logIn();
		break;
	case 'RATE_LIMTED':
		show();
		break;
}`;
const misspelt = "unknown-code: 'RATE_LIMTED'";
const missing = 'missing-required: switch (error.code)';

/** In each, only the spelling of one label is wrong. */
const sources: Readonly<Record<string, string>> = {
	javascript: `// api-errors: silentchat
if (error.code === 'NOT_FOUND') {
	showGone();
} else if (error.code === 'AUTH_INVALID_TOKEN') {
	logIn();
} else if (error.code === 'RATE_LIMTED') {
	show();
}`,
	typescript: `// api-errors: silentchat
const handlers = {
	NOT_FOUND: () => showGone(),
	AUTH_INVALID_TOKEN: () => logIn(),
	RATE_LIMTED: () => show(),
};
handlers[error.code]?.();`,
	python: `# api-errors: silentchat
match error.code:
    case "NOT_FOUND":
        show_gone()
    case "AUTH_INVALID_TOKEN":
        log_in()
    case "RATE_LIMTED":
        show()
`,
	go: `// api-errors: silentchat
package chat

func show(err *APIError) {
	switch err.Code {
	case "NOT_FOUND":
		showGone()
	case "AUTH_INVALID_TOKEN":
		logIn()
	case "RATE_LIMTED":
		tell()
	}
}
`,
	java: `// api-errors: silentchat
class Chat {
	void show(ApiError error) {
		switch (error.code) {
			case "NOT_FOUND" -> showGone();
			case "AUTH_INVALID_TOKEN" -> logIn();
			case "RATE_LIMTED" -> tell();
		}
	}
}
`,
	ruby: `# api-errors: silentchat
case error.code
when 'NOT_FOUND' then show_gone
when 'AUTH_INVALID_TOKEN' then log_in
when 'RATE_LIMTED' then show
end
`,
	rust: `// api-errors: silentchat
fn show(error: &ApiError) {
    match error.code.as_str() {
        "NOT_FOUND" => show_gone(),
        "AUTH_INVALID_TOKEN" => log_in(),
        "RATE_LIMTED" => tell(),
        _ => log(error),
    }
}
`,
};

describe('a required code that is only misspelt is one finding, and none once it is spelt right', () => {
	for (const [languageId, text] of Object.entries(sources))
		test(languageId, async () => {
			const [finding, ...others] = await findingsOf(text, { languageId });
			assert.equal(finding?.rule, 'unknown-code');
			assert.deepEqual(others, []);
			const [fix] = finding.fixes?.() ?? [];
			const after = applyEdits(text, fix?.edits ?? []);
			const left = (await findingsOf(after, { languageId })).filter(({ rule }) => rule !== 'retry-after');
			assert.deepEqual(left, []);
		});
});

test('others are missing as before, and nothing adds what is misspelt', async () => {
	const text = source.replace('AUTH_INVALID_TOKEN', 'CONFLICT');
	assert.deepEqual(await said(text), [missing, misspelt]);
	const [finding] = await findingsOf(text);
	assert.match(finding?.message ?? '', /^AUTH_INVALID_TOKEN \(401\) of SilentChat is not handled/);
	const fixes = finding?.fixes?.() ?? [];
	assert.deepEqual(
		fixes.map(({ title }) => title),
		["Add missing case 'AUTH_INVALID_TOKEN'", 'Add all 14 missing cases'],
	);
	for (const { edits } of fixes) assert.ok(!applyEdits(text, edits).includes('RATE_LIMITED'));
});

test('an optional code that is misspelt is not added either', async () => {
	const text = source.replace('RATE_LIMTED', 'CONFLCT');
	const [finding] = await findingsOf(text);
	const all = finding?.fixes?.().find(({ title }) => title === 'Add all 14 missing cases');
	const after = applyEdits(text, all?.edits ?? []);
	assert.ok(after.includes("'RATE_LIMITED'") && !after.includes("'CONFLICT'"), after);
});

describe('where nobody is told of the spelling, the code is missing', () => {
	test('the rule is off', async () => {
		const settings = { ...plainSettings, rules: { 'unknown-code': 'off' } } as const;
		assert.deepEqual(await said(source, { settings }), [missing]);
	});

	for (const comment of [
		'api-errors-disable-line unknown-code',
		'api-errors-disable-line',
		'api-errors-disable-line x',
	])
		test(`// ${comment}`, async () => {
			const text = source.replace("'RATE_LIMTED':", (label) => `${label} // ${comment}`);
			const isSilent = !comment.endsWith(' x');
			const found = (await said(text)).filter((one) => !one.startsWith('unused-directive'));
			assert.deepEqual(found, isSilent ? [missing] : [misspelt]);
		});

	test('for the whole file', async () => {
		const text = `${source}\n// api-errors-disable-file unknown-code`;
		assert.deepEqual(await said(text), [missing]);
	});

	test('in a part of a document about which nothing is said', async () => {
		const analysis = await analyzed(source);
		const quietAt = source.indexOf("'RATE_LIMTED'");
		const document = Object.assign(Object.create(analysis.document), {
			isQuietAt: (offset: number) => offset === quietAt,
		});
		const found = runRules({ ...analysis, document }, plainSettings, () => undefined);
		assert.deepEqual(
			found.map(({ rule }) => rule),
			['missing-required'],
		);
	});

	test('one known label beside it may be a coincidence', async () => {
		const text = source.replace(/\tcase 'NOT_FOUND':\n.*\n.*\n/, '');
		assert.deepEqual(await said(text), [missing]);
	});
});

test('what weighs less does not stand for what weighs more', async () => {
	const settings = { ...plainSettings, rules: { 'unknown-code': 'information' } } as const;
	assert.deepEqual(await said(source, { settings }), [missing, misspelt]);
	const both = { 'unknown-code': 'information', 'missing-required': 'hint' } as const;
	assert.deepEqual(await said(source, { settings: { ...plainSettings, rules: both } }), [misspelt]);
	const withDefault = source.replace(/\}$/, '\tdefault:\n\t\tlog(error);\n}');
	const lighter = { ...settings, whenDefault: 'information' } as const;
	assert.deepEqual(await said(withDefault, { settings: lighter }), [misspelt]);
});

test('where a catalog may lack codes, the spelling is only a hint and the code is missing', async () => {
	const silentchat = noContext.catalogs.byId('silentchat');
	assert.ok(silentchat);
	const context = { ...noContext, catalogs: buildCatalogIndex([{ ...silentchat, complete: false }]) };
	assert.deepEqual(await said(source, { context }), [missing, misspelt]);
});

test('what is silenced at the head is not needed for a spelling', async () => {
	const text = source.replace('switch', '// api-errors-disable-next-line missing-required\nswitch');
	assert.deepEqual(await said(text), ['unused-directive: // api-errors-disable-next-line missing-required', misspelt]);
});

test('why nothing is said of the dispatch can be asked', async () => {
	const analysis = await analyzed(source);
	const [block] = analysis.blocks.filter(({ dispatches }) => dispatches.length > 0);
	assert.ok(block);
	const place = { block, offset: 0, occurrence: undefined, judged: block.dispatches[0] };
	assert.equal(missingRequired.whySilent(place, analysis, plainSettings), 'what is missing is only misspelt');
	const off = { ...plainSettings, rules: { 'unknown-code': 'off' } } as const;
	assert.equal(missingRequired.whySilent(place, analysis, off), undefined);
});
