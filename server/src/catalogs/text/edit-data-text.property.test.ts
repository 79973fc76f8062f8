import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { JsonPath, PathEdit } from '../../catalog/problem.ts';
import { valueAfter } from './changed-value.ts';
import { readDataText } from './data-text.ts';
import { applied, editsFor } from './edit-data-text.ts';

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

const word = fc.constantFrom(
	'RATE_LIMITED',
	'a',
	'two words',
	"it's",
	'say "x"',
	'- no',
	'#no',
	'x: y',
	'429',
	'true',
	'',
);
const text = fc.oneof(
	word,
	word,
	fc.string({ maxLength: 12, unit: 'binary' }),
	fc.constantFrom('two\nlines', 'three\n\n lines\n'),
);
const key = fc.constantFrom('value', 'title', 'entries', '__proto__', 'constructor', 'two words', 'a', 'b', 'c');
const { value: anyValue } = fc.letrec<{ value: Value; map: Value; list: Value }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		fc.oneof(text, fc.integer(), fc.boolean()),
		tie('map'),
		tie('list'),
	),
	list: fc.array(tie('value'), { maxLength: 3 }),
	map: fc
		.uniqueArray(fc.tuple(key, tie('value')), { maxLength: 4, selector: ([name]) => name })
		.map(Object.fromEntries),
}));
const root = fc.oneof(
	fc
		.uniqueArray(fc.tuple(key, anyValue), { minLength: 1, maxLength: 4, selector: ([name]) => name })
		.map(Object.fromEntries),
	fc.array(anyValue, { minLength: 1, maxLength: 3 }),
);
const choices = fc.array(fc.nat(11), { minLength: 8, maxLength: 60 });

interface Comment {
	readonly text: string;
	readonly path: JsonPath;
	/** What it stands in the middle of: it goes with that. */
	readonly part: JsonPath | undefined;
}

/** Comments that were written, each with the path of the map or list that it is in. */
interface Written {
	readonly text: string;
	readonly comments: readonly Comment[];
}

/** Writes a value in whatever layout the choices ask for, with comments here and there. */
function writer(given: readonly number[], format: 'json' | 'yaml', lineBreak: string) {
	let at = 0;
	const comments: Comment[] = [];
	const choose = (count: number) => (given[at++ % given.length] ?? 0) % count;
	const remark = (path: JsonPath, isLine: boolean, part?: JsonPath): string => {
		if (choose(4) > 0) return '';
		const name = `note${comments.length}`;
		const written = format === 'yaml' ? `# ${name}` : isLine && choose(2) === 0 ? `// ${name}` : `/* ${name} */`;
		if (format === 'yaml' && !isLine) return '';
		comments.push({ text: written, path, part });
		return written;
	};
	const scalar = (value: Value, isKey = false): string => {
		const json = JSON.stringify(value);
		if (format === 'json' || typeof value !== 'string') return json;
		const isPlain = /^[A-Za-z_]+$/.test(value) && !/^(true|null|false)$/i.test(value);
		if (isPlain && choose(2) === 0) return value;
		const isSingle = !isKey && /^[\w :#"'-]*$/.test(value) && choose(2) === 0;
		return isSingle ? `'${value.replaceAll("'", "''")}'` : json;
	};
	const brackets = (value: Value, path: JsonPath, indentation: string): string => {
		if (typeof value !== 'object' || value === null) return scalar(value);
		const isList = Array.isArray(value);
		const fields = Object.entries(value as object) as [string, Value][];
		const hasLines = fields.length > 0 && choose(2) === 0;
		const inner = `${indentation}  `;
		let out = isList ? '[' : '{';
		fields.forEach(([name, field], index) => {
			const isLast = index === fields.length - 1;
			const before = hasLines ? `${lineBreak}${inner}` : ' ';
			const above = hasLines ? remark(path, true) : '';
			out += before + (above === '' ? '' : above + lineBreak + inner);
			out += isList ? '' : `${scalar(name, true)}: `;
			out += brackets(field, [...path, isList ? index : name], hasLines ? inner : indentation);
			out += isLast && choose(3) > 0 ? '' : ',';
			const behind = remark(path, hasLines);
			out += behind === '' ? '' : ` ${behind}`;
		});
		out += hasLines ? `${lineBreak}${indentation}` : fields.length > 0 ? ' ' : '';
		return out + (isList ? ']' : '}');
	};
	/** A block, whose first line has its indentation already. */
	const block = (value: Value & object, path: JsonPath, indentation: string): string => {
		const isList = Array.isArray(value);
		return Object.entries(value)
			.map(([name, field]: [string, Value], index) => {
				const above = index > 0 ? remark(path, true) : '';
				const sign = isList ? '-' : `${scalar(name, true)}:`;
				const own = [...path, isList ? index : name];
				return `${above === '' ? '' : `${above}${lineBreak}${indentation}`}${sign}${behindSign(field, own, path, indentation, isList)}`;
			})
			.join(`${lineBreak}${indentation}`);
	};
	const behindSign = (value: Value, own: JsonPath, path: JsonPath, indentation: string, isItem: boolean): string => {
		const remarkBehind = (part?: JsonPath) => {
			const written = remark(path, true, part);
			return written === '' ? '' : ` ${written}`;
		};
		if (typeof value === 'string' && /^\w[\w ]*\n[\w\n ]*$/.test(value) && choose(2) === 0) {
			const lines = value.replace(/\n$/, '').split('\n');
			const sign = /\n$/.test(value) ? '|' : '|-';
			if (!/\n\n$/.test(value))
				return ` ${sign}${lines.map((line) => `${lineBreak}${line === '' ? '' : `${indentation}  ${line}`}`).join('')}`;
		}
		if (typeof value !== 'object' || value === null || Object.keys(value).length === 0 || choose(3) === 0)
			return ` ${brackets(value, own, `${indentation}  `)}${remarkBehind()}`;
		const inner = `${indentation}${' '.repeat(2 + choose(2))}`;
		if (isItem && choose(2) === 0) return ` ${block(value, own, `${indentation}  `)}`;
		return `${remarkBehind(own)}${lineBreak}${inner}${block(value, own, inner)}`;
	};
	return (value: Value & object): Written => {
		const isBlock = format === 'yaml' && choose(5) > 0;
		const head = remark([], true);
		const body = isBlock ? block(value, [], '') : brackets(value, [], '');
		const end = choose(2) === 0 ? lineBreak : '';
		return { text: (head === '' ? '' : head + lineBreak) + body + end, comments };
	};
}

function pathsIn(value: unknown, path: JsonPath = []): readonly JsonPath[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, field]) => {
		const own = [...path, Array.isArray(value) ? Number(name) : name];
		return [own, ...pathsIn(field, own)];
	});
}

const isWithin = (path: JsonPath, outer: JsonPath) => outer.every((step, index) => path[index] === step);

function takesAway(edit: PathEdit, { path, part }: Comment): boolean {
	if ('rename' in edit) return false;
	return isWithin(path, edit.path) || ('remove' in edit && part !== undefined && isWithin(part, edit.path));
}

/** Edits that have nothing to do with one another. */
const asked = fc.array(
	fc.record({
		at: fc.nat(),
		what: fc.constantFrom('set', 'remove', 'remove', 'rename', 'add'),
		name: key,
		value: anyValue,
	}),
	{ minLength: 1, maxLength: 4 },
);
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

function editsIn(value: unknown, wanted: Asked): readonly PathEdit[] {
	const paths = pathsIn(value);
	const edits: PathEdit[] = [];
	for (const { at, what, name, value: field } of wanted) {
		const path = paths[at % paths.length] ?? [];
		const edit: PathEdit =
			what === 'remove'
				? { path, remove: true }
				: what === 'rename'
					? { path, rename: `${name}2` }
					: what === 'add'
						? { path: [...path.slice(0, -1), typeof path.at(-1) === 'number' ? 99 : `new ${name}`], value: field }
						: { path, value: field };
		const isApart = edits.every((other) => !isWithin(other.path, edit.path) && !isWithin(edit.path, other.path));
		const isKey = what !== 'rename' || typeof path.at(-1) === 'string';
		if (isApart && isKey && valueAfter(value, [...edits, edit])) edits.push(edit);
	}
	return edits;
}

suite('edits by path', () => {
	for (const format of ['json', 'yaml'] as const)
		test(`change what is asked in ${format}, and no other value and no comment`, () => {
			fc.assert(
				fc.property(root, choices, asked, fc.boolean(), (value, given, wanted, isWindows) => {
					const { text, comments } = writer(given, format, isWindows ? '\r\n' : '\n')(value);
					const data = readDataText(text, `a.${format}`);
					assert.deepEqual(data.faults, [], text);
					assert.deepEqual(data.value, value, text);
					const edits = editsIn(value, wanted);
					const expected = valueAfter(value, edits)?.value;
					const written = editsFor(data, edits);
					const after = applied(text, written);
					const read = readDataText(after, `a.${format}`);
					const told = `${text}\n=====\n${JSON.stringify(edits)}\n=====\n${after}`;
					assert.deepEqual(read.faults, [], told);
					assert.deepEqual(read.value, expected, told);
					for (const comment of comments) {
						const isGone = edits.some((edit) => takesAway(edit, comment));
						assert.ok(isGone || after.includes(comment.text), `${comment.text} is lost:\n${told}`);
					}
					if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/, told);
				}),
				{ numRuns: 1500 },
			);
		});
});
