import type { WrittenLayer } from '../catalogs/layers/written-layers.ts';
import { briefCode, inlineCode, safeMarkdown } from './markdown.ts';

/** What a file says of an entry, and how people find the place. */
export interface NamedLayer extends WrittenLayer {
	/** Such as `.api-errors/acme.yaml`. */
	readonly name: string;
	/** From 1. */
	readonly line: number;
	/** A URI that opens the file at the entry. */
	readonly address?: string | undefined;
}

/**
 * Says in Markdown where each part of an entry is written, in a line for each file, the one that outweighs the others
 * first; with what it says instead of those beneath it.
 */
export function describeOrigins(layers: readonly NamedLayer[]): readonly string[] {
	return layers.map((layer, index) => {
		const fields = layer.fields.filter((field) => field !== 'kind' && field !== 'value');
		const parts = fields.map((field) => describeField(field, layer, layers.slice(index + 1)));
		return `- ${placeOf(layer)}: ${parts.length > 0 ? parts.join(', ') : 'nothing that counts'}`;
	});
}

function placeOf({ source, name, line, address }: NamedLayer): string {
	const place = `${safeMarkdown(name)}, line ${line}`;
	const linked = address === undefined ? place : `[${place}](${asTarget(address)})`;
	return source.startsWith('builtin:') ? `${linked}, which comes with us` : linked;
}

/** An address that cannot end the link that it stands in, whatever a file is called. */
function asTarget(address: string): string {
	return address.replaceAll(/[\s()<>[\]\\`]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** A field, and what it outweighs: `required` (`true` instead of `false`). */
function describeField(field: string, { written }: NamedLayer, beneath: readonly NamedLayer[]): string {
	const name = inlineCode(field);
	const lower = beneath.find((layer) => Object.hasOwn(layer.written, field));
	if (!lower || !Object.hasOwn(written, field)) return name;
	const [own, other] = [written[field], lower.written[field]].map((value) => JSON.stringify(value));
	return own === undefined || other === undefined || own === other
		? name
		: `${name} (${briefCode(own)} instead of ${briefCode(other)})`;
}
