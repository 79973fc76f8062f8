import type { NodeRole, NodeRoles } from '../../syntax/parts/node-roles.ts';

const inner: NodeRole = { kind: 'transparent', children: 'inner' };
const operands = { lhs: 'left', rhs: 'right' } as const;
const arithmetic = (...signs: readonly string[]): NodeRole => ({
	kindBy: Object.fromEntries(signs.map((sign) => [sign, 'arithmetic' as const])),
	fields: operands,
	rebalances: true,
});
/** Words that the grammar takes for names. */
const words = { fallthrough: 'fallthrough' } as const;

const values: NodeRoles = {
	line_string_literal: {
		kind: 'string',
		fields: { text: 'content' },
		kindWith: { interpolated_expression: 'dynamic' },
	},
	multi_line_string_literal: {
		kind: 'string',
		fields: { text: 'content' },
		kindWith: { interpolated_expression: 'dynamic' },
	},
	raw_string_literal: { kind: 'dynamic' },
	regex_literal: { kind: 'dynamic' },
	integer_literal: { kind: 'integer' },
	hex_literal: { kind: 'integer' },
	array_literal: { kind: 'collection', fields: { element: 'element' } },
	dictionary_literal: { kind: 'table', fields: { key: ['key', 'left'] }, pairedBy: [':', ','] },
	comment: { kind: 'comment' },
	multiline_comment: { kind: 'comment' },
};

const operations: NodeRoles = {
	// `!=` and `>=` are taken for operators that the code declares.
	infix_expression: {
		kind: 'arithmetic',
		fields: { ...operands, op: 'operator' },
		reads: [{ field: 'operator', text: /^(?:[!=]==?|[<>]=|~=)$/, kind: 'comparison' }],
		rebalances: true,
	},
	equality_expression: {
		kindBy: { '==': 'comparison', '!=': 'comparison', '===': 'comparison', '!==': 'comparison' },
		fields: operands,
		rebalances: true,
	},
	comparison_expression: {
		kindBy: { '<': 'comparison', '<=': 'comparison', '>': 'comparison', '>=': 'comparison' },
		fields: operands,
		rebalances: true,
	},
	conjunction_expression: { kind: 'and', fields: operands, rebalances: true },
	disjunction_expression: { kind: 'or', fields: operands, rebalances: true },
	nil_coalescing_expression: { kind: 'fallback', fields: { value: 'left', if_nil: 'right' }, rebalances: true },
	ternary_expression: {
		kind: 'ternary',
		fields: { condition: 'condition', if_true: 'body', if_false: 'alternative' },
		rebalances: true,
	},
	additive_expression: arithmetic('+', '-'),
	multiplicative_expression: arithmetic('*', '/', '%'),
	range_expression: {
		kindBy: { '...': 'range', '..<': 'half-open-range' },
		fields: { start: 'left', end: 'right' },
		rebalances: true,
	},
	open_start_range_expression: { kindBy: { '...': 'range', '..<': 'half-open-range' }, fields: { end: 'right' } },
	open_end_range_expression: { kind: 'range', fields: { start: 'left' } },
	// `.gone` is a member of what is expected there.
	prefix_expression: {
		kindBy: { '-': 'negative', '+': 'negative', '~': 'negative', '.': 'member', '&': 'transparent' },
		kindWith: { bang: 'not' },
		fields: { target: ['inner', 'property'] },
	},
	postfix_expression: { kind: 'transparent', fields: { target: 'inner' } },
	as_expression: { kind: 'transparent', fields: { expr: 'inner' } },
	check_expression: { kind: 'dynamic' },
	await_expression: { kind: 'await', fields: { expr: 'inner' } },
	try_expression: { kind: 'transparent', fields: { expr: 'inner' } },
	tuple_expression: { kind: 'transparent', kindWith: { ',': 'collection' }, fields: { value: ['inner', 'element'] } },
	assignment: { kind: 'assignment', fields: { target: 'left', result: 'right' } },
	directly_assignable_expression: inner,
};

const calls: NodeRoles = {
	navigation_expression: {
		kind: 'member',
		fields: { target: 'object' },
		openedTypes: ['navigation_suffix'],
		rebalances: true,
	},
	navigation_suffix: { fields: { suffix: 'property' } },
	// An index is written as a call with brackets.
	call_expression: {
		kind: 'call',
		positions: [['callee', 'object']],
		openedTypes: ['call_suffix'],
		reads: [{ field: 'arguments', text: /^\[/, kind: 'subscript' }],
		rebalances: true,
		restates: [{ name: /^(?!XCT)[A-Z]/, isMethod: false, kind: 'construction' }],
		collects: [{ callee: /^(?:Set|Array)$/, kind: 'transparent' }],
	},
	call_suffix: { types: { value_arguments: 'arguments', lambda_literal: 'argument' } },
	constructor_expression: {
		kind: 'construction',
		fields: { constructed_type: 'callee' },
		openedTypes: ['constructor_suffix'],
		collects: [{ callee: /^(?:Set|Array)<.*>$/, kind: 'transparent' }],
	},
	constructor_suffix: { types: { value_arguments: 'arguments', lambda_literal: 'argument' } },
	value_arguments: {
		kindWith: { '[': 'transparent' },
		types: { value_argument: 'argument' },
		first: 'inner',
		tokens: { '[': 'operator' },
		reads: [{ field: 'operator', text: /^\[/, also: 'property' }],
	},
	value_argument: { kindWith: { ':': 'pair' }, through: true, fields: { name: 'key', value: 'value' } },
	lambda_literal: {
		kind: 'function',
		givesLast: 'alone',
		types: { statements: 'body' },
		openedTypes: ['lambda_function_type'],
	},
	lambda_function_type: { types: { lambda_function_type_parameters: 'parameters' } },
	lambda_parameter: { kind: 'parameter', fields: { name: 'name' } },
};

const patterns: NodeRoles = {
	switch_pattern: { through: true },
	// A value in the pattern of a case is what the case holds; names that it gives fit whatever it is.
	pattern: {
		kindWith: { value_binding_pattern: 'dynamic', is: 'dynamic', as: 'dynamic', '.': 'member', '(': 'collection' },
		through: true,
		types: { pattern: 'element', simple_identifier: 'property', user_type: 'object' },
	},
	wildcard_pattern: { kind: 'parameter' },
};

const declarations: NodeRoles = {
	import_declaration: { kind: 'import', types: { identifier: 'module' } },
	class_declaration: {
		kind: 'class',
		kindWith: { enum_class_body: 'enum' },
		fields: { name: 'name' },
		types: { inheritance_specifier: 'heritage' },
	},
	protocol_declaration: { kind: 'class', fields: { name: 'name' } },
	enum_entry: {
		kind: 'enum-member',
		fields: { name: 'name', raw_value: 'value' },
		declaresSeveral: true,
	},
	enum_type_parameters: { kind: 'type' },
	function_declaration: {
		kind: 'function',
		givesLast: 'alone',
		fields: { name: 'name', body: 'body', default_value: 'value' },
	},
	init_declaration: { kind: 'function', fields: { body: 'body', default_value: 'value' } },
	deinit_declaration: { kind: 'function', fields: { body: 'body' } },
	subscript_declaration: { kind: 'function', fields: { default_value: 'value' } },
	function_body: { kind: 'block' },
	parameter: { kind: 'parameter', fields: { name: 'name' }, takesUntil: [',', ')'] },
	property_declaration: {
		kind: 'variable',
		within: { class: 'field', enum: 'field' },
		fields: { name: 'name', value: 'value', computed_value: 'value' },
		types: { value_binding_pattern: 'constant' },
		reads: [{ field: 'constant', text: /^let$/, also: 'constant' }],
	},
	computed_property: { kind: 'function', givesLast: 'alone', types: { statements: 'body' } },
	computed_getter: { kind: 'function', givesLast: 'alone', types: { statements: 'body' } },
	computed_setter: { kind: 'function', types: { statements: 'body' } },
	type_annotation: { kind: 'type' },
	attribute: { kind: 'call' },
};

const conditional: NodeRole = {
	fields: { condition: 'condition', bound_identifier: 'condition' },
	tokens: { ',': 'separate', '=': 'operator', case: 'all' },
};
const statements: NodeRoles = {
	// In a case its statements stand right in it.
	statements: { within: { function: 'block' }, through: true, words },
	if_statement: {
		...conditional,
		kind: 'if',
		types: { if_statement: 'alternative' },
		braces: ['body', 'alternative'],
		clauses: 'all',
	},
	guard_statement: { ...conditional, kind: 'if', braces: ['body'], clauses: 'none' },
	while_statement: { ...conditional, kind: 'loop', braces: ['body'], clauses: 'all' },
	repeat_while_statement: { kind: 'loop', fields: { condition: 'condition' }, braces: ['body'] },
	for_statement: { kind: 'loop', fields: { item: 'name', collection: 'value' }, braces: ['body'] },
	switch_statement: { kind: 'switch', fields: { expr: 'subject' }, tokens: { switch: 'separate' } },
	switch_entry: {
		kind: 'case',
		types: { switch_pattern: 'label', default_keyword: 'all' },
		from: { where_keyword: 'guard', ':': 'body' },
		reads: [
			{ field: 'all', text: /^default$/, kind: 'default' },
			{ field: 'label', text: /^_$/, alone: true, kind: 'default' },
		],
	},
	control_transfer_statement: {
		kindBy: { return: 'return', break: 'break', continue: 'continue', fallthrough: 'fallthrough' },
		kindWith: { throw_keyword: 'throw' },
		from: { throw_keyword: 'value', return: 'value' },
	},
	do_statement: { kind: 'try', braces: ['body'] },
	catch_block: { kind: 'catch', braces: ['body'] },
};

/** What the nodes of Swift mean. */
export const nodes: NodeRoles = {
	...values,
	...operations,
	...calls,
	...patterns,
	...declarations,
	...statements,
};
