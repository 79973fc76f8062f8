import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentOf, labelSiteIn } from '../../../test/support/analyzed.ts';
import { readCursor } from '../../../test/support/marked-source.ts';

const api = "const base = 'https://api.silentchat.de/v1';\n";
const lookup = '\nexport function handle(error) {\n\treturn handlers[error.code]?.(error);\n}\n';

/** Places in code of which some is not written yet: what is offered first there, and what it replaces. */
const offered: readonly (readonly [source: string, first: string, replaced: string])[] = [
	["switch (error.code) { case '█' }", "'AUTH_INVALID_TOKEN'", "''"],
	["switch (error.code) { case '█", "'AUTH_INVALID_TOKEN'", "'"],
	['switch (error.code) { case "█" }', '"AUTH_INVALID_TOKEN"', '""'],
	['switch (error.code) { case █ }', "'AUTH_INVALID_TOKEN'", ''],
	['switch (error.code) { case RATE█ }', "'AUTH_INVALID_TOKEN'", 'RATE'],
	["switch (error.code) { case 'RATE█_LIMITED': break; }", "'AUTH_INVALID_TOKEN'", "'RATE_LIMITED'"],
	["switch (error.code) { case 'AUTH_INVALID_TOKEN': a(); break; case '█ }", "'RATE_LIMITED'", "'"],
	['switch (error.code) { case "AUTH_INVALID_TOKEN": a(); break; case \'█\' }', '"RATE_LIMITED"', "''"],
	["if (error.code === '█') {}", "'AUTH_INVALID_TOKEN'", "''"],
	["if ('█' === error.code) {}", "'AUTH_INVALID_TOKEN'", "''"],
	['if (error.code === █) {}', "'AUTH_INVALID_TOKEN'", ''],
	["if (['AUTH_INVALID_TOKEN', '█'].includes(error.code)) {}", "'RATE_LIMITED'", "''"],
	["const some = new Set(['AUTH_INVALID_TOKEN', '█']);\nif (some.has(error.code)) {}", "'RATE_LIMITED'", "''"],
	[`const handlers = { CONFLICT: onConflict, █ };${lookup}`, 'AUTH_INVALID_TOKEN', ''],
	[`const handlers = {\n\tCONFLICT: onConflict,\n\tRA█\n};${lookup}`, 'AUTH_INVALID_TOKEN', 'RA'],
	[`const handlers = {\n\t'CONFLICT': onConflict,\n\t'█\n};${lookup}`, "'AUTH_INVALID_TOKEN'", "'"],
	['const handlers = { CONFLICT: onConflict, █ };', 'AUTH_INVALID_TOKEN', ''],
	["const handlers = new Map([['CONFLICT', f], ['█']]);\nhandlers.get(error.code);", "'AUTH_INVALID_TOKEN'", "''"],
	['switch (response.status) { case █ }', '401', ''],
	['if (response.status === 401) {} else if (response.status === █) {}', '429', ''],
	[
		"enum Code { Token = 'AUTH_INVALID_TOKEN', Limited = 'RATE_LIMITED' }\nswitch (error.code) { case Code.Token: break; case █ }",
		'Code.Limited',
		'',
	],
];

/** Places where no code is expected. */
const silent: readonly string[] = [
	"console.log('█');",
	"// case '█'",
	"const text = 'a longer █ sentence';",
	"import a from '█';",
	"switch (action.type) { case 'ADD': break; case '█' }",
	"fetch('█');",
	"const person = { name: '█' };",
];

describe('where a code may be typed', () => {
	for (const [source, first, replaced] of offered) {
		it(source, async () => {
			const { text, offset } = readCursor(api + source);
			const site = await labelSiteIn(documentOf(text), offset);
			assert.ok(site, 'nothing is offered');
			assert.equal(site.offered[0]?.text, first);
			assert.equal(text.slice(site.replace.start, site.replace.end), replaced);
		});
	}
});

describe('where none is expected', () => {
	for (const source of silent) {
		it(source, async () => {
			const { text, offset } = readCursor(api + source);
			assert.equal(await labelSiteIn(documentOf(text), offset), undefined);
		});
	}
});
