/** Works something out when it is first asked for; undefined where that fails, as where it is nested too deep. */
export function lazy<T>(workOut: () => T | undefined): () => T | undefined {
	let known: { readonly value: T | undefined } | undefined;
	return () => {
		if (!known)
			try {
				known = { value: workOut() };
			} catch {
				known = { value: undefined };
			}
		return known.value;
	};
}
