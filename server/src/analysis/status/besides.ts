import { indexIn, type Part } from '../../syntax/parts/part.ts';

/** As many on each side say enough; lists and tables may have thousands. */
const reach = 10;

/** The parts that stand before and after one in the same part. */
export function besides(part: Part): readonly Part[] {
	if (!part.parent) return [];
	const at = indexIn(part.parent, part);
	return part.parent.children.slice(Math.max(0, at - reach), at + reach + 1).filter((child) => child !== part);
}
