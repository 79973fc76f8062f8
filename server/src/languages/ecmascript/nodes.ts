import type { NodeRole, NodeRoles } from '../../syntax/parts/node-roles.ts';

const functionRole: NodeRole = {
	kind: 'function',
	fields: { name: 'name', parameters: 'parameters', body: 'body' },
	tokens: { async: 'asynchronous' },
};
const inner: NodeRole = { kind: 'transparent', children: 'inner' };

/** What the nodes mean that JavaScript, TypeScript and TSX share. */
export const nodes: NodeRoles = {
	// Values
	string: { kind: 'string', types: { string_fragment: 'content' } },
	template_string: { kind: 'string', kindWith: { template_substitution: 'dynamic' } },
	regex: { kind: 'dynamic' },
	number: { kind: 'integer' },
	comment: { kind: 'comment' },
	array: { kind: 'collection', children: 'element' },
	object: {
		kind: 'table',
		types: { pair: 'element', method_definition: 'element', shorthand_property_identifier: 'key' },
	},
	pair: { kind: 'pair', fields: { key: 'key', value: 'value' } },
	computed_property_name: inner,
	spread_element: { kind: 'spread', children: 'inner' },

	// Expressions
	member_expression: { kind: 'member', fields: { object: 'object', property: 'property' } },
	subscript_expression: { kind: 'subscript', fields: { object: 'object', index: 'property' } },
	call_expression: { kind: 'call', fields: { function: 'callee', arguments: 'arguments' } },
	new_expression: { kind: 'construction', fields: { constructor: 'callee' as const, arguments: 'arguments' } },
	arguments: { children: 'argument' },
	parenthesized_expression: inner,
	await_expression: { kind: 'await', children: 'inner' },
	unary_expression: {
		kindBy: { '!': 'not', '-': 'negative', '+': 'negative', '~': 'negative' },
		fields: { argument: 'inner' },
	},
	binary_expression: {
		kindBy: {
			...{ '==': 'comparison', '===': 'comparison', '!=': 'comparison', '!==': 'comparison' },
			...{ '<': 'comparison', '<=': 'comparison', '>': 'comparison', '>=': 'comparison' },
			...{ in: 'membership', '&&': 'and', '||': 'or', '??': 'fallback' },
			...{ '+': 'arithmetic', '-': 'arithmetic', '*': 'arithmetic', '/': 'arithmetic', '%': 'arithmetic' },
			...{ '**': 'arithmetic', '|': 'arithmetic', '&': 'arithmetic', '^': 'arithmetic' },
			...{ '<<': 'arithmetic', '>>': 'arithmetic', '>>>': 'arithmetic' },
		},
		fields: { left: 'left', right: 'right' },
	},
	ternary_expression: {
		kind: 'ternary',
		fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' },
	},
	assignment_expression: { kind: 'assignment', fields: { left: 'left', right: 'right' } },
	augmented_assignment_expression: { kind: 'assignment', fields: { left: 'left', right: 'right' } },

	// Functions
	function_declaration: functionRole,
	function_expression: functionRole,
	generator_function_declaration: functionRole,
	generator_function: functionRole,
	method_definition: functionRole,
	arrow_function: { ...functionRole, fieldKinds: { parameter: 'parameter' } },

	// Declarations
	lexical_declaration: { marks: { const: 'constant' } },
	variable_declarator: { kind: 'variable', fields: { name: 'name', value: 'value' } },
	object_pattern: { kind: 'destructuring', types: { shorthand_property_identifier_pattern: 'key' } },
	object_assignment_pattern: { fields: { left: 'key' } },
	assignment_pattern: { kind: 'parameter', fields: { left: 'name', right: 'value' } },
	pair_pattern: { kind: 'pair', fields: { key: 'key', value: 'value' } },
	class_declaration: { kind: 'class', fields: { name: 'name' }, types: { class_heritage: 'heritage' } },
	class_body: { kind: 'block' },
	import_statement: { kind: 'import', fields: { source: 'module' } },
	import_clause: { types: { identifier: 'alias' } },
	import_specifier: { kind: 'imported', fields: { name: 'name', alias: 'alias' } },
	namespace_import: { kind: 'imported-all', types: { identifier: 'alias' } },
	export_statement: { kind: 'export', fields: { source: 'module', value: 'value' }, tokens: { '*': 'all' } },
	export_specifier: { kind: 'imported', fields: { name: 'name', alias: 'alias' } },
	namespace_export: { kind: 'imported-all', types: { identifier: 'alias' } },

	// Statements
	statement_block: { kind: 'block' },
	expression_statement: { kind: 'statement', children: 'inner' },
	if_statement: { kind: 'if', fields: { condition: 'condition', consequence: 'body' } },
	else_clause: { children: 'alternative' },
	switch_statement: { kind: 'switch', fields: { value: 'subject' } },
	switch_case: { kind: 'case', fields: { value: 'label', body: 'body' } },
	switch_default: { kind: 'default', fields: { body: 'body' } },
	return_statement: { kind: 'return', children: 'value' },
	throw_statement: { kind: 'throw', children: 'value' },
	break_statement: { kind: 'break' },
	continue_statement: { kind: 'continue' },
	for_statement: { kind: 'loop', fields: { body: 'body' } },
	for_in_statement: { kind: 'loop', fields: { left: 'name', right: 'value', body: 'body' } },
	while_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	do_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	try_statement: { kind: 'try', fields: { body: 'body' } },
	catch_clause: { kind: 'catch', fields: { parameter: 'name', body: 'body' } },
};

/** What the nodes mean that only the grammars of TypeScript have. */
export const typescriptNodes: NodeRoles = {
	import_require_clause: { types: { identifier: 'alias' }, fields: { source: 'module' } },
	as_expression: { kind: 'transparent', first: 'inner' },
	satisfies_expression: { kind: 'transparent', first: 'inner' },
	non_null_expression: inner,
	required_parameter: { kind: 'parameter', fields: { pattern: 'name' } },
	optional_parameter: { kind: 'parameter', fields: { pattern: 'name' } },
	public_field_definition: { kind: 'field', fields: { name: 'name', value: 'value' } },
	enum_declaration: { kind: 'enum', fields: { name: 'name' } },
	// A member that counts has nothing but its name.
	enum_body: { fieldKinds: { name: 'enum-member' } },
	enum_assignment: { kind: 'enum-member', fields: { name: 'name', value: 'value' } },
	literal_type: { kind: 'type' },
	lookup_type: { kind: 'subscript', first: 'object', types: { literal_type: 'property' } },
	interface_declaration: { kind: 'type', fields: { name: 'name' } },
	type_alias_declaration: { kind: 'type', fields: { name: 'name', value: 'value' } },
	property_signature: { kind: 'type', fields: { name: 'name', type: 'value' } },
	abstract_class_declaration: { kind: 'class', fields: { name: 'name' }, types: { class_heritage: 'heritage' } },
};

/** What the nodes mean that only the grammar of JavaScript has. */
export const javascriptNodes: NodeRoles = {
	formal_parameters: { children: 'name' },
	field_definition: { kind: 'field', fields: { property: 'name', value: 'value' } },
};

/** Elements, in JavaScript and TSX. */
export const jsxNodes: NodeRoles = {
	jsx_opening_element: { kind: 'markup', fields: { name: 'callee' } },
	jsx_self_closing_element: { kind: 'markup', fields: { name: 'callee' } },
	jsx_attribute: { kind: 'pair', types: { property_identifier: 'key', jsx_expression: 'value' } },
	jsx_expression: inner,
};
