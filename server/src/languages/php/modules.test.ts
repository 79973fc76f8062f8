import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lentConstants } from '../../../../test/support/lent-constants.ts';

const composer = JSON.stringify({
	autoload: { 'psr-4': { 'App\\': 'src/', 'App\\Codes\\': ['lib', 'codes/'] }, files: ['src/constants.php'] },
});
const codes = (name: string, namespace = 'App\\Codes'): string =>
	`<?php\n\nnamespace ${namespace};\n\nfinal class ${name}\n{\n    public const string SLOW = 'RATE_LIMITED', GONE = 'RESOURCE_GONE';\n}\n`;
const cases = `<?php\nnamespace App\\Codes;\nenum ErrorCode: string\n{\n    case Slow = 'RATE_LIMITED';\n}\n`;
const loaded = `<?php\nnamespace App\\Limits;\nconst SLOW = 'RATE_LIMITED';\ndefine('App\\Limits\\OTHER', 1);\n`;
const all = (name: string): readonly string[] => [`${name}.GONE = RESOURCE_GONE`, `${name}.SLOW = RATE_LIMITED`];
const main = 'src/Http/Client.php';

const lent: Readonly<Record<string, readonly [Readonly<Record<string, string>>, readonly string[]]>> = {
	'a class by its namespace': [
		{ 'composer.json': composer, 'codes/Own.php': codes('Own'), [main]: '<?php\nuse App\\Codes\\Own;\n' },
		all('Own'),
	],
	'an enum by another name': [
		{ 'composer.json': composer, 'lib/ErrorCode.php': cases, [main]: '<?php\nuse App\\Codes\\ErrorCode as Code;\n' },
		['Code.Slow = RATE_LIMITED'],
	],
	'several of one namespace': [
		{
			'composer.json': composer,
			'codes/Own.php': codes('Own'),
			'src/Codes/ErrorCode.php': cases,
			[main]: '<?php\nuse App\\Codes\\{\n    Own,\n    ErrorCode as Code,\n};\n',
		},
		['Code.Slow = RATE_LIMITED', ...all('Own')],
	],
	'a class of the same namespace, which needs no import': [
		{
			'composer.json': composer,
			'src/Http/Codes.php': codes('Codes', 'App\\Http'),
			[main]: '<?php\nnamespace App\\Http;\nfunction f($e) { return $e->code === Codes::SLOW; }\n',
		},
		all('Codes'),
	],
	'the imported class rather than the one beside it': [
		{
			'composer.json': composer,
			'src/Http/ErrorCode.php': codes('ErrorCode', 'App\\Http'),
			'codes/ErrorCode.php': cases,
			[main]: '<?php\nuse App\\Codes\\ErrorCode;\nfunction f($e) { return $e->code === ErrorCode::Slow->value; }\n',
		},
		['ErrorCode.Slow = RATE_LIMITED'],
	],
	'a class that is named in full': [
		{
			'composer.json': composer,
			'codes/Own.php': codes('Own'),
			[main]: '<?php\nfunction f($e) { return $e->code === \\App\\Codes\\Own::SLOW; }\n',
		},
		all('Own'),
	],
	'a constant of a namespace': [
		{ 'composer.json': composer, 'src/constants.php': loaded, [main]: '<?php\nuse const App\\Limits\\SLOW;\n' },
		['SLOW = RATE_LIMITED'],
	],
	'what an included file has': [
		{
			'lib/codes.php': "<?php\ndefine('SLOW', 'RATE_LIMITED');\nconst REFUSED = 'AUTH_INVALID_TOKEN';\n",
			[main]: "<?php\nrequire_once dirname(__DIR__, 2) . '/lib/codes.php';\n",
		},
		['REFUSED = AUTH_INVALID_TOKEN', 'SLOW = RATE_LIMITED'],
	],
	'what a file has that is included from a folder above': [
		{
			'includes/class-own.php': codes('Own', 'Plugin'),
			[main]: "<?php\nrequire_once PLUGIN_PATH . 'includes/class-own.php';\n",
		},
		['GONE = RESOURCE_GONE', ...all('Own'), 'SLOW = RATE_LIMITED'].sort(),
	],
	"a class in a file named as WordPress's are": [
		{
			'includes/class-own-codes.php': codes('Own_Codes'),
			'includes/a.php': '<?php\nfunction f($e) { return $e->code === Own_Codes::SLOW; }\n',
		},
		all('Own_Codes'),
	],
	'the class of another package of the repository': [
		{
			'composer.json': composer,
			'codes/Own.php': codes('Own'),
			'src/Http/composer.json': '{"autoload": {"psr-4": {"App\\\\Http\\\\": ""}}}',
			[main]: '<?php\nuse App\\Codes\\Own;\n',
		},
		all('Own'),
	],
	'nothing of a package that is installed': [
		{ 'composer.json': composer, [main]: '<?php\nuse GuzzleHttp\\Client;\n' },
		[],
	],
};

for (const [title, [texts, expected]] of Object.entries(lent)) {
	const path = main in texts ? main : 'includes/a.php';
	test(`a file has ${title}`, async () => assert.deepEqual(await lentConstants('php', texts, path), expected));
}
