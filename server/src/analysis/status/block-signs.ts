import type { Code } from '../../syntax/code.ts';
import { fieldNames } from '../../syntax/dispatches/row-type.ts';
import { argumentsOf } from '../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part, partsIn } from '../../syntax/parts/part.ts';
import { namesIn as columnNames } from '../../syntax/places/destination.ts';
import { calleeOf, nameIn, receiverOf } from '../../syntax/places/telling-name.ts';
import { kindOfName, snakeCase } from './names.ts';

/** Code that sends or answers requests: clients, frameworks, what they give, and how people write of statuses. */
const httpWords = new RegExp(
	[
		'\\bstatus_?(codes?|text)\\b',
		'\\bhttp_?(status|errors?|exceptions?|requests?|responses?|codes?|client|server)',
		`\\b(${[
			'axios|undici|supertest|superagent|nock|msw|express|fastify|koa|hono',
			'httpx|aiohttp|urllib3?|flask|fastapi|starlette|django|werkzeug',
			'okhttp|feign|resttemplate|webclient|resteasy|retrofit|net/http|gorilla|echo|fiber',
			'guzzle|symfony|laravel|slim|faraday|httparty|rack|rails|sinatra|reqwest|hyper|actix|axum|tonic|warp',
		].join('|')})\\b`,
		'\\w*fetch\\w*\\s*\\(|\\bfetch_?mock\\.',
		'\\w*(response|request)\\b\\s*[.(<>)]',
		'\\b(res|resp|response|reply)\\??\\.(status|send|json|code|ok|headers)\\b',
		'\\b[45]\\d\\d (not found|unauthorized|forbidden|internal server|bad request|too many|service unavailable|conflict)',
	].join('|'),
	'i',
);

/** Whether the text of a block speaks of requests and responses. */
export function speaksHttp(text: string): boolean {
	return httpWords.test(text);
}

/**
 * What the functions of a block call their parameters, and types their fields, for those with one whose name says that
 * it is a status.
 */
export function tellingParameters({ functions, root }: Code): readonly (readonly [string, readonly string[]])[] {
	const called = functions.map(({ name, part }) => {
		const names = parametersOf(part).map((parameter) => nameIn(parameter));
		return [calledAs(name, part), names] as const;
	});
	const types = partsIn(root).filter(({ kind }) => kind === 'type');
	const made = types.map((type) => [childIn(type, 'name')?.text ?? '', fieldNames(type)] as const);
	return [...called, ...made].filter(([, names]) => names.some(isTelling));
}

function parametersOf(part: Part): readonly Part[] {
	const list = childIn(part, 'parameters');
	return list
		? list.children.filter(({ kind }) => kind !== 'comment')
		: part.children.filter(({ kind }) => kind === 'parameter');
}

const isTelling = (name: string): boolean => /^(status|code|near)$/.test(kindOfName(snakeCase(name)));

/** A constructor is called by the name of its class. */
function calledAs(name: string, part: Part): string {
	if (!/^(constructor|__init__|initialize|__construct|new)$/.test(name)) return name;
	const owner = closest(part, 'class');
	return (owner && childIn(owner, 'name')?.text) ?? name;
}

/** Methods that hand each row of a list to a function. */
const rowTakers = /^(forEach|map|each|every|some|filter|flatMap|find|each_with_index)$/;

/**
 * What loops and tests call the columns of a list that stands elsewhere, by the list's name, where one of them may be a
 * status: `for (const [url, status] of CASES)`, `test.each(CASES)('…', (url, status) => …)`.
 */
export function tellingColumns({ root }: Code): readonly (readonly [string, readonly string[]])[] {
	return partsIn(root).flatMap((part) => {
		const [list, names] = part.kind === 'loop' ? ofLoop(part) : part.kind === 'call' ? ofCall(part) : [];
		return list !== undefined && names?.some(isTelling) ? [[list, names] as const] : [];
	});
}

type Columns = readonly [list?: string, names?: readonly string[]];

function ofLoop(loop: Part): Columns {
	const list = childIn(loop, 'value');
	return list && list.kind === undefined ? [list.text, namesIn([childIn(loop, 'name')])] : [];
}

function ofCall(call: Part): Columns {
	const taker = argumentsOf(call).find(({ kind }) => kind === 'function');
	const callee = childIn(call, 'callee');
	const [named, rows] = argumentsOf(call);
	// `parametrize('url, status', CASES)`
	if (rows?.kind === undefined && rows && /param|each|expand|cases/i.test(calleeOf(call).callee))
		return [rows.text, columnNames(named)];
	if (!taker || !callee) return [];
	const [list] =
		callee.kind === 'call' ? argumentsOf(callee) : rowTakers.test(calleeOf(call).callee) ? [receiverOf(call)] : [];
	return list && list.kind === undefined ? [list.text, namesIn(parametersOf(taker))] : [];
}

/** The names that parameters give, or those in the one parameter that takes a row apart. */
function namesIn(targets: readonly (Part | undefined)[]): readonly string[] {
	const [first] = targets;
	const columns = first && /^[[(]|,/.test(first.text) ? first.text.split(',').length : 0;
	if (targets.length === 1 && columns > 0) return Array.from({ length: columns }, (_, column) => nameIn(first, column));
	return targets.map((target) => nameIn(target));
}
