/** Whether a text names a host, and not only as part of a longer name. */
export function namesHost(text: string, host: string): boolean {
	for (let at = text.indexOf(host); at >= 0; at = text.indexOf(host, at + 1)) {
		const [before = '', after = ''] = [text[at - 1], text[at + host.length]];
		if (!nameLetter.test(before) && !nameLetter.test(after)) return true;
	}
	return false;
}

const nameLetter = /[\w.-]/;
