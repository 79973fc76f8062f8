import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textFiles } from '../../../../test/support/text-files.ts';
import { keptFiles } from '../../project/project-files.ts';
import { findModule } from './modules.ts';

const root = 'file:///project/';

const found = async (module: string, importer: string, texts: Readonly<Record<string, string>>) =>
	(await findModule(module, root + importer, keptFiles(textFiles(root, texts))))?.slice(root.length);

const files = {
	'pubspec.yaml': 'name: shop # ours\ndependencies:\n  http: ^1.0.0\n  codes:\n    path: packages/codes\n',
	'lib/main.dart': '',
	'lib/src/codes.dart': '',
	'lib/src/with space.dart': '',
	'test/codes_test.dart': '',
	'packages/codes/pubspec.yaml': 'name: codes\n',
	'packages/codes/lib/codes.dart': '',
	'packages/codes/lib/src/all.dart': '',
};

describe('an import of Dart finds', () => {
	it('a file beside the importer', async () => {
		assert.equal(await found('src/codes.dart', 'lib/main.dart', files), 'lib/src/codes.dart');
		assert.equal(await found('../main.dart', 'lib/src/codes.dart', files), 'lib/main.dart');
		assert.equal(await found('src/with%20space.dart', 'lib/main.dart', files), 'lib/src/with%20space.dart');
		assert.equal(await found('src/none.dart', 'lib/main.dart', files), undefined);
	});

	it('a file of its own package', async () => {
		assert.equal(await found('package:shop/src/codes.dart', 'test/codes_test.dart', files), 'lib/src/codes.dart');
		assert.equal(
			await found('package:codes/src/all.dart', 'packages/codes/lib/codes.dart', files),
			'packages/codes/lib/src/all.dart',
		);
	});

	it('a package that the project depends on by its path', async () => {
		assert.equal(await found('package:codes/codes.dart', 'lib/main.dart', files), 'packages/codes/lib/codes.dart');
	});

	it('a package where pub found it, as long as it is of the project', async () => {
		const packages = [
			{ name: 'other', rootUri: '../modules/other', packageUri: 'lib/' },
			{ name: 'plain', rootUri: '../modules/plain/' },
			{ name: 'http', rootUri: 'file:///home/someone/.pub-cache/hosted/http', packageUri: 'lib/' },
		];
		const configured = {
			...files,
			'.dart_tool/package_config.json': JSON.stringify({ configVersion: 2, packages }),
			'modules/other/lib/other.dart': '',
			'modules/plain/lib/plain.dart': '',
		};
		assert.equal(await found('package:other/other.dart', 'lib/main.dart', configured), 'modules/other/lib/other.dart');
		assert.equal(await found('package:plain/plain.dart', 'lib/main.dart', configured), 'modules/plain/lib/plain.dart');
		assert.equal(await found('package:http/http.dart', 'lib/main.dart', configured), undefined);
		assert.equal(await found('package:shop/main.dart', 'lib/main.dart', configured), 'lib/main.dart');
	});

	it('nothing of the SDK, of a package that is not there, and where nothing can be read', async () => {
		assert.equal(await found('dart:io', 'lib/main.dart', files), undefined);
		assert.equal(await found('package:dio/dio.dart', 'lib/main.dart', files), undefined);
		assert.equal(
			await found('package:shop/main.dart', 'lib/main.dart', { '.dart_tool/package_config.json': '{' }),
			undefined,
		);
		assert.equal(
			await findModule('package:a/b.dart', 'untitled:Untitled-1', keptFiles(textFiles(root, {}))),
			undefined,
		);
	});
});
