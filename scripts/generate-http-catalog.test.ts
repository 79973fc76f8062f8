import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import phrases from 'statuses/codes.json' with { type: 'json' };
import { generateHttpCatalog, httpCatalogPath } from './generate-http-catalog.ts';
import httpStatuses from './http-statuses.json' with { type: 'json' };

const teapot = { description: 'Short and stout.', specification: 'RFC 2324, 2.3.2' };

suite('the HTTP catalog', () => {
	test('is what the package and our texts give; run `npm run generate` where this fails', () => {
		assert.equal(readFileSync(new URL(`../${httpCatalogPath}`, import.meta.url), 'utf8'), generateHttpCatalog());
	});

	test('cannot be made where the package knows a status that our texts lack', () => {
		assert.throws(() => generateHttpCatalog({ ...phrases, 432: 'New', 540: 'Newer' }, httpStatuses), /432, 540/);
	});

	test('cannot be made where our title has another name beside it in the package', () => {
		const renamed = { ...phrases, 413: 'Far Too Much' };
		assert.throws(() => generateHttpCatalog(renamed, httpStatuses), /413 "Far Too Much"/);
	});

	test('cannot be made of a status without a name', () => {
		assert.throws(() => generateHttpCatalog({}, { 418: teapot }), /418 needs a title/);
	});

	test('cannot be made of a status that nobody defines, or that both a standard and a vendor do', () => {
		const title = 'Teapot';
		const { specification, ...nobodys } = teapot;
		assert.throws(
			() => generateHttpCatalog({}, { 418: { ...nobodys, title } }),
			/418 needs a specification or a vendor/,
		);
		assert.throws(() => generateHttpCatalog({}, { 418: { ...teapot, title, vendor: 'nobody' } }), /and not both/);
		assert.ok(specification);
	});

	test('links to the section that defines a status', () => {
		const { entries } = JSON.parse(generateHttpCatalog({ 418: 'Teapot' }, { 418: teapot }));
		assert.equal(entries[0].url, 'https://www.rfc-editor.org/rfc/rfc2324#section-2.3.2');
	});
});
