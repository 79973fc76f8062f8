import { applyEdits, modify } from 'jsonc-parser';
import { parseDocument } from 'yaml';
import type { PathEdit } from '../../catalog/problem.ts';
import type { Edit } from '../../syntax/span.ts';
import type { DataText } from './data-text.ts';

/** Writes changes of values into a text and leaves the rest as it is; no edits where that cannot be done. */
export function editsFor(text: DataText, edits: readonly PathEdit[]): readonly Edit[] {
	if (text.faults.length > 0) return [];
	const edited = edits.reduce(
		(so, edit) => (text.format === 'json' ? editJson(so, edit) : editYaml(so, edit)),
		text.text,
	);
	return edited === text.text ? [] : [{ start: 0, end: text.text.length, text: edited }];
}

function editJson(text: string, edit: PathEdit): string {
	const formattingOptions = { insertSpaces: false, tabSize: 1 };
	if ('rename' in edit) return text;
	const value = 'remove' in edit ? undefined : edit.value;
	return applyEdits(text, modify(text, [...edit.path], value, { formattingOptions }));
}

function editYaml(text: string, edit: PathEdit): string {
	const document = parseDocument(text);
	if ('rename' in edit) return text;
	if ('remove' in edit) document.deleteIn(edit.path);
	else document.setIn(edit.path, edit.value);
	return document.toString();
}
