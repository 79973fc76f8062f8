import type { Entry } from '../../catalog/catalog.ts';
import { type CatalogIndex, statusOf } from '../../catalog/catalog-index.ts';
import type { Code, Dispatch, Label } from '../../syntax/code.ts';
import { closest } from '../../syntax/parts/part.ts';
import type { FileFacts } from '../file-facts.ts';
import { valueOfLabel } from '../names/values.ts';

/** A test that stands in no function, and the place of its block among those that run when the file does. */
export interface RunningTest {
	readonly other: Dispatch;
	readonly code: Code;
	readonly block: number;
	readonly order: number;
}

/** The tests of a file that run when it does, by the errors that they may have to do with. */
interface RunningTests {
	readonly blocks: ReadonlyMap<Code, number>;
	/** Those of which no value tells which errors they are about. */
	readonly ofAny: readonly RunningTest[];
	readonly byValue: ReadonlyMap<string, readonly RunningTest[]>;
}

/** They are made once for a file, which may have hundreds of tests that each ask about all others. */
const known = new WeakMap<FileFacts, RunningTests>();

/**
 * The tests outside of functions in other blocks that may have to do with an error, in the order of the file, each with
 * whether it runs before the block. More do no harm: what they say of the error is another's to find out.
 */
export function runningTestsFor(
	entry: Entry,
	code: Code,
	facts: FileFacts,
	catalogs: CatalogIndex,
): readonly { readonly other: Dispatch; readonly isBefore: boolean }[] {
	const tests = known.get(facts) ?? runningTestsOf(facts, catalogs);
	known.set(facts, tests);
	const own = tests.blocks.get(code) ?? -1;
	const keys = new Set([`${entry.value}`, `${statusOf(entry)}`]);
	const found = new Set([...tests.ofAny, ...[...keys].flatMap((key) => tests.byValue.get(key) ?? [])]);
	return [...found]
		.filter((test) => test.code !== code)
		.sort((one, other) => one.order - other.order)
		.map(({ other, block }) => ({ other, isBefore: block < own }));
}

function runningTestsOf(facts: FileFacts, catalogs: CatalogIndex): RunningTests {
	const blocks = new Map([...facts.running].map((code, index) => [code, index] as const));
	const ofAny: RunningTest[] = [];
	const byValue = new Map<string, RunningTest[]>();
	let order = 0;
	for (const [code, block] of blocks)
		for (const other of code.dispatches) {
			if (closest(other.part, 'function')) continue;
			const test = { other, code, block, order: order++ };
			const values = other.branches.flatMap(({ labels }) => labels.map((label) => valuesOf(label, facts, catalogs)));
			if (values.includes(undefined)) ofAny.push(test);
			else for (const value of new Set(values.flatMap((some) => some ?? []))) addTo(byValue, value, test);
		}
	return { blocks, ofAny, byValue };
}

/** The codes and statuses that a label may stand for, as text; undefined for one that is about many. */
function valuesOf(label: Label, facts: FileFacts, catalogs: CatalogIndex): readonly string[] | undefined {
	if (label.negated || label.kind === 'range' || label.kind === 'unknown') return undefined;
	const value = valueOfLabel(label, facts, catalogs)?.value;
	if (value === undefined) return [];
	const statuses = catalogs.byString(`${value}`).map(({ entry }) => `${statusOf(entry)}`);
	return [`${value}`, `${Number(value)}`, ...statuses];
}

function addTo(tests: Map<string, RunningTest[]>, value: string, test: RunningTest): void {
	const before = tests.get(value);
	if (before) before.push(test);
	else tests.set(value, [test]);
}
