/** Numbers of lines, from 0, for the offsets of one text. */
export function linesOf(text: string): (offset: number) => number {
	const starts = [0];
	for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) starts.push(next + 1);
	return (offset) => {
		let low = 0;
		let high = starts.length;
		while (low + 1 < high) {
			const middle = (low + high) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return low;
	};
}
