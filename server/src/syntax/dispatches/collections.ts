import { literalOf } from '../literals.ts';
import { childIn, childrenIn, type Part } from '../parts/part.ts';
import { argumentsOf, pathOf } from './subject.ts';

/** Constructions and calls that only collect what they are given. */
const collectors = new Set([
	'Set',
	'Map',
	'Object.freeze',
	'Array.of',
	'Set.of',
	'List.of',
	'ReadonlySet',
	'frozenset',
	'set',
	...['HashSet', 'LinkedHashSet', 'TreeSet', 'ArrayList', 'HashMap', 'LinkedHashMap', 'TreeMap', 'EnumMap'],
	...['Collections.unmodifiableSet', 'Collections.unmodifiableList', 'Collections.unmodifiableMap'],
	...['Set.unmodifiable', 'List.unmodifiable', 'Map.unmodifiable', 'Map.of'],
	...['Set.copyOf', 'List.copyOf', 'Map.copyOf', 'EnumSet.copyOf'],
	...[
		'dict',
		'OrderedDict',
		'defaultdict',
		'frozendict',
		'MappingProxyType',
		'types.MappingProxyType',
		'tuple',
		'list',
	],
	...['collections.OrderedDict', 'collections.defaultdict'],
	...['List', 'Dictionary', 'SortedSet', 'SortedDictionary', 'ConcurrentDictionary'],
	...['ReadOnlyCollection', 'ReadOnlyDictionary'],
	...['HashSet.from', 'BTreeSet.from', 'IndexSet.from', 'HashMap.from', 'BTreeMap.from', 'IndexMap.from'],
	...['Lazy', 'LazyLock', 'LazyCell'],
]);
/** Methods that give a list or a table in another form. */
const copies =
	/^(?:As(?:ReadOnly|Enumerable|Span)|To(?:(?:Frozen|Immutable|Hash)(?:Set|HashSet|Dictionary|Array|List)?|Array|List))$/;
/** Types of codes and statuses, which are made of a value: `ErrorCode('A')`, `HTTPStatus(404)`, `Status.of(404)`. */
const typeOfCode =
	/(?:^|[.:])(?:[A-Z]\w*)?(?:Code|Status|Reason)(?:[.:]+(?:of|valueOf|from|from_u16|from_code|fromCode))?$/;

/** The list or table that a part writes out, through constructions that only collect. */
export function collectionOf(part: Part | undefined): Part | undefined {
	switch (part?.kind) {
		case 'collection':
		case 'table':
			return part;
		case 'transparent':
			return collectionOf(childIn(part, 'inner'));
		case 'call':
		case 'construction': {
			// What is written out beside what it is made with: `new List<int>(4) { 429 }`.
			const written = childIn(part, 'inner');
			if (written) return collectionOf(written);
			const member = childIn(part, 'callee');
			if (member?.kind === 'member' && copies.test(childIn(member, 'property')?.text ?? ''))
				return collectionOf(childIn(member, 'object'));
			const callee = pathOf(member);
			return callee !== undefined && (collectors.has(callee) || collectors.has(lastTwo(callee)))
				? argumentsOf(part).map(givenBy).map(collectionOf).find(Boolean)
				: undefined;
		}
		default:
			return undefined;
	}
}

/** A path without the modules that it leads through: `HashMap.from` of `std.collections.HashMap.from`. */
const lastTwo = (path: string): string => path.split('.').slice(-2).join('.');

/** What a function gives that makes a list when it is first asked for; everything else is itself. */
function givenBy(part: Part): Part | undefined {
	if (part.kind !== 'function') return part;
	const body = childIn(part, 'body');
	const last = body?.kind === 'block' ? body.children.at(-1) : body;
	return last?.kind === 'return' ? childIn(last, 'value') : last;
}

/** The elements of a list, without comments. */
export function elementsOf(collection: Part): readonly Part[] {
	return childrenIn(collection, 'element').filter((element) => element.kind !== 'comment');
}

/** The value of which a code or a status is made: `'A'` of `ErrorCode('A')`. */
export function valueMadeOf(part: Part): Part | undefined {
	if (part.kind !== 'call' && part.kind !== 'construction') return undefined;
	const [value, ...more] = argumentsOf(part);
	if (!value || more.length > 0 || !literalOf(value)) return undefined;
	return typeOfCode.test(pathOf(childIn(part, 'callee')) ?? '') ? value : undefined;
}
