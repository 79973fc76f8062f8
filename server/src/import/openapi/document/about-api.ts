import type { Draft } from '../../draft.ts';
import { fieldOf, fieldsOf, listOf, textOf } from './json-value.ts';

/** What a description says about the API as a whole. */
export interface AboutApi extends Pick<Draft, 'name' | 'version' | 'hosts'> {
	readonly notes: readonly string[];
}

/** More are named by nobody. */
const mostHosts = 20;
const nobodys =
	/^(?:localhost|.*\.(?:localhost|local|internal|test)|[\d.]+|\[.*\]|[^.]*|(?:.*\.)?example\.(?:com|org|net)|(?:.*\.)?your[^.]*\..*)$/i;

export function aboutApi(root: unknown): AboutApi {
	const info = fieldOf(root, 'info');
	const name = textOf(fieldOf(info, 'title'));
	const version = fieldOf(info, 'version');
	const versionText = typeof version === 'number' ? String(version) : textOf(version);
	const hosts = new Set<string>();
	const left = new Set<string>();
	for (const address of addressesOf(root)) {
		const host = hostOf(address);
		if (host && !nobodys.test(host)) hosts.add(host);
		else left.add(address);
	}
	const kept = [...hosts].slice(0, mostHosts);
	return {
		...(name && { name }),
		...(versionText && { version: versionText }),
		...(kept.length > 0 && { hosts: kept }),
		notes: left.size > 0 ? [`Servers that are no evidence of the API: ${[...left].slice(0, 5).join(', ')}.`] : [],
	};
}

function addressesOf(root: unknown): readonly string[] {
	const paths = fieldsOf(fieldOf(root, 'paths')).map(([, item]) => item);
	const holders = [root, ...paths, ...paths.flatMap((item) => fieldsOf(item).map(([, operation]) => operation))];
	const servers = holders.flatMap((holder) => listOf(fieldOf(holder, 'servers')));
	const addresses = servers.flatMap((server) => textOf(fieldOf(server, 'url')) ?? []);
	const host = textOf(fieldOf(root, 'host'));
	return host ? [`https://${host}`, ...addresses] : addresses;
}

/** The host that an address names in full, in small letters; undefined where a part of it is left open. */
function hostOf(address: string): string | undefined {
	const host = /^(?:https?:|wss?:)?\/\/(?:[^/@]*@)?([^/:?#]+|\[[^\]]*\])/i.exec(address)?.[1];
	return host && /^[\w.-]+$/.test(host) ? host.toLowerCase() : undefined;
}
