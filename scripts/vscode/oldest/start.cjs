const { createServer } = require('node:http');
const { loadCodeWithNls } = require('./out/server-main.js');

void start();

async function start() {
	const code = await loadCodeWithNls();
	if (process.argv.includes('--install-extension')) return code.spawnCli();
	const vscode = await code.createServer(null);
	const server = createServer((request, response) => vscode.handleRequest(request, response));
	server.on('upgrade', (request, socket) => vscode.handleUpgrade(request, socket));
	server.listen(0, '127.0.0.1', () => console.log(`Extension host agent listening on ${server.address().port}`));
}
