import type { Subject } from './handler-blocks.ts';
import type { Random } from './random.ts';

type Block = (random: Random, subject: Subject) => string[];

/** A function that has nothing to do with errors; its lines. */
export function functionBlock(random: Random, subject: Subject): string[] {
	return random.pick<Block>([groupingFunction, formattingFunction, statusFunction, waitingFunction, listingFunction])(
		random,
		subject,
	);
}

/** A type, a class, a table or a comment, as they stand between the functions of a file; its lines. */
export function declarationBlock(random: Random, subject: Subject): string[] {
	return random.pick<Block>([interfaceBlock, classBlock, tableBlock, commentBlock])(random, subject);
}

/** The same without comments that speak of the API: its codes are nowhere in it. */
export function shapeBlock(random: Random, subject: Subject): string[] {
	return random.pick<Block>([interfaceBlock, classBlock, tableBlock])(random, subject);
}

/** The name as a type: `archiveTags12` becomes `ArchiveTags12`. */
function typeName(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

function groupingFunction(random: Random, { name, resource }: Subject): string[] {
	const key = random.pick(['id', 'title', 'owner', 'createdAt']);
	return [
		`/** Puts the ${resource} with the same ${key} together; those without one come under the empty string. */`,
		`export function ${name}(rows: readonly Row[]): Map<string, Row[]> {`,
		'	const groups = new Map<string, Row[]>();',
		'	for (const row of rows) {',
		`		const key = row.${key} ?? '';`,
		'		const group = groups.get(key);',
		'		if (group === undefined) groups.set(key, [row]);',
		'		else group.push(row);',
		'	}',
		'	return groups;',
		'}',
	];
}

function formattingFunction(random: Random, { name, resource }: Subject): string[] {
	const limit = random.pick([24, 80, 120, 200, 400]);
	return [
		`/** One line of text for a list of ${resource}, never longer than ${limit} characters. */`,
		`export function ${name}(row: Row, locale = 'en'): string {`,
		"	const when = row.createdAt ? new Date(row.createdAt).toLocaleDateString(locale) : 'never';",
		"	const line = [row.title ?? row.id, row.owner ?? 'nobody', when].join(' · ');",
		`	return line.length > ${limit} ? line.slice(0, ${limit} - 1) + '…' : line;`,
		'}',
	];
}

function statusFunction(random: Random, { name, resource }: Subject): string[] {
	return [
		`export function ${name}(response: Response): boolean {`,
		`	// The ${resource} are cached by the gateway, which answers for them.`,
		`	if (response.status === ${random.pick([200, 204, 304])}) return true;`,
		`	return response.status >= 500 && response.headers.has('${random.pick(['Age', 'X-Cache', 'Via'])}');`,
		'}',
	];
}

function waitingFunction(random: Random, { name }: Subject): string[] {
	return [
		`export async function ${name}(work: () => Promise<Row>, signal?: AbortSignal): Promise<Row> {`,
		`	const timeout = AbortSignal.timeout(${random.pick([200, 400, 500, 5_000, 30_000])});`,
		'	const either = signal ? AbortSignal.any([signal, timeout]) : timeout;',
		'	return await new Promise<Row>((resolve, reject) => {',
		"		either.addEventListener('abort', () => reject(either.reason), { once: true });",
		'		work().then(resolve, reject);',
		'	});',
		'}',
	];
}

function listingFunction(random: Random, { name, resource }: Subject): string[] {
	return [
		`/** Reads all ${resource}, page by page. */`,
		`export async function* ${name}(session: Session): AsyncGenerator<Row> {`,
		'	for (let page = 1; ; page++) {',
		`		const query = new URLSearchParams({ page: String(page), limit: '${random.pick([20, 50, 100])}' });`,
		`		const response = await fetch(\`\${baseUrl}/${resource}?\${query}\`, {`,
		"			headers: { Authorization: 'Bearer ' + session.token },",
		'		});',
		'		const rows = (await response.json()) as Row[];',
		'		if (rows.length === 0) return;',
		'		yield* rows;',
		'	}',
		'}',
	];
}

function interfaceBlock(random: Random, { name, resource }: Subject): string[] {
	const fields = random.sample(['id', 'title', 'owner', 'createdAt', 'labels', 'url', 'size', 'seen'], 5);
	return [
		`/** What the list of ${resource} keeps of each. */`,
		`export interface ${typeName(name)} {`,
		...fields.flatMap((field) => [
			`	/** The ${field} as the API sent it. */`,
			`	readonly ${field}: string | undefined;`,
		]),
		'}',
	];
}

function classBlock(random: Random, { name, resource }: Subject): string[] {
	return [
		`/** Keeps the ${resource} that were read last. */`,
		`export class ${typeName(name)} {`,
		'	readonly #rows = new Map<string, Row>();',
		`	readonly #limit = ${random.pick([100, 200, 404, 500])};`,
		'',
		'	get size(): number {',
		'		return this.#rows.size;',
		'	}',
		'',
		'	put(row: Row): void {',
		'		this.#rows.delete(row.id);',
		'		this.#rows.set(row.id, row);',
		'		for (const id of this.#rows.keys()) {',
		'			if (this.#rows.size <= this.#limit) break;',
		'			this.#rows.delete(id);',
		'		}',
		'	}',
		'',
		'	find(id: string): Row | undefined {',
		'		return this.#rows.get(id);',
		'	}',
		'}',
	];
}

function tableBlock(random: Random, { name, resource }: Subject): string[] {
	const words = random.sample(['open', 'closed', 'waiting', 'spam', 'draft', 'sent', 'read', 'muted'], 5);
	return [
		`export const ${name} = {`,
		...words.map((word) => `	${word}: { label: '${typeName(word)} ${resource}', order: ${random.integer(1, 500)} },`),
		'} as const;',
	];
}

function commentBlock(random: Random, { resource }: Subject): string[] {
	return [
		'/*',
		` * The ${resource} come in the order of their last change. The order is not stable when two of them`,
		` * changed in the same second; nothing below relies on it. A page holds ${random.pick([20, 50, 100])} of them,`,
		" * and 'NOT_FOUND' in the logs of the gateway means that the last page was passed.",
		' */',
	];
}
