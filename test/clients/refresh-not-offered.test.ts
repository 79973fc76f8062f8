import { describe } from 'node:test';
import { checkNotOffered, type NotOffered } from './not-offered.ts';

const refused = "if (response.status === 401) { show('Sign in'); }";
const authorized = `const response = await fetch(url, { headers: { authorization: token } }); ${refused}`;
const refreshing = 'let token = "";\nasync function refreshToken() { token = "new"; }\n';
const signedIn = `${refreshing}async function load(url: string): Promise<void> { ${authorized} }`;

const refreshes: readonly NotOffered[] = [
	{
		why: 'nothing refreshes',
		source: signedIn.replace('refreshToken', 'forget'),
		piece: 'forget',
		instead: 'renewToken',
	},
	{
		why: 'the name is that of a token',
		source: signedIn.replace(refreshing, "const refreshToken = localStorage.getItem('x');\n"),
		piece: "localStorage.getItem('x')",
		instead: '() => getToken()',
	},
	{
		why: 'it needs something',
		source: signedIn.replace('refreshToken()', 'refreshToken(user: string)'),
		piece: 'user:',
		instead: 'user?:',
	},
	{
		why: 'the token is handed in',
		source: signedIn.replace('url: string', 'url: string, accessToken: string'),
		piece: 'accessToken',
		instead: 'query',
	},
	{
		why: 'the token is handed in with others',
		source: signedIn.replace('url: string', '{ url, token }: Given'),
		piece: ', token',
		instead: '',
	},
	{
		why: 'it is what refreshes',
		source: `${refreshing}async function renewToken(url: string): Promise<void> { ${authorized} }`,
		piece: 'renewToken',
		instead: 'load',
	},
	{
		why: 'what refreshes waits for it',
		source: signedIn.replace('token = "new";', "await load('/token');"),
		piece: "load('/token')",
		instead: "other('/token')",
	},
	{
		why: 'it refreshes',
		source: signedIn.replace("show('Sign in')", 'await refreshToken()'),
		piece: 'await refreshToken()',
		instead: 'show(1)',
	},
	{
		why: 'the branch is for 403 too',
		source: signedIn.replace('=== 401', '=== 401 || response.status === 403'),
		piece: ' || response.status === 403',
		instead: '',
	},
	{
		why: 'items before would be done again',
		source: `${refreshing}async function load(urls: string[]): Promise<void> { for (const url of urls) { ${authorized} } }`,
		piece: /for .*?\{(.*)\} \}$/,
		instead: 'const [url] = urls; $1 }',
	},
	{
		why: 'there is no function',
		source: `${refreshing}const url = '/x'; ${authorized}`,
		piece: /const url.*/,
		instead: `async function load(url: string): Promise<void> { ${authorized} }`,
	},
];

describe('refreshing a token is not offered', () => checkNotOffered('refreshToken', refreshes));
