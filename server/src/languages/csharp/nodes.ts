import type { NodeRole, NodeRoles } from '../../syntax/parts/node-roles.ts';

const inner: NodeRole = { kind: 'transparent', children: 'inner' };
const assigned = { left: 'left', right: 'right' } as const;
const argumentList = { argument_list: 'arguments' } as const;
const called: NodeRole['collects'] = [
	{ callee: /(?:^|\.)(?:Immutable|Frozen)(?:Array|HashSet|List|SortedSet|Set)\.Create$/, kind: 'collection' },
	{ callee: /(?:^|\.)KeyValuePair\.Create$/, kind: 'pair' },
];

const values: NodeRoles = {
	string_literal: {
		kind: 'string',
		kindWith: { escape_sequence: 'dynamic' },
		types: { string_literal_content: 'content' },
	},
	verbatim_string_literal: { kind: 'string' },
	raw_string_literal: { kind: 'string', types: { raw_string_content: 'content' } },
	interpolated_string_expression: {
		kind: 'string',
		kindWith: { interpolation: 'dynamic', escape_sequence: 'dynamic' },
		types: { string_content: 'content' },
	},
	character_literal: { kind: 'dynamic' },
	integer_literal: { kind: 'integer' },
	comment: { kind: 'comment' },
	// Rows of a dictionary are assignments to an index, or lists of two.
	initializer_expression: { kind: 'collection', children: 'element', kindWith: { assignment_expression: 'table' } },
	// `[401, 403]` by itself, the index in `["A"] = 1` and in `error?["code"]`.
	element_binding_expression: {
		kind: 'collection',
		children: 'element',
		types: { argument: 'inner' },
		within: { pair: 'transparent', subscript: 'transparent' },
	},
	range_expression: { kind: 'spread' },
	tuple_expression: { kind: 'collection', types: { argument: 'element' } },
	anonymous_object_creation_expression: {
		kind: 'table',
		types: { identifier: 'key', member_access_expression: 'key' },
		pairedBy: ['=', ','],
	},
};

const expressions: NodeRoles = {
	member_access_expression: {
		kind: 'member',
		fields: { expression: 'object', name: 'property' },
		tokens: { this: 'object', base: 'object' },
		openedTypes: ['generic_name'],
	},
	// `error?.Code`, `error?["code"]`
	conditional_access_expression: {
		kind: 'member',
		fields: { condition: 'object' },
		types: { element_binding_expression: 'property' },
		kindWith: { element_binding_expression: 'subscript' },
		openedTypes: ['member_binding_expression'],
	},
	member_binding_expression: { fields: { name: 'property' }, openedTypes: ['generic_name'] },
	// After a dot its name is the property; elsewhere it is a type or what is called.
	generic_name: { kind: 'transparent', types: { identifier: 'property' }, first: 'inner' },
	element_access_expression: { kind: 'subscript', fields: { expression: 'object' }, opened: ['subscript'] },
	bracketed_argument_list: { types: { argument: 'property' } },
	invocation_expression: {
		kind: 'call',
		fields: { function: 'callee', arguments: 'arguments' },
		reads: [{ field: 'callee', text: /^nameof$/, kind: 'dynamic' }],
		collects: called,
	},
	object_creation_expression: {
		kind: 'construction',
		fields: { type: 'callee', arguments: 'arguments', initializer: 'inner' },
		collects: [{ callee: /(?:^|\.)KeyValuePair(?:<.*>)?$/, kind: 'pair' }],
	},
	implicit_object_creation_expression: {
		kind: 'construction',
		types: { ...argumentList, initializer_expression: 'inner' },
	},
	array_creation_expression: { kind: 'transparent', types: { initializer_expression: 'inner' } },
	implicit_array_creation_expression: { kind: 'transparent', types: { initializer_expression: 'inner' } },
	stackalloc_expression: { kind: 'transparent', types: { initializer_expression: 'inner' } },
	implicit_stackalloc_expression: { kind: 'transparent', types: { initializer_expression: 'inner' } },
	constructor_initializer: { kind: 'call', types: argumentList, tokens: { base: 'callee', this: 'callee' } },
	primary_constructor_base_type: { kind: 'construction', fields: { type: 'callee' }, types: argumentList },
	argument_list: { types: { argument: 'argument' } },
	// `statusCode: 404`
	argument: { kindWith: { ':': 'pair' }, through: true, fields: { name: 'key' }, marks: { ':': 'value' } },
	with_initializer: { kind: 'pair', positions: ['key', 'value'] },
	parenthesized_expression: inner,
	checked_expression: inner,
	cast_expression: { kind: 'transparent', fields: { value: 'inner' } },
	as_expression: { kind: 'transparent', fields: { left: 'inner' } },
	prefix_unary_expression: {
		kindBy: { '!': 'not', '-': 'negative', '+': 'negative', '~': 'negative' },
		children: 'inner',
	},
	postfix_unary_expression: { kindBy: { '!': 'transparent' }, children: 'inner' },
	binary_expression: {
		kindBy: {
			...{ '==': 'comparison', '!=': 'comparison', '&&': 'and', '||': 'or', '??': 'fallback' },
			...{ '<': 'comparison', '<=': 'comparison', '>': 'comparison', '>=': 'comparison' },
			...{ '+': 'arithmetic', '-': 'arithmetic', '*': 'arithmetic', '/': 'arithmetic', '%': 'arithmetic' },
			...{ '|': 'arithmetic', '&': 'arithmetic', '^': 'arithmetic', '<<': 'arithmetic', '>>': 'arithmetic' },
		},
		fields: assigned,
	},
	is_pattern_expression: {
		kind: 'comparison',
		fields: { expression: 'left', pattern: 'label' },
		tokens: { is: 'operator' },
	},
	conditional_expression: {
		kind: 'ternary',
		fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' },
	},
	assignment_expression: {
		kind: 'assignment',
		fields: { left: ['left', 'key'], right: ['right', 'value', 'inner'] },
		within: { table: 'pair' },
	},
	await_expression: { kind: 'await', children: 'inner' },
	throw_expression: { kind: 'throw', children: 'value' },
	lambda_expression: {
		kind: 'function',
		fields: { parameters: 'parameters', body: 'body' },
	},
	anonymous_method_expression: { kind: 'function', fields: { parameters: 'parameters' }, types: { block: 'body' } },
	arrow_expression_clause: { through: true },
	declaration_expression: { kind: 'variable', fields: { name: 'name' } },
};

const patterns: NodeRoles = {
	constant_pattern: inner,
	parenthesized_pattern: inner,
	or_pattern: { kind: 'or', fields: assigned },
	and_pattern: { kind: 'and', fields: assigned },
	negated_pattern: { kind: 'not', children: 'inner' },
	relational_pattern: {
		kindBy: { '>=': 'range', '>': 'range', '<=': 'range', '<': 'half-open-range' },
		marks: { '>=': 'left', '>': 'left', '<=': 'right', '<': 'right' },
	},
	// Its type and the name that it gives say nothing of the values.
	recursive_pattern: { kind: 'destructuring', fields: { type: 'heritage', name: 'heritage' } },
	subpattern: { kind: 'pair', first: 'key', marks: { ':': 'value' } },
	positional_pattern_clause: { kind: 'collection', types: { subpattern: 'element' } },
	list_pattern: { kind: 'collection', children: 'element' },
	declaration_pattern: { kind: 'dynamic' },
	type_pattern: { kind: 'dynamic' },
	var_pattern: { kind: 'dynamic' },
};

/** What has a list of parameters and a body. */
const method: NodeRole = { kind: 'function', fields: { name: 'name', parameters: 'parameters', body: 'body' } };
/** A type with members. */
const type: NodeRole = {
	kind: 'class',
	fields: { name: 'name' },
	types: { base_list: 'heritage', parameter_list: 'parameters' },
};

const declarations: NodeRoles = {
	file_scoped_namespace_declaration: { kind: 'statement' },
	using_directive: {
		kind: 'import',
		fields: { name: 'alias' },
		types: { identifier: 'module', qualified_name: 'module', alias_qualified_name: 'module' },
		tokens: { static: 'alias' },
	},
	class_declaration: type,
	struct_declaration: type,
	interface_declaration: type,
	record_declaration: type,
	enum_declaration: { kind: 'enum', fields: { name: 'name' } },
	enum_member_declaration: { kind: 'enum-member', fields: { name: 'name', value: 'value' } },
	// What a member of an enum is called where it is written as text comes before its number.
	attribute: {
		kind: 'call',
		within: { 'enum-member': 'transparent' },
		fields: { name: 'callee' },
		types: { attribute_argument_list: 'arguments' },
		rest: 'inner',
		positions: ['heritage'],
		reads: [
			{ field: 'callee', text: /(?:^|\.)(?:EnumMember|Json\w*Name|Description|Display)(?:Attribute)?$/, also: 'value' },
		],
	},
	attribute_argument_list: {
		types: { attribute_argument: 'argument' },
		first: 'inner',
		within: { transparent: 'transparent' },
	},
	attribute_argument: {
		kindWith: { ':': 'pair' },
		through: true,
		openedTypes: ['assignment_expression'],
		within: { transparent: 'transparent' },
	},
	method_declaration: method,
	local_function_statement: method,
	constructor_declaration: method,
	destructor_declaration: method,
	operator_declaration: method,
	conversion_operator_declaration: method,
	accessor_declaration: { kind: 'function', fields: { body: 'body' } },
	parameter: { kind: 'parameter', fields: { name: 'name' }, marks: { '=': 'value' } },
	implicit_parameter: { kind: 'parameter' },
	field_declaration: { marks: { modifier: { text: /^(?:const|readonly)$/, field: 'constant' } } },
	local_declaration_statement: { kind: 'statement', marks: { modifier: { text: /^const$/, field: 'constant' } } },
	variable_declaration: { through: true },
	variable_declarator: { kind: 'variable', within: { class: 'field' }, positions: ['name', 'value'] },
	tuple_pattern: { kind: 'collection', children: 'element' },
	property_declaration: {
		kind: 'field',
		fields: { name: 'name', value: 'value' },
		types: { modifier: 'heritage' },
		reads: [{ field: 'heritage', text: /^static$/, also: 'constant' }],
	},
};

const section: NodeRole = {
	kind: 'case',
	types: {
		...{ constant_pattern: 'label', or_pattern: 'label', and_pattern: 'label', negated_pattern: 'label' },
		...{ relational_pattern: 'label', recursive_pattern: 'label', list_pattern: 'label', type_pattern: 'label' },
		...{ parenthesized_pattern: 'label', declaration_pattern: 'label', var_pattern: 'label', discard: 'label' },
		...{ tuple_pattern: 'label', when_clause: 'guard' },
	},
	tokens: { default: 'all' },
	marks: { ':': 'body' },
	reads: [
		{ field: 'all', text: /^/, kind: 'default' },
		{ field: 'label', text: /^(?:_|var \w+)$/, kind: 'default' },
		// With a condition of its own it is not for all the rest.
		{ field: 'guard', text: /^/, kind: 'case' },
	],
};

const statements: NodeRoles = {
	block: { kind: 'block' },
	expression_statement: { kind: 'statement', children: 'inner' },
	if_statement: {
		kind: 'if',
		fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' },
	},
	switch_statement: { kind: 'switch', fields: { value: 'subject' } },
	switch_section: section,
	switch_expression: { kind: 'switch', positions: ['subject'] },
	switch_expression_arm: {
		kind: 'case',
		first: 'label',
		types: { when_clause: 'guard' },
		tokens: { '=>': 'separate' },
		marks: { '=>': 'body' },
		reads: section.reads ?? [],
	},
	when_clause: inner,
	return_statement: { kind: 'return', children: 'value' },
	yield_statement: { kind: 'statement', children: 'value' },
	throw_statement: { kind: 'throw', children: 'value' },
	break_statement: { kind: 'break' },
	goto_statement: { kind: 'break' },
	continue_statement: { kind: 'continue' },
	for_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	foreach_statement: { kind: 'loop', fields: { left: 'name', right: 'value', body: 'body' } },
	while_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	do_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	try_statement: { kind: 'try', fields: { body: 'body' } },
	catch_clause: { kind: 'catch', fields: { body: 'body' }, types: { catch_filter_clause: 'guard' } },
	catch_declaration: { fields: { name: 'name', type: 'heritage' } },
	catch_filter_clause: inner,
	lock_statement: { kind: 'block' },
	using_statement: { kind: 'block' },
	fixed_statement: { kind: 'block' },
	checked_statement: { kind: 'block' },
	unsafe_statement: { kind: 'block' },
};

/** What the nodes of C# mean. */
export const nodes: NodeRoles = { ...values, ...expressions, ...patterns, ...declarations, ...statements };
