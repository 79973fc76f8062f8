import { describe } from 'node:test';
import { checkNotOffered, type NotOffered } from './not-offered.ts';

const limited = "if (response.status === 429) { show('Please wait'); }";
const plain = `const response = await fetch(url); ${limited}`;
const load = `async function load(url: string): Promise<void> { ${plain} }`;

const retries: readonly NotOffered[] = [
	{ why: 'there is no function', source: `const response = await fetch('/x'); ${limited}`, piece: /.*/, instead: load },
	{
		why: 'the function has no name',
		source: `app.post('/x', async (url: string) => { ${plain} });`,
		piece: "app.post('/x', async (url: string) => {",
		instead: 'void (async function load(url: string): Promise<void> {',
	},
	{
		why: 'the function cannot wait',
		source: `function load(url: string) { fetch(url).then((response) => { ${limited} }); }`,
		piece: /^.*$/,
		instead: load,
	},
	{
		why: 'it is handed to another as a callback',
		source: `${load} urls.map(load);`,
		piece: 'load);',
		instead: '(url) => load(url));',
	},
	{
		why: 'it is handed to an element',
		source: `${load} const page = { onClick: load };`,
		piece: 'load }',
		instead: "() => load('/x') }",
	},
	{
		why: 'it is kept under another name',
		source: `${load} const other = load;`,
		piece: '= load',
		instead: "= load('/x')",
	},
	{
		why: 'it is wrapped when it is made',
		source: `const load = memoize(async (url: string): Promise<void> => { ${plain} });`,
		piece: /memoize\((.*)\);$/,
		instead: '$1;',
	},
	{
		why: 'its variable has a type of its own',
		source: `const load: Loader = async (url: string): Promise<void> => { ${plain} };`,
		piece: ': Loader',
		instead: '',
	},
	{
		why: 'it takes any number of arguments',
		source: `async function load(...urls: string[]): Promise<void> { const url = urls[0]; ${plain} }`,
		piece: '...urls',
		instead: 'urls',
	},
	{
		why: 'it needs what it is called on',
		source: `async function load(this: Client, url: string): Promise<void> { ${plain.replace('show', 'this.show')} }`,
		piece: /this: Client, (.*)this\.show/,
		instead: '$1show',
	},
	{
		why: 'it asks for its arguments',
		source: `async function load(url: string): Promise<void> { ${plain} log(arguments.length); }`,
		piece: 'arguments',
		instead: 'given',
	},
	{ why: 'it is called with more than it takes', source: `${load} load('/x', 2);`, piece: ', 2', instead: '' },
	{ why: 'it is called with any number of arguments', source: `${load} load(...urls);`, piece: '...', instead: '' },
	{
		why: 'a parameter gets another value',
		source: `async function load(url: string): Promise<void> { url = url.trim(); ${plain} }`,
		piece: 'url = url.trim()',
		instead: 'url.trim()',
	},
	{
		why: 'a part of a parameter gets another value',
		source: `async function load({ url }: Given): Promise<void> { url = url.trim(); ${plain} }`,
		piece: 'url = url.trim()',
		instead: 'url.trim()',
	},
	{
		why: 'it is a generator',
		source: `async function* load(url: string): Promise<void> { ${plain} }`,
		piece: '*',
		instead: '',
	},
	{
		why: 'it has several signatures',
		source: `async function load(url: string): Promise<void>;\n${load}`,
		piece: /^.*\n/,
		instead: '',
	},
	{ why: 'a framework calls it', source: load.replace('load', 'GET'), piece: 'GET', instead: 'load' },
	{ why: 'it is a component', source: load.replace('load', 'Page'), piece: 'Page', instead: 'page' },
	{ why: 'it is the default of its module', source: `export default ${load}`, piece: 'default ', instead: '' },
	{
		why: 'it may override another',
		source: `class Client extends Base { async load(url: string): Promise<void> { ${plain} } }`,
		piece: 'async load',
		instead: 'private async load',
	},
	{
		why: 'it is overridden',
		source: `class A { async load(url: string): Promise<void> { ${plain} } }\nclass B extends A {}`,
		piece: ' extends A',
		instead: '',
	},
	{
		why: 'it is decorated',
		source: `class A { @cached() async load(url: string): Promise<void> { ${plain} } }`,
		piece: '@cached()',
		instead: '',
	},
	{
		why: 'its type would depend on itself',
		source: `const load = async (url: string) => { ${plain} return response; };`,
		piece: '(url: string)',
		instead: '(url: string): Promise<Response>',
	},
	{
		why: 'its type would depend on itself, in a class',
		source: `class A { async load(url: string) { ${plain} return response; } }`,
		piece: '(url: string)',
		instead: '(url: string): Promise<Response>',
	},
	{
		why: 'the response is handed in',
		source: `async function check(response: Response): Promise<void> { ${limited} }`,
		piece: /response: Response(.*?)\{/,
		instead: 'url: string$1{ const response = await fetch(url);',
	},
	{
		why: 'the response is of an outer function',
		source: `async function load(url: string): Promise<void> { const response = await fetch(url); const check = async (): Promise<void> => { ${limited} }; await check(); }`,
		piece: /const check.*\{ (if .*?\}) \}; await check\(\);/,
		instead: '$1',
	},
	{
		why: 'another request would be made twice',
		source: `async function load(url: string): Promise<void> { await fetch('/order', { method: 'POST' }); ${plain} }`,
		piece: 'await fetch(',
		instead: 'await getToken(',
	},
	{
		why: 'other work would be done twice',
		source: `async function load(url: string): Promise<void> { await createOrder(); ${plain} }`,
		piece: 'await createOrder();',
		instead: '',
	},
	{
		why: 'two requests are made together',
		source: `async function load(url: string): Promise<void> { const response = (await Promise.all([fetch(url), fetch('/y')]))[0]; ${limited} }`,
		piece: "(await Promise.all([fetch(url), fetch('/y')]))[0]",
		instead: 'await fetch(url)',
	},
	{
		why: 'a stream is sent',
		source: `async function load(url: string): Promise<void> { const response = await fetch(url, { method: 'POST', body: createReadStream('x') }); ${limited} }`,
		piece: "createReadStream('x')",
		instead: "'x'",
	},
	{
		why: 'a request object is sent',
		source: `async function load(request: Request): Promise<void> { const response = await fetch(request); ${limited} }`,
		piece: 'fetch(request)',
		instead: 'fetch(request.url)',
	},
	{
		why: 'items before would be done again',
		source: `async function load(urls: string[]): Promise<void> { for (const url of urls) { ${plain} } }`,
		piece: /for .*?\{(.*)\} \}$/,
		instead: 'const [url] = urls; $1 }',
	},
	{
		why: 'the loop counts pages',
		source: `async function load(url: string): Promise<void> { for (let page = 0; page < 9; page++) { ${plain} else return; } }`,
		piece: /page/g,
		instead: 'attempt',
	},
	{
		why: 'the loop goes on after a success',
		source: `async function load(url: string): Promise<void> { for (let tries = 0; tries < 9; tries++) { ${plain} } }`,
		piece: limited,
		instead: `${limited} else return;`,
	},
	{
		why: 'the loop uses its counter',
		source: `async function load(urls: string[]): Promise<void> { for (let i = 0; i < 9; i++) { const response = await fetch(urls[i]); ${limited} else return; } }`,
		piece: 'urls[i]',
		instead: 'urls[0]',
	},
	{
		why: 'the loop would not count the try',
		source: `async function load(url: string): Promise<void> { let tries = 0; while (tries < 3) { ${plain} else return; tries++; } }`,
		piece: /\{ (const response.*) tries\+\+;/,
		instead: '{ tries++; $1',
	},
	{
		why: 'the loop catches what it throws',
		source: `async function load(url: string): Promise<void> { for (let tries = 0; tries < 3; tries++) { try { ${plain} return; } catch (error) { log(error); } } }`,
		piece: 'log(error)',
		instead: 'throw error',
	},
	{
		why: 'the branch is for more',
		source: load.replace('=== 429', '=== 429 || response.status === 400'),
		piece: '400',
		instead: '503',
	},
	{
		why: 'the branch is for all else',
		source: load.replace('=== 429', '!== 429'),
		piece: '!==',
		instead: '===',
	},
	{
		why: 'the branch is for all else too',
		source: load.replace(limited, "switch (response.status) { case 404: return; case 429: default: show('No'); }"),
		piece: 'default: show',
		instead: 'show',
	},
	{
		why: 'another branch runs into it',
		source: load.replace(limited, "switch (response.status) { case 404: show('No'); case 429: show('No'); }"),
		piece: "show('No'); case",
		instead: "show('No'); break; case",
	},
	{
		why: 'another branch needs what it declares',
		source: load.replace(
			limited,
			"switch (response.status) { case 429: const text = 'No'; show(text); break; case 404: text; }",
		),
		piece: 'text; }',
		instead: 'break; }',
	},
	{
		why: 'it is only asked',
		source: `async function load(url: string): Promise<boolean> { const response = await fetch(url); return response.status === 429; }`,
		piece: 'return response.status === 429;',
		instead: 'if (response.status === 429) return true; return false;',
	},
	{
		why: 'the header is read',
		source: load.replace("'Please wait'", "response.headers.get('Retry-After')"),
		piece: 'Retry-After',
		instead: 'Age',
	},
	{
		why: 'the branch repeats in its own way',
		source: load.replace("show('Please wait');", 'if (await ask()) { show(1); return load(url); }'),
		piece: 'return load(url)',
		instead: 'return',
	},
	{ why: 'the client is not known', source: load.replace('fetch', 'send'), piece: 'send', instead: 'fetch' },
	{
		why: 'the names are taken',
		source: load.replace('{ const', '{ const [wait, waitMs, retryWait] = []; const'),
		piece: 'retryWait',
		instead: 'other',
	},
];

describe('Retry-After handling is not offered', () => checkNotOffered('retryAfter', retries));
