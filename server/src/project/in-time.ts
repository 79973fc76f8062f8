/** What the promise resolves to, or undefined where that takes longer than some milliseconds. */
export async function inTime<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(resolve, milliseconds, undefined);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}
