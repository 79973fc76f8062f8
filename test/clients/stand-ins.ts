/** jQuery's `ajax` with the signatures of its own, over `fetch`; a page has it as `$`. */
export const jquery = `declare global {
	var $: { ajax(options: Options): Ajax };
}

interface JqXHR {
	readonly status: number;
	getResponseHeader(name: string): string | null;
}

interface Options {
	readonly url: string;
	readonly success?: (body: unknown) => void;
	readonly error?: (jqXHR: JqXHR) => void;
}

interface Ajax {
	done(callback: (body: unknown) => void): Ajax;
	fail(callback: (jqXHR: JqXHR) => void): Ajax;
}

globalThis.$ = {
	ajax({ url, success, error }) {
		const done = success ? [success] : [];
		const fail = error ? [error] : [];
		void fetch(url).then(async (response) => {
			const { status, headers } = response;
			const text = await response.text();
			const jqXHR = { status, getResponseHeader: (name: string) => headers.get(name) };
			if (response.ok) for (const callback of done) callback(JSON.parse(text));
			else for (const callback of fail) callback(jqXHR);
		});
		const ajax: Ajax = {
			done: (callback) => (done.push(callback), ajax),
			fail: (callback) => (fail.push(callback), ajax),
		};
		return ajax;
	},
};

export {};
`;

/** SuperAgent's requests with the signatures of its own, over `fetch`. */
export const superagent = `interface Response {
	readonly status: number;
	readonly headers: any;
	readonly body: any;
}

interface Request extends Promise<Response> {
	set(field: string, value: string): this;
	send(data: object): this;
}

function request(method: string, url: string): Request {
	const headers: Record<string, string> = {};
	let body: string | undefined;
	const sent = Promise.resolve().then(async () => {
		const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
		const { status } = response;
		const text = await response.text();
		const own = { status, headers: Object.fromEntries(response.headers), body: response.ok ? JSON.parse(text) : {} };
		if (!response.ok) throw Object.assign(new Error('HTTP ' + status), { status, response: own });
		return own;
	});
	const made: Request = Object.assign(sent, {
		set(field: string, value: string) {
			headers[field] = value;
			return made;
		},
		send(data: object) {
			body = JSON.stringify(data);
			return made;
		},
	});
	return made;
}

export default {
	get: (url: string) => request('GET', url),
	post: (url: string) => request('POST', url),
};
`;
