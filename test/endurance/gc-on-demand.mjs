// Loaded into the server before its own code: on any message over the IPC channel it collects all garbage, and answers
// with what is left. What is only freed once a turn has passed, as what weak references held, is waited for.

process.on('message', async () => {
	for (let round = 0; round < 3; round++) {
		globalThis.gc();
		await new Promise((resolve) => setImmediate(resolve));
	}
	process.send(process.memoryUsage());
});
// The channel must not keep a server alive that has been told to go.
process.channel.unref();
