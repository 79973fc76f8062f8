; Nodes that only the grammars of TypeScript have.
(as_expression . (_) @inner) @transparent
(satisfies_expression . (_) @inner) @transparent
(non_null_expression (_) @inner) @transparent
(required_parameter pattern: (_) @name) @parameter
(optional_parameter pattern: (_) @name) @parameter
(public_field_definition name: (_) @name) @field
(public_field_definition value: (_) @value)
(enum_declaration name: (_) @name) @enum
(enum_assignment name: (_) @name value: (_) @value) @enum-member
(literal_type) @type
(type_alias_declaration name: (_) @name value: (_) @value) @type
(property_signature name: (_) @name type: (_) @value) @type
(abstract_class_declaration name: (_) @name) @class
