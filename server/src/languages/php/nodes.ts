import type { NodeRole, NodeRoles } from '../../syntax/parts/node-roles.ts';

const inner: NodeRole = { kind: 'transparent', children: 'inner' };
/** The element of a list that has a key: `'a' => 1`, `Codes::A => fn() => 1`. */
const keyed = /^(?:'[^']*'|"[^"]*"|[^'"([{]*?)\s*=>/;
/** Nodes in a string that stand for what is put in. */
const substitutions: NodeRole['kindWith'] = {
	variable_name: 'dynamic',
	dynamic_variable_name: 'dynamic',
	member_access_expression: 'dynamic',
	nullsafe_member_access_expression: 'dynamic',
	subscript_expression: 'dynamic',
	'{': 'dynamic',
};
const functionRole: NodeRole = {
	kind: 'function',
	fields: { name: 'name', parameters: 'parameters', body: 'body' },
};
const methodCall: NodeRole = {
	kind: 'call',
	calleeOf: ['object', 'name'],
	fields: { object: 'object', name: 'property', arguments: 'arguments' },
};
const classRole: NodeRole = {
	kind: 'class',
	fields: { name: 'name' },
	types: { base_clause: 'heritage' },
	opened: ['body'],
};
const parameter: NodeRole = { kind: 'parameter', fields: { name: 'name', default_value: 'value' } };
const member: NodeRole = { kind: 'member', fields: { object: 'object', name: 'property' } };
/** `require_once __DIR__ . '/codes.php'` */
const included: NodeRole = { kind: 'import', positions: ['module'] };
const assigned: NodeRole = { kind: 'assignment', fields: { left: ['left', 'name'], right: ['right', 'value'] } };

const values: NodeRoles = {
	// A variable goes by its name without the sign.
	variable_name: { through: true },
	string: { kind: 'string', types: { string_content: 'content' } },
	encapsed_string: { kind: 'string', kindWith: substitutions, types: { string_content: 'content' } },
	heredoc: { kind: 'string', opened: ['value'] },
	heredoc_body: { kindWith: substitutions, types: { string_content: 'content' } },
	nowdoc: { kind: 'string', opened: ['value'] },
	nowdoc_body: { types: { nowdoc_string: 'content' } },
	integer: { kind: 'integer' },
	comment: { kind: 'comment' },
	array_creation_expression: {
		kind: 'collection',
		children: 'element',
		reads: [{ field: 'element', text: keyed, kind: 'table' }],
	},
	array_element_initializer: { kindWith: { '=>': 'pair' }, positions: ['key', 'value'], through: true },
	variadic_unpacking: { kind: 'spread', children: 'inner' },
	// `['code' => $code] = $error`: keys come before the mark, the names they go to after it.
	list_literal: { kind: 'destructuring', children: 'element' },
};

const expressions: NodeRoles = {
	member_access_expression: member,
	nullsafe_member_access_expression: member,
	class_constant_access_expression: { kind: 'member', positions: ['object', 'property'] },
	scoped_property_access_expression: { kind: 'member', fields: { scope: 'object', name: 'property' } },
	subscript_expression: { kind: 'subscript', positions: ['object', 'property'] },
	qualified_name: { kind: 'transparent', types: { name: 'inner' } },
	function_call_expression: { kind: 'call', fields: { function: 'callee', arguments: 'arguments' } },
	member_call_expression: methodCall,
	nullsafe_member_call_expression: methodCall,
	scoped_call_expression: {
		kind: 'call',
		calleeOf: ['scope', 'name'],
		fields: { scope: 'object', name: 'property', arguments: 'arguments' },
	},
	object_creation_expression: { kind: 'construction', positions: ['callee'], types: { arguments: 'arguments' } },
	attribute: { kind: 'construction', positions: ['callee'], fields: { parameters: 'arguments' } },
	arguments: { children: 'argument' },
	argument: { kindWith: { ':': 'pair' }, positions: ['key', 'value'], through: true },
	parenthesized_expression: inner,
	cast_expression: { kind: 'transparent', fields: { value: 'inner' } },
	error_suppression_expression: inner,
	unary_op_expression: {
		kindBy: { '!': 'not', '-': 'negative', '+': 'negative', '~': 'negative' },
		fields: { argument: 'inner' },
	},
	binary_expression: {
		kindBy: {
			...{ '==': 'comparison', '===': 'comparison', '!=': 'comparison', '!==': 'comparison', '<>': 'comparison' },
			...{ '<': 'comparison', '<=': 'comparison', '>': 'comparison', '>=': 'comparison' },
			...{ '&&': 'and', and: 'and', '||': 'or', or: 'or', '??': 'fallback' },
			...{ '+': 'arithmetic', '-': 'arithmetic', '*': 'arithmetic', '/': 'arithmetic', '%': 'arithmetic' },
			...{ '**': 'arithmetic', '.': 'arithmetic', '|': 'arithmetic', '&': 'arithmetic', '^': 'arithmetic' },
			...{ '<<': 'arithmetic', '>>': 'arithmetic' },
		},
		fields: { left: 'left', right: 'right' },
	},
	conditional_expression: {
		kind: 'ternary',
		fields: { condition: 'condition', body: 'body', alternative: 'alternative' },
	},
	assignment_expression: assigned,
	reference_assignment_expression: assigned,
	augmented_assignment_expression: { kind: 'assignment', fields: { left: 'left', right: 'right' } },
	match_expression: {
		kind: 'switch',
		fields: { condition: 'subject' },
		opened: ['body'],
		tokens: { match: 'separate' },
	},
	match_conditional_expression: {
		kind: 'case',
		fields: { conditional_expressions: 'label', return_expression: 'body' },
	},
	match_condition_list: { through: true },
	match_default_expression: { kind: 'default', fields: { return_expression: 'body' } },
	throw_expression: { kind: 'throw', children: 'value' },
};

const declarations: NodeRoles = {
	function_definition: functionRole,
	method_declaration: functionRole,
	anonymous_function: functionRole,
	arrow_function: functionRole,
	simple_parameter: parameter,
	variadic_parameter: parameter,
	property_promotion_parameter: parameter,
	class_declaration: classRole,
	interface_declaration: classRole,
	trait_declaration: classRole,
	enum_declaration: { kind: 'enum', fields: { name: 'name' }, opened: ['body'] },
	enum_case: { kind: 'enum-member', fields: { name: 'name', value: 'value' } },
	const_declaration: { marks: { const: 'constant' } },
	const_element: { kind: 'variable', within: { class: 'field', enum: 'field' }, positions: ['name', 'value'] },
	property_element: { kind: 'field', fields: { name: 'name', default_value: 'value' } },
	static_variable_declaration: { kind: 'variable', fields: { name: 'name', value: 'value' } },
	// `use App\\{Codes, Limits as L}` holds an import for each name, and what they have in common.
	namespace_use_declaration: { kindWith: { namespace_use_group: 'import' }, types: { namespace_name: 'module' } },
	namespace_use_clause: { kind: 'import', positions: ['module'], fields: { alias: 'alias' } },
	require_once_expression: included,
	require_expression: included,
	include_once_expression: included,
	include_expression: included,
	by_ref: { through: true },
};

const statements: NodeRoles = {
	compound_statement: { kind: 'block' },
	colon_block: { kind: 'block' },
	expression_statement: {
		kind: 'statement',
		kindWith: { throw_expression: 'throw' },
		openedTypes: ['throw_expression'],
		children: 'inner',
	},
	echo_statement: { kind: 'statement', children: 'inner' },
	unset_statement: { kind: 'statement' },
	if_statement: {
		kind: 'if',
		fields: { condition: 'condition', body: 'body' },
		types: { else_if_clause: 'alternative' },
	},
	else_if_clause: { kind: 'if', fields: { condition: 'condition', body: 'body' }, takesRest: true },
	else_clause: { fields: { body: 'alternative' } },
	switch_statement: { kind: 'switch', fields: { condition: 'subject' }, opened: ['body'] },
	case_statement: { kind: 'case', positions: ['label'], rest: 'body' },
	default_statement: { kind: 'default', positions: [], rest: 'body' },
	return_statement: { kind: 'return', children: 'value' },
	exit_statement: { kind: 'return', children: 'value' },
	break_statement: { kind: 'break' },
	continue_statement: { kind: 'continue' },
	for_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	foreach_statement: { kind: 'loop', positions: ['value', 'name', 'body'] },
	while_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	do_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	try_statement: { kind: 'try', fields: { body: 'body' } },
	catch_clause: { kind: 'catch', fields: { type: 'heritage', name: 'name', body: 'body' } },
};

/** What the nodes of PHP mean. */
export const nodes: NodeRoles = { ...values, ...expressions, ...declarations, ...statements };
