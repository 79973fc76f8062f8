import type { NodeRole, NodeRoles } from '../../syntax/parts/node-roles.ts';

const inner: NodeRole = { kind: 'transparent', children: 'inner' };
const list: NodeRole = { kind: 'collection', children: 'element' };
/** A name that a pattern gives to whatever comes; `None` and the like are values. */
const captured = /^(?!(?:None|True|False)$)[A-Za-z_]\w*$/;

const values: NodeRoles = {
	string: { kind: 'string', kindWith: { interpolation: 'dynamic' }, types: { string_content: 'content' } },
	concatenated_string: {
		kind: 'string',
		children: 'inner',
		reads: [{ field: 'inner', text: /^(?:[fFtT][rR]?|[rR][fFtT])['"]/, kind: 'dynamic' }],
	},
	integer: { kind: 'integer' },
	comment: { kind: 'comment' },
	list,
	set: list,
	tuple: list,
	expression_list: list,
	dictionary: { kind: 'table', types: { pair: 'element' } },
	pair: { kind: 'pair', fields: { key: 'key', value: 'value' } },
	list_splat: { kind: 'spread', children: 'inner' },
	dictionary_splat: { kind: 'spread', children: 'inner' },
	type: { kind: 'type' },
};

const expressions: NodeRoles = {
	attribute: { kind: 'member', fields: { object: 'object', attribute: 'property' } },
	subscript: { kind: 'subscript', fields: { value: 'object', subscript: 'property' } },
	call: {
		kind: 'call',
		fields: { function: 'callee', arguments: 'arguments' },
		// A class makes something when it is called, and classes are written like this.
		reads: [{ field: 'callee', text: /(?:^|\.)_*[A-Z]\w*[a-z]\w*$/, kind: 'construction' }],
	},
	argument_list: { children: 'argument' },
	keyword_argument: { kind: 'pair', fields: { name: 'key', value: 'value' } },
	parenthesized_expression: inner,
	await: { kind: 'await', children: 'inner' },
	not_operator: { kind: 'not', fields: { argument: 'inner' } },
	unary_operator: { kindBy: { '-': 'negative', '+': 'negative', '~': 'negative' }, fields: { argument: 'inner' } },
	boolean_operator: { kindBy: { and: 'and', or: 'or' }, fields: { left: 'left', right: 'right' } },
	comparison_operator: {
		kindBy: {
			...{ '==': 'comparison', '!=': 'comparison', '<>': 'comparison', is: 'comparison', 'is not': 'comparison' },
			...{ '<': 'comparison', '<=': 'comparison', '>': 'comparison', '>=': 'comparison' },
			...{ in: 'membership', 'not in': 'membership' },
		},
		positions: ['left'],
		rest: 'right',
	},
	binary_operator: {
		kindBy: {
			...{ '+': 'arithmetic', '-': 'arithmetic', '*': 'arithmetic', '/': 'arithmetic', '//': 'arithmetic' },
			...{ '%': 'arithmetic', '**': 'arithmetic', '|': 'arithmetic', '&': 'arithmetic', '^': 'arithmetic' },
			...{ '<<': 'arithmetic', '>>': 'arithmetic' },
		},
		fields: { left: 'left', right: 'right' },
	},
	conditional_expression: { kind: 'ternary', positions: ['body', 'condition', 'alternative'] },
	named_expression: { kind: 'assignment', fields: { name: 'left', value: 'right' } },
	lambda: { kind: 'function', fields: { parameters: 'parameters', body: 'body' } },
	lambda_parameters: { children: 'name' },
	for_in_clause: { kind: 'loop', fields: { left: 'name', right: 'value' } },
};

const declarations: NodeRoles = {
	function_definition: {
		kind: 'function',
		fields: { name: 'name', parameters: 'parameters', body: 'body' },
		tokens: { async: 'asynchronous' },
	},
	parameters: { children: 'name' },
	default_parameter: { kind: 'parameter', fields: { name: 'name', value: 'value' } },
	typed_parameter: { kind: 'parameter', positions: ['name'] },
	typed_default_parameter: { kind: 'parameter', fields: { name: 'name', value: 'value' } },
	class_definition: {
		kind: 'class',
		fields: { name: 'name', superclasses: 'heritage' },
		opened: ['body'],
		reads: [{ field: 'heritage', text: /(?:Enum|Flag|TextChoices|IntegerChoices)\b/, kind: 'enum' }],
	},
	assignment: {
		kind: 'assignment',
		fields: { left: ['name', 'left'], right: ['value', 'right'] },
		within: { nothing: 'variable', class: 'field', enum: 'enum-member' },
		reads: [
			{ field: 'name', text: /^_*[A-Z][A-Z\d_]*$/, also: 'constant' },
			{ field: 'name', text: /[.[]/, kind: 'assignment' },
			{ field: 'value', text: /^(?:\w+\.)?(?:Literal|Union|Optional)\[/, kind: 'type' },
		],
	},
	augmented_assignment: { kind: 'assignment', fields: { left: 'left', right: 'right' } },
	type_alias_statement: { kind: 'type', fields: { left: 'name', right: 'value' } },
	import_statement: { fieldKinds: { name: 'import' } },
	import_from_statement: { kind: 'import', fields: { module_name: 'module' }, fieldKinds: { name: 'imported' } },
	aliased_import: { fields: { name: ['name', 'module'], alias: 'alias' } },
	wildcard_import: { kind: 'imported-all' },
};

const statements: NodeRoles = {
	block: { kind: 'block' },
	if_statement: {
		kind: 'if',
		fields: { condition: 'condition', consequence: 'body' },
		types: { elif_clause: 'alternative' },
	},
	elif_clause: { kind: 'if', fields: { condition: 'condition', consequence: 'body' }, takesRest: true },
	else_clause: { fields: { body: 'alternative' } },
	match_statement: {
		kind: 'switch',
		fields: { subject: 'subject' },
		opened: ['body'],
		tokens: { match: 'separate' },
	},
	case_clause: {
		kind: 'case',
		kindWith: { ',': 'case' },
		fields: { guard: 'guard', consequence: 'body' },
		types: { case_pattern: 'label' },
		reads: [
			{ field: 'label', text: captured, kind: 'default', alone: true },
			{ field: 'guard', text: /^/, kind: 'case' },
		],
	},
	return_statement: { kind: 'return', children: 'value' },
	raise_statement: { kind: 'throw', positions: ['value'] },
	break_statement: { kind: 'break' },
	continue_statement: { kind: 'continue' },
	for_statement: { kind: 'loop', fields: { left: 'name', right: 'value', body: 'body' } },
	while_statement: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	try_statement: { kind: 'try', fields: { body: 'body' } },
	except_clause: { kind: 'catch', opened: ['value'], types: { block: 'body' } },
	with_item: { fieldKinds: { value: 'variable' } },
	as_pattern: { positions: ['value'], fields: { alias: 'name' } },
};

/** What stands after `case`. */
const patterns: NodeRoles = {
	case_pattern: {
		kind: 'transparent',
		children: 'inner',
		reads: [
			{ field: 'inner', text: captured, kind: 'parameter' },
			{ field: 'inner', text: /^\*/, kind: 'parameter' },
		],
	},
	if_clause: inner,
	union_pattern: { kind: 'or' },
	dict_pattern: { kind: 'destructuring', fields: { key: 'key', value: 'value' } },
	class_pattern: { kind: 'destructuring', types: { case_pattern: 'element' } },
	keyword_pattern: { kind: 'pair', positions: ['key', 'value'] },
	tuple_pattern: list,
	list_pattern: list,
};

/** What the nodes of Python's grammar mean. */
export const nodes: NodeRoles = { ...values, ...expressions, ...declarations, ...statements, ...patterns };
