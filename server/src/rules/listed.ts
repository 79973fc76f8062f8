/** Words in a row as a sentence has them: `a, b and c`. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
	return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
