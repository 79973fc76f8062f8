import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { whyNot } from '../../support/toolchains.ts';
import { fixedRuby, rubyCases } from './fixed-ruby.ts';

const cases = [
	...rubyCases('retry.cases').map((one) => ({ ...one, fix: 'retryAfter' as const })),
	...rubyCases('refresh.cases').map((one) => ({ ...one, fix: 'refreshToken' as const })),
];
const withTabs = (text: string): string => text.replace(/^( {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2));

describe('what fixes write in Ruby is laid out', () => {
	for (const { title, text, fix } of cases) {
		it(`with the line ends of the file: ${title}`, async () => {
			const written = (await fixedRuby(text.replaceAll('\n', '\r\n'), fix)) ?? '';
			assert.equal(written.replaceAll('\r\n', '\n'), await fixedRuby(text, fix));
			assert.doesNotMatch(written, /(?<!\r)\n/);
		});

		it(`with the tabs of the file: ${title}`, async () => {
			const written = (await fixedRuby(withTabs(text), fix)) ?? '';
			assert.equal(written, withTabs((await fixedRuby(text, fix)) ?? ''));
		});
	}

	it('in the quotes of the file', async () => {
		const [first] = cases;
		const written = (await fixedRuby((first?.text ?? '').replaceAll('"', "'"), 'retryAfter')) ?? '';
		assert.match(written, /^require 'net\/http'\nrequire 'time'$/m);
		assert.match(written, /retry_after_wait\(response\['Retry-After'\], attempt\)/);
	});

	for (const [what, before, after] of [
		['above the code where nothing is required', '', 'require "time"\n\n'],
		[
			'below what must come first',
			'# frozen_string_literal: true\n\n',
			'# frozen_string_literal: true\n\nrequire "time"\n\n',
		],
		['once', 'require "time"\n', 'require "time"\n'],
		['after the last', 'require "json"\nrequire "set"\n\n', 'require "json"\nrequire "set"\nrequire "time"\n\n'],
	] as const)
		it(`with the library required ${what}`, async () => {
			const rest =
				'def f(url)\n  response = Net::HTTP.get_response(url)\n  raise "slow" if response.code == "429"\nend\n';
			const written = (await fixedRuby(before + rest, 'retryAfter')) ?? '';
			assert.equal(written.slice(0, written.indexOf('def f')), after);
		});

	it('so that both fixes fit each other, in either order', { skip: whyNot('ruby') }, async () => {
		const text =
			'class A\n  def load(url)\n    response = Net::HTTP.get_response(URI(url))\n    case response.code.to_i\n    when 401\n      raise "out"\n    when 429\n      raise "slow"\n    end\n  end\n\n  def refresh_token\n    @token = make\n  end\nend\n';
		const waitsFirst = await fixedRuby((await fixedRuby(text, 'retryAfter')) ?? '', 'refreshToken');
		const refreshesFirst = await fixedRuby((await fixedRuby(text, 'refreshToken')) ?? '', 'retryAfter');
		assert.match(waitsFirst ?? '', /load\(url, attempt, true\)[\s\S]*load\(url, attempt \+ 1, retried\)/);
		assert.match(refreshesFirst ?? '', /load\(url, true, attempt\)[\s\S]*load\(url, retried, attempt \+ 1\)/);
		for (const written of [waitsFirst, refreshesFirst])
			assert.equal(spawnSync('ruby', ['-c', '-e', written ?? '('], { stdio: 'ignore' }).status, 0);
	});
});
