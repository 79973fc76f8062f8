/** What would turn the direction of writing or has no look: shown by its number. */
const invisible = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML, between tags and in quoted attributes: nothing in it is taken for a tag, an entity or an order. */
export function escaped(text: string): string {
	return text
		.replaceAll(invisible, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** A text after which a line may break in a long path or name: behind each slash, underscore and dot. */
export function breakable(text: string): string {
	return escaped(text).replaceAll(/([/_.])(?=[^/_.])/g, '$1<wbr>');
}
