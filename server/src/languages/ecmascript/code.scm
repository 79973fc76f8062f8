; Node types that JavaScript, TypeScript and TSX share. languages/README.md has the meaning of the captures.

; Values
(string) @string
(string (string_fragment) @content)
(template_string) @string
(template_string (template_substitution)) @dynamic
(regex) @dynamic
(number) @integer
(comment) @comment
(array) @collection
(array (_) @element)
(object) @table
(object (pair) @element)
(object (method_definition) @element)
(object (shorthand_property_identifier) @key)
(pair key: (_) @key value: (_) @value) @pair
(computed_property_name (_) @inner) @transparent
(spread_element (_) @inner) @spread

; Expressions
(member_expression object: (_) @object property: (_) @property) @member
(subscript_expression object: (_) @object index: (_) @property) @subscript
(call_expression function: (_) @callee) @call
(call_expression arguments: (arguments (_) @argument) @arguments)
(new_expression constructor: (_) @callee) @construction
(new_expression arguments: (arguments (_) @argument) @arguments)
(parenthesized_expression (_) @inner) @transparent
(await_expression (_) @inner) @await
(unary_expression operator: "!" argument: (_) @inner) @not
(unary_expression operator: ["-" "+" "~"] argument: (_) @inner) @negative
(binary_expression
  left: (_) @left
  operator: ["==" "===" "!=" "!==" "<" "<=" ">" ">="] @operator
  right: (_) @right) @comparison
(binary_expression left: (_) @left operator: "in" right: (_) @right) @membership
(binary_expression left: (_) @left operator: "&&" right: (_) @right) @and
(binary_expression left: (_) @left operator: "||" right: (_) @right) @or
(binary_expression left: (_) @left operator: "??" right: (_) @right) @fallback
(binary_expression
  left: (_) @left
  operator: ["+" "-" "*" "/" "%" "**" "|" "&" "^" "<<" ">>" ">>>"] @operator
  right: (_) @right) @arithmetic
(ternary_expression
  condition: (_) @condition
  consequence: (_) @body
  alternative: (_) @alternative) @ternary
(assignment_expression left: (_) @left right: (_) @right) @assignment
(augmented_assignment_expression left: (_) @left right: (_) @right) @assignment

; Functions
(function_declaration name: (_) @name parameters: (_) @parameters body: (_) @body) @function
(function_expression parameters: (_) @parameters body: (_) @body) @function
(function_expression name: (_) @name)
(generator_function_declaration name: (_) @name parameters: (_) @parameters body: (_) @body) @function
(generator_function parameters: (_) @parameters body: (_) @body) @function
(arrow_function body: (_) @body) @function
(arrow_function parameters: (_) @parameters)
(arrow_function parameter: (identifier) @parameter)
(method_definition name: (_) @name parameters: (_) @parameters body: (_) @body) @function
(function_declaration "async" @asynchronous)
(function_expression "async" @asynchronous)
(arrow_function "async" @asynchronous)
(method_definition "async" @asynchronous)

; Declarations
(variable_declarator name: (_) @name) @variable
(variable_declarator value: (_) @value)
(lexical_declaration kind: "const" (variable_declarator) @constant)
(object_pattern) @destructuring
(pair_pattern key: (_) @key value: (_) @value) @pair
(shorthand_property_identifier_pattern) @key
(class_declaration name: (_) @name) @class
(class_declaration (class_heritage) @heritage)
(class_body) @block
(import_statement source: (string (string_fragment) @module)) @import
(export_statement) @export
(export_statement source: (string (string_fragment) @module))
((call_expression
  function: [(identifier) (import)] @_require
  arguments: (arguments . (string (string_fragment) @module)))
 (#any-of? @_require "require" "import"))

; Statements
(statement_block) @block
(expression_statement (_) @inner) @statement
(if_statement condition: (_) @condition consequence: (_) @body) @if
(else_clause (_) @alternative)
(switch_statement value: (_) @subject) @switch
(switch_case value: (_) @label) @case
(switch_case body: (_) @body)
(switch_default) @default
(switch_default body: (_) @body)
(return_statement) @return
(return_statement (_) @value)
(throw_statement (_) @value) @throw
(break_statement) @break
(continue_statement) @continue
(for_statement body: (_) @body) @loop
(for_in_statement left: (_) @name right: (_) @value body: (_) @body) @loop
(while_statement condition: (_) @condition body: (_) @body) @loop
(do_statement body: (_) @body condition: (_) @condition) @loop
(try_statement body: (_) @body) @try
(catch_clause body: (_) @body) @catch
(catch_clause parameter: (_) @name)

(ERROR) @error
(MISSING) @error
