import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProjectFiles } from '../../syntax/language.ts';
import { findModule } from './modules.ts';

const names = ['Client.swift', 'ErrorCodes.swift', 'ClientTests.swift', 'notes.md'];

const files: ProjectFiles = {
	list: async (folder) =>
		new Map(folder === 'test:///Sources/Chat/' ? names.map((name) => [name, false] as const) : []),
	readJson: async () => undefined,
	read: async () => undefined,
};

describe('the files that a Swift file sees', () => {
	const client = 'test:///Sources/Chat/Client.swift';
	const codes = 'test:///Sources/Chat/ErrorCodes.swift';

	it('another one of its folder', async () => assert.equal(await findModule('.', client, files), codes));
	it('all of its folder but itself and tests', async () =>
		assert.deepEqual(await findModule.besides?.(client, files), [codes]));
	it('none of a module by another name', async () =>
		assert.equal(await findModule('Alamofire', client, files), undefined));
	it('none where it stands alone', async () =>
		assert.equal(await findModule('.', 'test:///Sources/Other/Main.swift', files), undefined));
});
