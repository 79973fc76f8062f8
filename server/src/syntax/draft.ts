import type { Part, PartField, PartKind } from './parts/part.ts';

/** A part while it is read. Its text is cut out only when it is asked for. */
export class Draft implements Part {
	start: number;
	end: number;
	kind: PartKind | undefined;
	fields: PartField[];
	parent: Draft | undefined;
	children: Draft[] = [];
	readonly source: string;

	constructor(
		start: number,
		end: number,
		kind: PartKind | undefined,
		fields: PartField[],
		parent: Draft | undefined,
		source: string,
	) {
		this.start = start;
		this.end = end;
		this.kind = kind;
		this.fields = fields;
		this.parent = parent;
		this.source = source;
	}

	get text(): string {
		return this.source.slice(this.start, this.end);
	}
}
