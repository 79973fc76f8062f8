import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clients } from '../../server/src/languages/ecmascript/clients/index.ts';
import { applyEdits } from '../support/apply-edits.ts';
import { hasSyntaxError, readBlocks } from '../support/read-blocks.ts';
import { clientCases } from './client-cases.ts';
import { type FixName, fixedSource, placesOf } from './fixed-source.ts';

const retryFiles = ['retry-fetch', 'retry-axios', 'retry-ky', 'retry-got', 'retry-undici', 'retry-node-http'];
const cases = [
	...retryFiles.flatMap((file) => clientCases(file).map((one) => ({ ...one, fix: 'retryAfter' as FixName }))),
	...clientCases('refresh-token').map((one) => ({ ...one, fix: 'refreshToken' as FixName })),
];

/** Other ways to lay out the same source. */
const layouts: Readonly<Record<string, (text: string) => string>> = {
	'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
	tabs: (text) => indented(text, '\t'),
	'two spaces': (text) => indented(text, '  '),
	'eight spaces': (text) => indented(text, '        '),
	'a byte order mark': (text) => `\uFEFF${text}`,
};

function indented(text: string, unit: string): string {
	const own = /^(\t| {2,4})(?=\S)/m.exec(text)?.[1] ?? '\t';
	return text.replace(/^[\t ]+(?=\S)/gm, (blanks) => {
		const levels = blanks.split(own).length - 1;
		return unit.repeat(levels) + blanks.slice(levels * own.length);
	});
}

describe('Code that fixes write is laid out as the file is', () => {
	for (const [name, layOut] of Object.entries(layouts)) {
		it(`with ${name}`, async () => {
			for (const { text, languageId, fix, title } of cases) {
				const plain = (await fixedSource(text, languageId, fix))?.text ?? assert.fail(title);
				const other = (await fixedSource(layOut(text), languageId, fix))?.text;
				assert.equal(other, layOut(plain), title);
			}
		});
	}
});

/** What the first lines of a source become; the functions that are added after them are left out. */
async function becomes(
	source: string,
	expected: string,
	fix: FixName = 'retryAfter',
	languageId = 'typescript',
): Promise<void> {
	const fixed = (await fixedSource(source, languageId, fix))?.text ?? assert.fail(source);
	assert.ok(!hasSyntaxError(await readBlocks(fixed, languageId)));
	assert.equal(fixed.slice(0, expected.length), expected);
}

describe('What a person wrote stays where it belongs', () => {
	it('comments stand with what they are about', () =>
		becomes(
			`async function load(url: string): Promise<void> {
	const response = await fetch(url);
	switch (response.status) {
		// Nothing there.
		case 404: // gone
			return;
		// Too fast.
		case 429: // slow down
			console.warn('slow'); // each time
			// So that a person knows.
			show('slow'); // once
			break;
		// All else.
		default:
			return;
	}
}
`,
			`async function load(url: string, attempt = 0): Promise<void> {
	const response = await fetch(url);
	switch (response.status) {
		// Nothing there.
		case 404: // gone
			return;
		// Too fast.
		case 429: { // slow down
			console.warn('slow'); // each time
			const wait = retryAfterMs(response.headers.get('retry-after'), attempt);
			if (wait !== undefined) {
				await response.body?.cancel();
				await new Promise((resolve) => setTimeout(resolve, wait));
				return load(url, attempt + 1);
			}
			// So that a person knows.
			show('slow'); // once
			break;
		}
		// All else.
		default:
			return;
	}
}

/**
`,
		));

	it('a branch on one line gets lines of its own, in braces', () =>
		becomes(
			`export async function load(url: string): Promise<string | null> {
  const response = await fetch(url)
  if (response.status === 429) return null /* later */; else return response.text()
}
`,
			`export async function load(url: string, attempt = 0): Promise<string | null> {
  const response = await fetch(url)
  if (response.status === 429) {
    const wait = retryAfterMs(response.headers.get('retry-after'), attempt)
    if (wait !== undefined) {
      await response.body?.cancel()
      await new Promise((resolve) => setTimeout(resolve, wait))
      return load(url, attempt + 1)
    }
    return null /* later */;
  } else return response.text()
}
`,
		));

	it('a switch on one line stays a switch', () =>
		becomes(
			`const load = async (url) => {
	const response = await fetch(url);
	switch (response.status) { case 404: return; case 429: show("slow"); break; default: return }
};
`,
			`const load = async (url, attempt = 0) => {
	const response = await fetch(url);
	switch (response.status) { case 404: return; case 429: {
		const wait = retryAfterMs(response.headers.get("retry-after"), attempt);
		if (wait !== undefined) {
			await response.body?.cancel();
			await new Promise((resolve) => setTimeout(resolve, wait));
			return load(url, attempt + 1);
		}
		show("slow");
		break;
	} default: return }
};
`,
			'retryAfter',
			'javascript',
		));

	it('a parameter without brackets gets some', () =>
		becomes(
			`exports.load = async url => {
    const response = await fetch(url);
    if (response.status === 429) throw new Error('slow');
};
`,
			`exports.load = async (url, attempt = 0) => {
    const response = await fetch(url);
    if (response.status === 429) {
        const wait = retryAfterMs(response.headers.get('retry-after'), attempt);
        if (wait !== undefined) {
            await response.body?.cancel();
            await new Promise((resolve) => setTimeout(resolve, wait));
            return exports.load(url, attempt + 1);
        }
        throw new Error('slow');
    }
};
`,
			'retryAfter',
			'javascript',
		));

	it('comments stay with their parameters', async () => {
		for (const [list, expected] of [
			['url: string /* where */', 'url: string /* where */, attempt = 0'],
			['\n\turl: string, // where\n', '\n\turl: string, // where\n\tattempt = 0,\n'],
			['\n\turl: string // where\n', '\n\turl: string, // where\n\tattempt = 0\n'],
			['\n\turl: string\n', '\n\turl: string,\n\tattempt = 0\n'],
			['', 'attempt = 0'],
			['url: string,', 'url: string, attempt = 0,'],
		] as const) {
			const rest =
				'): Promise<void> {\n\tconst response = await fetch(url);\n\tif (response.status === 429) show();\n}\n';
			await becomes(`async function load(${list}${rest}`, `async function load(${expected}): Promise<void> {\n`);
		}
	});

	it('directives stay first', () =>
		becomes(
			`'use client';
import { refreshToken } from './auth';
const save = async ({ url }: Given): Promise<void> => {
	'use server';
	const response = await fetch(url);
	if (response.status === 401) show('No');
};
`,
			`'use client';
import { refreshToken } from './auth';

let tokenRefreshes = 0;
`,
			'refreshToken',
		));

	it('a comment that ends the line of the function stays there', () =>
		becomes(
			`async function load(url: string): Promise<void> {
	const response = await fetch(url);
	if (response.status === 429) { show('slow'); }
} // load
load('/x');
`,
			`async function load(url: string, attempt = 0): Promise<void> {
	const response = await fetch(url);
	if (response.status === 429) {
		const wait = retryAfterMs(response.headers.get('retry-after'), attempt);
		if (wait !== undefined) {
			await response.body?.cancel();
			await new Promise((resolve) => setTimeout(resolve, wait));
			return load(url, attempt + 1);
		}
		show('slow');
	}
} // load

/**
`,
		));
});

describe('Several fixes in a file', () => {
	const two = (name: string): string => `async function ${name}(url: string): Promise<void> {
	const response = await fetch(url);
	if (response.status === 429) throw new Error('slow');
	if (response.status === 401) throw new Error('signed out');
}
`;
	const source = `import { refreshToken } from './auth';\n\n${two('load')}\n${two('store')}`;

	/** Applies what is offered at each place, one after the other. */
	async function all(text: string, ...fixes: readonly FixName[]): Promise<string> {
		let fixed = text;
		for (const fix of fixes) {
			for (let index = 0; index < 2; index++) {
				const place = (await placesOf(fixed, 'typescript', fix))[index];
				const edits = place && clients.map((client) => client[fix](place)).find(Boolean);
				assert.ok(edits, `${fix} ${index}: ${fixed}`);
				fixed = applyEdits(fixed, edits);
			}
		}
		return fixed;
	}

	it('share their functions', async () => {
		const fixed = await all(source, 'retryAfter', 'refreshToken');
		assert.equal(fixed.match(/function retryAfterMs\(/g)?.length, 1);
		assert.equal(fixed.match(/function refreshTokenOnce\(/g)?.length, 1);
	});

	it('share their methods, each class its own', async () => {
		const load =
			'async load(url: string): Promise<void> { const response = await fetch(url); if (response.status === 401) this.leave(); }';
		const one = (name: string): string =>
			`class ${name} {\n\tasync refreshToken() {}\n\t${load}\n\t${load.replace('load', 'store')}\n}\n`;
		let fixed = one('A') + one('B');
		for (const index of [0, 1, 2, 3]) {
			const place = (await placesOf(fixed, 'typescript', 'refreshToken'))[index];
			const edits = place && clients.map((client) => client.refreshToken(place)).find(Boolean);
			assert.ok(edits, fixed);
			fixed = applyEdits(fixed, edits);
		}
		assert.equal(fixed.match(/private refreshTokenOnce\(/g)?.length, 2);
		assert.equal(fixed.match(/await this\.refreshTokenOnce\(/g)?.length, 4);
	});

	it('pass on what each has tried', async () => {
		const retried = await all(source, 'retryAfter', 'refreshToken');
		assert.match(retried, /async function load\(url: string, attempt = 0, refreshed = false\)/);
		assert.match(retried, /return load\(url, attempt \+ 1, refreshed\);/);
		assert.match(retried, /return load\(url, attempt, true\);/);
		const refreshed = await all(source, 'refreshToken', 'retryAfter');
		assert.match(refreshed, /async function store\(url: string, refreshed = false, attempt = 0\)/);
		assert.match(refreshed, /return store\(url, true, attempt\);/);
		assert.match(refreshed, /return store\(url, refreshed, attempt \+ 1\);/);
	});
});
