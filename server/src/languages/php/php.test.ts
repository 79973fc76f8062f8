import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { documentOf, labelSiteIn } from '../../../../test/support/analyzed.ts';
import { readAsset } from '../../../../test/support/test-assets.ts';
import { whyNot } from '../../../../test/support/toolchains.ts';
import { CodeReader } from '../../syntax/code-reader.ts';
import { newBranches } from '../../syntax/writing/insert-code.ts';
import { php } from './index.ts';

/** The source with a case for `NEW` in its first dispatch; undefined where none is written. */
async function withCase(source: string): Promise<string | undefined> {
	const reader = new CodeReader([php], readAsset);
	const blocks = (await reader.read('test', 'php', source, { mayMatter: () => true })) ?? [];
	for (const { code, start } of blocks) {
		const [dispatch] = code.dispatches;
		if (!dispatch) continue;
		const labels = [{ label: "'NEW'", comment: 'Wait.' }];
		const edits = newBranches(dispatch, code, start, source, labels, php.write) ?? [];
		const written = edits
			.toReversed()
			.reduce((text, one) => text.slice(0, one.start) + one.text + text.slice(one.end), source);
		return edits.length === 0 ? undefined : written;
	}
	return undefined;
}

const added: readonly (readonly [what: string, source: string, expected: string])[] = [
	[
		'a switch with colons',
		"<?php\nswitch ($e->code):\n    case 'A':\n        a();\n        break;\nendswitch;\n",
		"<?php\nswitch ($e->code):\n    case 'A':\n        a();\n        break;\n    case 'NEW':\n        // Wait.\n        break;\nendswitch;\n",
	],
	[
		'a match that throws otherwise',
		"<?php\n$r = match ($e->code) {\n    'A' => 1,\n    default => throw $e,\n};\n",
		"<?php\n$r = match ($e->code) {\n    'A' => 1,\n    // Wait.\n    'NEW' => throw $e,\n    default => throw $e,\n};\n",
	],
	[
		'a match that gives a value otherwise',
		"<?php\nreturn match ($e->code) {\n    'A', 'B' => 'x',\n    default => text($e),\n};\n",
		"<?php\nreturn match ($e->code) {\n    'A', 'B' => 'x',\n    // Wait.\n    'NEW' => text($e),\n    default => text($e),\n};\n",
	],
	[
		'a switch that returns otherwise',
		"<?php\nfunction f($e)\n{\n    switch ($e->code) {\n        case 'A':\n            return 1;\n\n        default:\n            return g($e);\n    }\n}\n",
		"<?php\nfunction f($e)\n{\n    switch ($e->code) {\n        case 'A':\n            return 1;\n\n        case 'NEW':\n            // Wait.\n            return g($e);\n\n        default:\n            return g($e);\n    }\n}\n",
	],
	[
		'a switch whose default returns what it alone has',
		"<?php\nfunction f($e)\n{\n    switch ($e->code) {\n        case 'A':\n            return 1;\n        default:\n            $x = g($e);\n            return $x;\n    }\n}\n",
		"<?php\nfunction f($e)\n{\n    switch ($e->code) {\n        case 'A':\n            return 1;\n        case 'NEW':\n            // Wait.\n            throw new \\RuntimeException('NEW');\n        default:\n            $x = g($e);\n            return $x;\n    }\n}\n",
	],
	[
		'a match whose last arm has no comma',
		"<?php\n$r = match ($e->code) {\n    'A' => 1\n};\n",
		"<?php\n$r = match ($e->code) {\n    'A' => 1,\n    // Wait.\n    'NEW' => throw new \\RuntimeException('NEW')\n};\n",
	],
	[
		'a match whose last arm has a comma',
		"<?php\nreturn match ($e->code) {\n    'A' => 1, // One.\n};\n",
		"<?php\nreturn match ($e->code) {\n    'A' => 1, // One.\n    // Wait.\n    'NEW' => throw new \\RuntimeException('NEW'),\n};\n",
	],
	[
		'a match in one line',
		"<?php $r = match ($e->code) { 'A' => 1 };\n",
		"<?php $r = match ($e->code) { 'A' => 1, /* Wait. */ 'NEW' => throw new \\RuntimeException('NEW') };\n",
	],
	[
		'a chain of ifs',
		"<?php\nif ('A' === $code) {\n    a();\n} else {\n    throw $e;\n}\n",
		"<?php\nif ('A' === $code) {\n    a();\n} elseif ('NEW' === $code) {\n    // Wait.\n} else {\n    throw $e;\n}\n",
	],
	[
		'a chain of ifs with colons',
		"<?php\nif ($code === 'A'):\n    a();\nelse:\n    b();\nendif;\n",
		"<?php\nif ($code === 'A'):\n    a();\nelseif ($code === 'NEW'):\n    // Wait.\nelse:\n    b();\nendif;\n",
	],
	[
		'ifs that ask a list',
		"<?php\nfunction f($e) {\n    if (in_array($e->code, ['A', 'B'], true)) {\n        return;\n    }\n}\n",
		"<?php\nfunction f($e) {\n    if (in_array($e->code, ['A', 'B'], true)) {\n        return;\n    }\n    if ($e->code === 'NEW') {\n        // Wait.\n        return;\n    }\n}\n",
	],
];

describe('a case is added in PHP', () => {
	for (const [what, source, expected] of added) {
		it(`to ${what}`, async () => {
			assert.equal(await withCase(source), expected);
		});
	}

	it('nowhere in a page between its tags', async () => {
		assert.equal(await withCase("<?php if ($code === 'A'): ?><p></p><?php else: ?><b></b><?php endif; ?>"), undefined);
	});

	it('so that PHP can read it', { skip: whyNot('php') }, () => {
		for (const [, , expected] of added) execFileSync('php', ['-l'], { input: expected, stdio: 'pipe' });
	});
});

const typed = [
	[
		'<?php\nswitch ($response->getStatusCode()) {\n    case 401:\n        a();\n        break;\n    case |',
		'switch response.statusCode: 401',
	],
	[
		'<?php\nswitch ($response->getStatusCode()) {\n    case 401:\n        a();\n        break;\n    case 4|\n    default:\n        b();\n}',
		'switch response.statusCode: 401',
	],
	['<?php\nfunction f($response) {\n    if ($response->status() === |', 'chain response.status: '],
	[
		'<?php\nfunction f($response) {\n    if ($response->status() === 404) {\n        a();\n    } elseif ($response->status() === |) {\n    }\n}',
		'chain response.status: 404',
	],
	[
		'<?php\nnamespace App;\n\nclass A\n{\n    public function f($response)\n    {\n        return match ($response->status()) {\n            404 => 1,\n            |',
		'switch response.status: 404',
	],
	['<?php\nif (in_array($response->status(), [404, |', 'chain response.status: 404'],
	['<?php\nswitch ($status):\n    case 404:\n        break;\n    case |\nendswitch;', 'switch status: 404'],
	[
		'<?php\nif ($response->status() === 404) {\n    a();\n} elseif ($response->status() === |\n',
		'chain response.status: 404',
	],
	[
		'<?php\n$r = match (true) {\n    $response->status() === 404 => 1,\n    $response->status() === |\n};',
		'chain response.status: 404',
	],
	["<?php\n$a = <<<X\nit's\nX;\n$b = 'a\nb(';\nif ($response->status() === |", 'chain response.status: '],
	["<p>it's</p>\n<?php if ($response->status() == |", 'chain response.status: '],
] as const;

describe('what is being typed in PHP', () => {
	for (const [source, expected] of typed) {
		it(`is a label: ${source.slice(source.lastIndexOf('\n') + 1)}`, async () => {
			const at = source.indexOf('|');
			const document = documentOf(source.replace('|', ''), 'php');
			const site = await labelSiteIn(document, at);
			const dispatch = site?.dispatch.dispatch;
			const values = dispatch?.branches.flatMap(({ labels }) =>
				labels.flatMap((label) => (label.kind === 'literal' ? [String(label.literal.value)] : [])),
			);
			const others = values?.filter((value) => !value.includes('api-error'));
			assert.equal(`${dispatch?.form} ${dispatch?.subject.path}: ${others?.join(' ')}`, expected);
		});
	}

	it('is nothing in the page around the code', async () => {
		const document = documentOf("<?php f(); ?>\n<p>case '", 'php');
		assert.equal(await labelSiteIn(document, document.getText().length), undefined);
	});
});
