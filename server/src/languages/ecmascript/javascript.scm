; Nodes that only the grammar of JavaScript has.
(formal_parameters (_) @name)
(field_definition property: (_) @name) @field
(field_definition value: (_) @value)
