import { constantName } from './code-name.ts';
import { isIntegerWithin, type JsonFields, shown, type TextRule } from './json-fields.ts';
import { limits } from './limits.ts';
import { removeFix, replaceFix, wrongValue } from './problem.ts';

/** A status from 100 to 599. What is none is reported, and mended where it is one in quotes. */
export function readStatus(fields: JsonFields, key: string): number | undefined {
	const value = fields.raw(key);
	if (value === undefined || isStatus(value)) return value;
	const path = [...fields.path, key];
	const number = typeof value === 'string' && /^\s*\d{3}\s*$/.test(value) ? Number(value) : undefined;
	fields.report({
		path,
		message: `"${key}" must be a whole number from 100 to 599, not ${shown(value)}.`,
		severity: 'error',
		code: 'impossible-status',
		fixes: isStatus(number) ? [replaceFix(path, number)] : key === 'status' ? [removeFix(path)] : [],
	});
	return undefined;
}

function isStatus(value: unknown): value is number {
	return isIntegerWithin(value, 100, 599);
}

/** Codes are text or whole numbers; numbers need not be statuses. */
export function readCode(fields: JsonFields, key: string): string | number | undefined {
	const value = fields.raw(key);
	if (typeof value === 'string') return fields.text(key, codeRule);
	if (isIntegerWithin(value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)) return value;
	if (value !== undefined)
		fields.report(wrongValue([...fields.path, key], `"${key}" must be text or a whole number, not ${shown(value)}.`));
	return undefined;
}

const codeRule: TextRule = { wrong: wrongInCode, meant: (code) => code.trim(), longest: limits.name };

function wrongInCode(code: string): string | undefined {
	if (code !== code.trim()) return 'begins or ends with a space';
	return /\p{Cc}/u.test(code) ? 'has a line break or another control character' : undefined;
}

/** Says what is wrong with an address; links are shown to users, so only the web's own are let through. */
export function wrongInUrl(url: string): string | undefined {
	return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) ? undefined : 'is no http or https address';
}

export const addressRule: TextRule = {
	wrong: wrongInUrl,
	meant: (url) => (/^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(url) ? `https://${url}` : undefined),
	longest: limits.address,
};

/** Words that a directive uses for something else, so that no API can have them for its id. */
const reservedIds = ['none', 'default'];

export const idRule: TextRule = { wrong: wrongInId, meant: idFrom, code: 'wrong-id', longest: limits.name };

function wrongInId(id: string): string | undefined {
	if (reservedIds.includes(id)) return 'is a word that directives use for something else';
	return /^[a-z][a-z0-9-]*$/.test(id) ? undefined : 'must be small letters, digits and hyphens, a letter first';
}

/** An id made of the words of a name; undefined where there are none. */
export function idFrom(name: string): string | undefined {
	const id = constantName(name.slice(0, limits.name))
		.normalize('NFD')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^[^a-z]+|-+$/g, '');
	return id === '' || wrongInId(id) !== undefined ? undefined : id;
}

export const packageRule: TextRule = {
	wrong: (name) => (/\s/.test(name) ? 'is no name of a package' : undefined),
	meant: (name) => name.trim(),
};

export const hostRule: TextRule = {
	wrong: (host) =>
		/^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*(:\d+)?$/u.test(host)
			? undefined
			: 'must be a host alone, such as api.example.com',
	meant: (host) => (URL.canParse(host) ? new URL(host).host : host.split(/[/?#]/, 1)[0]?.trim()),
};

export const dottedRule: TextRule = {
	wrong: (path) =>
		/^[^\s.]+(\.[^\s.]+)*$/.test(path) ? undefined : 'must be names with dots between, such as error.code',
	meant: (path) =>
		path
			.replace(/^\$\.?/, '')
			.split(/[\s./]+/)
			.filter((name) => name !== '')
			.join('.'),
	longest: limits.name,
};
