/** The text without its comments, of which one that is not closed goes on to the end. */
export function withoutXmlComments(text: string): string {
	return text.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '');
}

/** What stands in the elements of a name, where these are not nested and have no attributes. */
export function elementsNamed(name: string, text: string): readonly string[] {
	const [, ...rest] = text.split(`<${name}>`);
	return rest.map((piece) => piece.split(`</${name}>`, 1)[0] ?? '');
}

/** The values of an attribute in the start tags of elements. */
export function attributesIn(text: string, element: RegExp, attribute: RegExp): readonly string[] {
	return [...text.matchAll(/<([\w:.-]+)(\s[^<>]*)>/g)].flatMap(([, name = '', attributes = '']) => {
		if (!element.test(name)) return [];
		return [...attributes.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].flatMap(
			([, key = '', double, single]) => (attribute.test(key) ? [double ?? single ?? ''] : []),
		);
	});
}
