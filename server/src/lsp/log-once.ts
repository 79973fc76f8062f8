/** How many messages are remembered. */
const memory = 100;

/** Logs each message once as long as it is remembered, so that a fault met on every keystroke does not fill the log. */
export function logOnce(log: (message: string) => void): (message: string) => void {
	const logged = new Set<string>();
	return (message) => {
		if (logged.has(message)) return;
		if (logged.size >= memory) logged.clear();
		logged.add(message);
		log(message);
	};
}
