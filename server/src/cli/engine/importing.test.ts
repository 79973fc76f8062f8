import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { ImportedFiles, importedBy, namesOf, seesItsFolder } from './importing.ts';

/** A path in a project, as it is called on this machine. */
const at = (file: string): string => resolve('/project', file);

/** Whether a text in one file may lead to another: both ways of asking say the same here. */
function leads(importer: string, text: string, imported: string): boolean {
	const forward = new ImportedFiles([at(imported)]).areImportedBy(at(importer), text);
	const backward = importedBy([at(importer)], () => text)(at(imported));
	assert.equal(backward, forward, `asked from ${imported}, the answer is another`);
	return forward;
}

/** A file, what it says, a file to which that leads, and one to which it does not. */
type Case = readonly [importer: string, text: string, imported: string, other: string];

function checkAll(cases: readonly Case[]): void {
	for (const [importer, text, imported, other] of cases)
		test(`${text.replaceAll(/\s+/g, ' ')} leads to ${imported}`, () => {
			assert.equal(leads(importer, text, imported), true, imported);
			assert.equal(leads(importer, text, other), false, other);
		});
}

describe('a path from the file leads only where it leads', () => {
	checkAll([
		['src/part1/x.ts', "import { slow } from '../api';", 'src/api.ts', 'src/other/api.ts'],
		['src/part1/x.ts', "import { slow } from '../api.ts';", 'src/api.ts', 'src/part1/api.ts'],
		['src/part1/x.ts', "import { slow } from '../api.js';", 'src/api.ts', 'api.ts'],
		['src/part1/x.ts', "import { slow } from '../api/index.js';", 'src/api/index.ts', 'src/other/index.ts'],
		['src/x.ts', "import { Chat } from './foo.service';", 'src/foo.service.ts', 'src/part/foo.service.ts'],
		['src/x.ts', "import Chat from './Chat.vue';", 'src/Chat.vue', 'src/part/Chat.vue'],
		['src/x.ts', "import './api';", 'src/api.ts', 'src/api.test.ts'],
		['src/x.ts', "export * from './api';", 'src/api.ts', 'src/part/api.ts'],
		['src/x.ts', "export type { Slow } from './api';", 'src/api.ts', 'src/part/api.ts'],
		['src/x.ts', "const { slow } = require('./api');", 'src/api.ts', 'src/part/api.ts'],
		['src/x.ts', "const api = await import('./api');", 'src/api.ts', 'src/part/api.ts'],
		['src/x.ts', 'const api = await import(\n\t`./api`\n);', 'src/api.ts', 'src/part/api.ts'],
		['src/x.ts', "import { a } from './a'; import { slow } from './api';", 'src/api.ts', 'src/part/api.ts'],
		['lib/x.rb', "require_relative 'api/codes'", 'lib/api/codes.rb', 'lib/mail/texts.rb'],
	]);
});

describe('the index of a folder goes by the folder', () => {
	checkAll([
		['src/part1/x.ts', "import { slow } from '../api';", 'src/api/index.ts', 'src/other/api/index.ts'],
		['src/x.ts', "import { slow } from '.';", 'src/index.ts', 'index.ts'],
		['src/part/x.ts', "import { slow } from '../';", 'src/index.ts', 'src/part/index.ts'],
		['app/x.py', 'from app.errors import SLOW', 'app/errors/__init__.py', 'other/errors/__init__.py'],
		['src/x.rs', 'mod errors;', 'src/errors/mod.rs', 'src/texts.rs'],
		['web/x.ts', "import { slow } from '@shop/errors';", 'errors/index.ts', 'texts/index.ts'],
	]);
});

describe('names lead to files that are called so, in folders that are called so', () => {
	checkAll([
		['app/x.py', 'from app.errors import SLOW', 'app/errors.py', 'lib/errors.py'],
		['app/x.py', 'import app.errors as codes', 'app/errors.py', 'lib/errors.py'],
		['app/x.py', 'from . import errors', 'app/errors.py', 'app/texts.py'],
		['app/part/x.py', 'def show():\n    from ..errors import SLOW', 'app/errors.py', 'app/texts.py'],
		['src/X.java', 'import com.acme.api.Errors;', 'src/com/acme/api/Errors.java', 'src/com/acme/mail/Errors.java'],
		['src/X.java', 'import static com.acme.api.Errors.SLOW;', 'src/com/acme/api/Errors.java', 'src/mail/Errors.java'],
		['src/X.kt', 'import com.acme.api.Errors', 'src/api/Errors.kt', 'src/mail/Errors.kt'],
		['shop/main.go', 'import "example.com/shop/api"', 'shop/api/errors.go', 'shop/mail/errors.go'],
		['code/main.go', 'import "example.com/shop/v2/api"', 'code/api/errors.go', 'code/mail/errors.go'],
		['src/x.rs', 'use crate::{errors::Code, other};', 'src/errors.rs', 'src/texts.rs'],
		['src/x.rs', 'use crate::{errors::Code, other};', 'src/other.rs', 'src/code/texts.rs'],
		['src/x.rs', 'use crate::api::errors::Code;', 'src/api/errors.rs', 'src/mail/errors.rs'],
		['src/x.rs', 'use crate::errors::Code;', 'src/errors.rs', 'src/texts.rs'],
		['src/mail/x.rs', 'use super::errors::Code;', 'src/errors.rs', 'src/texts.rs'],
		['src/x.rs', 'use self::errors::Code;', 'src/errors.rs', 'src/texts.rs'],
		['src/x.rs', 'pub(crate) mod errors;', 'src/errors.rs', 'src/texts.rs'],
		['src/X.php', 'use Acme\\Http\\Codes;', 'src/Http/Codes.php', 'src/Mail/Codes.php'],
		['src/X.php', 'use Acme\\Http\\{Codes, Texts};', 'src/Http/Codes.php', 'src/Http/Other.php'],
		['src/X.php', "require_once __DIR__ . '/Http/Codes.php';", 'src/Http/Codes.php', 'src/Mail/Texts.php'],
		['lib/x.rb', 'retry if code == Api::HTTPCodes::SLOW', 'lib/api/http_codes.rb', 'lib/mail/http_codes.rb'],
		['lib/x.rb', "require 'api/http_codes'", 'lib/api/http_codes.rb', 'lib/mail/texts.rb'],
		['lib/x.rb', "  autoload :HTTPCodes, 'api/http_codes'", 'lib/api/http_codes.rb', 'lib/mail/texts.rb'],
		['src/X.cs', 'using static Shop.Api.Errors;', 'src/Shop/Api/Errors.cs', 'src/Shop/Mail/Errors.cs'],
		['src/X.cs', 'using Shop.Api;', 'src/Shop/Api/Errors.cs', 'src/Other/Api/Errors.cs'],
		['src/X.cs', 'using Shop.Core.Errors;', 'src/Shop.Core/Errors/Place.cs', 'src/Shop.Core/Texts/Place.cs'],
		['src/X.cs', 'using Shop.Api;', 'src/Shop.Api/Errors.cs', 'src/Shop.Web/Errors.cs'],
		['src/X.java', 'import com.acme.api.*;', 'src/com/acme/api/Errors.java', 'src/com/acme/mail/Errors.java'],
		['lib/shop.dart', "export 'src/api.dart';", 'lib/src/api.dart', 'lib/texts.dart'],
		['lib/src/x.dart', "part of 'api.dart';", 'lib/src/api.dart', 'lib/src/texts.dart'],
	]);
});

describe('what is quoted may begin with a mapping or the name of a project', () => {
	checkAll([
		['src/x.ts', "import { slow } from '@/lib/errors';", 'src/lib/errors.ts', 'src/texts.ts'],
		['src/x.ts', "import { slow } from '~shop/errors';", 'src/errors.ts', 'src/texts.ts'],
		['src/x.ts', "import { slow } from '#errors';", 'src/errors.ts', 'src/texts.ts'],
		['web/x.ts', "import { slow } from '@shop/errors/codes';", 'errors/src/codes.ts', 'mail/src/texts.ts'],
		['web/x.dart', "import 'package:shop/api.dart';", 'lib/api.dart', 'lib/texts.dart'],
	]);
});

describe('a list of imports may take several lines', () => {
	checkAll([
		['src/x.ts', "import {\n\tFast,\n\tSlow, // not {Slower}\n} from './api';", 'src/api.ts', 'src/part/api.ts'],
		['app/x.py', 'from app.errors import (\n    FAST,\n    SLOW,\n)', 'app/errors.py', 'lib/errors.py'],
		['app/x.py', 'from app import (\n    errors,\n    texts,\n)', 'app/texts.py', 'lib/other.py'],
		['shop/x.go', 'import (\n\t"fmt"\n\n\tcodes "example.com/shop/api"\n)', 'shop/api/a.go', 'shop/mail/a.go'],
		['src/x.rs', 'use crate::{\n    errors::Code,\n    other,\n};', 'src/other.rs', 'src/texts.rs'],
	]);
});

describe('what only looks like an import leads nowhere', () => {
	const texts = [
		'export function api(code: string) {\n\treturn code;\n}',
		'export const api = newApi();',
		"const name = 'api';",
		"open('./api');",
		"if (kind === 'api') send();",
		"const kinds = [\n\t'web',\n\t'api',\n];",
		"import { api } from './other';",
		"import { api } from 'library';",
		'api.send(important);',
		'// the file api.ts says more',
	];
	for (const text of texts)
		test(text.replaceAll(/\s+/g, ' '), () => assert.equal(leads('src/x.ts', text, 'src/api.ts'), false));
});

test('of several files, one that is imported is enough', () => {
	const files = new ImportedFiles([at('src/a.ts'), at('src/mail/errors.ts'), at('src/api/errors.ts')]);
	assert.equal(files.areImportedBy(at('src/x.ts'), "import { slow } from 'lib/api/errors';"), true);
	assert.equal(files.areImportedBy(at('src/x.ts'), "import { slow } from 'lib/other/texts';"), false);
	assert.equal(new ImportedFiles([]).areImportedBy(at('src/x.ts'), "import './a';"), false);
});

test('of several importers, each imports from where it is', () => {
	const texts = new Map([
		[at('src/x.ts'), "import { slow } from './api';"],
		[at('web/x.ts'), "import { slow } from './texts';"],
	]);
	const isImported = importedBy([...texts.keys()], (file) => texts.get(file) ?? '');
	const files = ['src/api.ts', 'web/texts.ts', 'web/api.ts', 'src/texts.ts'];
	assert.deepEqual(
		files.filter((file) => isImported(at(file))),
		['src/api.ts', 'web/texts.ts'],
	);
});

test('an import of a package leads to all of its files, and of a folder, only where its files are one package', () => {
	const isImported = importedBy([at('shop/main.go')], () => 'import "example.com/shop/api"');
	assert.ok(isImported(at('shop/api/errors.go')) && isImported(at('shop/api/texts.go')));
	const fromFolder = importedBy([at('src/x.ts')], () => "import { slow } from './api';");
	assert.equal(fromFolder(at('src/api/texts.ts')), false);
});

test('a file goes by its name, by the beginning of that, and by its folder', () => {
	assert.deepEqual(namesOf(at('shop/api/errors.go')), ['errors', 'api']);
	assert.deepEqual(namesOf(at('src/chat.service.ts')), ['chat.service', 'chat', 'src']);
	assert.deepEqual(namesOf(at('src/api/api.ts')), ['api']);
	for (const file of ['api/index.ts', 'api/__init__.py', 'api/mod.rs'])
		assert.deepEqual(namesOf(at(file)), ['api'], file);
});

test('files of a package see each other without imports, modules do not', () => {
	for (const file of ['a.go', 'a.java', 'a.kt', 'a.cs', 'a.swift', 'a.php', 'a.rb'])
		assert.ok(seesItsFolder(at(file)), file);
	for (const file of ['a.ts', 'a.js', 'a.py', 'a.rs', 'a.dart', 'a.vue', 'a.txt', 'a'])
		assert.equal(seesItsFolder(at(file)), false, file);
});
