import type { NodeRole, NodeRoles } from '../../syntax/parts/node-roles.ts';

/** The grammar has a node for each operator, which stands between what it joins. */
const sides: NodeRole['positions'] = ['left', 'operator', 'right'];
const arithmetic: NodeRole = { kind: 'arithmetic', positions: sides };
/** In a pattern a sign stands beside what it belongs to. */
const inPattern = (kind: 'comparison' | 'and' | 'or'): NodeRole => ({
	within: { case: kind, if: kind, destructuring: kind },
});
/** A signature; the body that completes it stands beside it. */
const signature: NodeRole = {
	kind: 'function',
	fields: { name: 'name' },
	types: { formal_parameter_list: 'parameters' },
};
const body: NodeRole = {
	kind: 'function',
	types: { block: 'body' },
	from: { '=>': 'body' },
	tokens: { async: 'asynchronous' },
	completes: true,
};
const accessor: NodeRole = {
	kind: 'member',
	kindWith: { index_selector: 'subscript' },
	types: { identifier: 'property', index_selector: 'property' },
	follows: 'object',
};
const declared: NodeRole = {
	kind: 'variable',
	within: { class: 'field', enum: 'field' },
	positions: ['name', 'value'],
};
const classRole: NodeRole = { kind: 'class', fields: { name: 'name' } };

/** A name or a wildcard takes what is left, unless more is asked. */
const takesAll: NodeRole['reads'] = [
	{ field: 'label', text: /^(?:_|(?:var|final)\s+\w+)$/, kind: 'default', alone: true },
	{ field: 'guard', text: /^/, kind: 'case' },
];

const values: NodeRoles = {
	string_literal: { kind: 'string', kindWith: { template_substitution: 'dynamic' } },
	decimal_integer_literal: { kind: 'integer' },
	hex_integer_literal: { kind: 'integer' },
	comment: { kind: 'comment' },
	documentation_comment: { kind: 'comment' },
	list_literal: { kind: 'collection', from: { '[': 'element' } },
	set_or_map_literal: { kind: 'collection', kindWith: { pair: 'table' }, from: { '{': 'element' } },
	pair: { kind: 'pair', fields: { key: 'key', value: 'value' } },
	spread_element: { kind: 'spread', children: 'inner' },
};

const expressions: NodeRoles = {
	selector: { through: true, follows: 'object' },
	unconditional_assignable_selector: accessor,
	conditional_assignable_selector: accessor,
	index_selector: { through: true },
	// The grammar takes `Future<void>.delayed(…)` for one as well.
	dot_shorthand: { kind: 'member', types: { identifier: 'property' } },
	// What an enum constant is made with: its first argument is what it stands for.
	argument_part: {
		kind: 'call',
		within: { 'enum-member': 'transparent' },
		types: { arguments: 'arguments' },
		follows: 'callee',
	},
	arguments: { children: 'argument', first: 'inner', within: { transparent: 'transparent' } },
	argument: { through: true },
	named_argument: { kind: 'pair', positions: ['key', ['value', 'inner']], within: { transparent: 'transparent' } },
	label: { through: true },
	new_expression: { kind: 'construction', types: { type_identifier: 'callee', arguments: 'arguments' } },
	const_object_expression: { kind: 'construction', types: { type_identifier: 'callee', arguments: 'arguments' } },
	annotation: {
		kind: 'call',
		fields: { name: 'callee' },
		types: { arguments: 'inner' },
		// What says how a constant of an enum is written in JSON is what the constant stands for.
		reads: [{ field: 'callee', text: /^JsonValue$/, kind: 'transparent', also: 'value' }],
	},
	// Several values that are looked at together stand in parentheses of their own.
	parenthesized_expression: {
		kind: 'transparent',
		kindWith: { record_literal: 'collection' },
		openedTypes: ['record_literal'],
		children: 'inner',
	},
	record_literal: { children: 'element' },
	record_field: { through: true },
	type_cast_expression: { kind: 'transparent', first: 'inner' },
	await_expression: { kind: 'await', children: 'inner' },
	unary_expression: { kind: 'transparent', openedTypes: ['prefix_operator'], children: 'inner' },
	prefix_operator: {
		kindWith: { negation_operator: 'not', minus_operator: 'negative', tilde_operator: 'negative' },
	},
	logical_and_expression: { kind: 'and', positions: sides, rest: 'right' },
	logical_or_expression: { kind: 'or', positions: sides, rest: 'right' },
	if_null_expression: { kind: 'fallback', fields: { first: 'left', second: 'right' } },
	equality_expression: { kind: 'comparison', positions: sides },
	relational_expression: { kind: 'comparison', positions: sides },
	additive_expression: arithmetic,
	multiplicative_expression: arithmetic,
	shift_expression: arithmetic,
	bitwise_and_expression: arithmetic,
	bitwise_or_expression: arithmetic,
	bitwise_xor_expression: arithmetic,
	conditional_expression: {
		kind: 'ternary',
		positions: ['condition'],
		fields: { consequence: 'body', alternative: 'alternative' },
	},
	assignment_expression: { kind: 'assignment', fields: { left: 'left', right: 'right' } },
	assignable_expression: { through: true },
	cascade_section: { kindWith: { '=': 'assignment' }, types: { cascade_selector: 'left' }, from: { '=': 'right' } },
	cascade_selector: { through: true },
	throw_expression: { kind: 'throw', children: 'value' },
	rethrow_expression: { kind: 'throw' },
	switch_expression: {
		kind: 'switch',
		fields: { condition: 'subject' },
		tokens: { switch: 'separate' },
	},
	switch_expression_case: {
		kind: 'case',
		from: { '': 'label', when: 'guard', '=>': 'body' },
		reads: takesAll,
		binds: true,
	},
	function_expression: {
		kind: 'function',
		fields: { parameters: 'parameters' },
		opened: ['body'],
		tokens: { async: 'asynchronous' },
	},
	function_expression_body: { types: { block: 'body' }, from: { '=>': 'body' }, tokens: { async: 'asynchronous' } },
};

const patterns: NodeRoles = {
	constant_pattern: {
		kind: 'transparent',
		kindWith: { minus_operator: 'negative' },
		types: {
			...{ string_literal: 'inner', decimal_integer_literal: 'inner', hex_integer_literal: 'inner' },
			...{ identifier: 'inner', qualified: 'inner', null_literal: 'inner', dot_shorthand: 'inner' },
			...{ const_object_expression: 'inner', true: 'inner', false: 'inner' },
		},
	},
	equality_operator: inPattern('comparison'),
	relational_operator: inPattern('comparison'),
	logical_and_operator: inPattern('and'),
	logical_or_operator: inPattern('or'),
	object_pattern: {
		kind: 'destructuring',
		from: { '(': 'key', ':': 'value', ',': 'key' },
		binds: true,
	},
	map_pattern: { kind: 'destructuring', from: { '{': 'key', ':': 'value', ',': 'key' }, binds: true },
	record_pattern: { kind: 'collection', children: 'element' },
	list_pattern: { kind: 'collection', from: { '[': 'element' } },
};

const declarations: NodeRoles = {
	import_specification: { kind: 'import', types: { configurable_uri: 'module', identifier: 'alias' } },
	library_export: { kind: 'export', types: { configurable_uri: 'module' }, tokens: { export: 'all' } },
	part_directive: { kind: 'export', types: { uri: 'module' }, tokens: { part: 'all' } },
	configurable_uri: { through: true },
	uri: { through: true },
	class_definition: { ...classRole, fields: { name: 'name', superclass: 'heritage' } },
	extension_declaration: classRole,
	enum_declaration: { kind: 'enum', fields: { name: 'name' } },
	enum_constant: { kind: 'enum-member', fields: { name: 'name' }, types: { argument_part: 'value' } },
	function_signature: signature,
	getter_signature: signature,
	setter_signature: signature,
	constructor_signature: signature,
	factory_constructor_signature: { kind: 'function', types: { formal_parameter_list: 'parameters' } },
	operator_signature: { kind: 'function', types: { formal_parameter_list: 'parameters' } },
	function_body: body,
	// What a parameter is where it is not given stands beside it.
	optional_formal_parameters: { marks: { '=': 'value' } },
	formal_parameter: { kind: 'parameter', types: { identifier: 'name' }, takesUntil: ',' },
	constructor_param: { types: { identifier: 'name' } },
	redirection: { kind: 'call', types: { this: 'callee', arguments: 'arguments' } },
	initializer_list_entry: { kindWith: { arguments: 'call' }, types: { super: 'callee', arguments: 'arguments' } },
	field_initializer: { kind: 'assignment', from: { '': 'left', '=': 'right' } },
	static_final_declaration_list: { types: { static_final_declaration: 'constant' } },
	static_final_declaration: declared,
	initialized_identifier: declared,
	initialized_variable_definition: {
		kind: 'variable',
		fields: { name: 'name', value: 'value' },
		types: { final_builtin: 'heritage', const_builtin: 'heritage' },
		reads: [{ field: 'heritage', text: /^/, also: 'constant' }],
	},
	pattern_variable_declaration: {
		kind: 'variable',
		types: { map_pattern: 'name', object_pattern: 'name', record_pattern: 'name', list_pattern: 'name' },
		from: { '=': 'value' },
	},
};

const statements: NodeRoles = {
	block: { kind: 'block' },
	expression_statement: {
		kind: 'statement',
		kindWith: { throw_expression: 'throw', rethrow_expression: 'throw' },
		openedTypes: ['throw_expression', 'rethrow_expression'],
		children: 'inner',
	},
	if_statement: {
		kind: 'if',
		from: { '(': 'condition', case: 'label', when: 'guard', ')': 'nothing' },
		fields: { consequence: 'body', alternative: 'alternative' },
		binds: true,
	},
	switch_statement: { kind: 'switch', fields: { condition: 'subject' }, tokens: { switch: 'stacked' } },
	switch_statement_case: {
		kind: 'case',
		from: { case_builtin: 'label', when: 'guard', ':': 'body' },
		reads: takesAll,
		binds: true,
	},
	switch_statement_default: { kind: 'default', children: 'body' },
	return_statement: { kind: 'return', children: 'value' },
	break_statement: { kind: 'break' },
	continue_statement: { kind: 'continue' },
	for_statement: { kind: 'loop', fields: { body: 'body' } },
	for_loop_parts: { fields: { name: 'name', value: 'value' } },
	while_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	do_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	try_statement: { kind: 'try', fields: { body: 'body' }, types: { type_identifier: 'heritage' }, binds: true },
	catch_clause: { kind: 'catch' },
	catch_parameters: { positions: ['name'] },
};

/** Types of nodes with which a declaration at the top level begins, because the grammar has no node around it. */
export const pieces: readonly string[] = [
	...['function_signature', 'getter_signature', 'setter_signature'],
	...['const_builtin', 'final_builtin', 'inferred_type', 'late', 'external'],
	...['type_identifier', 'type_arguments', 'nullable_type', 'function_type', 'void_type', 'record_type', '.'],
	...['static_final_declaration_list', 'initialized_identifier_list'],
];

/** What the nodes of Dart mean. */
export const nodes: NodeRoles = { ...values, ...expressions, ...patterns, ...declarations, ...statements };
