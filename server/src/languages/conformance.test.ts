import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readAsset } from '../../../test/support/test-assets.ts';
import type { Block, Branch, Label } from '../syntax/code.ts';
import { CodeReader } from '../syntax/code-reader.ts';
import { compileRoles } from '../syntax/parts/node-roles.ts';
import { languages } from './index.ts';

/** One of everything, as every language must read it from its `sample`. */
const scenario = [
	'import messaging',
	'table handlers: card_declined / expired_card',
	'switch error.code: card_declined expired_card / rate_limited / default',
	'chain response.status: 404 / 401 403 / default',
	'lookup handlers by error.code, called',
	'functions: onCode onStatus onTable',
];

const printLabel = (label: Label): string => (label.kind === 'literal' ? String(label.literal.value) : label.kind);

/** The labels that lead into each branch: languages write several beside each other, or let one branch run into the next. */
function printBranches(branches: readonly Branch[]): string {
	const printed = branches.map(({ labels, isDefault, body }, index) => {
		const runsOn = body.length === 0 && index < branches.length - 1;
		return (isDefault ? 'default' : labels.map(printLabel).join(' ')) + (runsOn ? ' ' : ' / ');
	});
	return printed.join('').slice(0, -' / '.length);
}

/** Names as other languages write them. */
const printName = (name: string): string =>
	(/[a-z]/.test(name) ? name : name.toLowerCase())
		.replace(/^[A-Z]/, (first) => first.toLowerCase())
		.replace(/_([a-z])/g, (_, first: string) => first.toUpperCase());

function printBlocks(blocks: readonly Block[]): readonly string[] {
	const lines = blocks.flatMap(({ code }) => [
		...code.imports.map(({ module }) => `import ${module}`),
		...code.tables.map(({ name, branches }) => `table ${printName(name)}: ${printBranches(branches)}`),
		...code.dispatches.map(({ form, subject, branches }) => `${form} ${subject.path}: ${printBranches(branches)}`),
		...code.lookups.map(
			({ table, subject, called }) => `lookup ${printName(table)} by ${subject.path}${called ? ', called' : ''}`,
		),
	]);
	const functions = blocks.flatMap(({ code }) => code.functions.map(({ name }) => printName(name)));
	return [...lines, `functions: ${functions.join(' ')}`];
}

describe('every language reads the scenario the same', () => {
	const reader = new CodeReader(languages, readAsset);
	for (const folder of readdirSync(new URL('.', import.meta.url), { withFileTypes: true })) {
		if (!folder.isDirectory()) continue;
		it(folder.name, async () => {
			const files = readdirSync(new URL(`${folder.name}/`, import.meta.url));
			const sample = files.find((file) => file.startsWith('sample.'));
			assert.ok(sample, `languages/${folder.name} has no sample: copy another language's and write it in this one`);
			const ending = sample.slice('sample'.length);
			const dialect = languages
				.flatMap(({ dialects }) => dialects)
				.find(({ extensions }) => extensions.includes(ending));
			assert.ok(
				dialect,
				`no dialect has files that end in ${ending}: is ${folder.name} in languages/index.ts, and the ending in its dialect?`,
			);
			const text = readFileSync(new URL(`${folder.name}/${sample}`, import.meta.url), 'utf8');
			const blocks = await reader.read(sample, dialect.id, text, { mayMatter: () => true });
			assert.deepEqual(printBlocks(blocks ?? []), scenario);
		});
	}
});

describe('every dialect', () => {
	const reader = new CodeReader(languages, readAsset);
	for (const { id } of languages.flatMap(({ dialects }) => dialects)) {
		it(`${id} names only nodes and fields that its grammar has`, async () => {
			assert.deepEqual(await reader.read(id, id, '', { mayMatter: () => true }), []);
		});
	}

	it('is refused where a node or a field does not exist, with what there is instead', () => {
		const types = ['end', 'string', 'string_content', '=>'];
		const grammar = {
			types,
			fields: [null, 'body'],
			nodeTypeIsNamed: (id: number) => types[id] !== '=>',
			fieldIdForName: () => null,
		};
		const compile =
			(nodes: Parameters<typeof compileRoles>[1], pieces: readonly string[] = []) =>
			() =>
				compileRoles(grammar as never, nodes, pieces);
		assert.throws(compile({ strng: { kind: 'string' } }), /no node strng$/);
		assert.throws(
			compile({ string_literal: { kind: 'string' } }),
			/no node string_literal; it has string, string_content$/,
		);
		assert.throws(compile({ '=>': { kind: 'string' } }), /no node =>: it is a token/);
		assert.throws(
			compile({ string: { kind: 'string', fields: { content: 'content' } } }),
			/no field content, which string should have; its fields are body$/,
		);
		assert.throws(
			compile({ string: { kind: 'string', types: { content: 'content' } } }),
			/no node content, which string should have; it has string_content$/,
		);
		assert.throws(compile({}, ['late']), /no node late, which a block should begin with/);
	});
});
