import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uriOfPath } from './named-path.ts';

const root = 'file:///home/shop/';
const from = `${root}packages/a/`;

test('a path counts from its folder', () => {
	assert.equal(uriOfPath('errors.json', from, root), `${from}errors.json`);
	assert.equal(uriOfPath('./docs//errors.json', from, root), `${from}docs/errors.json`);
	assert.equal(uriOfPath('docs\\my errors.yaml', from, root), `${from}docs/my%20errors.yaml`);
	assert.equal(uriOfPath('../b/errors.yaml', from, root), `${root}packages/b/errors.yaml`);
	assert.equal(uriOfPath('../..', from, root), root);
	assert.equal(uriOfPath('.', from, root), from);
	assert.equal(uriOfPath('50%.json', from, root), `${from}50%25.json`);
});

test('what leads out of the folder, or is no relative path, means nothing', () => {
	const wrong = [
		...['../../../etc/passwd', '../../..', '../../../shop/errors.json', '..\\..\\..\\x.json', ''],
		...[
			'/etc/passwd',
			'\\\\server\\share',
			'C:\\errors.json',
			'file:///etc/passwd',
			'https://acme.example/e.json',
			'~/e',
		],
		...[' ', 'a/'.repeat(1_000)],
	];
	for (const path of wrong) assert.equal(uriOfPath(path, from, root), undefined, path);
});

test('what is escaped is a name, and leads nowhere', () => {
	assert.equal(uriOfPath('%2e%2e/%2e%2e/x.json', from, root), `${from}%252e%252e/%252e%252e/x.json`);
});
