import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noContext } from '../../../../test/support/analyzed.ts';
import { findingsOf, shown } from '../../../../test/support/check-rule.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { buildCatalogIndex } from '../../catalog/catalog-index.ts';

/** What is said of a code beside two known ones: severity, and for each fix its title and whether it is safe. */
async function saidOf(code: string, more = ''): Promise<readonly unknown[]> {
	const text = `// api-errors: silentchat
switch (error.code) {
	case 'NOT_FOUND':
	case "CONFLICT":
	case ${code}:
		show();
		break;
	${more}
	default:
		throw error;
}`;
	const found = await findingsOf('unknown-code', text);
	return found.map(({ severity, fixes }) => [
		severity,
		...(fixes?.() ?? []).map(({ title, safe, edits }) => [title, safe, edits[0]?.text]),
	]);
}

test('one slip of the fingers may be mended unseen', async () => {
	const title = "Replace with 'RATE_LIMITED'";
	for (const code of ["'RATE_LIMTED'", "'RATE_LIMITTED'", "'RATE_LIMITDE'", "'rate-limited'", "'RateLimited'"]) {
		assert.deepEqual(await saidOf(code), [['warning', [title, true, "'RATE_LIMITED'"]]], code);
	}
	assert.deepEqual(await saidOf('"RATE_LIMTED"'), [['warning', [title, true, '"RATE_LIMITED"']]]);
});

test('what is further away is for a person to judge', async () => {
	assert.deepEqual(await saidOf("'RATE_LMTED'"), [
		['warning', ["Replace with 'RATE_LIMITED'", false, "'RATE_LIMITED'"]],
	]);
	assert.deepEqual(await saidOf("'LIMITED_RATE'"), [
		['warning', ["Replace with 'RATE_LIMITED'", false, "'RATE_LIMITED'"]],
	]);
});

test('a message is no code', async () => {
	assert.deepEqual(await saidOf("'socket hang up'"), []);
});

test('where more than a few are unknown, only plain slips are told', async () => {
	const codes = ['NOT_FOUND', 'CONFLICT', 'FORBIDDEN', 'TENANT_REQUIRED', 'SHIP_SUNK', 'SHIP_LOST', 'RATE_LIMTED'];
	const text = `// api-errors: silentchat\nif ([${codes.map((code) => `'${code}'`).join()}].includes(error.code)) show();`;
	assert.deepEqual(shown(text, await findingsOf('unknown-code', text)), ["warning: 'RATE_LIMTED'"]);
});

test('what has a branch already is for a person to judge', async () => {
	assert.deepEqual(await saidOf("'RATE_LIMTED'", "case 'RATE_LIMITED':\n\t\twait(response);\n\t\tbreak;"), [
		['warning', ["Replace with 'RATE_LIMITED'", false, "'RATE_LIMITED'"]],
	]);
});

test('without a code near it is only a hint', async () => {
	assert.deepEqual(await saidOf("'SHIP_IS_SINKING'"), [['hint']]);
});

test('nothing is said of what cannot be told', async () => {
	for (const code of [`\`RATE_\${kind}\``, 'ErrorCode.RATE_LIMTED', 'code()', '429'])
		assert.deepEqual(await saidOf(code), [], code);
});

test('a constant of the file counts as what it stands for', async () => {
	const text = `// api-errors: silentchat
const LIMITED = 'RATE_LIMTED';
switch (error.code) {
	case 'NOT_FOUND':
	case 'CONFLICT':
	case LIMITED:
}`;
	const [finding] = await findingsOf('unknown-code', text);
	assert.equal(finding, undefined, 'its value stands elsewhere, where a fix here would not reach');
});

test('nothing is said in code that is not complete', async () => {
	const text =
		"// api-errors: silentchat\nswitch (error.code) {\n\tcase 'NOT_FOUND':\n\tcase 'CONFLICT':\n\tcase 'RATE_L':\n\t\tif (\n}";
	assert.deepEqual(await findingsOf('unknown-code', text), []);
});

test("codes of the runtime and of HTTP clients are nobody's slip", async () => {
	for (const code of [
		'ECONNABORTED',
		'ERR_NETWORK',
		'UND_ERR_SOCKET',
		'ETIMEDOUT',
		'CERT_HAS_EXPIRED',
		'HPE_INVALID',
	]) {
		assert.deepEqual(await saidOf(`'${code}'`), [], code);
	}
});

test("codes of database drivers are nobody's slip", async () => {
	for (const code of ['ER_DUP_ENTRY', 'SQLITE_BUSY', 'P2002', '23505', '40P01', 'ORA-00001'])
		assert.deepEqual(await saidOf(`'${code}'`), [], code);
});

test('a code of another catalog with the same evidence is known', async () => {
	const catalog = (id: string, codes: readonly string[]): Catalog => ({
		id,
		name: id,
		evidence: { packages: ['shop-client'], hosts: [] },
		entries: codes.map((value) => ({
			kind: 'code',
			value,
			title: value,
			description: value,
			required: false,
			retry: 'never',
		})),
	});
	const context = {
		...noContext,
		catalogs: buildCatalogIndex([
			catalog('shop-types', ['card_error', 'cart_error', 'stock_error']),
			catalog('shop-codes', ['cart_expired']),
		]),
	};
	const text = `// api-errors: shop-types
switch (error.type) {
	case 'card_error':
	case 'cart_error':
	case 'stock_error':
	case 'cart_expired':
	case 'ship_is_sinking':
		show();
}`;
	const found = await findingsOf('unknown-code', text, { context });
	assert.deepEqual(shown(text, found), ["hint: 'ship_is_sinking'"]);
});

test('a catalog that may lack codes tells only plain slips', async () => {
	const silentchat = noContext.catalogs.byId('silentchat');
	assert.ok(silentchat);
	const saidWith = async (complete: boolean, code: string): Promise<readonly string[]> => {
		const context = { ...noContext, catalogs: buildCatalogIndex([{ ...silentchat, complete }]) };
		const text = `// api-errors: silentchat\nif (['NOT_FOUND', 'CONFLICT', '${code}'].includes(error.code)) show();`;
		return shown(text, await findingsOf('unknown-code', text, { context }));
	};
	assert.deepEqual(await saidWith(true, 'SHIP_IS_SINKING'), ["hint: 'SHIP_IS_SINKING'"]);
	assert.deepEqual(await saidWith(false, 'SHIP_IS_SINKING'), []);
	assert.deepEqual(await saidWith(false, 'LIMITED_RATE'), []);
	for (const slip of ['RATE_LIMTED', 'RATE_LIMITEDD', 'RATE_LIMITDE'])
		assert.deepEqual(await saidWith(false, slip), [`hint: '${slip}'`]);
	for (const other of ['RATE_LIMITED_2', 'RATE_LIMITED2', 'RATELIMITED', 'RATES_LIMITED', 'WIDGET_KEYS_INVALID'])
		assert.deepEqual(await saidWith(false, other), [], other);
});
