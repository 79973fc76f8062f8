/** Something the machine does not have. The message says what, and what to do; no stack is needed. */
export class Unavailable extends Error {
	override readonly name = 'Unavailable';
}

/** Does the work under a line that says what takes so long, and then how long it took. */
export async function step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
	const started = performance.now();
	process.stdout.write(`${title} … `);
	try {
		const result = await work();
		process.stdout.write(`${seconds(performance.now() - started)}\n`);
		return result;
	} catch (error) {
		process.stdout.write(`failed after ${seconds(performance.now() - started)}\n`);
		throw error;
	}
}

/** Runs a script's main function; what it throws is printed, and makes the script end with 1. */
export async function runScript(main: () => Promise<void>): Promise<void> {
	try {
		await main();
	} catch (error) {
		process.exitCode = 1;
		console.error(error instanceof Unavailable ? `\n${error.message}` : error);
	}
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
