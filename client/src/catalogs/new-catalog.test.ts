import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { emptyCatalog, firstEntrySnippet, type NewCatalog } from './new-catalog.ts';

const acme = { id: 'acme', name: 'Acme', host: 'api.acme.example' };
const entry = {
	value: 'RATE_LIMITED',
	status: 429,
	title: 'Too many requests',
	description: 'The caller has sent more requests than it may for now.',
	remedy: 'Wait as long as `Retry-After` says, then send the request again.',
	required: true,
	retry: 'retry-after',
};

for (const as of ['json', 'yaml'] as const) {
	test(`a new catalog in ${as} has no errors yet, and says what it is`, () => {
		assert.deepEqual(parse(emptyCatalog({ ...acme, as })), {
			...(as === 'json' && { $schema: 'api-errors:/schemas/catalog-1.json' }),
			id: 'acme',
			name: 'Acme',
			evidence: { hosts: ['api.acme.example'] },
			entries: [],
		});
	});

	test(`its first error in ${as} is complete when the cursor has gone through it`, () => {
		const found = parse(filledIn(firstEntrySnippet({ ...acme, as })));
		assert.deepEqual(found.entries, [entry]);
		assert.equal(found.id, 'acme');
	});

	test(`whatever the name is, it is written into ${as} as it was given`, () => {
		for (const name of [`a "b" \\ \${1:c} $TM }`, 'yes', ' spaced ', '1.0', '# no comment', 'x: y', 'Häuser'])
			for (const text of [emptyCatalog, (given: NewCatalog) => filledIn(firstEntrySnippet(given))])
				assert.equal(parse(text({ id: 'true', name, host: undefined, as })).name, name);
		assert.equal(parse(emptyCatalog({ id: 'true', name: 'x', host: undefined, as })).id, 'true');
	});
}

/** What a snippet leaves when nothing of it is written over. */
function filledIn(snippet: string): string {
	const stop = /\\([\\$}])|\$\{\d:([^}]*)\}|\$\{\d\|(\w[\w-]*)[^|]*\|\}/g;
	return snippet.replaceAll(stop, (_, ...[escaped, text, choice]) => escaped ?? text ?? choice).replaceAll('\t', '  ');
}
