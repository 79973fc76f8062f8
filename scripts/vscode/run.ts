import { spawn } from 'node:child_process';

export interface RunOptions {
	readonly folder?: string;
	readonly environment?: NodeJS.ProcessEnv;
}

/** Runs a command without a shell; resolves to what it printed, rejects with the last lines of that. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
	const child = spawn(command, args, {
		cwd: options.folder,
		env: options.environment ?? process.env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8');
		stream.on('data', (text: string) => {
			output += text;
		});
	}
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === 0) resolve(output);
			else reject(new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}:\n${lastLines(output)}`));
		});
	});
}

/** Runs one of the project's own scripts or tools with the Node.js that runs this one. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<string> {
	return run(process.execPath, args, options);
}

/** Runs npm: the one that started this script where there is one, for a `npm.cmd` needs a shell on Windows. */
export function runNpm(args: readonly string[], options: RunOptions = {}): Promise<string> {
	const npm = process.env.npm_execpath;
	return npm?.endsWith('.js') ? runNode([npm, ...args], options) : run('npm', args, options);
}

function lastLines(output: string): string {
	return output.trimEnd().split('\n').slice(-100).join('\n');
}
