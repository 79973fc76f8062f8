import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceDocument } from '../analysis/source-document.ts';
import { documentAt, documentsIn } from './documents-in.ts';
import { containers } from './index.ts';

function partsOf(languageId: string, text: string): readonly SourceDocument[] {
	return documentsIn(TextDocument.create(`file:///page.${languageId}`, languageId, 1, text));
}

/** The code that is read, with the language of each piece. */
const codeIn = (languageId: string, text: string): readonly (readonly [string, string])[] =>
	partsOf(languageId, text).map((part) => [part.languageId, part.getText()]);

/** Where a word of the container stands in it, as the code in it says. */
function placeOf(word: string, languageId: string, text: string): string | undefined {
	const container = TextDocument.create('file:///page', languageId, 1, text);
	const part = documentAt(documentsIn(container), text.indexOf(word));
	const offset = part?.offsetAt(container.positionAt(text.indexOf(word)));
	return part && offset !== undefined ? part.getText().slice(offset, offset + word.length) : undefined;
}

describe('Vue', () => {
	const component = `<!-- <script>not this</script> -->
<script>
export default { name: 'Chat' };
</script>
<script setup lang="ts">
const limit = 'RATE_LIMITED';
</script>
<template>
	<p v-if="error.code === 'RATE_LIMITED'" :class="{ red: status === 429 }">{{ error.code === limit ? 'wait' : '' }}</p>
	<li v-for="code in ['A', 'B']" @click="go(code)">{{ plain }}</li>
</template>
<style>p { content: "RATE_LIMITED" }</style>
`;

	it('reads both scripts as one, and after them what its template asks', () => {
		assert.deepEqual(codeIn('vue', component), [
			[
				'typescript',
				`export default { name: 'Chat' };

const limit = 'RATE_LIMITED';

;error.code === 'RATE_LIMITED'
;{ red: status === 429 }
; error.code === limit ? 'wait' : '' `,
			],
		]);
	});

	it('knows where each piece stands', () => {
		assert.equal(placeOf('limit = ', 'vue', component), 'limit = ');
		assert.equal(placeOf("'RATE_LIMITED'\" :class", 'vue', component)?.slice(0, 14), "'RATE_LIMITED'");
		assert.equal(placeOf('content', 'vue', component), undefined);
	});

	it('warns about nothing in the template', () => {
		const [part] = partsOf('vue', component);
		const at = (word: string) => part?.isQuietAt?.(part.getText().indexOf(word));
		assert.deepEqual([at('limit'), at('error.code')], [false, true]);
	});

	it('reads a script that is not closed yet, and skips one of another file', () => {
		assert.deepEqual(codeIn('vue', '<script src="./a.js"></script><script lang="ts">\nswitch ('), [
			['typescript', 'switch ('],
		]);
	});
});

describe('Svelte', () => {
	it('reads its scripts, and what its blocks and attributes ask', () => {
		const text = `<script context="module">export const A = 'A';</script>
<script lang="ts">
	let code = '';
</script>
{#if code === 'RATE_LIMITED'}<b title={status === 429 ? 'a' : 'b'}>{name}</b>{:else if code === "B"}{/if}
`;
		assert.deepEqual(codeIn('svelte', text), [
			[
				'typescript',
				`export const A = 'A';
	let code = '';

; code === 'RATE_LIMITED'
;status === 429 ? 'a' : 'b'
; code === "B"`,
			],
		]);
	});
});

describe('Astro', () => {
	const text = `---
const response = await fetch(url);
---
<p>{response.status === 429 && <b>wait</b>}{response.status === 404 ? 'gone' : ''}</p>
<script>
	on('RATE_LIMITED');
</script>
`;

	it('reads what is between the fences with the markup, and each script by itself', () => {
		assert.deepEqual(codeIn('astro', text), [
			['typescript', "const response = await fetch(url);\n\n;response.status === 404 ? 'gone' : ''"],
			['typescript', "\ton('RATE_LIMITED');\n"],
		]);
	});

	it('knows where each piece stands', () => {
		assert.equal(placeOf('fetch(url)', 'astro', text), 'fetch(url)');
		assert.equal(placeOf("'RATE_LIMITED'", 'astro', text), "'RATE_LIMITED'");
		assert.equal(placeOf('404 ?', 'astro', text), '404 ?');
	});

	it('reads a page without fences', () => {
		assert.deepEqual(codeIn('astro', "<script>a('B')</script>"), [['typescript', "a('B')"]]);
	});
});

describe('HTML', () => {
	it('reads scripts by their type, data left out', () => {
		const text = `<!DOCTYPE html><script type="module">
one();
</script><script type="application/json">{"code": 429}</script>
<script src="x.js">nothing()</script><SCRIPT TYPE='text/javascript' data-a=">">two()</SCRIPT>
<script type="text/typescript">three()</script><scripture>no</scripture>`;
		assert.deepEqual(codeIn('html', text), [
			['javascript', 'one();\n\ntwo()'],
			['typescript', 'three()'],
		]);
	});
});

describe('Markdown', () => {
	it('has lines that end as any editor ends them, and signs that are no end of a line', () => {
		assert.deepEqual(codeIn('markdown', '# A\r```js\rgo()\r```\rB\r'), [['javascript', 'go()\r']]);
		assert.deepEqual(codeIn('markdown', 'a\u2028b\u2029\n```js\n"\u2028"\n```\n'), [['javascript', '"\u2028"\n']]);
	});

	it('reads each fence by itself, in the language that people call so', () => {
		const text = `# Errors
\`\`\`ts
one('RATE_LIMITED');
\`\`\`
~~~~ python title="x"
two()
~~~
~~~~
\`\`\`js {1,2}
three()
\`\`\`
\`\`\`
plain 429
\`\`\`
\`\`\`mermaid
no
\`\`\`
`;
		assert.deepEqual(codeIn('markdown', text), [
			['typescript', "one('RATE_LIMITED');\n"],
			['python', 'two()\n~~~\n'],
			['javascript', 'three()\n'],
		]);
	});

	it('takes code in a list out of its margin, and writes nothing into it', () => {
		const text = '- so:\n\n  ```python\n  if code == 429:\n      wait()\n\n  go()\n  ```\n';
		assert.deepEqual(codeIn('markdown', text), [['python', 'if code == 429:\n    wait()\n\ngo()\n']]);
		assert.equal(placeOf('wait()', 'markdown', text), 'wait()');
		assert.equal(partsOf('markdown', text)[0]?.isEditable, false);
	});

	it('reads a fence that is not closed to the end', () => {
		assert.deepEqual(codeIn('markdown', '```go\nfunc main() {'), [['go', 'func main() {']]);
	});
});

describe('Jupyter', () => {
	const notebook = JSON.stringify({
		cells: [
			{ cell_type: 'markdown', source: ['# `429`\n'] },
			{ cell_type: 'code', source: ['%pip install x\n', "limit = 'RATE_LIMITED'\n", 'name = "é\\t"'] },
			{ cell_type: 'code', source: '%%bash\nexit 1' },
			{ cell_type: 'code', source: '%%time\nif code == limit:\n    !ls\n    x = 7 % 3\n' },
		],
		metadata: { language_info: { name: 'python' } },
	});

	it('reads the cells of code as one, without what is said to the notebook', () => {
		assert.deepEqual(codeIn('jupyter', notebook), [
			[
				'python',
				`#pip install x
limit = 'RATE_LIMITED'
name = "é\\t"
#%time
if code == limit:
    #ls
    x = 7 % 3
`,
			],
		]);
	});

	it('knows where each piece stands in the file', () => {
		const [part] = partsOf('jupyter', notebook);
		const container = TextDocument.create('file:///n.ipynb', 'jupyter', 1, notebook);
		for (const word of ["'RATE_LIMITED'", 'code == limit', '7 % 3']) {
			const offset = part?.getText().indexOf(word) ?? 0;
			assert.equal(container.offsetAt(part?.positionAt(offset) ?? container.positionAt(0)), notebook.indexOf(word));
		}
	});

	it('says nothing of a file that is broken or of another language', () => {
		assert.deepEqual(codeIn('jupyter', '{"cells": ['), []);
		assert.deepEqual(codeIn('jupyter', ''), []);
		assert.deepEqual(codeIn('jupyter', '{"cells":[{}, 3, {"cell_type":"code","source":[1]}],"metadata":7}'), []);
		assert.deepEqual(
			codeIn('jupyter', '{"cells":[{"cell_type":"code","source":"x"}],"metadata":{"kernelspec":{"language":"R"}}}'),
			[],
		);
	});
});

describe('every container', () => {
	const pieces = [
		'<script',
		'>',
		'</script>',
		'{',
		'}',
		'"',
		"'",
		'`',
		'```ts\n',
		'---\n',
		'{{',
		'}}',
		'<!--',
		'\n',
		'429',
	];

	it('takes any text, and each piece of code stands where it says', () => {
		let seed = 7;
		const random = (below: number) => {
			seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
			return seed % below;
		};
		for (let round = 0; round < 3_000; round++) {
			const text = Array.from({ length: random(14) }, () => pieces[random(pieces.length)]).join('');
			for (const { name, regions } of containers)
				for (const { text: code, pieces: runs } of regions(text))
					for (const { at, from, length } of runs)
						assert.equal(code.slice(at, at + length), text.slice(from, from + length), `${name}: ${text}`);
		}
	});

	it('reads a megabyte of what is never closed', () => {
		for (const { regions } of containers)
			for (const piece of ['<script ', '{{', '}}', '{', '}', '<!--', '```ts\n', '- ```\n', "<script a='"])
				assert.ok(regions(piece.repeat(1_000_000 / piece.length)).length >= 0);
	});
});
