import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lentConstants } from '../../../../test/support/lent-constants.ts';
import type { ProjectFiles } from '../../syntax/language.ts';
import { importedAs } from './imported-as.ts';
import { findModule } from './modules.ts';

const paths = [
	'src/Shop.Core/Errors/ErrorCodes.cs',
	'src/Shop.Core/Errors/ErrorCodesTests.cs',
	'src/Shop.Core/Errors/Messages.cs',
	'src/Shop.Core/Errors/Table.g.cs',
	'src/Shop.Core/Shop.Core.csproj',
	'src/Shop.Api/Controllers/OrderController.cs',
	'src/Shop.Api/Limits.cs',
	'src/Shop.Api/Shop.Api.csproj',
	'web/Web.csproj',
	'web/Errors/Codes.cs',
	'web/Pages/Index.cs',
];

const root = 'test:///';
const files: ProjectFiles = {
	list: async (folder) => {
		const inside = paths.map((path) => root + path).filter((uri) => uri.startsWith(folder));
		return new Map(
			inside.map((uri) => {
				const [name = '', ...more] = uri.slice(folder.length).split('/');
				return [name, more.length > 0];
			}),
		);
	},
	readJson: async () => undefined,
	read: async () => undefined,
};

const find = async (module: string, importer: string): Promise<string | undefined> =>
	(await findModule(module, root + importer, files))?.slice(root.length);

describe('the file of a namespace', () => {
	const controller = 'src/Shop.Api/Controllers/OrderController.cs';
	const found: readonly (readonly [string, string, string, string | undefined])[] = [
		['of another project', 'Shop.Core.Errors', controller, 'src/Shop.Core/Errors/ErrorCodes.cs'],
		['whose class is named', 'Shop.Core.Errors.Messages', controller, 'src/Shop.Core/Errors/Messages.cs'],
		['of the own project', 'Shop.Api', controller, 'src/Shop.Api/Limits.cs'],
		['of a project that is called otherwise', 'Acme.Errors', 'web/Pages/Index.cs', 'web/Errors/Codes.cs'],
		['of the platform', 'System.Errors', 'web/Pages/Index.cs', undefined],
		['of a library', 'Library.Codes', controller, undefined],
		['beside the file', '.', 'src/Shop.Core/Errors/Messages.cs', 'src/Shop.Core/Errors/ErrorCodes.cs'],
		['beside the only file', '.', 'web/Pages/Index.cs', undefined],
	];
	for (const [title, module, importer, expected] of found)
		it(title, async () => assert.equal(await find(module, importer), expected));

	it('has the other files of its folder, without tests and what is generated', async () =>
		assert.deepEqual(await findModule.besides?.(`${root}src/Shop.Core/Errors/ErrorCodes.cs`, files), [
			`${root}src/Shop.Core/Errors/Messages.cs`,
		]));
});

describe('what a directive names', () => {
	const everything = [{ name: '*', alias: '*' }];
	it('a namespace', () => assert.deepEqual(importedAs('Shop.Core', undefined), everything));
	it('the members of a class', () => assert.deepEqual(importedAs('Shop.Core.Codes', 'static'), everything));
	it('a class by another name', () =>
		assert.deepEqual(importedAs('Shop.Core.Codes', 'C'), [
			{ name: 'Codes', alias: 'C' },
			{ name: '*', alias: 'C' },
		]));
});

describe('constants of other files', () => {
	const texts = {
		'Shop/Shop.csproj': '<Project />',
		'Shop/Errors/Codes.cs':
			'namespace Shop.Errors;\npublic static class Codes\n{\n    public const string Limited = "RATE_LIMITED";\n    public static readonly string Token = "AUTH_INVALID_TOKEN";\n    public static string Now => DateTime.Now.ToString();\n}\n',
		'Shop/Errors/Reason.cs':
			'namespace Shop.Errors\n{\n    public enum Reason\n    {\n        [EnumMember(Value = "NOT_FOUND")] Gone = 1,\n        Conflict,\n    }\n}\n',
		'Shop/Client.cs': 'using System;\nusing Shop.Errors;\nclass Client { }\n',
		'Shop/Static.cs': 'using static Shop.Errors.Codes;\nclass Client { }\n',
		'Shop/Alias.cs': 'using C = Shop.Errors.Codes;\nclass Client { }\n',
		'Shop/Errors/Beside.cs': 'namespace Shop.Errors;\nclass Beside { }\n',
		'Shop/None.cs': 'using System.Text;\nclass None { }\n',
	};
	const codes = ['Codes.Limited = RATE_LIMITED', 'Codes.Token = AUTH_INVALID_TOKEN'];
	const alone = ['Limited = RATE_LIMITED', 'Token = AUTH_INVALID_TOKEN'];
	const lent: readonly (readonly [string, string, readonly string[]])[] = [
		['of a namespace', 'Shop/Client.cs', [...codes, 'Reason.Gone = NOT_FOUND']],
		['of a class', 'Shop/Static.cs', [...codes, ...alone]],
		['of a class by another name', 'Shop/Alias.cs', ['C.Limited = RATE_LIMITED', 'C.Token = AUTH_INVALID_TOKEN']],
		['of its own namespace', 'Shop/Errors/Beside.cs', [...codes, 'Reason.Gone = NOT_FOUND']],
		['of none', 'Shop/None.cs', []],
	];
	for (const [title, path, expected] of lent)
		it(title, async () => {
			const found = await lentConstants('csharp', texts, path);
			for (const one of expected) assert.ok(found.includes(one), `${one} is not among ${found.join(', ')}`);
			if (expected.length === 0) assert.deepEqual(found, []);
		});
});
