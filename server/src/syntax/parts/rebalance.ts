import type { Draft } from '../draft.ts';
import type { PartField, PartKind } from './part.ts';

/** How tight operations bind, where it is not as tight as it gets. */
const tightness: ReadonlyMap<PartKind, number> = new Map<PartKind, number>([
	['ternary', 1],
	['or', 2],
	['and', 3],
	['comparison', 4],
	['membership', 4],
	['fallback', 5],
	['range', 6],
	['half-open-range', 6],
	['arithmetic', 7],
]);
/** What stands before an operand and binds looser than what stands after it. */
const prefixes: ReadonlySet<PartKind> = new Set<PartKind>(['not', 'negative']);

/**
 * Nests an operation and those right in it as they bind: `a == ('A' || b)` becomes `(a == 'A') || b`, and `(!list).has(x)`
 * becomes `!(list.has(x))`. What was in it is taken to be in order, and what stands in parentheses stays.
 */
export function rebalance(part: Draft): void {
	if (part.kind === 'member' || part.kind === 'call' || part.kind === 'subscript') hoistPrefix(part);
	if (!part.kind || !tightness.has(part.kind)) return;
	const { fields, parent } = part;
	const found = ordered(part);
	if (found === part) return;
	found.fields = fields;
	found.parent = parent;
	if (parent) parent.children = parent.children.map((child) => (child === part ? found : child));
}

/** The operation with its operands in order. Of two that bind alike the left one comes first, of ternaries the right one. */
function ordered(part: Draft): Draft {
	const own = tightnessOf(part);
	const right = operand(part, lastFields);
	const inner = right && tightnessOf(right) < own ? operand(right, firstFields) : undefined;
	if (right && inner) return turned(part, right, inner);
	const left = operand(part, firstFields);
	const isLooser = left && (tightnessOf(left) < own || (left.kind === 'ternary' && part.kind === 'ternary'));
	const innerLeft = isLooser ? operand(left, lastFields) : undefined;
	return left && innerLeft ? turned(part, left, innerLeft) : part;
}

/** Puts an operation in the place of what is nearest to it in its looser operand, which takes its own. */
function turned(part: Draft, looser: Draft, inner: Draft): Draft {
	const [asOperand, asInner] = [looser.fields, inner.fields];
	hang(part, looser, inner, asOperand);
	hang(looser, inner, part, asInner);
	const found = ordered(part);
	if (found !== part) hang(looser, part, found, asInner);
	return ordered(looser);
}

/** Gives an operation another operand. */
function hang(owner: Draft, old: Draft, child: Draft, fields: PartField[]): void {
	owner.children = owner.children.map((one) => (one === old ? child : one));
	child.fields = fields;
	child.parent = owner;
	owner.start = owner.children[0]?.start ?? owner.start;
	owner.end = owner.children.at(-1)?.end ?? owner.end;
}

const tightnessOf = ({ kind }: Draft): number => (kind && tightness.get(kind)) ?? Number.POSITIVE_INFINITY;

/** What the operands at the ends are to an operation, and to a ternary. */
const firstFields: readonly PartField[] = ['left', 'condition'];
const lastFields: readonly PartField[] = ['right', 'alternative'];

function operand({ children }: Draft, names: readonly PartField[]): Draft | undefined {
	return children.find(({ fields }) => names.some((name) => fields.includes(name)));
}

/** What is asked of `!list` is asked of the list. */
function hoistPrefix(part: Draft): void {
	const inside = part.children.find(({ fields }) => fields.includes('object') || fields.includes('callee'));
	const operandOf = inside?.children.find(({ fields }) => fields.includes('inner'));
	if (!inside?.kind || !prefixes.has(inside.kind) || !operandOf) return;
	const { parent, fields } = part;
	operandOf.fields = inside.fields;
	operandOf.parent = part;
	part.children = part.children.map((child) => (child === inside ? operandOf : child));
	part.start = operandOf.start;
	part.fields = ['inner'];
	part.parent = inside;
	inside.end = part.end;
	inside.children = inside.children.map((child) => (child === operandOf ? part : child));
	inside.fields = fields;
	inside.parent = parent;
	if (parent) parent.children = parent.children.map((child) => (child === part ? inside : child));
}
