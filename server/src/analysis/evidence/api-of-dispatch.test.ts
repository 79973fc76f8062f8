import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyzed, noContext } from '../../../../test/support/analyzed.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { buildCatalogIndex } from '../../catalog/catalog-index.ts';

function catalogOf(id: string, code: string, required: string): Catalog {
	const entry = { kind: 'code', description: '', retry: 'never' } as const;
	const entries = ['no_money', 'card_is_old', required].map((value) => {
		return { ...entry, value, title: value, required: value === required };
	});
	return { id, name: id, evidence: { packages: ['shop'], hosts: [] }, envelope: { code }, entries };
}

const catalogs = buildCatalogIndex([
	catalogOf('reasons', 'error.decline_reason', 'ask_the_bank'),
	catalogOf('errors', 'error.code', 'too_many_calls'),
]);

/** The API of the dispatch over a subject, and why nothing is said of it. */
async function apiOver(subject: string): Promise<readonly unknown[]> {
	const cases = ['no_money', 'card_is_old'].map((code) => `case '${code}': show(); break;`);
	const source = `import shop from 'shop';\nswitch (${subject}) { ${cases.join(' ')} }\n`;
	const { blocks } = await analyzed(source, 'typescript', { ...noContext, catalogs });
	const [dispatch] = blocks.flatMap(({ dispatches }) => dispatches);
	return [dispatch?.catalog.id, dispatch?.silence];
}

suite('of two catalogs that have the same codes', () => {
	test('a dispatch is about the one whose codes are called like its subject', async () => {
		assert.deepEqual(await apiOver('error.code'), ['errors', undefined]);
		assert.deepEqual(await apiOver('error.declineReason'), ['reasons', undefined]);
	});

	test('nothing is warned about where neither is', async () => {
		const [, silence] = await apiOver('error.problemCode');
		assert.equal(silence, 'reasons and errors fit equally well');
	});
});

test("what a language's clients call a response's status is one, and an API's where it is in play", async () => {
	const statusOf = async (source: string, languageId: string): Promise<readonly unknown[]> => {
		const { blocks } = await analyzed(source, languageId, { ...noContext, told: ['silentchat'] });
		return blocks.flatMap(({ dispatches }) => dispatches).map(({ on, catalog }) => `${catalog.id} ${on}`);
	};
	assert.deepEqual(await statusOf('raise Slow if response.code.to_i == 429\nputs 1\n', 'ruby'), ['silentchat status']);
	assert.deepEqual(await statusOf('raise Slow if country.code.to_i == 429\nputs 1\n', 'ruby'), []);
	assert.deepEqual(await statusOf('if (response.code === 429) throw slow;\n', 'typescript'), []);
});
