import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { whyNot } from '../support/toolchains.ts';
import { files } from './editor-workspace.ts';
import { recipe } from './recipe.ts';
import { type SeenCompletion, type SeenDefinition, type SeenDiagnostic, type SeenFix, seenIn } from './seen.ts';

interface Seen {
	readonly ts_diagnostics: readonly SeenDiagnostic[];
	readonly ts_hover: string;
	readonly ts_rename: string;
	readonly ts_fix: SeenFix;
	readonly ts_completion: SeenCompletion;
	readonly ts_definition: SeenDefinition;
	readonly py_diagnostics: readonly SeenDiagnostic[];
	readonly py_hover: string;
	readonly py_fix: SeenFix;
	readonly own_hover: string;
	readonly own_definition: SeenDefinition;
	readonly catalog_diagnostics: readonly SeenDiagnostic[];
}

const script = fileURLToPath(new URL('neovim.lua', import.meta.url));

/** Neovim can be set up as the page says only from 0.11 on; those before have a recipe of their own. */
function fittingRecipe(): string {
	const isNew = spawnSync('nvim', ['--headless', '-u', 'NONE', '-c', 'execute has("nvim-0.11") ? "qall!" : "cquit"']);
	return recipe(isNew.status === 0 ? 'neovim' : 'neovim-before-0.11');
}

describe('Neovim, set up as the page on editors says', { skip: whyNot('neovim') }, () => {
	let seen: Partial<Seen> = {};

	before(() => {
		const { error, ...rest } = seenIn<Seen>('nvim', ({ write }) => {
			return ['--headless', '-i', 'NONE', '-n', '-u', write('init.lua', fittingRecipe()), '-S', script];
		});
		seen = rest;
		assert.equal(error, undefined);
	});

	test('underlines what is not handled', () => {
		const message =
			'AUTH_INVALID_TOKEN (401) and RATE_LIMITED (429) of SilentChat are not handled: no branch here deals with them';
		const severity = 'WARN';
		assert.deepEqual(seen.ts_diagnostics, [{ message, severity, covered: 'switch (error.code)' }]);
		assert.deepEqual(seen.py_diagnostics, [{ message, severity, covered: 'match error["code"]' }]);
	});

	test('explains a code', () => {
		assert.match(seen.ts_hover ?? '', /^\**`?VALIDATION_ERROR`?\** · 400 Bad Request — Fields not valid\n/);
		assert.match(seen.ts_hover ?? '', /\nSilentChat, because the file names api\.silentchat\.de$/);
		assert.match(seen.py_hover ?? '', /^\**`?CONFLICT`?\** · 409 Conflict\n/);
	});

	test('completes an unfinished case', () => {
		const { items = [], line } = seen.ts_completion ?? {};
		const codes = items.filter((item) => !item.startsWith('All '));
		assert.deepEqual(codes.slice(0, 2), ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']);
		assert.ok(!codes.includes('CONFLICT'));
		assert.equal(line, "\t\tcase 'RATE_LIMITED'");
	});

	test('adds the missing cases by a quick fix', () => {
		assert.equal(seen.ts_fix?.offered[0], 'Add 2 missing required cases');
		assert.equal(
			seen.ts_fix?.text,
			withCase(files['src/send.ts'], '\t}\n', "\t\tcase 'AUTH_INVALID_TOKEN':", '\t\t\t', 'break;'),
		);
		assert.equal(
			seen.py_fix?.text,
			withCase(files['src/send.py'], undefined, '    case "AUTH_INVALID_TOKEN":', '        ', 'pass'),
		);
	});

	test('goes to the entry of a code, in a catalog that comes along and in one of the workspace', () => {
		assert.match(seen.ts_definition?.file ?? '', /\/catalogs\/silentchat\.json$/);
		assert.equal(seen.ts_definition?.line, '\t\t\t"value": "VALIDATION_ERROR",');
		assert.match(seen.own_definition?.file ?? '', /\/\.api-errors\/acme\.json$/);
		assert.equal(seen.own_definition?.line, '\t\t\t"value": "CARD_DECLINED",');
		assert.match(seen.own_hover ?? '', /The bank refuses the card\./);
	});

	test('shows what is wrong with a catalog', () => {
		assert.deepEqual(seen.catalog_diagnostics, [
			{ message: '"status" must be a whole number from 100 to 599, not "many".', severity: 'ERROR', covered: '"many"' },
		]);
	});

	test('says why a code is not renamed', () => {
		assert.match(
			seen.ts_rename ?? '',
			/VALIDATION_ERROR is what SilentChat sends; renaming it here would not change the API/,
		);
	});
});

/** The text with a branch before what follows it, which ends the text unless it is given. */
function withCase(text: string, following: string | undefined, head: string, indentation: string, end: string): string {
	const note = 'Token invalid or expired: refresh the token once and repeat the request once.';
	const sign = end === 'pass' ? '#' : '//';
	const branch = `${head}\n${indentation}${sign} ${note}\n${indentation}${end}\n`;
	if (following === undefined) return text + branch;
	const at = text.lastIndexOf(following);
	return text.slice(0, at) + branch + text.slice(at);
}
