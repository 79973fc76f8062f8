import fc from 'fast-check';

/** One change of a text, at a share of its length from 0 to 1. */
export interface Mutation {
	readonly kind: 'insert' | 'delete' | 'repeat' | 'name' | 'nest';
	readonly at: number;
	readonly to: number;
	readonly piece: string;
}

/** Words that mean something to every object of JavaScript. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', '__defineGetter__'];

/** What people do not type, and files have all the same. */
const pieces = [
	...['\0', '\uFEFF', '\uD800', '\uDC00', '\u2028', '\u2029', '\r', '\r\n', '\v', '\f', '\u0085', '\u202E', '😀', 'é'],
	...["'", '"', '`', '"""', "'''", '${', '#{', '\\', '\\u', '\\x', '{{', '}}', '<script>', '</script>', '<!--', '-->'],
	...['/*', '*/', '//', '#', '<<~EOS', '<<<EOT', '@"', '$"', 'r#"', '{', '}', '(', ')', '[', ']', '<', '>', ';', ','],
	...[
		'```',
		'```js\n',
		'---\n',
		'%%bash\n',
		'case ',
		'switch (',
		'match ',
		'when ',
		'=> ',
		'==',
		'"RATE_LIMITED"',
		'429',
	],
	...['// api-errors: none', '// api-errors-disable-next-line', '# api-errors: __proto__', '1e999', '0x', '-0', '٣'],
	...['x'.repeat(20_000), ' '.repeat(20_000), '"a" + '.repeat(2_000), 'a.'.repeat(5_000), '\n'.repeat(5_000)],
	...names,
];

/** Brackets and words in which one thing may stand in another, as deep as nobody writes. */
const nests: readonly (readonly [string, string])[] = [
	...([
		['(', ')'],
		['[', ']'],
		['{', '}'],
		['f(', ')'],
		['a ? b : ', ''],
		['!', ''],
		['if (a) { ', ' }'],
	] as const),
	...([
		['`${', '}`'],
		['() => ', ''],
		['a || ', ''],
		['<b>', '</b>'],
		['switch (a) { case 1: ', ' }'],
		['- ', ''],
	] as const),
];

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
	fc.record({
		kind: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'repeat', 'name', 'nest'),
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		to: fc.double({ min: 0, max: 1, noNaN: true }),
		piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })),
	}),
	{ minLength: 1, maxLength: 6 },
);

/** The text after the mutations. */
export function mutated(text: string, all: readonly Mutation[]): string {
	return all.reduce((before, { kind, at, to, piece }) => {
		const start = Math.floor(at * before.length);
		const end = Math.min(before.length, start + Math.floor(to * 80));
		const put = (middle: string) => before.slice(0, start) + middle + before.slice(end);
		if (kind === 'delete') return put('');
		if (kind === 'repeat') return put(before.slice(start, end).repeat(1 + Math.floor(to * 50)));
		if (kind === 'name') return withName(before, at, to);
		if (kind === 'nest') return put(nested(before.slice(start, end), at, to));
		return before.slice(0, start) + piece + before.slice(start);
	}, text);
}

/** One of the words of a text becomes one that every object has. */
function withName(text: string, at: number, to: number): string {
	const words = [...text.matchAll(/[A-Za-z_]\w*/g)];
	const word = words[Math.floor(at * (words.length - 1))];
	const name = names[Math.floor(to * (names.length - 1))] ?? '';
	return word ? text.slice(0, word.index) + name + text.slice(word.index + word[0].length) : text;
}

function nested(text: string, at: number, to: number): string {
	const [before, after] = nests[Math.floor(at * (nests.length - 1))] ?? ['(', ')'];
	const depth = to > 0.9 ? 10_000 : Math.floor(to * 300);
	return before.repeat(depth) + text + after.repeat(depth);
}
