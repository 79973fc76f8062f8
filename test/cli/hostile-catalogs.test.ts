import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith } from './folder-with.ts';

const orders = '\u001b]0;title\u0007\u001b[31m\u001b[2J\u009b2J\rover\u202e';
const entry = { value: 'EVIL_ONE', title: `One ${orders}`, description: `Two ${orders}`, remedy: `Three ${orders}` };
const other = { value: `EVIL_${orders}`, title: 'Other', description: 'Other.', required: true };
const catalog = (entries: readonly object[]) => JSON.stringify({ id: 'evil', name: `Evil ${orders}`, entries });

test('what a catalog says is no order to the terminal', async (context) => {
	const folder = await folderWith(context, {
		'.api-errors/evil.json': catalog([entry, other, { ...entry, [orders]: 1 }]),
		'old.json': catalog([]),
		'a.ts': "switch (error.code) { case 'EVIL_ONE': break; case 'EVIL_': break; case 'EVIL_ONEE': break; }\n",
		'errors.csv': `code,title\nCSV_ONE,${orders.replace('\r', '')}\nCSV_TWO,x\n`,
	});
	const commands = [
		['explain', 'EVIL_ONE'],
		['explain', `EVIL_${orders}`],
		['explain', orders],
		['validate'],
		['check'],
		['check', '--rule', 'unhandled-codes=warning', `${orders}.ts`],
		['export', 'evil'],
		['export', 'evil', '--format', 'markdown'],
		['diff', 'old.json', '.api-errors/evil.json'],
		['import', 'errors.csv', '--dry-run'],
	];
	for (const command of commands) {
		const { out, errors } = await folder.run(command);
		assert.notEqual(out + errors, '', command.join(' '));
		assert.doesNotMatch(out + errors, /(?!\r\n|[\n\t])[\p{Cc}\u202e]/u, command.join(' '));
	}
});
