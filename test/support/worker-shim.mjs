// What a web worker has and a Node worker has not, for the server's bundle for browsers. Takes the bundle's path.

import { readFile } from 'node:fs/promises';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

const { program, assets } = workerData;
const listeners = new Set();
const self = {
	location: { href: 'blob:null/0' },
	postMessage: (message) => parentPort.postMessage(message),
	addEventListener: (kind, listener) => kind === 'message' && listeners.add(listener),
	onmessage: undefined,
};
/** Only what comes with the extension can be had. */
async function fetch(address) {
	if (!`${address}`.startsWith(assets)) throw new TypeError(`No access to ${address}`);
	return new Response(await readFile(new URL(`${address}`)));
}

const shared = {
	console,
	URL,
	TextDecoder,
	TextEncoder,
	WebAssembly,
	performance,
	queueMicrotask,
	Uint8Array,
	ArrayBuffer,
};
const timers = { setTimeout, clearTimeout, setInterval, clearInterval };
const globals = { ...shared, ...timers, self, fetch, Response, crypto, ...self };
globals.globalThis = globals;
vm.runInNewContext(await readFile(program, 'utf8'), globals, { filename: program });

// Only now, because a web worker keeps messages until its program has begun.
parentPort.on('message', (data) => {
	self.onmessage?.({ data });
	for (const listener of listeners) listener({ data });
});
