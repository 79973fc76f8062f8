/** Words that comments use for something else. */
const taken: readonly string[] = ['none', 'default'];
const longestId = 64;

/** What is wrong with an id for a new catalog, as a sentence; undefined where nothing is. */
export function problemOfId(id: string): string | undefined {
	if (id === '') return 'A catalog needs an id: comments and settings use it.';
	if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
		return 'An id is made of small letters, digits and hyphens, and begins with a letter: acme-payments.';
	if (id.length > longestId) return `An id has at most ${longestId} characters.`;
	return taken.includes(id) ? `"${id}" means something else in comments.` : undefined;
}
