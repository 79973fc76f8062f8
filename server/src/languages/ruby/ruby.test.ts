import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { findingsOf } from '../../../../test/support/check-rule.ts';
import { whyNot } from '../../../../test/support/toolchains.ts';
import { warnedIn } from '../../../../test/support/warned.ts';
import { nameOfStatus } from './status-names.ts';
import { typedAt } from './typed-value.ts';

/** Unfinished code, `█` at the cursor, and the dispatch that takes what is typed there. */
const typed: readonly (readonly [source: string, expected: string])[] = [
	['case response.status\nwhen 401 then a\nwhen █', 'switch response.status: 401'],
	['case response.status\nwhen 401 then a\nwhen 4█\nelse\n  b\nend\n', 'switch response.status: 401'],
	['class A\n  def f(response)\n    case response.status\n    when 401, █', 'switch response.status: 401'],
	[
		'class A\n  def f(response)\n    case response.status\n    in 401 | 403 then a\n    in █',
		'switch response.status: 401 403',
	],
	['def f(response)\n  if response.status == █', 'test response.status: '],
	[
		'def f(response)\n  if response.status == 404\n    a\n  elsif response.status == █\n  end\nend\n',
		'chain response.status: 404',
	],
	[
		'def f(response)\n  return if response.status == 404\n  return if response.status == █\nend\n',
		'chain response.status: 404',
	],
	[
		'def go(status) = status\n\ndef f(response)\n  unless z\n    case response.status\n    when 404\n      a if b\n    when █',
		'switch response.status: 404',
	],
];

describe('what is being typed in Ruby', () => {
	for (const [source, expected] of typed)
		it(`is a label: ${source.slice(source.lastIndexOf('\n', source.indexOf('█')) + 1).split('\n')[0]}`, async () => {
			const document = documentOf(source.replace('█', ''), 'ruby');
			const site = await labelSiteIn(document, source.indexOf('█'));
			const dispatch = site?.dispatch.dispatch;
			const values = dispatch?.branches.flatMap(({ labels }) =>
				labels.flatMap((label) => (label.kind === 'literal' ? [String(label.literal.value)] : [])),
			);
			const others = values?.filter((value) => !value.includes('api-error'));
			assert.equal(`${dispatch?.form} ${dispatch?.subject.path}: ${others?.join(' ')}`, expected);
		});

	for (const [source, length, quote] of [
		['when "RATE', 5, '"'],
		["if code == 'A", 2, "'"],
		['when :rate', 5, undefined],
		['when Codes::RATE', 11, undefined],
		['x = f("a", "b', 2, '"'],
	] as const)
		it(`has ${length} characters: ${source}`, () => {
			const value = typedAt(source);
			assert.deepEqual([value?.length, value?.quote], [length, quote]);
		});

	for (const source of ['# when "', '=begin\nwhen "', 'f # it is "'])
		it(`is nothing: ${source}`, () => assert.equal(typedAt(source), undefined));
});

const told = '# api-errors: silentchat\n';

describe('whole cases in Ruby', () => {
	for (const [what, source, expected] of [
		[
			'with what they are to do below',
			'case error.code\nwhen "NOT_FOUND"\n  a\nwhen "█\nend\n',
			/^"AUTH_INVALID_TOKEN"\n {2}# .*\nwhen "RATE_LIMITED"\n {2}# /,
		],
		[
			'in a line each',
			'case error.code\nwhen :NOT_FOUND then a\nwhen :█\nend\n',
			/^:AUTH_INVALID_TOKEN then nil # .*\nwhen :RATE_LIMITED then nil # /,
		],
		[
			'as patterns',
			'case error.code\nin "NOT_FOUND"\n  a\nin █\nelse\n  b\nend\n',
			/^"AUTH_INVALID_TOKEN"\n {2}# .*\nin "RATE_LIMITED"\n {2}# /,
		],
	] as const)
		it(`are offered ${what}`, async () => {
			const text = told + source;
			const site = await labelSiteIn(documentOf(text.replace('█', ''), 'ruby'), text.indexOf('█'));
			assert.match(site?.missingRequired?.plain ?? '', expected);
		});

	it('are not offered where something is done already', async () => {
		const text = `${told}case error.code\nwhen "NOT_FOUND", "█"\n  a\nend\n`;
		const site = await labelSiteIn(documentOf(text.replace('█', ''), 'ruby'), text.indexOf('█'));
		assert.ok(site && site.missingRequired === undefined);
	});
});

describe('required codes in Ruby', () => {
	it('are asked for in a case', async () =>
		assert.deepEqual(
			await warnedIn(`${told}case error.code\nwhen "CHANNEL_NOT_FOUND" then a\nwhen "CONFLICT" then b\nend\n`, 'ruby'),
			['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
		));

	for (const [what, source] of [
		['the default raises', 'case error.code\nwhen "CONFLICT" then b\nelse raise\nend\n'],
		['the default raises the error', 'case error.code\nwhen "CONFLICT" then b\nelse\n  raise error\nend\n'],
		[
			'the default raises one made of it',
			'case error.code\nwhen "CONFLICT" then b\nelse raise ApiError.new(error)\nend\n',
		],
		[
			'typed errors are rescued',
			'def f\n  go\nrescue RateLimitError, Api::UnauthorizedError\n  a\nrescue ApiError => error\n  case error.code\n  when "CONFLICT" then b\n  end\nend\n',
		],
		[
			'tests with a question mark have asked',
			'def f(error)\n  return a if error.rate_limited?\n  return b if error.unauthorized?\n  case error.code\n  when "CONFLICT" then c\n  end\nend\n',
		],
		[
			'a predicate of the file has asked',
			'def limited?(error) = %w[RATE_LIMITED AUTH_INVALID_TOKEN].include?(error.code)\ndef f(error)\n  return wait if limited?(error)\n  case error.code\n  when "CONFLICT" then c\n  end\nend\n',
		],
	] as const)
		it(`are not where ${what}`, async () => assert.deepEqual(await warnedIn(told + source, 'ruby'), []));
});

const dispatch = 'case error.code\nwhen "CONFLICT" then b\nend\n';

describe('libraries in Ruby that repeat by themselves', () => {
	for (const [what, setUp, left] of [
		[
			'Faraday with the status',
			'Faraday.new { |f| f.request :retry, max: 3, retry_statuses: [429, 503] }\n',
			['AUTH_INVALID_TOKEN'],
		],
		[
			'Faraday with other statuses',
			'Faraday.new { |f| f.request :retry, max: 3, retry_statuses: [503] }\n',
			['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
		],
		['Retriable', 'Retriable.retriable(tries: 3) { go }\n', ['AUTH_INVALID_TOKEN']],
		[
			'a middleware that refreshes',
			'class Auth < Faraday::Middleware\n  def call(env)\n    response = @app.call(env)\n    return response unless response.status == 401\n    refresh_token\n    @app.call(env)\n  end\nend\n',
			['RATE_LIMITED'],
		],
	] as const)
		it(what, async () => assert.deepEqual(await warnedIn(told + setUp + dispatch, 'ruby'), left));
});

describe('classes of responses in Ruby', () => {
	const source = `${told}case response\nwhen Net::HTTPSuccess then a\nwhen Net::HTTPNotFound then b\nend\n`;

	it('are what is missing, by their names', async () => {
		const [finding] = await findingsOf('missing-required', source, { languageId: 'ruby' });
		const [fix] = finding?.fixes?.() ?? [];
		const written = applyEdits(source, fix?.edits ?? []);
		assert.match(
			written,
			/\nwhen Net::HTTPUnauthorized then nil # .*\nwhen Net::HTTPTooManyRequests then nil # .*\nend\n$/,
		);
	});

	it('cover what stands for them all', async () => {
		assert.deepEqual(await warnedIn(source.replace('HTTPSuccess', 'HTTPClientError'), 'ruby'), []);
	});

	it('are called as Ruby calls them', { skip: whyNot('ruby') }, () => {
		const asked = 'puts Net::HTTPResponse::CODE_TO_OBJ.filter_map { |code, type| "#{code} #{type}" if code.size == 3 }';
		const lines = execFileSync('ruby', ['-rnet/http', '-e', asked], { encoding: 'utf8' }).trim().split('\n');
		for (const line of lines) {
			const [code, type = ''] = line.split(' ');
			assert.equal(nameOfStatus(Number(code), 'Net.HTTPNotFound'), type.replace('::', '.'));
		}
		assert.equal(nameOfStatus(429, 'Codes.HTTPNotFound'), undefined);
	});
});
