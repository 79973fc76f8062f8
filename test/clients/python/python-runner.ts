import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Runs what it is told, all at the same time: `run` of a module with an address. Prints what comes of each. */
const driver = `
import asyncio, concurrent.futures, importlib, inspect, json, sys

calls = [(importlib.import_module(name), url) for name, url in json.load(sys.stdin)]

def told(error):
    return "raised " + type(error).__name__ + ": " + str(error)

async def waited(module, url):
    try:
        return json.dumps(await module.run(url))
    except Exception as error:
        return told(error)

def ran(module, url):
    try:
        return json.dumps(module.run(url))
    except Exception as error:
        return told(error)

async def all_of_them(pool):
    loop = asyncio.get_running_loop()
    started = [
        waited(module, url)
        if inspect.iscoroutinefunction(module.run)
        else loop.run_in_executor(pool, ran, module, url)
        for module, url in calls
    ]
    return await asyncio.gather(*started)

with concurrent.futures.ThreadPoolExecutor(len(calls)) as pool:
    outcomes = asyncio.run(all_of_them(pool))
print("\\n" + json.dumps(outcomes))
`;

/** A folder with modules that can be run. */
export interface PythonFolder {
	write(name: string, text: string): void;
	/** What comes of calls of `run` in modules with an address: its result in JSON, or `raised` and the error. */
	run(
		python: string,
		calls: readonly (readonly [name: string, url: string])[],
		variables?: Readonly<Record<string, string>>,
	): Promise<readonly string[]>;
	remove(): void;
}

export function pythonFolder(): PythonFolder {
	const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-python-'));
	writeFileSync(path.join(folder, 'driver_of_tests.py'), driver);
	return {
		write: (name, text) => writeFileSync(path.join(folder, `${name}.py`), text),
		run: (python, calls, variables = {}) =>
			new Promise((resolve, reject) => {
				const running = execFile(
					python,
					['-B', 'driver_of_tests.py'],
					{ cwd: folder, env: { ...process.env, ...variables } },
					(error, output, errors) => {
						if (error) reject(new Error(errors || error.message));
						else resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as string[]);
					},
				);
				running.stdin?.end(JSON.stringify(calls));
			}),
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
