import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed, documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import { readBlocks } from '../../../../test/support/read-blocks.ts';
import { warnedIn } from '../../../../test/support/warned.ts';
import type { ProjectFiles } from '../../syntax/language.ts';
import { declaredType } from './declared-type.ts';
import { findModule } from './modules.ts';
import { nameOfStatus } from './status-names.ts';

const told = '# api-errors: silentchat\n';

describe('what is being typed is known in unfinished code', () => {
	const places: readonly (readonly [what: string, source: string])[] = [
		['a case with an open quote at the end', 'match error.code:\n    case "NOT_FOUND":\n        a()\n    case "█'],
		['a case of which nothing is there', 'match error.code:\n    case █'],
		[
			'a case before others',
			'match error.code:\n    case █\n    case "NOT_FOUND":\n        a()\n    case _:\n        b()\n',
		],
		['a case with its statements', 'match error.code:\n    case "█":\n        a()\n'],
		['an alternative', 'match error.code:\n    case "NOT_FOUND" | █:\n        a()\n'],
		[
			'a pattern under a key',
			'match error:\n    case {"code": "NOT_FOUND"}:\n        a()\n    case {"code": "█"}:\n        b()\n',
		],
		[
			'a pattern that is open',
			'match error:\n    case {"code": "NOT_FOUND"}:\n        a()\n    case {"code": "█\n    case {"code": "CONFLICT"}:\n        b()\n',
		],
		[
			'a pattern without a colon',
			'match error:\n    case ApiError(code="NOT_FOUND"):\n        a()\n    case ApiError(code="█")\n',
		],
		['a test of what was just given a name', 'if (code := error.code) == "NOT_FOUND":\n    a()\nelif code == "█\n'],
		['a test whose value comes first', 'if error.code == "NOT_FOUND":\n    a()\nelif "█" == error.code:\n    b()\n'],
		['a choice in an expression', 'x = 1 if error.code == "NOT_FOUND" else 2 if error.code == "█" else 3\n'],
		['a test without a colon', 'if error.code == "NOT_FOUND":\n    a()\nelif error.code == "█\n'],
		['an element', 'if error.code in ("NOT_FOUND", "█\n'],
		['a key of a table', 'H = {\n    "NOT_FOUND": a,\n    "█\n}\nH[error.code]()\n'],
	];
	for (const [what, source] of places)
		it(what, async () => {
			const text = told + source;
			const document = documentOf(text.replace('█', ''), 'python');
			const site = await labelSiteIn(document, text.indexOf('█'));
			assert.ok(site);
			assert.deepEqual(
				site.offered.slice(0, 2).map((one) => one.text),
				['"AUTH_INVALID_TOKEN"', '"RATE_LIMITED"'],
			);
		});

	const others = ['# "█', 'x = """\ncase "█', 'match error.code:\n    case "NOT_FOUND": # █'];
	for (const source of others)
		it(`nothing in ${JSON.stringify(source)}`, async () => {
			const text = told + source;
			assert.equal(await labelSiteIn(documentOf(text.replace('█', ''), 'python'), text.indexOf('█')), undefined);
		});

	it('whole cases stand below each other', async () => {
		const text = `${told}match error.code:\n    case "NOT_FOUND":\n        a()\n    case "█\n`;
		const site = await labelSiteIn(documentOf(text.replace('█', ''), 'python'), text.indexOf('█'));
		assert.equal(
			site?.missingRequired?.plain,
			'"AUTH_INVALID_TOKEN":\n    # Token invalid or expired: refresh the token once and repeat the request once.\n    pass\ncase "RATE_LIMITED":\n    # Too many requests: wait as long as Retry-After says\n    pass',
		);
	});
});

describe('types that list values', () => {
	const types: readonly (readonly [string, unknown, unknown])[] = [
		[': Literal["A", "B"]', ['A', 'B'], []],
		[": t.Literal['A', Code.B, 429] | None", ['A', 429], ['Code.B']],
		[': Optional[Union[ErrorCode, Literal["A"]]]', ['A'], ['ErrorCode']],
		[': "ErrorCode" = ', [], ['ErrorCode']],
	];
	for (const [text, values, names] of types)
		it(text, () => {
			const type = declaredType(text);
			assert.deepEqual([type?.values, type?.names], [values, names]);
		});
	it('none for all others', () => {
		for (const text of [': dict[str, int]', ': None', ': Callable[[int], str]', ': Literal["A"', ''])
			assert.equal(declaredType(text), undefined, text);
	});
});

describe('what is handled elsewhere is not missing', () => {
	const chain =
		'        if e.code == "NOT_FOUND":\n            a()\n        elif e.code == "CONFLICT":\n            b()\n';
	const cases: readonly (readonly [what: string, source: string, expected: readonly string[]])[] = [
		[
			'nothing handles it',
			`def f():\n    try:\n        call()\n    except ApiError as e:\n${chain}`,
			['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
		],
		[
			'an except clause names the error',
			`def f():\n    try:\n        call()\n    except RateLimitError:\n        wait()\n    except ApiError as e:\n${chain}`,
			['AUTH_INVALID_TOKEN'],
		],
		[
			'a library repeats',
			`from tenacity import retry\n\ndef f():\n    try:\n        call()\n    except ApiError as e:\n${chain}`,
			['AUTH_INVALID_TOKEN'],
		],
		[
			'the default raises it again',
			`def f():\n    try:\n        call()\n    except ApiError as e:\n${chain}        else:\n            raise\n`,
			[],
		],
		[
			'what has nothing for it is caught and raised again',
			'def f(error):\n    try:\n        handler = {"NOT_FOUND": a, "CONFLICT": b}[error.code]\n    except KeyError:\n        raise error\n    handler()\n',
			[],
		],
		[
			'what has nothing for it is caught and shown',
			'def f(error):\n    try:\n        handler = {"NOT_FOUND": a, "CONFLICT": b}[error.code]\n    except KeyError:\n        return show(error)\n    handler()\n',
			['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
		],
		[
			'a TypedDict does not have it',
			'class Failure(TypedDict):\n    code: Literal["NOT_FOUND", "CONFLICT"]\ndef f(e: Failure):\n    if e["code"] == "NOT_FOUND":\n        a()\n    elif e["code"] == "CONFLICT":\n        b()\n',
			[],
		],
		[
			'an enum asks which of its members it is',
			'class Code(str, Enum):\n    GONE = "NOT_FOUND"\n    TAKEN = "CONFLICT"\n    def show(self):\n        match self:\n            case Code.GONE:\n                a()\n            case Code.TAKEN:\n                b()\n',
			[],
		],
		[
			'a property of the error is asked that tells of it',
			'class ApiError(Exception):\n    @property\n    def limited(self):\n        return self.code == "RATE_LIMITED"\ndef f(e):\n    if e.limited:\n        a()\n    elif e.code == "NOT_FOUND":\n        b()\n    elif e.code == "CONFLICT":\n        c()\n',
			['AUTH_INVALID_TOKEN'],
		],
		[
			'a dict that is filled key by key',
			'def f(e):\n    handlers = {}\n    handlers["NOT_FOUND"] = a\n    handlers["CONFLICT"] = b\n    handlers[e.code](e)\n',
			['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
		],
		[
			'the type does not have it',
			'def f(code: Literal["NOT_FOUND", "CONFLICT"]):\n    match code:\n        case "NOT_FOUND":\n            a()\n        case "CONFLICT":\n            b()\n',
			[],
		],
	];
	for (const [what, source, expected] of cases)
		it(what, async () => assert.deepEqual(await warnedIn(told + source, 'python'), expected));
});

it('a match that looks at several things is warned about once', async () => {
	const text = `${told}match error:\n    case ApiError(code="CONFLICT", status=409):\n        a()\n    case {"code": "NOT_FOUND"}:\n        b()\n    case {"status": 404}:\n        c()\n`;
	const found = await findingsOf('missing-required', text, { languageId: 'python' });
	assert.equal(found.length, 1);
	assert.match(found[0]?.message ?? '', /AUTH_INVALID_TOKEN/);
});

describe('names of statuses', () => {
	it('are written like those beside them', () => {
		assert.equal(nameOfStatus(429, 'HTTPStatus.NOT_FOUND'), 'HTTPStatus.TOO_MANY_REQUESTS');
		assert.equal(nameOfStatus(429, 'http.HTTPStatus.NOT_FOUND.value'), 'http.HTTPStatus.TOO_MANY_REQUESTS.value');
		assert.equal(nameOfStatus(429, 'status.HTTP_404_NOT_FOUND'), 'status.HTTP_429_TOO_MANY_REQUESTS');
		assert.equal(nameOfStatus(401, 'requests.codes.not_found'), 'requests.codes.unauthorized');
		assert.equal(nameOfStatus(401, 'httpx.codes.NOT_FOUND'), 'httpx.codes.UNAUTHORIZED');
		assert.equal(nameOfStatus(401, 'ErrorCode.NOT_FOUND'), undefined);
	});

	it('may be imported under another name, or without the module', async () => {
		const source =
			'from http import HTTPStatus as S\nfrom requests import codes\nif r.status_code == codes.not_found:\n    a()\nelif r.status_code == S.CONFLICT:\n    b()\n';
		const { blocks } = await analyzed(source, 'python');
		const values = blocks.flatMap(({ occurrences }) => occurrences.map(({ value }) => value));
		assert.deepEqual(values, [404, 409]);
	});

	it('stand for the numbers', async () => {
		const source =
			'import requests\nif r.status_code == requests.codes.not_found:\n    a()\nelif r.status_code == HTTPStatus.GONE:\n    b()\n';
		const { blocks } = await analyzed(source, 'python');
		const values = blocks.flatMap(({ dispatches }) =>
			dispatches.flatMap(({ labels }) => labels.map(({ value }) => value)),
		);
		assert.deepEqual(values, [404, 410]);
	});
});

describe('imports', () => {
	it('name their modules and what is taken from them', async () => {
		const source = 'import a.b as c, d\nfrom . import codes\nfrom ..errors import ErrorCode as E, F\nfrom x import *\n';
		const blocks = await readBlocks(source, 'python');
		assert.deepEqual(
			blocks.flatMap(({ code }) =>
				code.imports.map(({ module, names }) => [module, names.map((one) => `${one.name} ${one.alias}`)]),
			),
			[
				['a.b', ['* c']],
				['d', ['* d']],
				['.', ['codes codes']],
				['..errors', ['ErrorCode E', 'F F']],
				['x', ['* *']],
			],
		);
	});

	const tree: Readonly<Record<string, readonly string[]>> = {
		'file:///p/': ['src/', 'tests/', 'shared.py'],
		'file:///p/src/': ['app/'],
		'file:///p/src/app/': ['__init__.py', 'codes.py', 'errors/', 'sub/'],
		'file:///p/src/app/errors/': ['__init__.py'],
		'file:///p/src/app/sub/': ['__init__.py', 'use.py'],
		'file:///p/tests/': ['test_use.py'],
	};
	const files: ProjectFiles = {
		list: async (folder) => new Map((tree[folder] ?? []).map((name) => [name.replace('/', ''), name.endsWith('/')])),
		readJson: async () => undefined,
		read: async () => undefined,
	};
	const cases: readonly (readonly [module: string, importer: string, found: string | undefined])[] = [
		['..codes', 'src/app/sub/use.py', 'src/app/codes.py'],
		['..', 'src/app/sub/use.py', 'src/app/__init__.py'],
		['.', 'src/app/codes.py', 'src/app/__init__.py'],
		['...errors', 'src/app/sub/use.py', undefined],
		['app.errors', 'src/app/sub/use.py', 'src/app/errors/__init__.py'],
		['app.codes', 'tests/test_use.py', 'src/app/codes.py'],
		['shared', 'tests/test_use.py', 'shared.py'],
		['requests', 'tests/test_use.py', undefined],
	];
	for (const [module, importer, found] of cases)
		it(`${module} in ${importer}`, async () => {
			const uri = await findModule(module, `file:///p/${importer}`, files);
			assert.equal(uri, found === undefined ? undefined : `file:///p/${found}`);
		});

	it('may take modules out of packages', () => {
		assert.equal(findModule.innerModule?.('.', 'codes'), '.codes');
		assert.equal(findModule.innerModule?.('a.b', 'codes'), 'a.b.codes');
	});
});
