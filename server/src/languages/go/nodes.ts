import type { NodeRole, NodeRoles } from '../../syntax/parts/node-roles.ts';

const functionRole: NodeRole = {
	kind: 'function',
	fields: { name: 'name', parameters: 'parameters', body: 'body' },
};
const inner: NodeRole = { kind: 'transparent', children: 'inner' };
/** Its cases end by themselves: one runs into the next only where it says `fallthrough`. */
const separate: NodeRole['tokens'] = { switch: 'separate' };
const assigned: NodeRole['fields'] = { left: 'left', right: 'right' };
/** A list of values or names: each is what the list is to the node around it. */
const through: NodeRole = { through: true };

/** What the nodes of Go mean. */
export const nodes: NodeRoles = {
	// Values
	interpreted_string_literal: { kind: 'string', types: { interpreted_string_literal_content: 'content' } },
	raw_string_literal: { kind: 'string', types: { raw_string_literal_content: 'content' } },
	int_literal: { kind: 'integer' },
	comment: { kind: 'comment' },
	// A list or a map that is written out, and a value of a named type, whose fields are what it is made with.
	composite_literal: {
		kind: 'construction',
		kindWith: {
			map_type: 'transparent',
			slice_type: 'transparent',
			array_type: 'transparent',
			implicit_length_array_type: 'transparent',
		},
		fields: { type: 'callee', body: 'arguments' },
		types: { literal_value: 'inner' },
	},
	literal_value: {
		kind: 'collection',
		kindWith: { keyed_element: 'table' },
		children: 'element',
		types: { literal_element: 'argument' },
	},
	literal_element: { through: true, children: 'inner' },
	// A key may be an expression: in a map, a name is that of a constant.
	keyed_element: { kind: 'pair', fields: { key: 'key', value: 'value' }, fieldKinds: { key: 'transparent' } },

	// Expressions
	selector_expression: { kind: 'member', fields: { operand: 'object', field: 'property' } },
	index_expression: { kind: 'subscript', fields: { operand: 'object', index: 'property' } },
	// What is looked up in a table and called at once reads like a function with types: `handlers[err.Code](err)`.
	call_expression: {
		kind: 'call',
		fields: { function: 'callee', type_arguments: 'property', arguments: 'arguments' },
	},
	type_conversion_expression: {
		kind: 'transparent',
		kindWith: { generic_type: 'call' },
		fields: { type: 'callee', operand: 'inner' },
	},
	generic_type: { kind: 'subscript', fields: { type: 'object', type_arguments: 'property' } },
	type_arguments: through,
	type_elem: through,
	qualified_type: { kind: 'member', fields: { package: 'object', name: 'property' } },
	argument_list: { children: 'argument' },
	variadic_argument: { kind: 'spread', children: 'inner' },
	parenthesized_expression: inner,
	type_assertion_expression: { kind: 'transparent', fields: { operand: 'inner' } },
	unary_expression: {
		kindBy: {
			...{ '!': 'not', '-': 'negative', '+': 'negative', '^': 'negative' },
			...{ '&': 'transparent', '*': 'transparent', '<-': 'await' },
		},
		fields: { operand: 'inner' },
	},
	binary_expression: {
		kindBy: {
			...{ '==': 'comparison', '!=': 'comparison', '&&': 'and', '||': 'or' },
			...{ '<': 'comparison', '<=': 'comparison', '>': 'comparison', '>=': 'comparison' },
			...{ '+': 'arithmetic', '-': 'arithmetic', '*': 'arithmetic', '/': 'arithmetic', '%': 'arithmetic' },
			...{ '|': 'arithmetic', '&': 'arithmetic', '^': 'arithmetic', '&^': 'arithmetic' },
			...{ '<<': 'arithmetic', '>>': 'arithmetic' },
		},
		fields: { left: 'left', right: 'right' },
	},
	expression_list: through,

	// Functions
	function_declaration: functionRole,
	method_declaration: functionRole,
	func_literal: { kind: 'function', fields: { parameters: 'parameters', body: 'body' } },
	parameter_declaration: { fieldKinds: { name: 'parameter' } },
	variadic_parameter_declaration: { fieldKinds: { name: 'parameter' } },

	// Declarations
	const_declaration: { marks: { const: 'constant' } },
	const_spec: { kind: 'variable', fields: { name: 'name', value: 'value' } },
	var_spec: { kind: 'variable', fields: { name: 'name', value: 'value' } },
	short_var_declaration: { kind: 'variable', fields: { left: 'name', right: 'value' } },
	assignment_statement: { kind: 'assignment', fields: assigned },
	type_spec: { kind: 'type', fields: { name: 'name', type: 'value' } },
	type_alias: { kind: 'type', fields: { name: 'name', type: 'value' } },
	field_declaration: { kind: 'field', fields: { name: 'name' } },
	import_spec: { kind: 'import', fields: { path: 'module', name: 'alias' } },

	// Statements
	block: { kind: 'block' },
	statement_list: through,
	expression_statement: { kind: 'statement', children: 'inner' },
	go_statement: { kind: 'statement', children: 'inner' },
	defer_statement: { kind: 'statement', children: 'inner' },
	send_statement: { kind: 'statement' },
	inc_statement: { kind: 'statement' },
	dec_statement: { kind: 'statement' },
	if_statement: {
		kind: 'if',
		fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' },
	},
	expression_switch_statement: { kind: 'switch', fields: { value: 'subject' }, tokens: separate },
	expression_case: { kind: 'case', fields: { value: 'label' }, types: { statement_list: 'body' } },
	type_switch_statement: { kind: 'switch', tokens: separate },
	type_case: { kind: 'case', types: { statement_list: 'body' } },
	select_statement: { kind: 'switch', tokens: { select: 'separate' } },
	communication_case: { kind: 'case', types: { statement_list: 'body' } },
	default_case: { kind: 'default', types: { statement_list: 'body' } },
	fallthrough_statement: { kind: 'fallthrough' },
	return_statement: { kind: 'return', children: 'value' },
	break_statement: { kind: 'break' },
	continue_statement: { kind: 'continue' },
	goto_statement: { kind: 'continue' },
	for_statement: { kind: 'loop', fields: { body: 'body' } },
	range_clause: { fields: { left: 'name', right: 'value' } },
	for_clause: { fields: { condition: 'condition' } },
};
