import type { Thread } from '../../host/host.ts';
import type { Done, FromThread, Task, ThreadData, ToThread } from './messages.ts';
import type { LookFor } from './text-keys.ts';

export interface ThreadsParts {
	readonly start: (data: unknown) => Thread;
	readonly data: ThreadData;
	readonly count: number;
	readonly onLog: (message: string) => void;
	readonly filesShowing: (root: string) => Promise<readonly string[]>;
}

/** A thread ended in the middle of a task. */
export class ThreadLost extends Error {}

interface Waiting {
	readonly task: Task;
	readonly resolve: (done: Done) => void;
	readonly reject: (error: Error) => void;
}

/** Some threads that do tasks, each one at a time. One that ends is replaced; its task rejects with `ThreadLost`. */
export class Threads {
	readonly #parts: ThreadsParts;
	readonly #all = new Map<Thread, Waiting | undefined>();
	readonly #waiting: Waiting[] = [];
	/** What each thread was last told to look for. */
	readonly #sought = new WeakMap<Thread, LookFor>();

	constructor(parts: ThreadsParts) {
		this.#parts = parts;
	}

	do(task: Task): Promise<Done> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ task, resolve, reject });
			this.#next();
		});
	}

	/** Ends all threads, and with them what they are at. */
	async close(): Promise<void> {
		const all = [...this.#all.keys()];
		this.#all.clear();
		await Promise.all(all.map((thread) => thread.end()));
	}

	#next(): void {
		for (const [thread, at] of this.#all) {
			const waiting = at ? undefined : this.#waiting.shift();
			if (waiting) this.#give(thread, waiting);
		}
		while (this.#waiting.length > 0 && this.#all.size < this.#parts.count) {
			const waiting = this.#waiting.shift();
			if (waiting) this.#give(this.#start(), waiting);
		}
	}

	#give(thread: Thread, waiting: Waiting): void {
		const { task } = waiting;
		this.#all.set(thread, waiting);
		const isSame = task.does === 'look' && task.what !== undefined && this.#sought.get(thread) === task.what;
		if (task.does === 'look' && task.what) this.#sought.set(thread, task.what);
		this.#tell(thread, { kind: 'task', task: isSame ? { ...task, what: undefined } : task });
	}

	#tell(thread: Thread, message: ToThread): void {
		thread.tell(message);
	}

	#start(): Thread {
		const thread = this.#parts.start(this.#parts.data);
		let reason = 'its thread ended';
		thread.follow({
			onMessage: (message) => this.#hear(thread, message as FromThread),
			onError: (error) => {
				reason = error.message;
			},
			onEnd: () => {
				const at = this.#all.get(thread);
				this.#all.delete(thread);
				at?.reject(new ThreadLost(reason));
				this.#next();
			},
		});
		this.#all.set(thread, undefined);
		return thread;
	}

	#hear(thread: Thread, message: FromThread): void {
		switch (message.kind) {
			case 'log':
				this.#parts.onLog(message.message);
				break;
			case 'find-showing':
				void this.#parts.filesShowing(message.root).then((uris) => {
					if (this.#all.has(thread)) this.#tell(thread, { kind: 'showing', root: message.root, uris });
				});
				break;
			default: {
				const at = this.#all.get(thread);
				this.#all.set(thread, undefined);
				if (message.kind === 'done') at?.resolve(message.done);
				else at?.reject(new ThreadLost(message.message));
				this.#next();
			}
		}
	}
}
