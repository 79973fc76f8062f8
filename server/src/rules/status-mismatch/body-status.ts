import type { AnalyzedBlock, Occurrence } from '../../analysis/analysis.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { argumentsOf, keyOf } from '../../syntax/dispatches/subject.ts';
import { childIn, type Part, partsAround } from '../../syntax/parts/part.ts';

/** What stands between a code and the whole of a response or an error: `{ status: 404, body: { error: { code } } }`. */
const wrappingKeys = /^(err|error|body|data|json|text|payload|response|result|content|details?)$/i;
/** Keys of a code, beside the one that the API's bodies have. */
const codeKeys = /^(error_?)?code$/i;
/** Calls that give what they are given in another form, or answer with it. */
const wrappingCalls =
	/^(stringify|resolve|reject|freeze|json|send|end|body|of|from|fn|mock(Return|Resolved|Rejected)Value(Once)?)$/;

/** A code in a body that is written out, and the status that is written with it. */
export interface BodyStatus {
	readonly status: Occurrence;
	/** The keys that lead to the code, such as `error.code`. */
	readonly path: string;
}

/** The status that is written beside a code in the same body, or with the response that has the body. */
export function statusOfBody(code: Part, block: AnalyzedBlock, { envelope }: Catalog): BodyStatus | undefined {
	const own = envelope?.code.split('.') ?? [];
	const keys: string[] = [];
	let inner = code;
	for (const around of partsAround(code)) {
		if (around.kind === 'pair') {
			const key = inner.fields.includes('value') ? keyOf(childIn(around, 'key')) : undefined;
			if (key === undefined) return undefined;
			const isRight = keys.length === 0 ? key === own.at(-1) || codeKeys.test(key) : own.includes(key);
			if (!isRight && (keys.length === 0 || !wrappingKeys.test(key))) return undefined;
			keys.unshift(key);
		} else {
			const statuses = keys.length === 0 ? [] : statusesIn(around, inner, block);
			const [status] = statuses;
			if (status) return statuses.length === 1 ? { status, path: pathOfKeys(code) } : undefined;
			if (!handsOn(around, inner)) return undefined;
		}
		inner = around;
	}
	return undefined;
}

/** The keys around a value, outermost first. */
function pathOfKeys(value: Part): string {
	const keys: string[] = [];
	for (const around of partsAround(value)) {
		if (around.kind === 'pair') keys.unshift(keyOf(childIn(around, 'key')) ?? '');
		else if (around.kind !== 'table' && around.kind !== 'transparent') break;
	}
	return keys.join('.');
}

/** Whether what holds a part gives the same as the part, in another form. */
function handsOn(around: Part, inner: Part): boolean {
	switch (around.kind) {
		case 'table':
			return inner.kind === 'pair';
		case 'transparent':
		case 'await':
		case 'return':
			return true;
		case 'block':
			return inner.kind === 'return';
		case 'function':
			return inner.fields.includes('body');
		case 'call':
		case 'construction':
			return inner.fields.includes('arguments') && wrappingCalls.test(nameOf(around));
		default:
			return inner.fields.includes('argument');
	}
}

/** The statuses beside what holds the body: in a row of the same table, in another argument, in a call before this one. */
function statusesIn(around: Part, inner: Part, block: AnalyzedBlock): readonly Occurrence[] {
	const others = around.children.filter((child) => child !== inner);
	if (around.kind === 'table') return others.flatMap((row) => statusOfRow(row, block));
	if (!inner.fields.includes('argument')) return [];
	const beside = others.flatMap((one) => {
		if (one.kind === 'table') return one.children.flatMap((row) => statusOfRow(row, block));
		return one.kind === 'call' ? statusesOfCall(one, block) : statusAt(one, block);
	});
	return [...beside, ...statusesBefore(around.parent, block)];
}

function statusOfRow(row: Part, block: AnalyzedBlock): readonly Occurrence[] {
	const value = row.kind === 'pair' ? childIn(row, 'value') : undefined;
	return value ? statusAt(value, block) : [];
}

/** `response.status(404).json(body)`: what the calls say that the last one is called on. */
function statusesBefore(call: Part | undefined, block: AnalyzedBlock): readonly Occurrence[] {
	const callee = call && childIn(call, 'callee');
	const before = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	if (before?.kind !== 'call') return [];
	return [...statusesOfCall(before, block), ...statusesBefore(before, block)];
}

function statusesOfCall(call: Part, block: AnalyzedBlock): readonly Occurrence[] {
	return argumentsOf(call).flatMap((one) => statusAt(one, block));
}

function statusAt(part: Part, { occurrences }: AnalyzedBlock): readonly Occurrence[] {
	const value = part.kind === 'transparent' ? (childIn(part, 'inner') ?? part) : part;
	return occurrences.filter((one) => one.kind === 'status' && one.part === value && one.start === value.start);
}

/** What is called, by its last name. */
function nameOf(call: Part): string {
	const callee = childIn(call, 'callee');
	return (callee?.kind === 'member' ? childIn(callee, 'property')?.text : callee?.text) ?? '';
}
