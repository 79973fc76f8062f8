import type { NodeRole, NodeRoles, ReadingRule } from '../../syntax/parts/node-roles.ts';
import type { PartField } from '../../syntax/parts/part.ts';

const inner: NodeRole = { kind: 'transparent', children: 'inner' };
/** Words that the grammar takes for names: they raise what is being rescued. */
const words: NodeRole['words'] = { raise: 'throw', fail: 'throw' };
/** A name that a pattern gives to whatever comes. */
const captured = /^(?!(?:nil|true|false|self)$)[a-z_]\w*$/;
const capturing = (field: PartField): readonly ReadingRule[] => [{ field, text: captured, child: 'parameter' }];
const constantName = /^[A-Z]\w*$/;
const text: NodeRole = {
	kind: 'string',
	kindWith: { interpolation: 'dynamic', escape_sequence: 'dynamic' },
	types: { string_content: 'content' },
};
const list: NodeRole = { kind: 'collection', children: 'element' };
const parameters: NodeRole = { children: 'name' };
const parameter: NodeRole = { kind: 'parameter', fields: { name: 'name', value: 'value' } };
const functionRole: NodeRole = {
	kind: 'function',
	fields: { name: 'name', parameters: 'parameters', body: 'body' },
};
const classRole: NodeRole = {
	kind: 'class',
	fields: { name: 'name', superclass: 'heritage' },
	opened: ['body'],
	words,
};
/** Statements in a row, without the word before them. */
const statementList: NodeRole = { kind: 'block', children: 'body', tight: true, words };
const body: NodeRole = { kind: 'block', kindWith: { rescue: 'try', ensure: 'try' }, givesLast: true, words };

const values: NodeRoles = {
	string: text,
	bare_string: text,
	delimited_symbol: text,
	bare_symbol: text,
	simple_symbol: { kind: 'string' },
	chained_string: {
		kind: 'string',
		children: 'inner',
		reads: [{ field: 'inner', text: /#\{/, kind: 'dynamic' }],
	},
	integer: { kind: 'integer' },
	comment: { kind: 'comment' },
	array: list,
	string_array: list,
	symbol_array: list,
	right_assignment_list: { through: true },
	hash: { kind: 'table', types: { pair: 'element' } },
	pair: { kind: 'pair', fields: { key: 'key', value: 'value' } },
	splat_argument: { kind: 'spread', children: 'inner' },
	hash_splat_argument: { kind: 'spread', children: 'inner' },
	range: {
		kindBy: { '..': 'range', '...': 'half-open-range' },
		fields: { begin: 'left', end: 'right' },
	},
};

const expressions: NodeRoles = {
	call: {
		kind: 'call',
		calleeOf: ['receiver', 'method'],
		fields: { receiver: 'object', method: 'property', arguments: 'arguments', block: 'argument' },
		restates: [
			{ name: /^raise$/, isMethod: false, kind: 'throw' },
			{ name: /^new$/, isMethod: true, kind: 'construction' },
			{ name: /^(?:in|between)\?$/, isMethod: true, kind: 'membership' },
			{ name: /^(?:freeze|to_set|to_h|dup|compact|with_indifferent_access)$/, isMethod: true, kind: 'transparent' },
			{ name: /^(?:lambda|proc)$/, isMethod: false, kind: 'transparent' },
			{ name: /^method$/, isMethod: false, kind: 'reference' },
		],
	},
	argument_list: { children: 'argument' },
	element_reference: {
		kind: 'subscript',
		positions: ['object', ['property', 'element']],
		rest: 'element',
		// `Set[401, 403]` writes a set.
		reads: [{ field: 'object', text: /^(?:Sorted)?Set$/, kind: 'collection' }],
	},
	scope_resolution: { kind: 'member', fields: { scope: 'object', name: 'property' } },
	parenthesized_statements: inner,
	unary: {
		kindBy: { '!': 'not', not: 'not', '-': 'negative', '+': 'negative', '~': 'negative' },
		fields: { operand: 'inner' },
	},
	binary: {
		kindBy: {
			...{ '==': 'comparison', '===': 'comparison', '!=': 'comparison' },
			...{ '<': 'comparison', '<=': 'comparison', '>': 'comparison', '>=': 'comparison' },
			...{ '&&': 'and', and: 'and', '||': 'or', or: 'or' },
			...{ '+': 'arithmetic', '-': 'arithmetic', '*': 'arithmetic', '/': 'arithmetic', '%': 'arithmetic' },
			...{ '**': 'arithmetic', '|': 'arithmetic', '&': 'arithmetic', '^': 'arithmetic' },
			// `statuses << 404` adds to a list, so that `<<` says nothing of a number.
			...{ '>>': 'arithmetic', '<=>': 'arithmetic' },
		},
		fields: { left: 'left', right: 'right' },
		words,
	},
	conditional: {
		kind: 'ternary',
		fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' },
	},
	assignment: {
		kind: 'assignment',
		fields: { left: ['name', 'left'], right: ['value', 'right'] },
		within: { nothing: 'variable', class: 'field' },
		reads: [
			{ field: 'name', text: constantName, also: 'constant' },
			{ field: 'name', text: /[.[]/, kind: 'assignment' },
		],
	},
	left_assignment_list: { through: true },
	operator_assignment: { kind: 'assignment', fields: { left: 'left', right: 'right' } },
	match_pattern: { kind: 'assignment', fields: { value: 'right', pattern: 'left' } },
};

const declarations: NodeRoles = {
	method: functionRole,
	singleton_method: functionRole,
	lambda: { ...functionRole, opened: ['body'] },
	do_block: functionRole,
	block: functionRole,
	method_parameters: parameters,
	lambda_parameters: parameters,
	block_parameters: parameters,
	optional_parameter: parameter,
	keyword_parameter: parameter,
	class: classRole,
	module: classRole,
	singleton_class: { openedTypes: ['body_statement'] },
	body_statement: body,
	block_body: body,
};

const statements: NodeRoles = {
	program: { words },
	if: { kind: 'if', fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' } },
	elsif: { kind: 'if', fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' } },
	unless: {
		kind: 'if',
		fields: { condition: 'condition', consequence: 'body', alternative: 'alternative' },
		negated: ['condition'],
	},
	if_modifier: { kind: 'if', fields: { condition: 'condition', body: 'body' }, words },
	unless_modifier: { kind: 'if', fields: { condition: 'condition', body: 'body' }, negated: ['condition'], words },
	// biome-ignore lint/suspicious/noThenProperty: the grammar calls the node so
	then: statementList,
	else: { ...statementList, within: { switch: 'default' } },
	do: statementList,
	case: { kind: 'switch', fields: { value: 'subject' } },
	when: { kind: 'case', tokens: { when: 'separate' }, fields: { pattern: 'label' }, openedTypes: ['then'] },
	pattern: { through: true },
	case_match: { kind: 'switch', fields: { value: 'subject' } },
	in_clause: {
		kind: 'case',
		tokens: { in: 'separate' },
		fields: { pattern: 'label', guard: 'guard' },
		openedTypes: ['then'],
		reads: [
			{ field: 'label', text: captured, kind: 'default', alone: true, child: 'parameter' },
			{ field: 'guard', text: /^/, kind: 'case' },
		],
	},
	return: { kind: 'return', openedAs: { argument_list: 'value' } },
	next: { kind: 'continue' },
	redo: { kind: 'continue' },
	retry: { kind: 'continue' },
	break: { kind: 'break' },
	while: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	until: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	while_modifier: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	until_modifier: { kind: 'loop', fields: { condition: 'condition', body: 'body' } },
	for: { kind: 'loop', fields: { pattern: 'name', value: 'value', body: 'body' } },
	begin: { kind: 'try', words },
	rescue: {
		kind: 'catch',
		fields: { body: 'body' },
		types: { exceptions: 'value' },
		openedTypes: ['exception_variable'],
	},
	exception_variable: { children: 'name' },
	rescue_modifier: { words },
};

/** What stands after `in`. */
const patterns: NodeRoles = {
	hash_pattern: { kind: 'destructuring' },
	keyword_pattern: { kind: 'pair', fields: { key: 'key', value: 'value' }, reads: capturing('value') },
	array_pattern: { ...list, reads: capturing('element') },
	find_pattern: { ...list, reads: capturing('element') },
	splat_parameter: { kind: 'parameter', fields: { name: 'name' } },
	alternative_pattern: { kind: 'or' },
	as_pattern: { fields: { value: 'value', name: 'name' } },
	variable_reference_pattern: inner,
	parenthesized_pattern: inner,
	if_guard: { kind: 'transparent', fields: { condition: 'inner' } },
	unless_guard: { kind: 'transparent', fields: { condition: 'inner' }, negated: ['condition'] },
};

/** What the nodes of Ruby's grammar mean. */
export const nodes: NodeRoles = { ...values, ...expressions, ...declarations, ...statements, ...patterns };
