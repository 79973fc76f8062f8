import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lentConstants } from '../../../../test/support/lent-constants.ts';

const codes = 'module Api\n  module Codes\n    SLOW = "RATE_LIMITED".freeze\n  end\nend\n';
const shown = ['Codes.SLOW = RATE_LIMITED', 'SLOW = RATE_LIMITED'];

const lent: Readonly<Record<string, readonly [Readonly<Record<string, string>>, string, readonly string[]]>> = {
	'a file beside it': [
		{ 'lib/api/codes.rb': codes, 'lib/api/client.rb': 'require_relative "codes"\n' },
		'lib/api/client.rb',
		shown,
	],
	'a file in a folder above': [
		{ 'lib/codes.rb': codes, 'lib/api/client.rb': "require_relative '../codes.rb'\n" },
		'lib/api/client.rb',
		shown,
	],
	'a file of the load path': [
		{ 'lib/api/codes.rb': codes, 'bin/run.rb': 'require "api/codes"\n' },
		'bin/run.rb',
		shown,
	],
	'a file that another requires': [
		{ 'lib/api/codes.rb': codes, 'lib/api.rb': 'require_relative "api/codes"\n', 'bin/run.rb': 'require "api"\n' },
		'bin/run.rb',
		shown,
	],
	'a module that Rails loads by its name': [
		{
			'app/errors/api/codes.rb': codes,
			'app/jobs/send_job.rb': 'class SendJob\n  def f(e) = e.code == Api::Codes::SLOW\nend\n',
		},
		'app/jobs/send_job.rb',
		['Codes.SLOW = RATE_LIMITED'],
	],
	'a module beside the file, by its name': [
		{ 'lib/api/codes.rb': codes, 'lib/api/client.rb': 'module Api\n  def f(e) = e.code == Codes::SLOW\nend\n' },
		'lib/api/client.rb',
		['Codes.SLOW = RATE_LIMITED'],
	],
	'nothing of a gem': [
		{ 'lib/api/faraday.rb': codes, 'lib/api/client.rb': 'require "faraday"\n' },
		'lib/api/client.rb',
		[],
	],
};

for (const [title, [texts, path, expected]] of Object.entries(lent))
	test(`a Ruby file has constants of ${title}`, async () => {
		const found = await lentConstants('ruby', texts, path);
		// They may go by all the modules around them as well.
		assert.deepEqual(
			found.filter((one) => !one.startsWith('Api.')),
			expected,
		);
	});
