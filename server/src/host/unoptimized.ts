import { setFlagsFromString } from 'node:v8';
import { workerData } from 'node:worker_threads';

/** Under this name a thread is given what the threads of its process count in together. */
const shareName = 'unoptimizedUnderWay';

/** V8 looks at these where it compiles a function, so that all of the module is compiled at once. */
const whileCompiling = ['--no-wasm-dynamic-tiering', '--no-wasm-lazy-compilation'];
const afterwards = ['--wasm-dynamic-tiering', '--wasm-lazy-compilation'];

const begin = (): void => {
	// Without tiering, this would have all that runs optimized at once; with it, it says nothing.
	setFlagsFromString('--no-wasm-tier-up');
	for (const flag of whileCompiling) setFlagsFromString(flag);
};
const end = (): void => afterwards.forEach((flag) => void setFlagsFromString(flag));

/** A place for a lock, and one for how many are at it: V8's flags are the same for all threads of a process. */
const underWay = new Int32Array(sharedIn(workerData) ?? new SharedArrayBuffer(8));
const [lockPlace, countPlace] = [0, 1];

function sharedIn(data: unknown): SharedArrayBuffer | undefined {
	const shared = typeof data === 'object' && data !== null ? Reflect.get(data, shareName) : undefined;
	return shared instanceof SharedArrayBuffer ? shared : undefined;
}

/** What a thread that is started is to be given beside its data, so that it and this one heed each other. */
export const sharedWithThreads: Readonly<Record<string, unknown>> = { [shareName]: underWay.buffer };

/** Does something that compiles WebAssembly, which stays as it is compiled first. */
export async function unoptimized<Result>(compile: () => Promise<Result>): Promise<Result> {
	// Node.js does not wait for V8's own threads: without anything else to do, it would end here.
	const isAlive = setInterval(() => undefined, 1_000);
	try {
		return await together(underWay, { begin, end }, compile);
	} finally {
		clearInterval(isAlive);
	}
}

/**
 * Does something between a beginning and an end that all who do so have in common: it is begun before each, and ended after
 * the last.
 * @param shared two numbers, at first zero, in memory that all of them share
 */
export async function together<Result>(
	shared: Int32Array,
	common: { readonly begin: () => void; readonly end: () => void },
	action: () => Promise<Result>,
): Promise<Result> {
	locked(shared, () => {
		Atomics.add(shared, countPlace, 1);
		common.begin();
	});
	try {
		return await action();
	} finally {
		locked(shared, () => {
			if (Atomics.sub(shared, countPlace, 1) === 1) common.end();
		});
	}
}

/** Nobody holds the lock for longer than a few flags take, so that others wait where they are. */
function locked(shared: Int32Array, action: () => void): void {
	while (Atomics.compareExchange(shared, lockPlace, 0, 1) !== 0);
	try {
		action();
	} finally {
		Atomics.store(shared, lockPlace, 0);
	}
}
