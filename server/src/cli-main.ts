import { styleFor } from './cli/reports/style.ts';
import { exitCodes, run } from './cli/run.ts';
import { assetsBeside, nodeHost } from './host/node-host.ts';

const { stdin, stdout, stderr, env } = process;
const log = (message: string) => void stderr.write(`${message}\n`);
const host = nodeHost({ assets: assetsBeside(import.meta.url), log });

// A reader that has seen enough, such as `head`, is no fault.
stdout.on('error', () => process.exit());

const terminal = {
	folder: process.cwd(),
	style: styleFor(env, stdout.isTTY),
	print: (text: string) => void stdout.write(text),
	printError: (text: string) => void stderr.write(text),
	readInput: async () => {
		const chunks: Buffer[] = [];
		for await (const chunk of stdin) chunks.push(chunk);
		return Buffer.concat(chunks);
	},
};
run(process.argv.slice(2), host, terminal).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		log(error instanceof Error ? `${error.stack}` : `${error}`);
		process.exitCode = exitCodes.mistake;
	},
);
