import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { whyNot } from '../support/toolchains.ts';
import { files } from './editor-workspace.ts';
import { recipe } from './recipe.ts';
import { type SeenCompletion, type SeenDefinition, type SeenDiagnostic, type SeenFix, seenIn } from './seen.ts';

interface Seen {
	readonly py_diagnostics: readonly SeenDiagnostic[];
	readonly py_hover: string;
	readonly py_rename: string;
	readonly py_fix: SeenFix;
	readonly py_completion: SeenCompletion;
	readonly py_definition: SeenDefinition;
	readonly own_hover: string;
	readonly own_definition: SeenDefinition;
	readonly catalog_diagnostics: readonly SeenDiagnostic[];
}

const script = fileURLToPath(new URL('emacs.el', import.meta.url));

// Emacs has no mode for TypeScript of its own before 29, so that Python and JavaScript stand for all languages.
describe('Emacs with Eglot, set up as the page on editors says', { skip: whyNot('emacs') }, () => {
	let seen: Partial<Seen> = {};

	before(() => {
		const { error, ...rest } = seenIn<Seen>('emacs', ({ write }) => {
			return ['-q', '--batch', '-l', write('init.el', recipe('emacs')), '-l', script];
		});
		seen = rest;
		assert.equal(error, undefined);
	});

	test('underlines what is not handled', () => {
		const [found, ...more] = seen.py_diagnostics ?? [];
		assert.deepEqual([found?.severity, found?.covered, more], ['eglot-warning', 'match error["code"]', []]);
		assert.match(
			found?.message ?? '',
			/AUTH_INVALID_TOKEN \(401\) and RATE_LIMITED \(429\) of SilentChat are not handled: no branch here deals with them$/,
		);
	});

	test('explains a code', () => {
		assert.match(seen.py_hover ?? '', /^\**`?VALIDATION_ERROR`?\** · 400 Bad Request — Fields not valid\n/);
		assert.match(seen.py_hover ?? '', /\nSilentChat, because the file names api\.silentchat\.de$/);
	});

	test('completes an unfinished case', () => {
		const { items = [], line } = seen.py_completion ?? {};
		const codes = items.filter((item) => !item.startsWith('All '));
		assert.deepEqual(codes.slice(0, 2), ['AUTH_INVALID_TOKEN', 'RATE_LIMITED']);
		assert.ok(!codes.includes('CONFLICT'));
		assert.equal(line, '    case "RATE_LIMITED"');
	});

	test('adds a missing case by a quick fix', () => {
		assert.equal(seen.py_fix?.offered[0], 'Add 2 missing required cases');
		const note = 'Token invalid or expired: refresh the token once and repeat the request once.';
		const branch = `    case "AUTH_INVALID_TOKEN":\n        # ${note}\n        pass\n`;
		assert.equal(seen.py_fix?.text, files['src/send.py'] + branch);
	});

	test('goes to the entry of a code, in a catalog that comes along and in one of the workspace', () => {
		assert.match(seen.py_definition?.file ?? '', /\/catalogs\/silentchat\.json$/);
		assert.equal(seen.py_definition?.line, '\t\t\t"value": "VALIDATION_ERROR",');
		assert.match(seen.own_definition?.file ?? '', /\/\.api-errors\/acme\.json$/);
		assert.equal(seen.own_definition?.line, '\t\t\t"value": "CARD_DECLINED",');
		assert.match(seen.own_hover ?? '', /The bank refuses the card\./);
	});

	test('shows what is wrong with a catalog', () => {
		const [found, ...more] = seen.catalog_diagnostics ?? [];
		assert.deepEqual([found?.severity, found?.covered, more], ['eglot-error', '"many"', []]);
		assert.match(found?.message ?? '', /"status" must be a whole number from 100 to 599, not "many"\.$/);
	});

	// Eglot never asks first, so that it is offered no renaming, and another server's is not stood in the way of.
	test('does not rename a code', () => {
		assert.match(seen.py_rename ?? '', /Server can't rename|Unsupported or ignored LSP capability `:renameProvider'/);
	});
});
