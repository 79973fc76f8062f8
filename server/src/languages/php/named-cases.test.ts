import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';
import { applyEdits } from '../../../../test/support/apply-edits.ts';
import { addAllCases } from '../../rules/add-cases.ts';
import { nameOfStatus } from './status-names.ts';

/** The labels of the branches that are added to the only dispatch of a source. */
async function added(source: string): Promise<readonly string[]> {
	const analysis = await analyzed(`<?php\n// api-errors: silentchat\n${source}`, 'php');
	for (const block of analysis.blocks) {
		for (const judged of block.dispatches) {
			const [fix] = addAllCases({ judged, block, analysis }, judged.missingRequired, 0);
			if (!fix) continue;
			const text = applyEdits(analysis.document.getText(), fix.edits);
			return [...text.matchAll(/^\s*(?:case (.+):|(\S+) => throw.*)$/gm)].map(([, one, other]) => one ?? other ?? '');
		}
	}
	return [];
}

const codes =
	"final class Codes\n{\n    const SLOW = 'RATE_LIMITED', OUT = 'AUTH_INVALID_TOKEN', GONE = 'NOT_FOUND';\n";
const cases =
	"enum Code: string\n{\n    case Slow = 'RATE_LIMITED';\n    case Out = 'AUTH_INVALID_TOKEN';\n    case Gone = 'NOT_FOUND';\n}\n";

describe('a case that is added in PHP is written as the others are', () => {
	for (const [what, source, expected] of [
		[
			'constants of a class',
			`${codes}}\nfunction f($e) {\n    switch ($e->code) {\n        case Codes::GONE:\n            a();\n            break;\n    }\n}\n`,
			['Codes::GONE', 'Codes::OUT', 'Codes::SLOW'],
		],
		[
			"a class's own constants",
			`${codes}\n    function f($e) {\n        switch ($e->code) {\n            case self::GONE:\n                a();\n                break;\n        }\n    }\n}\n`,
			['self::GONE', 'self::OUT', 'self::SLOW'],
		],
		[
			'values of an enum',
			`${cases}function f($e) {\n    switch ($e->code) {\n        case Code::Gone->value:\n            a();\n            break;\n    }\n}\n`,
			['Code::Gone->value', 'Code::Out->value', 'Code::Slow->value'],
		],
		[
			'cases of an enum',
			`${cases}function f($e) {\n    return match (Code::tryFrom($e->code)) {\n        Code::Gone => 1,\n    };\n}\n`,
			['Code::Out', 'Code::Slow'],
		],
		[
			"a library's names of statuses",
			'function f($response) {\n    switch ($response->getStatusCode()) {\n        case Response::HTTP_NOT_FOUND:\n            a();\n            break;\n    }\n}\n',
			['Response::HTTP_NOT_FOUND', 'Response::HTTP_UNAUTHORIZED', 'Response::HTTP_TOO_MANY_REQUESTS'],
		],
	] as const) {
		it(what, async () => assert.deepEqual([...(await added(source))].sort(), [...expected].sort()));
	}

	it('where the library has a name', () => {
		assert.equal(nameOfStatus(409, 'StatusCodeInterface.STATUS_NOT_FOUND'), 'StatusCodeInterface.STATUS_CONFLICT');
		assert.equal(nameOfStatus(409, 'HttpStatus.NOT_FOUND'), 'HttpStatus.CONFLICT');
		assert.equal(nameOfStatus(409, 'Codes.NOT_FOUND'), undefined);
		assert.equal(nameOfStatus(409, 'NOT_FOUND'), undefined);
		assert.equal(nameOfStatus(499, 'Response.HTTP_NOT_FOUND'), undefined);
	});
});
