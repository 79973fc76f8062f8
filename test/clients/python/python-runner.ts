import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where Python may be: what comes first on the path need not have the packages of the system. */
const places = ['python3', '/usr/bin/python3', '/usr/local/bin/python3'];

/** A Python that has a module; undefined where the machine has none. */
export function pythonWith(module: string): string | undefined {
	const needed = module === 'urllib' ? 'urllib.request' : module;
	return places.find(
		(one) => spawnSync(one, ['-c', `import ${needed}, sys; assert sys.version_info >= (3, 10)`]).status === 0,
	);
}

/** Runs a module's `run` with each address at the same time, and prints what comes of each. */
const driver = `
import asyncio, concurrent.futures, importlib, inspect, json, sys

module = importlib.import_module(sys.argv[1])
given = sys.argv[2:]

def told(error):
    return "raised " + type(error).__name__ + ": " + str(error)

async def waited(url):
    try:
        return json.dumps(await module.run(url))
    except Exception as error:
        return told(error)

def ran(url):
    try:
        return json.dumps(module.run(url))
    except Exception as error:
        return told(error)

async def all_waited():
    return await asyncio.gather(*[waited(url) for url in given])

if inspect.iscoroutinefunction(module.run):
    outcomes = asyncio.run(all_waited())
else:
    with concurrent.futures.ThreadPoolExecutor(len(given)) as pool:
        outcomes = list(pool.map(ran, given))
print("\\n" + json.dumps(outcomes))
`;

/** A folder with modules that can be run. */
export interface PythonFolder {
	write(name: string, text: string): void;
	/** What comes of `run` in a module for each address: its result in JSON, or `raised` and the error. */
	run(
		python: string,
		name: string,
		urls: readonly string[],
		variables?: Readonly<Record<string, string>>,
	): Promise<readonly string[]>;
	remove(): void;
}

export function pythonFolder(): PythonFolder {
	const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-python-'));
	writeFileSync(path.join(folder, 'driver_of_tests.py'), driver);
	return {
		write: (name, text) => writeFileSync(path.join(folder, `${name}.py`), text),
		run: (python, name, urls, variables = {}) =>
			new Promise((resolve, reject) => {
				execFile(
					python,
					['-B', 'driver_of_tests.py', name, ...urls],
					{ cwd: folder, env: { ...process.env, ...variables } },
					(error, output, errors) => {
						if (error) reject(new Error(errors || error.message));
						else resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as string[]);
					},
				);
			}),
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
