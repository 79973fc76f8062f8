import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { whyNot } from '../support/toolchains.ts';
import { files } from './editor-workspace.ts';
import { recipe } from './recipe.ts';
import { type SeenCompletion, type SeenDiagnostic, type SeenFix, seenIn } from './seen.ts';

interface Seen {
	readonly py_diagnostics: readonly SeenDiagnostic[];
	readonly py_hover: string;
	readonly py_fix: SeenFix;
	readonly py_completion: SeenCompletion;
}

const script = fileURLToPath(new URL('emacs-lsp-mode.el', import.meta.url));

describe('Emacs with lsp-mode, set up as the page on editors says', { skip: whyNot('lsp-mode') }, () => {
	let seen: Partial<Seen> = {};

	before(() => {
		const { error, ...rest } = seenIn<Seen>('emacs', ({ write }) => {
			return ['-q', '--batch', '-l', write('init.el', recipe('emacs-lsp-mode')), '-l', script];
		});
		seen = rest;
		assert.equal(error, undefined);
	});

	test('underlines what is not handled', () => {
		const message =
			'AUTH_INVALID_TOKEN (401) and RATE_LIMITED (429) of SilentChat are not handled: no branch here deals with them';
		assert.deepEqual(seen.py_diagnostics, [{ message, severity: '2', covered: 'match error["code"]' }]);
	});

	test('explains a code', () => {
		assert.match(seen.py_hover ?? '', /^VALIDATION_ERROR · 400 Bad Request — Fields not valid\n/);
		assert.match(seen.py_hover ?? '', /\nSilentChat, because the file names api\.silentchat\.de$/);
	});

	test('completes an unfinished case', () => {
		const { items = [], line } = seen.py_completion ?? {};
		assert.ok(items.includes('AUTH_INVALID_TOKEN') && !items.includes('CONFLICT'), items.join());
		assert.equal(line, '    case "RATE_LIMITED"');
	});

	test('adds a missing case by a quick fix', () => {
		assert.equal(seen.py_fix?.offered[0], 'Add 2 missing required cases');
		const note = 'Token invalid or expired: refresh the token once and repeat the request once.';
		const branch = `    case "AUTH_INVALID_TOKEN":\n        # ${note}\n        pass\n`;
		assert.equal(seen.py_fix?.text, files['src/send.py'] + branch);
	});
});
