import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixedRuby } from './fixed-ruby.ts';

const sends = '  response = Net::HTTP.get_response(URI(url))\n';
const limited = '  if response.code == "429"\n    raise "slow"\n  end\n';
const method = (before: string, after = limited, head = 'f(url)'): string => `def ${head}\n${before}${after}end\n`;

describe('Retry-After handling is not offered in Ruby', () => {
	it('for no other reason', async () => {
		assert.ok(await fixedRuby(`require "net/http"\n${method(sends)}`, 'retryAfter'));
	});

	for (const [why, source] of [
		['something else was sent before', method(`  queue.push(url)\n${sends}`)],
		['something is changed before', method(`  @count += 1\n${sends}`)],
		['a list is added to before', method(`  @urls << url\n${sends}`)],
		['a method that changes something is called before', method(`  touch!\n${sends}`)],
		['what it was given has changed', method(`  url = url + "/x"\n${sends}`)],
		['what it was given has been added to', method(`  url << "/x"\n${sends}`)],
		['it gives values one by one', method(sends, `${limited}  yield response\n`)],
		['a file is sent', method(sends, limited, 'f(url, file)')],
		['it takes any number of arguments', method(sends, limited, 'f(url, *more)')],
		['it takes a block', method(sends, limited, 'f(url, &block)')],
		['what is raised is rescued and begins anew', method(sends, `${limited}rescue RuntimeError\n  retry\n`)],
		[
			'the request of a loop is another each time',
			`def f(urls)\n  while (url = urls.shift)\n${sends}    if response.code == "429"\n      sleep 1\n      next\n    end\n  end\nend\n`,
		],
		[
			'the number of a turn is in its request',
			`def f(url)\n  3.times do |page|\n    response = Net::HTTP.get_response(URI("#{url}/#{page}"))\n    if response.code == "429"\n      sleep 1\n      next\n    end\n  end\nend\n`,
		],
		[
			'the work is done in another way',
			method(sends, '  if response.code == "429"\n    return fall_back(url)\n  end\n'),
		],
		['it has no name', `f = lambda do |url|\n${sends}${limited}end\n`],
		['Ruby calls the method', `class A\n${method(sends, limited, 'initialize(url)')}end\n`],
		['the response was made elsewhere', method('', limited, 'f(response)')],
		['the header is read already', method(`${sends}  seconds = response["Retry-After"]\n`)],
		['it stands in a block', `def f(urls)\n  urls.each do |url|\n${sends}${limited}  end\nend\n`],
		['it stands in a loop', `def f(url)\n  while go\n${sends}${limited}  end\nend\n`],
		[
			'the branch does something that must not be done twice',
			method(sends, '  if response.code == "429"\n    save(url)\n  end\n'),
		],
		[
			'the branch is for others as well',
			method(sends, '  case response.code.to_i\n  when 429, 500..599\n    raise "slow"\n  end\n'),
		],
		['the branch stands in one line', method(sends, '  if response.code == "429" then raise "slow" end\n')],
		['the branch is for all others', method(sends, '  raise "slow" unless response.code == "429"\n')],
		['two clients may have sent it', `require "httparty"\nHTTParty\n${method('  response = get(url)\n')}`],
	] as const) {
		it(`where ${why}`, async () => {
			assert.equal(await fixedRuby(`require "net/http"\nNet::HTTP\n${source}`, 'retryAfter'), undefined);
		});
	}
});

const refused = '    raise "out" if response.code == "401"\n';
const refresh = '  def refresh_token\n    @token = make\n  end\n';
const inClass = (after: string, head = 'f(url)'): string =>
	`class A\n  def ${head}\n  ${sends}${refused}  end\n${after}end\n`;

describe('a token refresh is not offered in Ruby', () => {
	it('for no other reason', async () => {
		assert.ok(await fixedRuby(`require "net/http"\n${inClass(refresh)}`, 'refreshToken'));
	});

	for (const [why, source] of [
		['nothing refreshes the token', inClass('')],
		['the token is given to the method', inClass(refresh, 'f(url, token)')],
		['the new token is only given back', inClass('  def refresh_token\n    make\n  end\n')],
		['what refreshes needs something for it', inClass('  def refresh_token(old)\n    @token = make(old)\n  end\n')],
		[
			'the refresh makes its request through the method itself',
			inClass('  def refresh_token\n    @token = f("token")\n  end\n'),
		],
		['the class has no object that could refresh', inClass(refresh, 'self.f(url)')],
	] as const) {
		it(`where ${why}`, async () => {
			assert.equal(await fixedRuby(`require "net/http"\n${source}`, 'refreshToken'), undefined);
		});
	}
});
