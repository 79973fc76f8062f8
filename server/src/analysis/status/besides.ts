import type { Part } from '../../syntax/part.ts';

/** As many on each side say enough; lists and tables may have thousands. */
const reach = 20;

/** The parts that stand before and after one in the same part. The time it takes does not depend on how many there are. */
export function besides(part: Part): readonly Part[] {
	const { children } = part.parent ?? { children: [] };
	const at = indexOf(children, part);
	return children.slice(Math.max(0, at - reach), at + reach + 1).filter((child) => child !== part);
}

/** Where a part stands among others that are in the order of the text. */
function indexOf(parts: readonly Part[], part: Part): number {
	let low = 0;
	let high = parts.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((parts[middle]?.start ?? 0) < part.start) low = middle + 1;
		else high = middle;
	}
	return low;
}
