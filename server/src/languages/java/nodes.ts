import type { NodeRole, NodeRoles } from '../../syntax/parts/node-roles.ts';
import type { PartField } from '../../syntax/parts/part.ts';

const inner: NodeRole = { kind: 'transparent', children: 'inner' };
const assigned = { left: 'left', right: 'right' } as const;

/** A method, with the object that it is called on right beside its name. */
const methodCall: NodeRole = {
	kind: 'call',
	fields: { object: 'object', name: 'property', arguments: 'arguments' },
	calleeOf: ['object', 'name'],
	collects: [
		{
			callee:
				/^(?:(?:java\.util\.)?(?:Set|List|EnumSet|Stream|IntStream|Arrays)\.(?:of|asList)|Immutable(?:Set|List)\.of)$/,
			kind: 'collection',
		},
		{ callee: /^(?:Sets\.(?:newHashSet|immutableEnumSet)|Lists\.newArrayList)$/, kind: 'collection' },
		{ callee: /^(?:java\.util\.)?(?:Immutable)?Map\.(?:of|ofEntries)$/, kind: 'table' },
		{ callee: /^(?:Map\.)?entry$/, kind: 'pair' },
	],
};

const values: NodeRoles = {
	string_literal: {
		kind: 'string',
		types: { string_fragment: 'content', multiline_string_fragment: 'content' },
	},
	character_literal: { kind: 'dynamic' },
	decimal_integer_literal: { kind: 'integer' },
	hex_integer_literal: { kind: 'integer' },
	line_comment: { kind: 'comment' },
	block_comment: { kind: 'comment' },
	array_initializer: { kind: 'collection', children: 'element' },
	element_value_array_initializer: { kind: 'collection', children: 'element' },
};

/** Annotations that say how a constant of an enum is written in JSON or XML. */
const writtenAs = /^(?:[\w.]+\.)?(?:JsonProperty|SerializedName|Json|JsonbProperty|JSONField|XmlEnumValue|Value)$/;

const expressions: NodeRoles = {
	field_access: { kind: 'member', fields: { object: 'object', field: 'property' } },
	method_reference: { kind: 'member', positions: ['object', 'property'] },
	array_access: { kind: 'subscript', fields: { array: 'object', index: 'property' } },
	method_invocation: methodCall,
	object_creation_expression: { kind: 'construction', fields: { type: 'callee', arguments: 'arguments' } },
	generic_type: { kind: 'transparent', first: 'inner' },
	array_creation_expression: { kind: 'transparent', fields: { value: 'inner' } },
	explicit_constructor_invocation: { kind: 'call', fields: { constructor: 'callee' as const, arguments: 'arguments' } },
	// What an enum constant is made with: its first argument is what it stands for.
	argument_list: { children: 'argument', first: 'inner', within: { 'enum-member': 'transparent' } },
	annotation: {
		kind: 'call',
		fields: { name: 'callee', arguments: ['arguments', 'inner'] },
		// What says how a constant of an enum is written elsewhere is what the constant stands for.
		reads: [{ field: 'callee', text: writtenAs, kind: 'transparent', also: 'value' }],
	},
	annotation_argument_list: { children: 'argument', first: 'inner', within: { transparent: 'transparent' } },
	element_value_pair: {
		kind: 'pair',
		fields: { key: 'key', value: ['value', 'inner'] },
		within: { transparent: 'transparent' },
	},
	parenthesized_expression: inner,
	cast_expression: { kind: 'transparent', fields: { value: 'inner' } },
	unary_expression: {
		kindBy: { '!': 'not', '-': 'negative', '+': 'negative', '~': 'negative' },
		fields: { operand: 'inner' },
	},
	binary_expression: {
		kindBy: {
			...{ '==': 'comparison', '!=': 'comparison', '&&': 'and', '||': 'or' },
			...{ '<': 'comparison', '<=': 'comparison', '>': 'comparison', '>=': 'comparison' },
			...{ '+': 'arithmetic', '-': 'arithmetic', '*': 'arithmetic', '/': 'arithmetic', '%': 'arithmetic' },
			...{ '|': 'arithmetic', '&': 'arithmetic', '^': 'arithmetic' },
			...{ '<<': 'arithmetic', '>>': 'arithmetic', '>>>': 'arithmetic' },
		},
		fields: assigned,
	},
	ternary_expression: {
		kind: 'ternary',
		fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' },
	},
	assignment_expression: { kind: 'assignment', fields: assigned },
	lambda_expression: {
		kind: 'function',
		fields: { parameters: 'parameters', body: 'body' },
	},
	inferred_parameters: { children: 'name' },
};

const declarations: NodeRoles = {
	package_declaration: { kind: 'statement' },
	import_declaration: {
		kind: 'import',
		types: { scoped_identifier: 'module', identifier: 'module', asterisk: 'alias' },
	},
	class_declaration: { kind: 'class', fields: { name: 'name' }, types: { superclass: 'heritage' } },
	interface_declaration: { kind: 'class', fields: { name: 'name' } },
	record_declaration: { kind: 'class', fields: { name: 'name', parameters: 'parameters' } },
	annotation_type_declaration: { kind: 'class', fields: { name: 'name' } },
	enum_declaration: { kind: 'enum', fields: { name: 'name' } },
	enum_body: { types: { enum_constant: 'constant' } },
	// One that is made with nothing stands for its name.
	enum_constant: { kind: 'enum-member', fields: { name: ['name', 'value'], arguments: 'value' } },
	method_declaration: { kind: 'function', fields: { name: 'name', parameters: 'parameters', body: 'body' } },
	constructor_declaration: { kind: 'function', fields: { name: 'name', parameters: 'parameters', body: 'body' } },
	compact_constructor_declaration: { kind: 'function', fields: { name: 'name', body: 'body' } },
	constructor_body: { kind: 'block' },
	formal_parameter: { kind: 'parameter', fields: { name: 'name' } },
	field_declaration: {
		kind: 'field',
		opened: ['declarator'],
		types: { modifiers: 'heritage' },
		reads: [{ field: 'heritage', text: /\bstatic\b[\s\S]*\bfinal\b|\bfinal\b[\s\S]*\bstatic\b/, also: 'constant' }],
	},
	// Those of an interface are static and final without saying so.
	interface_body: { types: { constant_declaration: 'constant' } },
	annotation_type_body: { types: { constant_declaration: 'constant' } },
	constant_declaration: { kind: 'field', opened: ['declarator'] },
	variable_declarator: { kind: 'variable', fields: { name: 'name', value: 'value' } },
	resource: { kind: 'variable', fields: { name: 'name', value: 'value' } },
};

/** What may stand in a branch of a switch. */
const statementTypes = [
	...['block', 'expression_statement', 'return_statement', 'throw_statement', 'break_statement'],
	...['continue_statement', 'yield_statement', 'if_statement', 'for_statement', 'enhanced_for_statement'],
	...['while_statement', 'do_statement', 'try_statement', 'try_with_resources_statement'],
	...['synchronized_statement', 'labeled_statement', 'local_variable_declaration', 'switch_expression'],
	...['assert_statement', 'class_declaration'],
];
/** What may stand after `case`; `null` stands for nothing. */
const labelTypes = [
	...['string_literal', 'character_literal', 'decimal_integer_literal', 'hex_integer_literal', 'identifier'],
	...['field_access', 'parenthesized_expression', 'cast_expression', 'unary_expression', 'binary_expression'],
	...['method_invocation', 'pattern', 'ternary_expression'],
];
const all = (types: readonly string[], field: PartField): Readonly<Record<string, PartField>> =>
	Object.fromEntries(types.map((type) => [type, field]));
const armRole: NodeRole = {
	kind: 'case',
	types: all(statementTypes, 'body'),
	reads: [
		{ field: 'all', text: /^/, kind: 'default' },
		// Beside `null` the grammar takes the word for a name.
		{ field: 'label', text: /^default$/, kind: 'default' },
	],
};

const statements: NodeRoles = {
	block: { kind: 'block' },
	expression_statement: { kind: 'statement', children: 'inner' },
	if_statement: {
		kind: 'if',
		fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' },
	},
	switch_expression: { kind: 'switch', fields: { condition: 'subject' } },
	switch_block_statement_group: armRole,
	switch_rule: { ...armRole, tokens: { '->': 'separate' } },
	switch_label: { types: { ...all(labelTypes, 'label'), guard: 'guard' as const }, tokens: { default: 'all' } },
	guard: inner,
	pattern: { kind: 'dynamic' },
	return_statement: { kind: 'return', children: 'value' },
	yield_statement: { kind: 'return', children: 'value' },
	throw_statement: { kind: 'throw', children: 'value' },
	break_statement: { kind: 'break' },
	continue_statement: { kind: 'continue' },
	for_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	enhanced_for_statement: { kind: 'loop', fields: { name: 'name', value: 'value', body: 'body' } },
	while_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	do_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	try_statement: { kind: 'try', fields: { body: 'body' } },
	try_with_resources_statement: { kind: 'try', fields: { body: 'body' } },
	catch_clause: { kind: 'catch', fields: { body: 'body' } },
	catch_formal_parameter: { fields: { name: 'name' } },
};

/** What the nodes of Java mean. */
export const nodes: NodeRoles = { ...values, ...expressions, ...declarations, ...statements };
