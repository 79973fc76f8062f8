import type { NodeRole, NodeRoles, ReadingRule } from '../../syntax/parts/node-roles.ts';
import type { PartField, PartKind } from '../../syntax/parts/part.ts';

const inner: NodeRole = { kind: 'transparent', children: 'inner' };
/** What it holds is to the node around what it is itself. */
const through: NodeRole = { through: true };
const assigned = { left: ['left', 'key'], right: ['right', 'value'] } as const;
/** A name in small letters takes whatever stands in its place; others are constants. */
const binding = String.raw`(?!(?:true|false)\b)(?:ref\s+)?(?:mut\s+)?(?:_|[a-z_][a-z\d_]*)`;
const anything = String.raw`(?:(?:Some|Err)\(\s*)?(?:${binding}|\.\.)(?:\s*\))?`;
/** Any code, and where it may be missing. */
const rest = new RegExp(String.raw`^(?:None\s*\|\s*)?${anything}(?:\s*\|\s*None)?$`);
/** Marks the names that a pattern gives to what it finds. */
const binds = (field: PartField): ReadingRule => ({ field, text: new RegExp(`^${binding}$`), child: 'parameter' });

/** What may stand in a pattern. */
const patternTypes = [
	...['string_literal', 'raw_string_literal', 'integer_literal', 'negative_literal', 'identifier'],
	...['scoped_identifier', 'tuple_pattern', 'tuple_struct_pattern', 'struct_pattern', 'ref_pattern', 'mut_pattern'],
	...['slice_pattern', 'captured_pattern', 'reference_pattern', 'range_pattern', 'or_pattern', 'macro_invocation'],
];
const patterns = (field: PartField): Readonly<Record<string, PartField>> =>
	Object.fromEntries(patternTypes.map((type) => [type, field]));

const values: NodeRoles = {
	string_literal: { kind: 'string', types: { string_content: 'content' } },
	raw_string_literal: { kind: 'string', types: { string_content: 'content' } },
	integer_literal: { kind: 'integer' },
	negative_literal: { kind: 'negative', children: 'inner' },
	line_comment: { kind: 'comment' },
	block_comment: { kind: 'comment' },
	array_expression: { kind: 'collection', kindWith: { assignment_expression: 'table' }, children: 'element' },
	tuple_expression: { kind: 'collection', children: 'element' },
	struct_expression: { kind: 'construction', fields: { name: 'callee', body: 'arguments' } },
	field_initializer_list: { children: 'argument' },
	field_initializer: { kind: 'pair', fields: { field: 'key', value: 'value' } },
	shorthand_field_initializer: through,
	base_field_initializer: { kind: 'spread', children: 'inner' },
};

/** A path in the code: modules, types and what they have. */
const path: NodeRole = { kind: 'member', fields: { path: 'object', name: 'property' } };

const expressions: NodeRoles = {
	field_expression: { kind: 'member', fields: { value: 'object', field: 'property' } },
	scoped_identifier: path,
	scoped_type_identifier: path,
	generic_function: through,
	index_expression: { kind: 'subscript', positions: ['object', 'property'] },
	call_expression: {
		kind: 'call',
		fields: { function: 'callee', arguments: 'arguments' },
		collects: [{ callee: /^Some$/, kind: 'transparent' }],
		restates: [
			{ name: /^(?:panic|unreachable|todo|unimplemented|bail)$/, isMethod: false, kind: 'throw' },
			{ name: /^new$/, isMethod: true, kind: 'construction' },
		],
	},
	arguments: { children: 'argument' },
	// What cannot be read as code stands in the macro piece by piece.
	macro_invocation: { kind: 'call', fields: { macro: 'callee' }, types: { token_tree: 'arguments' } },
	token_tree: { children: 'argument', pairs: '=' },
	parenthesized_expression: inner,
	try_expression: inner,
	await_expression: { kind: 'await', children: 'inner' },
	type_cast_expression: { kind: 'transparent', fields: { value: 'inner' } },
	reference_expression: {
		kindWith: { mutable_specifier: 'transparent' },
		fields: { value: 'inner' },
		through: true,
	},
	unary_expression: { kindBy: { '!': 'not', '-': 'negative', '*': 'transparent' }, children: 'inner' },
	binary_expression: {
		kindBy: {
			...{ '==': 'comparison', '!=': 'comparison', '&&': 'and', '||': 'or' },
			...{ '<': 'comparison', '<=': 'comparison', '>': 'comparison', '>=': 'comparison' },
			...{ '+': 'arithmetic', '-': 'arithmetic', '*': 'arithmetic', '/': 'arithmetic', '%': 'arithmetic' },
			...{ '|': 'arithmetic', '&': 'arithmetic', '^': 'arithmetic', '<<': 'arithmetic', '>>': 'arithmetic' },
		},
		fields: { left: 'left', right: 'right' },
	},
	range_expression: { kindBy: { '..=': 'range', '..': 'half-open-range' }, positions: ['left', 'right'] },
	// In a list, it is a row of what a macro writes: `phf_map! { "A" => 1 }`.
	assignment_expression: { kind: 'assignment', within: { table: 'pair', collection: 'pair' }, fields: assigned },
	compound_assignment_expr: { kind: 'assignment', fields: assigned },
	closure_expression: { kind: 'function', fields: { parameters: 'parameters', body: 'body' }, givesLast: true },
	closure_parameters: { children: 'name' },
	async_block: { kind: 'function', types: { block: 'body' }, tokens: { async: 'asynchronous' } },
	let_condition: { kind: 'variable', fields: { pattern: 'name', value: 'value' }, reads: [binds('name')] },
	let_chain: { kind: 'and' },
};

/** The type that a pattern asks for comes first; what it looks for in it follows. */
const patternNodes: NodeRoles = {
	match_pattern: {
		types: patterns('label'),
		fields: { condition: 'guard' },
		tokens: { _: 'all' },
		reads: [
			{ field: 'label', text: rest, kind: 'default' },
			{ field: 'all', text: /^/, kind: 'default' },
			{ field: 'guard', text: /^/, kind: 'case' },
			binds('label'),
		],
	},
	or_pattern: { kind: 'or', types: patterns('inner'), reads: [binds('inner')] },
	tuple_struct_pattern: {
		kind: 'transparent',
		fields: { type: 'callee' },
		positions: ['callee'],
		rest: 'inner',
		reads: [binds('inner')],
	},
	struct_pattern: { kind: 'destructuring', fields: { type: 'callee' } },
	field_pattern: { kindWith: { ':': 'pair' }, fields: { name: 'key', pattern: 'value' }, reads: [binds('value')] },
	tuple_pattern: {
		kind: 'collection',
		types: patterns('element'),
		tokens: { _: 'element' },
		reads: [binds('element')],
	},
	slice_pattern: { kind: 'collection', types: patterns('element'), reads: [binds('element')] },
	captured_pattern: { positions: ['name', 'value'] },
	range_pattern: {
		kindBy: { '..=': 'range', '...': 'range', '..': 'half-open-range' },
		fields: { left: 'left', right: 'right' },
	},
	reference_pattern: through,
	ref_pattern: through,
	mut_pattern: through,
};

const item: NodeRole = {
	kind: 'variable',
	within: { class: 'field' },
	fields: { name: 'name', value: 'value' },
	reads: [{ field: 'name', text: /^/, also: 'constant' }],
};
const typeRole: NodeRole = { kind: 'class', fields: { name: 'name' } };

const declarations: NodeRoles = {
	use_declaration: {
		kind: 'import',
		fields: { argument: 'module' },
		openedTypes: ['scoped_use_list'],
		types: { visibility_modifier: 'heritage' },
		reads: [{ field: 'heritage', text: /^pub/, kind: 'export' }],
	},
	// The names of a list are told from its text.
	scoped_use_list: { fields: { path: 'module', list: 'alias' } },
	extern_crate_declaration: { kind: 'import', fields: { name: 'module', alias: 'alias' } },
	mod_item: { kind: 'import', kindWith: { declaration_list: 'class' }, fields: { name: ['name', 'module'] } },
	const_item: item,
	static_item: item,
	let_declaration: {
		kind: 'variable',
		fields: { pattern: 'name', value: 'value', alternative: 'alternative' },
	},
	struct_item: typeRole,
	union_item: typeRole,
	trait_item: typeRole,
	impl_item: { kind: 'class', fields: { type: 'name', trait: 'heritage' } },
	field_declaration: { kind: 'field', fields: { name: 'name' } },
	enum_item: { kind: 'enum', fields: { name: 'name' } },
	enum_variant: { kind: 'enum-member', fields: { name: 'name', value: 'value' } },
	attribute_item: { ahead: /^(?:serde|strum)\s*\([^"]*\b(?:rename|serialize|to_string)\s*=\s*$/ },
	attribute: { kind: 'construction', positions: ['callee'], fields: { arguments: 'arguments' } },
	function_item: {
		kind: 'function',
		fields: { name: 'name', parameters: 'parameters', body: 'body' },
		givesLast: true,
	},
	function_signature_item: { kind: 'function', fields: { name: 'name', parameters: 'parameters' } },
	function_modifiers: { tokens: { async: 'asynchronous' } },
	parameter: { kind: 'parameter', fields: { pattern: 'name' } },
};

/** Statements that the grammar takes for expressions; what stands around them is no more than their semicolon. */
const asStatements: Readonly<Record<string, PartKind>> = {
	return_expression: 'return',
	break_expression: 'break',
	continue_expression: 'continue',
	if_expression: 'if',
	match_expression: 'switch',
	for_expression: 'loop',
	while_expression: 'loop',
	loop_expression: 'loop',
	assignment_expression: 'assignment',
	compound_assignment_expr: 'assignment',
};
const loopFields = { pattern: 'name', value: 'value', body: 'body' } as const;

const statements: NodeRoles = {
	block: { kind: 'block' },
	expression_statement: {
		kind: 'statement',
		kindWith: asStatements,
		openedTypes: Object.keys(asStatements),
		children: 'inner',
		reads: [{ field: 'inner', text: /^(?:\w+::)*(?:panic|unreachable|todo|unimplemented|bail)!/, kind: 'throw' }],
	},
	if_expression: {
		kind: 'if',
		fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' },
	},
	else_clause: through,
	match_expression: { kind: 'switch', fields: { value: 'subject' }, opened: ['body'], tokens: { match: 'separate' } },
	match_arm: { kind: 'case', opened: ['pattern'], fields: { value: 'body' } },
	return_expression: { kind: 'return', children: 'value' },
	break_expression: { kind: 'break' },
	continue_expression: { kind: 'continue' },
	for_expression: { kind: 'loop', fields: loopFields },
	while_expression: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	loop_expression: { kind: 'loop', fields: { body: 'body' } },
};

/** What the nodes of Rust mean. */
export const nodes: NodeRoles = { ...values, ...expressions, ...patternNodes, ...declarations, ...statements };
