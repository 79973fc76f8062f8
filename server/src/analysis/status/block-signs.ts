import type { Code } from '../../syntax/code.ts';
import { childIn, closest, type Part } from '../../syntax/part.ts';
import { nameIn } from '../../syntax/telling-name.ts';
import { kindOfName, snakeCase } from './names.ts';

/** Words of code that sends or answers requests: clients, frameworks, what they give, and how people write of statuses. */
const httpWords =
	/\bstatus_?(codes?|text)\b|\bhttp_?(status|errors?|exceptions?|requests?|responses?|codes?|client|server)|\b(axios|undici|supertest|superagent|nock|msw|express|fastify|koa|hono|httpx|aiohttp|urllib|urllib3|flask|fastapi|starlette|django|werkzeug|okhttp|feign|resttemplate|webclient|resteasy|retrofit|guzzle|symfony|laravel|slim|faraday|httparty|rack|rails|sinatra|reqwest|hyper|actix|axum|tonic|warp|net\/http|gorilla|echo|fiber)\b|\bfetch(er|Mock|_mock)?\s*\(|\w*(Response|Request)\b\s*[.(<>)]|\b(res|resp|response|reply)\??\.(status|send|json|code|ok|headers|statusCode)\b|\b[45]\d\d (not found|unauthorized|forbidden|internal server|bad request|too many|service unavailable|conflict)/i;

/** Whether a block speaks of requests and responses. */
export function speaksHttp({ text }: Code): boolean {
	return httpWords.test(text);
}

/** What the functions of a block call their parameters, for those with one whose name says that it is a status. */
export function tellingParameters({ functions }: Code): readonly (readonly [string, readonly string[]])[] {
	return functions.flatMap(({ name, part }) => {
		const list = childIn(part, 'parameters');
		const parameters = list ? list.children : part.children.filter(({ kind }) => kind === 'parameter');
		const names = parameters.filter(({ kind }) => kind !== 'comment').map((parameter) => nameIn(parameter));
		return names.some(isTelling) ? [[calledAs(name, part), names] as const] : [];
	});
}

const isTelling = (name: string): boolean => /^(status|code|near)$/.test(kindOfName(snakeCase(name)));

/** A constructor is called by the name of its class. */
function calledAs(name: string, part: Part): string {
	if (!/^(constructor|__init__|initialize|__construct|new)$/.test(name)) return name;
	const owner = closest(part, 'class');
	return (owner && childIn(owner, 'name')?.text) ?? name;
}
