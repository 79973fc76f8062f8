/** One sign of a pattern: a UTF-16 unit that stands for itself, or something that stands for several. */
type Token = number | 'any' | 'star' | CharacterClass;

interface CharacterClass {
	readonly isNegated: boolean;
	/** From one unit to another, both included. */
	readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** A pattern for the name of a file or a folder. */
export interface NamePattern {
	/** How many steps one look at a character may take. */
	readonly cost: number;
	fits(name: string): boolean;
}

/** Undefined where a bracket is never closed. */
export function namePattern(text: string): NamePattern | undefined {
	const tokens = tokensOf(text);
	if (!tokens) return undefined;
	const cost = tokens.length;
	if (tokens.length === 1 && tokens[0] === 'star') return { cost, fits: () => true };
	if (tokens.every((token) => typeof token === 'number')) {
		const literal = String.fromCharCode(...tokens);
		return { cost, fits: (name) => name === literal };
	}
	return { cost, fits: (name) => isFitting(tokens, name) };
}

function tokensOf(text: string): readonly Token[] | undefined {
	const tokens: Token[] = [];
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (sign === '*') {
			if (tokens.at(-1) !== 'star') tokens.push('star');
		} else if (sign === '?') tokens.push('any');
		else if (sign === '[') {
			const end = text.indexOf(']', at + (/^\[[!^]/.test(text.slice(at, at + 2)) ? 3 : 2));
			if (end < 0) return undefined;
			tokens.push(classOf(text.slice(at + 1, end)));
			at = end;
		} else tokens.push(text.charCodeAt(sign === '\\' && at + 1 < text.length ? ++at : at));
	}
	return tokens;
}

function classOf(text: string): CharacterClass {
	const isNegated = /^[!^]/.test(text);
	const signs = isNegated ? text.slice(1) : text;
	const ranges: (readonly [number, number])[] = [];
	for (let at = 0; at < signs.length; at++) {
		const isRange = signs[at + 1] === '-' && at + 2 < signs.length;
		ranges.push([signs.charCodeAt(at), signs.charCodeAt(isRange ? at + 2 : at)]);
		if (isRange) at += 2;
	}
	return { isNegated, ranges };
}

/**
 * Only the last star is ever asked to take more, which is enough: whatever an earlier one could take, a later one can.
 * So it takes at most as many steps as the pattern is long times the name.
 */
function isFitting(tokens: readonly Token[], name: string): boolean {
	let [at, token, star, afterStar] = [0, 0, -1, 0];
	while (at < name.length) {
		const wanted = tokens[token];
		if (wanted === 'star') {
			star = token++;
			afterStar = at;
		} else if (wanted !== undefined && isOne(wanted, name.charCodeAt(at))) {
			at++;
			token++;
		} else if (star >= 0) {
			token = star + 1;
			at = ++afterStar;
		} else return false;
	}
	while (tokens[token] === 'star') token++;
	return token === tokens.length;
}

function isOne(token: Exclude<Token, 'star'> | 'star', unit: number): boolean {
	if (typeof token === 'number') return token === unit;
	if (typeof token === 'string') return true;
	return token.isNegated !== token.ranges.some(([from, to]) => from <= unit && unit <= to);
}
