import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';

/** How a branch waits by itself. */
export interface OwnWait {
	/** `time.Sleep(delay)`, or the `select` that waits for `time.After(delay)`. */
	readonly statement: Part;
	/** How long it waits. */
	readonly length: Part;
	/** The statement of the branch that says so: `delay := 2 * time.Second`. */
	readonly declared: Part | undefined;
	readonly isSelect: boolean;
}

/** The only wait of a branch; undefined where what it needs would be needed no more, which Go does not allow. */
export function ownWait(body: readonly Part[], around: Part): OwnWait | undefined {
	const parts = body.flatMap((part) => partsIn(part));
	const [call, other] = parts.filter(({ kind, text }) => kind === 'call' && /^\w+\.(?:Sleep|After)\(/.test(text));
	const [length] = call ? argumentsOf(call) : [];
	if (!call || !length || other) return undefined;
	const isSelect = call.text.includes('.After(');
	const statement = isSelect ? closest(call, 'switch', 'function') : call.parent;
	if (!statement || !(isSelect ? statement.text.startsWith('select') : statement.kind === 'statement'))
		return undefined;
	const declared = body.find(({ kind, text }) => kind === 'variable' && text.startsWith(`${length.text} := `));
	const value = declared && childIn(declared, 'value');
	const gone = declared && value ? value.text : length.text;
	if (declared && (!value || !/^\w+$/.test(length.text))) return undefined;
	return isLastUse(gone, around) ? undefined : { statement, length, declared, isSelect };
}

/** Whether a name that a function gives a value to is used in the expression alone. */
function isLastUse(expression: string, { text }: Part): boolean {
	const names = new Set(expression.match(/(?<![\w.])[A-Za-z_]\w*/g));
	return [...names].some((name) => {
		const uses = new RegExp(`(?<![\\w.])${name}\\b`, 'g');
		const left = (text.match(uses)?.length ?? 0) - (expression.match(uses)?.length ?? 0);
		const isDeclared = new RegExp(`(?<![\\w.])${name}\\b(?:, \\w+)* :=|, ${name}\\b(?:, \\w+)* :=|\\bvar ${name}\\b`);
		return left <= 1 && isDeclared.test(text);
	});
}
