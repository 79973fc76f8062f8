import { closest } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt, lineEndAt } from '../../../syntax/text-lines.ts';
import { type AddedFunction, functionText, type TypeStyle, typeStyleOf } from './added-function.ts';
import type { ClientSite } from './client-site.ts';
import { closingAfter, escaped, mentions } from './code-text.ts';
import type { EnclosingFunction } from './enclosing-function.ts';
import { type SourceStyle, styled } from './source-style.ts';

/** What refreshes the token, and whether it belongs to the object whose method asks. */
export interface Refresher {
	readonly callee: string;
	readonly isMember: boolean;
}

/** A refresh that all calls share. */
export interface SharedRefresh {
	/** How many refreshes there have been, as an expression. */
	readonly count: string;
	/** Refreshes unless that was done since the count was read. */
	call(seen: string): string;
	/** Offsets count from the block's start. */
	readonly edits: readonly Edit[];
}

const named =
	'(?:refresh|renew)(?:Access|Auth|Id|Api|User|Bearer)?(?:Tokens?|Session|Auth|Credentials|Login)|reauthenticate';

/** The function of the file that refreshes the token and needs nothing for it; undefined where there is none. */
export function refresherOf(site: ClientSite, own: EnclosingFunction): Refresher | undefined {
	if (new RegExp(`^#?(?:${named})$`).test(own.name)) return undefined;
	return ownMethod(site, own) ?? calledInFile(site, own) ?? declaredInFile(site, own) ?? importedInto(site);
}

/** A method of the same class without parameters. */
function ownMethod({ block }: ClientSite, own: EnclosingFunction): Refresher | undefined {
	const body = own.callee.startsWith('this.') ? closest(own.part, 'class') : undefined;
	if (!body) return undefined;
	const text = block.slice(body.start, body.end);
	const pattern = new RegExp(
		`(?<![\\w$.#])(#?(?:${named}))(?:\\s*=\\s*(?:async\\s*)?)?\\(\\s*\\)\\s*(?::[^{;=]*)?(?:=>\\s*)?\\{`,
	);
	const found = pattern.exec(text);
	const name = found?.[1];
	if (!found || !name || callsBack(text, found.index + found[0].length - 1, own)) return undefined;
	return { callee: `this.${name}`, isMember: true };
}

/** A method that the file calls without arguments: `auth.refreshToken()`, `this.session.refresh()`. */
function calledInFile({ file, imported }: ClientSite, own: EnclosingFunction): Refresher | undefined {
	for (const [, callee = ''] of file.matchAll(new RegExp(`(?<![\\w$.])((?:[\\w$]+\\.)+(?:${named}))\\(\\s*\\)`, 'g'))) {
		const root = callee.split('.')[0] ?? '';
		if (root === 'this') {
			if (own.callee.startsWith('this.') && callee.split('.').length > 2) return { callee, isMember: true };
		} else if (imported.some((name) => name.local === root)) return { callee, isMember: false };
	}
	return undefined;
}

/** A function at the top of the file without parameters that must be given. */
function declaredInFile({ file }: ClientSite, own: EnclosingFunction): Refresher | undefined {
	const declaration = new RegExp(
		`^(?:export\\s+)?(?:(?:async\\s+)?function\\s+(${named})\\s*|(?:const|let)\\s+(${named})\\s*=\\s*(?:async\\s*)?(?:function\\s*)?)\\(`,
		'm',
	);
	const found = declaration.exec(file);
	const name = found?.[1] ?? found?.[2];
	if (!found || !name) return undefined;
	const open = found.index + found[0].length - 1;
	const close = closingAfter(file, open);
	const parameters = file.slice(open + 1, close - 1).split(',');
	const needsNone = parameters.every((one) => one.trim() === '' || /=|^\s*[\w$]+\?\s*:/.test(one));
	return needsNone && !callsBack(file, file.indexOf('{', close), own) ? { callee: name, isMember: false } : undefined;
}

function importedInto({ imported }: ClientSite): Refresher | undefined {
	const name = imported.find(({ local }) => new RegExp(`^(?:${named})$`).test(local))?.local;
	return name === undefined ? undefined : { callee: name, isMember: false };
}

/** Whether a refresh goes through the function that waits for it, which would wait for ever. */
function callsBack(text: string, open: number, { name }: EnclosingFunction): boolean {
	const own = escaped(name.replace(/^#/, ''));
	return open < 0 || new RegExp(`(?<![\\w$])${own}\\s*\\(`).test(text.slice(open, closingAfter(text, open)));
}

/** The function that shares a refresh, found in the file or added to it. */
export function sharedRefresh(
	{ callee, isMember }: Refresher,
	own: EnclosingFunction,
	site: ClientSite,
	style: SourceStyle,
): SharedRefresh | undefined {
	const { place, file } = site;
	const mark = isMember && !place.dialect.typed ? '#' : '';
	const owner = isMember ? `this.${mark}` : '';
	const shared = { count: `${owner}tokenRefreshes`, call: (seen: string) => `${owner}refreshTokenOnce(${seen})` };
	const around = isMember ? closest(own.part, 'class') : undefined;
	const text = around ? site.block.slice(around.start, around.end) : file;
	const known = new RegExp(`${isMember ? '' : '\\bfunction\\s+'}\\brefreshTokenOnce\\s*\\(\\s*seen\\b`).exec(text);
	if (known) {
		const found = text.slice(known.index, closingAfter(text, text.indexOf('{', known.index)));
		return found.includes(`${callee}(`) ? { ...shared, edits: [] } : undefined;
	}
	if (['tokenRefreshes', 'tokenRefresh', 'refreshTokenOnce'].some((name) => mentions(text, name))) return undefined;
	const code = refreshCode(callee, owner, isMember, typeStyleOf(place));
	return { ...shared, edits: [isMember ? afterMember(own, site, style, code) : afterImports(site, style, code)] };
}

function refreshCode(callee: string, owner: string, isMember: boolean, types: TypeStyle): string {
	const hidden = types === 'code' ? 'private ' : '#';
	const state = isMember ? hidden : 'let ';
	const pending = 'Promise<boolean> | undefined';
	const refresh: AddedFunction = {
		names: [],
		comment: [
			'Refreshes the token, once for all who ask meanwhile, and not again where that was done after `seen` was read.',
			'False where it failed: then the error that asked for it stands.',
		],
		parameters: { seen: 'number' },
		result: 'Promise<boolean>',
		body: [
			`if (seen !== ${owner}tokenRefreshes) return Promise.resolve(true);`,
			`${owner}tokenRefresh ??= Promise.resolve()`,
			`\t.then(() => ${callee}())`,
			'\t.then(',
			'\t\t() => {',
			`\t\t\t${owner}tokenRefreshes += 1;`,
			'\t\t\treturn true;',
			'\t\t},',
			'\t\t() => false,',
			'\t)',
			'\t.finally(() => {',
			`\t\t${owner}tokenRefresh = undefined;`,
			'\t});',
			`return ${owner}tokenRefresh;`,
		],
	};
	return [
		`${state}tokenRefreshes = 0;`,
		...(types === 'comment' ? [`/** @type {${pending}} */`] : []),
		`${state}tokenRefresh${types === 'code' ? `: ${pending}` : ''};`,
		'',
		functionText(refresh, 'refreshTokenOnce', types, isMember ? hidden : 'function '),
	].join('\n');
}

function afterMember(own: EnclosingFunction, { place, block }: ClientSite, style: SourceStyle, code: string): Edit {
	const isField = own.part.parent?.kind === 'field';
	const end = isField ? (own.part.parent?.end ?? own.part.end) : own.part.end;
	const at = isField && block[end] === ';' ? end + 1 : end;
	const indentation = indentationAt(place.text, place.offset + own.part.start);
	const gap = style.lineBreak.repeat(2) + indentation;
	return { start: at, end: at, text: gap + styled(code, style, indentation) };
}

/** Before all else that may run, because what a `let` declares cannot be used earlier. */
function afterImports({ place, file }: ClientSite, style: SourceStyle, code: string): Edit {
	const imports = [
		...file.matchAll(
			/^\uFEFF?import\b[^;]*?['"] *['"](?:\s*with\s*\{[^}]*\})?;?|^(?:const|let|var)\b[^;=]*=\s*require\([^)]*\).*$/gm,
		),
	];
	const last = imports.at(-1);
	const gap = style.lineBreak;
	if (last) {
		const at = lineEndAt(place.text, last.index + last[0].length) - place.offset;
		return { start: at, end: at, text: gap + gap + styled(code, style) };
	}
	const opening =
		/^\uFEFF?(?:#!.*\r?\n)?(?:\s*\/\*(?!\*)[\s\S]*?\*\/\s*?\n(?=\s*\n)|(?:\/\/.*\n)+(?=\s*\n))?\s*(?:['"]use \w+['"];?\s*)*/;
	const at = (opening.exec(place.text)?.[0].length ?? 0) - place.offset;
	return { start: at, end: at, text: styled(code, style) + gap + gap };
}
