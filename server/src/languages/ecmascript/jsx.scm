; Elements, in JavaScript and TSX.
(jsx_attribute (property_identifier) @key (jsx_expression (_) @value)) @pair
(jsx_expression (_) @inner) @transparent
