import type { NodeRole, NodeRoles } from '../../syntax/parts/node-roles.ts';

const inner: NodeRole = { kind: 'transparent', children: 'inner' };
/** Words that the grammar takes for names. */
const words = { break: 'break', continue: 'continue' } as const;

const values: NodeRoles = {
	// What `$name` puts in has no node: its sign stands as content of its own.
	string_literal: {
		kind: 'string',
		types: { string_content: 'content', escape_sequence: 'content' },
		reads: [{ field: 'content', text: /^\$$/, kind: 'dynamic' }],
		kindWith: { interpolation: 'dynamic' },
	},
	multiline_string_literal: {
		kind: 'string',
		types: { string_content: 'content' },
		reads: [{ field: 'content', text: /^\$$/, kind: 'dynamic' }],
		kindWith: { interpolation: 'dynamic' },
	},
	character_literal: { kind: 'dynamic' },
	number_literal: { kind: 'integer' },
	range_expression: {
		kindBy: { '..': 'range', '..<': 'half-open-range' },
		positions: ['left', 'right'],
	},
	collection_literal: { kind: 'collection', children: 'element' },
	line_comment: { kind: 'comment' },
	block_comment: { kind: 'comment' },
};

const operations: NodeRoles = {
	// `key to value`, `400 until 500`
	infix_expression: {
		kind: 'arithmetic',
		positions: [['key', 'left'], 'operator', ['value', 'right']],
		reads: [
			{ field: 'operator', text: /^to$/, kind: 'pair' },
			{ field: 'operator', text: /^until$/, kind: 'half-open-range' },
			{ field: 'operator', text: /^rangeTo$/, kind: 'range' },
			{ field: 'operator', text: /^should(?:Not)?(?:Be|Equal)$/, kind: 'comparison' },
		],
	},
	unary_expression: {
		kindBy: {
			'!': 'not',
			'-': 'negative',
			'+': 'negative',
			'!!': 'transparent',
			'++': 'assignment',
			'--': 'assignment',
		},
		fields: { argument: ['inner', 'left'] },
	},
	binary_expression: {
		kindBy: {
			...{ '==': 'comparison', '!=': 'comparison', '===': 'comparison', '!==': 'comparison' },
			...{ '<': 'comparison', '<=': 'comparison', '>': 'comparison', '>=': 'comparison' },
			...{ '&&': 'and', '||': 'or', '?:': 'fallback' },
			...{ '+': 'arithmetic', '-': 'arithmetic', '*': 'arithmetic', '/': 'arithmetic', '%': 'arithmetic' },
		},
		fields: { left: 'left', right: 'right' },
	},
	in_expression: {
		kindBy: { in: 'membership', '!in': 'membership' },
		fields: { left: 'left', right: 'right' },
	},
	is_expression: { kind: 'dynamic' },
	as_expression: { kind: 'transparent', fields: { left: 'inner' } },
	parenthesized_expression: inner,
	annotated_expression: { kind: 'transparent', children: 'inner' },
	labeled_expression: {
		kind: 'transparent',
		positions: ['name', 'inner'],
		reads: [
			{ field: 'name', text: /^break@$/, kind: 'break' },
			{ field: 'name', text: /^continue@$/, kind: 'continue' },
		],
	},
	assignment: { kind: 'assignment', fields: { left: 'left', right: 'right' } },
};

const calls: NodeRoles = {
	navigation_expression: { kind: 'member', positions: ['object', 'property'] },
	callable_reference: { kind: 'member', positions: ['property'] },
	index_expression: { kind: 'subscript', positions: ['object', 'property'] },
	// A call that is given a function in braces besides holds the call with all that is in parentheses.
	call_expression: {
		kind: 'call',
		kindWith: { call_expression: 'transparent' },
		first: 'callee',
		types: { value_arguments: 'arguments', annotated_lambda: 'arguments', call_expression: 'inner' },
		collects: [
			{ callee: /^(?:mutable|persistent|immutable|hash|linked|sorted)?(?:Map|map)Of$/, kind: 'table' },
			{ callee: /^(?:Map\.of|Map\.ofEntries|buildMap)$/, kind: 'table' },
			{ callee: /^(?:Pair|Map\.entry)$/, kind: 'pair' },
			{
				callee:
					/^(?:int|long|string)?(?:mutable|persistent|immutable|hash|linked|sorted)?(?:Set|List|Array|set|list|array)(?:Of)$/,
				kind: 'collection',
			},
			{ callee: /^(?:sequenceOf|flowOf|EnumSet\.of|Set\.of|List\.of|Arrays\.asList)$/, kind: 'collection' },
		],
		// What begins with a capital makes a value of a class.
		restates: [{ name: /^[A-Z]/, isMethod: false, kind: 'construction' }],
	},
	constructor_invocation: { kind: 'construction', types: { user_type: 'callee', value_arguments: 'arguments' } },
	constructor_delegation_call: {
		kind: 'call',
		tokens: { super: 'callee', this: 'callee' },
		types: { value_arguments: 'arguments' },
	},
	// What an enum constant is made with: its first argument is what it stands for.
	value_arguments: { children: 'argument', first: 'inner', within: { 'enum-member': 'transparent' } },
	value_argument: { kindWith: { '=': 'pair' }, through: true, first: 'key', marks: { '=': 'value' } },
	spread_expression: { kind: 'spread', children: 'inner' },
	annotated_lambda: { types: { lambda_literal: 'argument' } },
	lambda_literal: {
		kind: 'function',
		types: { lambda_parameters: 'parameters' },
		bodyBut: ['lambda_parameters'],
		words,
	},
	lambda_parameters: { types: { variable_declaration: 'name' } },
	anonymous_function: {
		kind: 'function',
		openedTypes: ['function_body'],
		types: { function_value_parameters: 'parameters' },
	},
};

const declarations: NodeRoles = {
	package_header: { kind: 'statement' },
	import: { kind: 'import', types: { qualified_identifier: 'module', identifier: 'alias' }, tokens: { '*': 'alias' } },
	class_declaration: {
		kind: 'class',
		kindWith: { enum_class_body: 'enum' },
		fields: { name: 'name' },
		types: { primary_constructor: 'parameters', delegation_specifiers: 'heritage' },
	},
	object_declaration: { kind: 'class', fields: { name: 'name' }, types: { delegation_specifiers: 'heritage' } },
	enum_class_body: { types: { enum_entry: 'constant' } },
	enum_entry: { kind: 'enum-member', types: { identifier: 'name', value_arguments: 'value' } },
	function_declaration: {
		kind: 'function',
		fields: { name: 'name' },
		types: { function_value_parameters: 'parameters' },
		openedTypes: ['function_body'],
	},
	function_body: { types: { block: 'body' }, marks: { '=': 'body' } },
	secondary_constructor: { kind: 'function', types: { function_value_parameters: 'parameters', block: 'body' } },
	getter: { kind: 'function', openedTypes: ['function_body'] },
	setter: { kind: 'function', openedTypes: ['function_body'] },
	class_parameter: { kind: 'parameter', types: { identifier: 'name' }, marks: { '=': 'value' } },
	function_value_parameters: { marks: { '=': 'value' } },
	parameter: { kind: 'parameter', types: { identifier: 'name' }, takesUntil: ',' },
	property_declaration: {
		kind: 'variable',
		within: { class: 'field', enum: 'field' },
		openedTypes: ['variable_declaration'],
		types: { multi_variable_declaration: 'name', property_delegate: 'value' },
		marks: { '=': 'value' },
		tokens: { val: 'constant' },
		reads: [{ field: 'constant', text: /^val$/, also: 'constant' }],
	},
	variable_declaration: { types: { identifier: 'name' } },
	// What is taken apart is mostly a data class, whose parts are called as they are there.
	multi_variable_declaration: { kind: 'destructuring', types: { variable_declaration: 'key' } },
};

const statements: NodeRoles = {
	block: { kind: 'block', words },
	if_expression: {
		kind: 'if',
		fields: { condition: 'condition' },
		positions: ['condition', 'body', 'alternative'],
		words,
	},
	when_expression: { kind: 'switch', types: { when_subject: 'subject' } },
	when_subject: {
		kind: 'transparent',
		kindWith: { val: 'variable' },
		openedTypes: ['variable_declaration'],
		children: 'inner',
		marks: { '=': 'value' },
	},
	when_entry: {
		kind: 'case',
		fields: { condition: 'label' },
		tokens: { '->': 'separate', else: 'all' },
		marks: { '->': 'body' },
		words,
		reads: [{ field: 'all', text: /^/, kind: 'default' }],
	},
	range_test: { kindBy: { in: 'transparent', '!in': 'not' }, children: 'inner' },
	type_test: { kind: 'dynamic' },
	return_expression: { kind: 'return', children: 'value' },
	throw_expression: { kind: 'throw', children: 'value' },
	for_statement: { kind: 'loop', positions: ['name', 'value', 'body'], words },
	while_statement: { kind: 'loop', fields: { condition: 'condition' }, positions: ['condition', 'body'], words },
	do_while_statement: { kind: 'loop', fields: { condition: 'condition' }, types: { block: 'body' } },
	try_expression: { kind: 'try', types: { block: 'body' } },
	catch_block: { kind: 'catch', types: { identifier: 'name', block: 'body' } },
};

/** What the nodes of Kotlin mean. */
export const nodes: NodeRoles = { ...values, ...operations, ...calls, ...declarations, ...statements };
