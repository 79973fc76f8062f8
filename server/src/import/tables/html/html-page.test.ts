import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../index.ts';

async function entriesOf(source: string) {
	return (await html.read({ text: source })).draft.entries;
}

test('a cell over several rows counts for each of them, one over several columns is a heading among the rows', async () => {
	const page = `<h2>Errors</h2><table>
<tr><th>HTTP status</th><th>Code</th><th>Description</th></tr>
<tr><td colspan="3">The caller’s fault</td></tr>
<tr><td rowspan="2">400</td><td>BAD_NAME</td><td>No name.</td></tr>
<tr><td>BAD_DATE</td><td>No date.</td></tr>
<tr><td>404</td><td>NO_FILE</td><td>No file.</td></tr>
</table>`;
	assert.deepEqual(await entriesOf(page), [
		{ kind: 'code', value: 'BAD_NAME', status: 400, description: 'No name.' },
		{ kind: 'code', value: 'BAD_DATE', status: 400, description: 'No date.' },
		{ kind: 'code', value: 'NO_FILE', status: 404, description: 'No file.' },
	]);
});

test('a table needs neither thead nor th: a first row of known words is the header', async () => {
	const page = '<h2>Errors</h2><table><tr><td>Code<td>Description<tr><td>NO_FILE<td>No file.</table>';
	assert.deepEqual(await entriesOf(page), [{ kind: 'code', value: 'NO_FILE', description: 'No file.' }]);
});

test('markup in cells becomes Markdown; what Markdown would take for signs is escaped', async () => {
	const page = `<h2>Errors</h2><table><tr><th>Code</th><th>Description</th><th>Solution</th></tr>
<tr><td><code>NO_FILE</code></td><td>The <b>file</b> in <code>path</code> is <em>not</em> there, see
<a href="https://acme.example/files">files</a> and <a href="javascript:alert(1)">this</a>, <a href="/local">that</a>.</td>
<td><p>Do:</p><ul><li>one</li><li>two</li></ul></td></tr>
<tr><td>STAR</td><td>2 * 3 * 4 and _x_ &lt;b&gt; &amp; \`tick\`<img src="x.png" alt="y"><script>alert(1)</script></td><td>A<br>B</td></tr></table>`;
	const [first, second] = await entriesOf(page);
	assert.equal(
		first?.description,
		'The **file** in `path` is *not* there, see [files](https://acme.example/files) and this, that.',
	);
	assert.equal(first?.remedy, 'Do:\n\n- one\n\n- two');
	assert.equal(second?.description, '2 \\* 3 \\* 4 and \\_x\\_ <b> & \\`tick\\`');
	assert.equal(second?.remedy, 'A\nB');
});

test('what stands around the page is left out, and its name and address are known', async () => {
	const page = `<!doctype html><html><head><title>Errors | Acme Docs</title>
<link rel="canonical" href="https://docs.acme.example/errors"></head><body>
<nav><h3>Errors</h3><ul><li><code>NOT_THIS</code>: one</li><li><code>NOR_THAT</code>: two</li></ul></nav>
<main><h1>Errors<a class="headerlink" href="#errors">¶</a></h1>
<p hidden><code>HIDDEN_CODE</code></p>
<ul><li><code>NO_FILE</code> (404): No file.</li><li><code>NO_KEY</code> (401): No key.</li></ul>
<pre>curl https://api.acme.example/v1/files</pre></main>
<footer><dl><dt>NOT_HERE</dt><dd>x</dd></dl></footer></body></html>`;
	const { draft } = await html.read({ text: page });
	assert.deepEqual(draft, {
		name: 'Acme',
		url: 'https://docs.acme.example/errors',
		hosts: ['api.acme.example'],
		entries: [
			{ kind: 'code', value: 'NO_FILE', status: 404, description: 'No file.' },
			{ kind: 'code', value: 'NO_KEY', status: 401, description: 'No key.' },
		],
	});
});

test('definition lists: two terms may share what is said', async () => {
	const page = `<h2>Error codes</h2><dl><dt>NO_FILE<dt>NO_FOLDER<dd>Not there.<dd>Really.
<div><dt><code>NO_KEY</code></dt><dd>No key.</dd></div></dl>`;
	assert.deepEqual(await entriesOf(page), [
		{ kind: 'code', value: 'NO_FILE', description: 'Not there.\n\nReally.' },
		{ kind: 'code', value: 'NO_FOLDER', description: 'Not there.\n\nReally.' },
		{ kind: 'code', value: 'NO_KEY', description: 'No key.' },
	]);
});

test('headings with a code: paragraphs, small headings and a sample belong to it', async () => {
	const page = `<h1>Errors</h1>
<h3 id="no-file"><code>no_file</code></h3><p>The file is missing.</p><h4>Solution</h4><p>Send it.</p>
<pre>{ "error": { "code": "no_file", "message": "m" } }</pre>
<h3 id="no-key"><code>no_key</code></h3><p>The key is missing.</p>
<h2>Support</h2><p>Write to us.</p>`;
	assert.deepEqual(await entriesOf(page), [
		{
			...{ kind: 'code', value: 'no_file', description: 'The file is missing.', remedy: 'Send it.' },
			sample: '{ "error": { "code": "no_file", "message": "m" } }',
		},
		{ kind: 'code', value: 'no_key', description: 'The key is missing.' },
	]);
});

test('several tables on a page are read each for itself', async () => {
	const page = `<h1>Errors</h1><h2>Status codes</h2><table><tr><th>Code</th><th>Meaning</th></tr><tr><td>404</td><td>Nothing is there.</td></tr></table>
<h2>Error codes</h2><table><tr><th>Code</th><th>Meaning</th></tr><tr><td>NO_FILE</td><td>No file.</td></tr></table>
<h2>Plans</h2><table><tr><th>Plan</th><th>Requests</th></tr><tr><td>Small</td><td>500</td></tr></table>`;
	assert.deepEqual(
		(await entriesOf(page)).map(({ kind, value }) => [kind, value]),
		[
			['status', 404],
			['code', 'NO_FILE'],
		],
	);
});

test('a raised number beside a code leads to a footnote', async () => {
	const rows =
		'<tr><th>Code<th>Meaning<tr><td>NO_FILE<sup>1</sup><td>No file.<tr><td>NO_KEY<sup>[2]</sup><td>10<sup>th</sup> key.';
	const { draft } = await html.read({ text: `<h1>Errors</h1><table>${rows}</table>` });
	assert.deepEqual(draft.entries, [
		{ kind: 'code', value: 'NO_FILE', description: 'No file.' },
		{ kind: 'code', value: 'NO_KEY', description: '10th key.' },
	]);
});
