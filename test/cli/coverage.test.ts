import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commandProgram } from '../support/server-program.ts';
import { folderWith } from './folder-with.ts';
import { commitAll } from './git-in.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** What the published command prints as JSON in a folder. */
function printed(args: readonly string[], folder: string) {
	return new Promise<string>((resolve, reject) => {
		execFile(process.execPath, [commandProgram, ...args], { cwd: folder, maxBuffer: 1e8 }, (_, out, errors) => {
			if (errors === '') resolve(out);
			else reject(new Error(errors));
		});
	});
}

interface Listed {
	readonly apis: readonly {
		readonly id: string;
		readonly codes: readonly { readonly value: string; readonly handled: number; readonly mentioned?: boolean }[];
		readonly places: readonly {
			readonly file: string;
			readonly line: number;
			readonly column: number;
			readonly name?: string;
			readonly suppressedBy?: string;
			readonly cells: readonly { readonly value: string; readonly state: string; readonly required: boolean }[];
		}[];
	}[];
	readonly required: { readonly handled: number; readonly of: number; readonly percent: number };
}

const isGap = ({ state, required }: { state: string; required: boolean }) => state === 'not-handled' && required;

const send = `// api-errors: silentchat
export function send(error) {
	switch (error.code) {
		case 'NOT_FOUND':
			return gone();
		case 'RATE_LIMITED':
			return wait();
		default:
			log(error);
	}
}
`;
const join = `// api-errors: silentchat
export function join(error) {
	// api-errors-disable-next-line missing-required -- the page logs in
	switch (error.code) {
		case 'CONFLICT':
			return show();
		case 'AUTH_INVALID_TOKEN':
			return logIn();
	}
}
`;

test('what is not handled in the examples is what check warns about, place by place', async () => {
	const asked = ['coverage', 'check'].map((command) => printed([command, '--format', 'json'], examples));
	const [covered = '', checked = ''] = await Promise.all(asked);
	const coverage: Listed = JSON.parse(covered);
	const check = JSON.parse(checked);
	const gaps = coverage.apis.flatMap(({ places }) =>
		places
			.filter(({ cells, suppressedBy }) => suppressedBy === undefined && cells.some(isGap))
			.map(({ file, line, column }) => `${file}:${line}:${column}`),
	);
	const warned = check.findings
		.filter(({ rule }: { rule: string }) => rule === 'missing-required')
		.map(({ file, line, column }: { file: string; line: number; column: number }) => `${file}:${line}:${column}`);
	assert.deepEqual(gaps.toSorted(), warned.toSorted());
	assert.ok(gaps.length > 5);
});

test('on a terminal codes stand by places, in 80 columns', async (context) => {
	const folder = await folderWith(context, { 'src/send.js': send, 'src/join.js': join });
	const { code, out, errors } = await folder.run(['coverage']);
	assert.deepEqual([code, errors], [0, '']);
	assert.match(out, /^SilentChat {2}2 of 3 \(66\.6 %\) handled, 2 places\n/);
	assert.match(out, /\n {2}src\/join\.js\n {5}1 {2}line 4 {2,}join {2}switch on error\.code\n/);
	assert.match(out, /\n! AUTH_INVALID_TOKEN +401 {2}\+ X {2}1 of 2\n! RATE_LIMITED +429 {2}x \+ {2}1 of 2\n/);
	assert.match(out, /\n {2}! must be handled {3}\+ has a branch {3}d left to the default/);
	assert.match(out, /\n {2}Nowhere mentioned: TENANT_REQUIRED, VALIDATION_ERROR/);
	assert.match(out, /\n2 of 3 \(66\.6 %\) of what must be handled is handled, in 2 files\.\n$/);
	for (const line of out.split('\n')) assert.ok(line.length <= 80, line);
	assert.deepEqual(await folder.run(['coverage']), { code, out, errors });
});

test('many places are told in lists, in 80 columns too', async (context) => {
	const files = Array.from({ length: 40 }, (_, index) => [`src/${'deep/'.repeat(18)}send${index}.js`, send] as const);
	const folder = await folderWith(context, Object.fromEntries(files));
	const { out } = await folder.run(['coverage']);
	assert.match(out, /\n! RATE_LIMITED +429 +40 *\n/);
	assert.match(out, /\n! AUTH_INVALID_TOKEN +401 +40\n/);
	assert.equal(out.match(/\n {12}not handled: AUTH_INVALID_TOKEN\n/g)?.length, 40);
	for (const line of out.split('\n')) assert.ok(line.length <= 80, line);
});

test('--fail-under asks for a share of what must be handled', async (context) => {
	const folder = await folderWith(context, { 'send.js': send, 'join.js': join });
	assert.equal((await folder.run(['coverage', '--fail-under', '66.6'])).code, 0);
	const { code, errors } = await folder.run(['coverage', '--fail-under', '67%']);
	assert.equal(code, 1);
	assert.equal(errors, '2 of 3 (66.6 %) of what must be handled is; --fail-under asks for 67 %.\n');
	assert.equal((await folder.run(['coverage', 'join.js', '--fail-under', '100'])).code, 0);
});

test('--since shows only files that have changed, by all that the others say of them', async (context) => {
	const codes = "export const codes = { gone: 'NOT_FOUND', out: 'AUTH_INVALID_TOKEN' } as const;\n";
	const folder = await folderWith(context, {
		'codes.js': `// api-errors: silentchat\n${codes}`,
		'send.js': send,
		'join.js': 'export {};\n',
	});
	commitAll(folder.path);
	const same = await folder.run(['coverage', '--since', 'main', '--fail-under', '100']);
	assert.deepEqual([same.code, same.errors], [0, 'No file that is checked has changed since main.\n']);
	await folder.write(
		'join.js',
		"import { codes } from './codes.js';\nswitch (error.code) {\n\tcase codes.gone:\n\t\tshow();\n\t\tbreak;\n\tcase codes.out:\n\t\tlogIn();\n}\n",
	);
	const { code, out, errors } = await folder.run(['coverage', '--since=main', '--format', 'json']);
	assert.deepEqual([code, errors], [0, '']);
	const { files, required, apis } = JSON.parse(out);
	assert.deepEqual([files, required.handled, required.of], [1, 1, 2]);
	const [{ places }] = apis;
	assert.deepEqual(
		places.map(({ file, line }: { file: string; line: number }) => `${file}:${line}`),
		['join.js:2'],
	);
	const nowhere = await folder.run(['coverage', '--since', 'nowhere']);
	assert.deepEqual([nowhere.code, nowhere.errors], [2, 'There is no commit “nowhere” in this repository.\n']);
});

test('--since takes an API of which nothing that has changed speaks, but none that is misspelt', async (context) => {
	const folder = await folderWith(context, { 'send.js': send });
	commitAll(folder.path);
	const asked = async (api: string) => {
		const { code, errors } = await folder.run(['coverage', '--since', 'main', '--api', api]);
		return [code, errors.split('\n')[1]];
	};
	assert.deepEqual(await asked('silentchat'), [0, '']);
	assert.deepEqual(await asked('beside-some-other-folder'), [0, '']);
	const [code, said] = await asked('silentchta');
	assert.equal(code, 2);
	assert.match(`${said}`, /Did you mean “silentchat”\?/);
});

test('--jobs changes nothing of what is shown', async (context) => {
	const files = Array.from({ length: 6 }, (_, index) => [`src/send${index}.js`, send] as const);
	const folder = await folderWith(context, Object.fromEntries(files));
	const one = await folder.run(['coverage', '--jobs', '1']);
	assert.match(one.out, /6 places/);
	assert.deepEqual(await folder.run(['coverage', '--jobs=3']), one);
	for (const jobs of ['0', 'x', '1.5']) {
		const { code, errors } = await folder.run(['coverage', `--jobs=${jobs}`]);
		assert.deepEqual([code, errors.split('\n')[0]], [2, `--jobs is a number of threads from 1, not “${jobs}”.`]);
	}
});

test('what is asked for wrongly is said, and nothing is written', async (context) => {
	const folder = await folderWith(context, { 'send.js': send });
	const wrong = [
		[['--format', 'htmll'], /Did you mean “html”\?/],
		[['--api', 'silentchta'], /No code here speaks of an API “silentchta”\. Did you mean “silentchat”\?/],
		[['--fail-under', 'all'], /a percentage from 0 to 100/],
		[['--fail-under', '101'], /a percentage from 0 to 100/],
		[['nothing-here'], /nothing-here/],
	] as const;
	for (const [args, message] of wrong) {
		const { code, errors } = await folder.run(['coverage', ...args]);
		assert.equal(code, 2, args.join(' '));
		assert.match(errors, message);
	}
});

test('only what is asked for is shown', async (context) => {
	const folder = await folderWith(context, {
		'send.js': send,
		'test/send.test.js': send,
		'size.ts': 'if (response.status === 404) f();',
	});
	const shown = async (...args: string[]): Promise<Listed> =>
		JSON.parse((await folder.run(['coverage', '--format', 'json', ...args])).out);
	const paths = ({ apis }: Listed) => apis.flatMap(({ places }) => places.map(({ file }) => file));
	assert.deepEqual(paths(await shown()), ['send.js']);
	assert.deepEqual(paths(await shown('--tests')), ['send.js', 'test/send.test.js']);
	assert.deepEqual(paths(await shown('--api', 'http')), ['size.ts']);
	const { apis } = await shown('--required');
	assert.deepEqual(
		apis.map(({ codes }) => codes.map(({ value }) => value)),
		[['AUTH_INVALID_TOKEN', 'RATE_LIMITED']],
	);
});

const hostile = `<img src=x onerror=alert(1)>"'&</script><script>alert(2)</script>`;
const catalog = {
	id: 'evil',
	name: `Evil ${hostile}`,
	evidence: { packages: ['evil'], hosts: [] },
	entries: [
		{ value: `A_${hostile}`, title: hostile, description: hostile, required: true },
		{ value: 'B_CODE_OF_EVIL', title: `${hostile} \u202e`, description: 'x' },
	],
};

test('the page loads and runs nothing but its own, whatever catalogs and paths are called', async (context) => {
	const folder = await folderWith(context, {
		'.api-errors/evil.json': JSON.stringify(catalog),
		"a'b&c<i>x.js": `import 'evil';\nfunction f$_(error) { switch (error.code) { case 'B_CODE_OF_EVIL': f(); } }\n`,
	});
	const { code, errors } = await folder.run(['coverage', '--output', 'page.html']);
	assert.deepEqual([code, errors], [0, '']);
	const page = await folder.read('page.html');
	assert.match(page, /A_&lt;/);
	assert.doesNotMatch(page, /<img|<i>x|alert\(1\)>[^&]|\u202e/);
	assert.equal(page.match(/<script/g)?.length, 1);
	const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
	assert.match(policy, /^default-src &#39;none&#39;; /);
	for (const tag of ['style', 'script']) {
		const inside = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
		const hash = createHash('sha256').update(inside).digest('base64');
		assert.ok(policy.includes(`${tag}-src &#39;sha256-${hash}&#39;`), tag);
	}
	assert.doesNotMatch(page, /https?:|["'(]\/\/|url\(|@import|<link|\sstyle="|\son\w+="/);
});

test('the page is a table with headings, and every sign has its words', async (context) => {
	const folder = await folderWith(context, { 'send.js': send, 'join.js': join });
	const page = (await folder.run(['coverage', '--format', 'html'])).out;
	assert.match(page, /<html lang="en">/);
	assert.match(page, /<caption class="unseen">Codes of SilentChat by places<\/caption>/);
	const row = /<tr class="must" data-gap><th scope="row"[^>]*><code>AUTH_<wbr>INVALID_<wbr>TOKEN<\/code>.*?<\/tr>/.exec(
		page,
	)?.[0];
	assert.ok(row);
	assert.match(
		row,
		/<td class="gap" title="AUTH_INVALID_TOKEN, send\.js:3, send, switch on error\.code — not handled: [^"]*"><i>not handled<\/i>/,
	);
	for (const [cell] of page.matchAll(/<td class="(?:gap|handled|default)[^>]*>.*?<\/td>/g))
		assert.match(cell, /<i>[^<]+<\/i>/);
	const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
	assert.equal(anchors.length, 2);
	for (const id of anchors) assert.ok(page.includes(`<li id="${id}"`), id);
});

test('Markdown has tables in which no name has a meaning', async (context) => {
	const folder = await folderWith(context, {
		'.api-errors/evil.json': JSON.stringify({ ...catalog, name: '|@everyone|' }),
		'send|pipe.js': `import 'evil';\nfunction f(error) { switch (error.code) { case 'B_CODE_OF_EVIL': f(); } }\n`,
	});
	const { out } = await folder.run(['coverage', '--format', 'markdown']);
	assert.match(out, /^### Coverage of API errors\n/);
	assert.match(out, /\n\| Code \| Status \| Handled \|/);
	assert.match(out, /send[\\/]\|pipe\.js:2/);
	assert.doesNotMatch(out, /@everyone|<img|<script/);
});
