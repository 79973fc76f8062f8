/** The same thing for our server and for the one it is measured against. */
export interface Sides<Value> {
	readonly ours: Value;
	readonly reference: Value;
}

/**
 * Does the same to both sides, one after the other; who comes first alternates with `round`, so that a busy moment of
 * the machine meets both alike.
 */
export async function inTurn<Value, Result>(
	round: number,
	sides: Sides<Value>,
	act: (value: Value) => Promise<Result>,
): Promise<Sides<Result>> {
	if (round % 2 === 0) {
		const ours = await act(sides.ours);
		return { ours, reference: await act(sides.reference) };
	}
	const reference = await act(sides.reference);
	return { ours: await act(sides.ours), reference };
}

/** Turns a row of pairs into a pair of rows. */
export function bySide<Value>(rows: readonly Sides<Value>[]): Sides<readonly Value[]> {
	return { ours: rows.map((row) => row.ours), reference: rows.map((row) => row.reference) };
}
